"""500 mutated recordings through the whole engine: every job ends, with a reason if it failed."""

from __future__ import annotations

import importlib.util
import random
import time
from collections import Counter
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from kopia_desktop.app import App
from kopia_desktop.core.errors import MediaError
from kopia_desktop.core.job import JobOptions, JobStatus
from kopia_desktop.worker.media import decode

TESTS = Path(__file__).resolve().parent.parent
COUNT = 500
LONGEST = 3600.0  # seconds for all of them


def _samples() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "media_samples", TESTS / "worker" / "media_samples.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.campaign
def test_five_hundred_mutated_files_end_with_a_reason(tmp_path: Path) -> None:
    samples = _samples()
    clip = TESTS / "data" / "speech" / "single_en_01.flac"
    speech = np.concatenate(list(decode(clip, max_seconds=60.0)))
    (tmp_path / "whole").mkdir()
    sources = [*samples.make_samples(tmp_path / "whole", speech).values()]
    rng = random.Random(1)
    app = App(tmp_path / "data")
    job_ids, refused = [], 0
    try:
        for number in range(COUNT):
            source = sources[number % len(sources)]
            path = tmp_path / f"{number:04}_{source.name}"
            path.write_bytes(samples.mutated(source.read_bytes(), rng))
            try:
                job_ids.append(app.intake.add(path, JobOptions(language="en")).id)
            except MediaError:  # an empty file is refused before it becomes a job
                refused += 1
        app.start_engine()
        outcomes = _outcomes(app, job_ids)
        # The engine lives: a whole file is transcribed after all the damaged ones.
        last = app.intake.add(clip, JobOptions(language="en")).id
        assert _outcomes(app, [last]) == {"completed": 1}
    finally:
        app.close()
    print(f"\n{COUNT} mutated files, {refused} refused at once: {dict(outcomes.most_common())}")
    assert sum(outcomes.values()) + refused == COUNT
    assert outcomes["worker_crashed"] == 0


def _outcomes(app: App, job_ids: list[str]) -> Counter[str]:
    """Wait until all jobs ended; how many completed, and how many failed with which code."""
    deadline = time.monotonic() + LONGEST
    while time.monotonic() < deadline:
        jobs = [app.jobs.get(job_id) for job_id in job_ids]
        if all(job.status.is_finished() for job in jobs):
            for job in jobs:
                assert job.status is JobStatus.COMPLETED or (job.error and job.error.message)
            return Counter(job.error.code if job.error else "completed" for job in jobs)
        assert app.engine_error() is None
        time.sleep(1.0)
    raise AssertionError("the jobs did not end")
