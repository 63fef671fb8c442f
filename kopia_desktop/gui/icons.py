"""The icons: line drawings of our own in resources/icons, in the colour of the text around them.

Qt's own engine draws them, sharp at every size. An engine written in Python would follow the
palette by itself, but PySide loses count of such engines, and the program ends with it.
"""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QDataStream, QIODevice, QSize, Qt
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QListWidget

from kopia_desktop.core.paths import resource

_INK = b"currentColor"

_BODY_BEGINS, _BODY_ENDS = b">", b"</svg>"

_MADE: dict[int, tuple[str, bool]] = {}
"""Name, and whether it is mirrored, of each icon in the palette's ink, by its key."""

Inks = tuple[tuple[QIcon.Mode, str], ...]


def icon(name: str, *, mirrored: bool = False, ink: QColor | None = None) -> QIcon:
    """The icon of ``resources/icons/NAME.svg`` in the palette's colours (``refresh`` renews them).

    With ``ink`` it has that colour whatever the palette is. ``mirrored`` ones (an arrow that means
    on or back) turn round in a right-to-left layout. Raises FileNotFoundError for a name that is
    not drawn: a bug.
    """
    if ink is not None:
        return _drawn(name, mirrored and _is_right_to_left(), ((QIcon.Mode.Normal, ink.name()),))
    made = _drawn(name, mirrored and _is_right_to_left(), _palette_inks())
    _MADE[made.cacheKey()] = name, mirrored
    return made


def refresh() -> None:
    """Give all that shows an icon the same one in the colours of the palette as it is now."""
    for widget in QApplication.allWidgets():
        if isinstance(widget, QAbstractButton):
            _renew((widget,))
        elif isinstance(widget, QListWidget):
            _renew([widget.item(row) for row in range(widget.count())])
    for window in QApplication.topLevelWidgets():
        _renew(window.findChildren(QAction))


def _renew(shown: Sequence[object]) -> None:
    for each in shown:
        made = _MADE.get(each.icon().cacheKey())  # type: ignore[attr-defined]
        if made is not None:
            name, mirrored = made
            each.setIcon(icon(name, mirrored=mirrored))  # type: ignore[attr-defined]


@functools.lru_cache(maxsize=512)
def _drawn(name: str, mirrored: bool, inks: Inks) -> QIcon:
    """An icon that holds its drawings: read from files that are gone when this returns."""
    svg = resource("icons", f"{name}.svg").read_bytes()
    if mirrored:
        svg = _mirrored(svg)
    from_files = QIcon()
    data = QByteArray()
    with tempfile.TemporaryDirectory(prefix="kopia-desktop-icon-") as folder:
        for mode, colour in inks:
            path = Path(folder) / f"{mode.name}.svg"
            path.write_bytes(svg.replace(_INK, colour.encode()))
            from_files.addFile(str(path), QSize(), mode)
        QDataStream(data, QIODevice.OpenModeFlag.WriteOnly) << from_files
    drawn = QIcon()
    QDataStream(data) >> drawn
    return drawn


def _mirrored(svg: bytes) -> bytes:
    """The same drawing, turned round in its square of 20."""
    head, body = svg.split(_BODY_BEGINS, 1)
    body = body.removesuffix(b"\n").removesuffix(_BODY_ENDS)
    return b"%b><g transform='matrix(-1 0 0 1 20 0)'>%b</g></svg>" % (head, body)


def _is_right_to_left() -> bool:
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


def _palette_inks() -> Inks:
    palette = QGuiApplication.palette()
    role, disabled = QPalette.ColorRole, QPalette.ColorGroup.Disabled
    return (
        (QIcon.Mode.Normal, palette.color(role.ButtonText).name()),
        (QIcon.Mode.Disabled, palette.color(disabled, role.ButtonText).name()),
        (QIcon.Mode.Selected, palette.color(role.HighlightedText).name()),
    )
