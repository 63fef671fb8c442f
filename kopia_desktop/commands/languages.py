"""``languages list``: every code that can be transcribed."""

from __future__ import annotations

from kopia_desktop.core.languages import spoken_languages


def run() -> int:
    """Code and name, a line each."""
    for language in spoken_languages().values():
        print(f"{language.code:8} {language.name}")
    return 0
