"""Jobs become orders for children."""

from __future__ import annotations

from datetime import UTC, datetime

from kopia_desktop.core.job import Job, JobOptions, JobStatus
from kopia_desktop.core.paths import DataFolder
from kopia_desktop.core.vocabulary import parse
from kopia_desktop.engine import requests
from kopia_desktop.engine.device import Placement
from kopia_desktop.worker.protocol import LoadModel, Recognize
from tests.sections import section

NOW = datetime(2026, 1, 2, tzinfo=UTC)


def order(data: DataFolder, options: JobOptions) -> Recognize:
    job = Job("job_1", JobStatus.PROCESSING, options, NOW, NOW)
    place = Placement(LoadModel("/model", "cpu", "auto", 1, 1), chunks_at_once=2, children=1)
    unit = requests.recognition(job, section(0, 0.0, 60.0), data, beam_size=3, placement=place)
    assert isinstance(unit.request, Recognize)
    return unit.request


def test_a_model_listens_for_the_terms_of_the_job(data_folder: DataFolder) -> None:
    vocabulary = parse("budget\nKopia = copia\nNgozi Adichie")
    asked = order(data_folder, JobOptions("es", "small", vocabulary=vocabulary))
    assert asked.hotwords == ("Ngozi Adichie", "Kopia", "budget")
    assert (asked.language, asked.follow_language, asked.beam_size) == ("es", False, 3)
    assert order(data_folder, JobOptions("es", "small")).hotwords == ()


def test_the_starter_model_listens_for_none(data_folder: DataFolder) -> None:
    assert order(data_folder, JobOptions(vocabulary=parse("Kopia"))).hotwords == ()
