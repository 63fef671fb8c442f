"""``--translate``: the languages that the transcripts of a command are translated to."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kopia_desktop.app import App
from kopia_desktop.core.errors import JobNotFound, KopiaError, NoTranslator, TranslationNotFound
from kopia_desktop.core.job import Job
from kopia_desktop.core.languages import base, name_of, target_language
from kopia_desktop.core.settings import listed
from kopia_desktop.core.translation import Translation, TranslationStatus
from kopia_desktop.core.translators import no_translator, read_translators

STARTER_NOTICE = (
    "The starter translation packages know a few hundred words only; other text comes out wrong."
    " Get a real one: kopia-desktop languages install FROM-TO, as en-es."
)


@dataclass(frozen=True, slots=True)
class Targets:
    """Which languages, and whether with formal address."""

    codes: tuple[str, ...] = ()
    formal: bool = True

    @classmethod
    def of(cls, options: argparse.Namespace) -> Targets:
        """What the command says. Raises UnknownLanguage."""
        codes = listed(options.translate)
        for code in codes:
            target_language(code)
        return cls(codes, formal=not options.informal)


def check(app: App, targets: Targets, spoken: str) -> None:
    """Raises NoTranslator now rather than after an hour of work.

    Where ``spoken`` is auto, a way from some language will do: the recording decides later.
    """
    translators = read_translators(app.data)
    if spoken == "auto":
        missing = [code for code in targets.codes if code not in translators.targets]
        if missing:
            raise _from_nowhere(missing)
        return
    missing = [
        code
        for code in targets.codes
        if base(code) != base(spoken) and translators.route(spoken, code) is None
    ]
    if missing:
        raise no_translator(spoken, missing)


def _from_nowhere(codes: Sequence[str]) -> NoTranslator:
    served = [code for code in codes if target_language(code).has_open_model()]
    hints = []
    if served:
        hints.append(
            "Install one, for recordings in English:"
            f" kopia-desktop languages install en-{served[0]}."
        )
    if len(served) < len(codes):
        without = ", ".join(name_of(code) for code in codes if code not in served)
        hints.append(f"No open model translates to {without}.")
    return NoTranslator(
        f"No installed model translates to {', '.join(map(name_of, codes))}.",
        hint=" ".join(hints),
    )


@dataclass(slots=True)
class Translations:
    """The translations of finished transcripts on their way: by id, of which job and file."""

    app: App
    targets: Targets
    open: dict[str, tuple[Job, Path]] = field(default_factory=dict)
    has_starter: bool = False

    def begin(self, job: Job, path: Path) -> Iterator[KopiaError | str]:
        """Ask for all targets of a completed job; errors, and words about what needs none."""
        translators = read_translators(self.app.data)
        for code in self.targets.codes:
            route = translators.route(job.spoken_language or "", code)
            if route is None and base(code) == base(job.spoken_language or ""):
                yield f"is in {name_of(job.spoken_language)} already."
                continue
            self.has_starter |= route is not None and route.is_starter()
            try:
                (made,) = self.app.translations.request(job.id, [code], formal=self.targets.formal)
            except KopiaError as error:
                yield error
                continue
            self.open[made.id] = job, path

    def look(self) -> Iterator[tuple[Job, Path, Translation | None]]:
        """Where each open one stands; None for one that was deleted meanwhile.

        Those that ended are not open any more.
        """
        for translation_id, (job, path) in list(self.open.items()):
            now: Translation | None
            try:
                now = self.app.translations.get(job.id, translation_id)
            except (JobNotFound, TranslationNotFound):
                now = None
            if now is None or now.status in (
                TranslationStatus.COMPLETED,
                TranslationStatus.FAILED,
            ):
                del self.open[translation_id]
            yield job, path, now
