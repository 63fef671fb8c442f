"""The mark for texts that are translated where they are shown, not where they stand."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """``text`` itself; Qt's tools find the call by this name. (Qt's own is typed ``object``.)"""
    return text
