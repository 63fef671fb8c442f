"""A language of long words: every text of the program grows by 40 %, as German may make it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QTranslator

GROWTH = 0.4
_TAIL = "ungen lichkeitheiten "


class Pseudo(QTranslator):
    """Keeps ``{names}``, ``%n`` and mnemonics, since it only adds at the end."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: bytes | bytearray | memoryview | str,
        source: bytes | bytearray | memoryview | str,
        disambiguation: bytes | bytearray | memoryview | str | None = None,
        n: int = -1,
    ) -> str:
        text = source if isinstance(source, str) else bytes(source).decode()
        return longer(text)


def longer(text: str) -> str:
    """The text and 40 % more, at least one letter; dots and white space stay at the end."""
    body = text.rstrip(" .…:")
    end = text[len(body) :]
    wanted = max(1, round(len(body) * GROWTH)) if body else 0
    return body + (_TAIL * (wanted // len(_TAIL) + 1))[:wanted].rstrip() + end


@contextmanager
def pseudo() -> Iterator[None]:
    """Everything that is worded meanwhile is long."""
    translator = Pseudo()
    QCoreApplication.installTranslator(translator)
    try:
        yield
    finally:
        QCoreApplication.removeTranslator(translator)
