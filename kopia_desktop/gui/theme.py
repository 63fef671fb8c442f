"""Colours and measures: the system's own palette, one accent, and what carries meaning.

Light or dark follows the system, live, unless the settings say otherwise. Every pair of text and
ground here has a contrast of 4.5 at least (WCAG 2 AA); a test measures them.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from kopia_desktop.core.settings import Theme
from kopia_desktop.gui import icons

GRID = 8
"""Pixels; spacing is a multiple of it."""

MARGIN = 2 * GRID
ICON = 20
"""Pixels of an icon's side."""

FADE = 120
"""Milliseconds of an animation, where motion is wanted at all."""


@dataclass(frozen=True, slots=True)
class Colours:
    """What the palette has no role for, for one of light and dark.

    ``accent`` is for text, lines and the focus; on ``accent_fill`` stands ``on_accent``. ``ground``
    names are grounds for ordinary text.
    """

    dark: bool
    text: QColor
    ground: QColor
    muted: QColor  # times, second lines, hints
    line: QColor  # thin separators
    accent: QColor
    accent_fill: QColor
    on_accent: QColor
    accent_ground: QColor  # soft: the word being played, the current row
    doubt: QColor  # line under a doubtful word
    doubt_ground: QColor
    match_ground: QColor  # what a search found
    current_match_ground: QColor
    error: QColor
    wave: QColor
    wave_played: QColor


LIGHT = Colours(
    dark=False,
    text=QColor("#1b1d1f"),
    ground=QColor("#ffffff"),
    muted=QColor("#5c6368"),
    line=QColor("#d9dde0"),
    accent=QColor("#00696e"),
    accent_fill=QColor("#00757a"),
    on_accent=QColor("#ffffff"),
    accent_ground=QColor("#cfeced"),
    doubt=QColor("#9a5b00"),
    doubt_ground=QColor("#fff0d2"),
    match_ground=QColor("#fdeb9b"),
    current_match_ground=QColor("#ffc94d"),
    error=QColor("#b3261e"),
    wave=QColor("#9fb0b5"),
    wave_played=QColor("#00757a"),
)
DARK = Colours(
    dark=True,
    text=QColor("#e6e8ea"),
    ground=QColor("#1c1f22"),
    muted=QColor("#a3acb2"),
    line=QColor("#383d42"),
    accent=QColor("#5fd0d4"),
    accent_fill=QColor("#0a7f84"),
    on_accent=QColor("#ffffff"),
    accent_ground=QColor("#0d4347"),
    doubt=QColor("#f2b04a"),
    doubt_ground=QColor("#4a3510"),
    match_ground=QColor("#5d4d0a"),
    current_match_ground=QColor("#7d5f00"),
    error=QColor("#ff8a80"),
    wave=QColor("#5b6a70"),
    wave_played=QColor("#3fb9be"),
)

_EDGES = {
    0.5: ("QCheckBox", "QRadioButton", "QListView"),
    0.22: (
        "QAbstractButton",
        "QLineEdit",
        "QComboBox",
        "QAbstractSpinBox",
        "QTextEdit",
        "QPlainTextEdit",
    ),
}
"""How far the edge of a control is on the way from the window's colour to its text's."""

_FUSION_DARKENS = 140

_WINDOWS = {False: QColor("#f3f5f6"), True: QColor("#16181b")}
_BUTTONS = {False: QColor("#fbfcfc"), True: QColor("#2a2e32")}


class Theming(QObject):
    """Gives the application its palette and tells widgets that paint themselves of changes."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._wanted: Theme | None = None
        self._motion = True
        self._is_setting = False
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        application.installEventFilter(self)

    @property
    def colours(self) -> Colours:
        """Those of the palette in force, its own text and ground included."""
        return DARK if is_dark(self._application.palette()) else LIGHT

    @property
    def animates(self) -> bool:
        """Whether anything may move by itself."""
        return self._motion

    def choose(self, theme: Theme, *, motion: bool) -> None:
        """Follow the system or be what a person chose; can be called at any time."""
        self._motion = motion
        if theme is self._wanted:
            return
        self._wanted = theme
        schemes = {Theme.LIGHT: Qt.ColorScheme.Light, Theme.DARK: Qt.ColorScheme.Dark}
        QGuiApplication.styleHints().setColorScheme(schemes.get(theme, Qt.ColorScheme.Unknown))
        self._follow()

    def close(self) -> None:
        """Follow no longer; the palette stays as it is."""
        self._application.removeEventFilter(self)
        QGuiApplication.styleHints().colorSchemeChanged.disconnect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A palette that the system changed (another theme, high contrast) is followed too."""
        is_new = event.type() is QEvent.Type.ApplicationPaletteChange
        if is_new and watched is self._application and not self._is_setting:
            self._follow()
        return False

    @Slot()
    def _follow(self) -> None:
        self._is_setting = True
        try:
            # An empty palette takes back what was set before: the system's own shines through.
            self._application.setPalette(QPalette())
            palette = QPalette()
            if self._needs_own():
                palette = _full_palette(DARK if self._wanted is Theme.DARK else LIGHT)
            darkness = palette if self._needs_own() else self._application.palette()
            _accentuate(palette, DARK if is_dark(darkness) else LIGHT)
            self._application.setPalette(palette)
            self._draw_edges()
        finally:
            self._is_setting = False
        icons.refresh()
        self.changed.emit()

    def _draw_edges(self) -> None:
        """Give controls an edge that is seen.

        Fusion takes it from the window's colour, only darker: on a dark ground an empty check box
        would be invisible, and faint on a light one. No other style looks at that colour there.
        """
        if self._application.style().name() != "fusion":
            return
        for share, classes in _EDGES.items():
            palette = QPalette(self._application.palette())
            edge = mixed(
                palette.color(QPalette.ColorRole.Window),
                palette.color(QPalette.ColorRole.WindowText),
                share,
            )
            palette.setColor(QPalette.ColorRole.Window, edge.lighter(_FUSION_DARKENS))
            for name in classes:
                QApplication.setPalette(palette, name)  # type: ignore[arg-type]

    def _needs_own(self) -> bool:
        """Whether the platform cannot give what was chosen (X11 without a desktop's theme)."""
        scheme = QGuiApplication.styleHints().colorScheme()
        if self._wanted in (None, Theme.SYSTEM):
            return scheme is Qt.ColorScheme.Unknown
        return (scheme is Qt.ColorScheme.Dark) is not (self._wanted is Theme.DARK) or (
            scheme is Qt.ColorScheme.Unknown
        )


def is_dark(palette: QPalette) -> bool:
    """Whether text on this palette is brighter than its ground."""
    return palette.windowText().color().lightness() > palette.window().color().lightness()


def reading_font(points: int) -> QFont:
    """The system's font at the size a transcript is read in."""
    font = QFont(QGuiApplication.font())
    font.setPointSize(points)
    return font


def contrast(one: QColor, other: QColor) -> float:
    """The contrast of two opaque colours, 1..21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """``share`` (0..1) of the way from one colour to the other."""

    def channel(begin: int, end: int) -> int:
        return round(begin + (end - begin) * share)

    return QColor(
        channel(one.red(), other.red()),
        channel(one.green(), other.green()),
        channel(one.blue(), other.blue()),
    )


def _luminance(colour: QColor) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(c) for c in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _accentuate(palette: QPalette, colours: Colours) -> None:
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    for each in (group.Active, group.Inactive):
        palette.setColor(each, role.Highlight, colours.accent_fill)
        palette.setColor(each, role.HighlightedText, colours.on_accent)
        palette.setColor(each, role.Accent, colours.accent_fill)
        palette.setColor(each, role.Link, colours.accent)
        palette.setColor(each, role.PlaceholderText, colours.muted)


def _full_palette(colours: Colours) -> QPalette:
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    window, button = _WINDOWS[colours.dark], _BUTTONS[colours.dark]
    shades = {
        role.Window: window,
        role.WindowText: colours.text,
        role.Base: colours.ground,
        role.AlternateBase: window,
        role.Text: colours.text,
        role.Button: button,
        role.ButtonText: colours.text,
        role.BrightText: colours.on_accent,
        role.ToolTipBase: button,
        role.ToolTipText: colours.text,
        role.Light: button.lighter(115),
        role.Midlight: button.lighter(107),
        role.Mid: colours.line,
        role.Dark: colours.line.darker(120),
        role.Shadow: QColor("#000000"),
    }
    for each, colour in shades.items():
        palette.setColor(each, colour)
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, each, colours.muted)
    palette.setColor(group.Disabled, role.Highlight, colours.line)
    palette.setColor(group.Disabled, role.HighlightedText, colours.muted)
    return palette
