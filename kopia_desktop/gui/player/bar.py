"""The row below the waveform: back, play, on; the time; speed, loop, picture, volume."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QFont, QFontMetrics, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QSlider,
    QToolButton,
    QWidget,
)

from kopia_desktop.gui.icons import icon
from kopia_desktop.gui.player.player import SPEEDS
from kopia_desktop.gui.theme import GRID, ICON
from kopia_desktop.gui.tool_button import tool_button
from kopia_desktop.gui.wording.directions import from_left
from kopia_desktop.gui.wording.times import clock

_BIG = 28
"""Pixels of the icon that is pressed most."""

_SLIDER = 10 * GRID
_NARROW = 64 * GRID
"""Pixels of the row below which the volume is only a switch, and the time only the place."""


class PlayerBar(QWidget):
    """Says what a person wants; the panel tells it what is."""

    back_requested = Signal()
    play_requested = Signal()
    forward_requested = Signal()
    speed_chosen = Signal(float)
    loop_toggled = Signal(bool)
    picture_toggled = Signal(bool)
    zoom_toggled = Signal(bool)
    volume_chosen = Signal(int)
    """0..100"""

    mute_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("player-bar")
        self._is_playing = False
        self._has_sound = True
        self._is_narrow = False
        self._place = (0.0, 0.0)
        self._make_transport()
        self._make_switches()
        self._make_volume()
        self._lay_out()
        self.show_playing(playing=False)
        self.show_place(0.0, 0.0)
        self.show_speed(1.0, keeps_pitch=True)

    def focus_first(self) -> None:
        """To the button that is pressed most."""
        self._play.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_playing(self, *, playing: bool) -> None:
        if playing is self._is_playing and not self._play.icon().isNull():
            return
        self._is_playing = playing
        self._play.setIcon(icon("pause" if playing else "play"))
        _name(self._play, self.tr("Pause") if playing else self.tr("Play"), "Space")

    def show_place(self, seconds: float, duration: float) -> None:
        """Where we are; the width follows the recording, so that nothing moves while playing."""
        self._place = (seconds, duration)
        rest = "" if self._is_narrow else f" / {clock(duration)}"
        text = from_left(f"{clock(seconds, tenths=True)}{rest}")
        if text == self._time.text():
            return
        self._time.setText(text)
        widest = clock(max(seconds, duration), tenths=True) + rest
        metrics = QFontMetrics(self._time.font())
        self._time.setFixedWidth(metrics.horizontalAdvance(widest) + GRID // 2)

    def show_speed(self, speed: float, *, keeps_pitch: bool) -> None:
        text = _speed_text(speed)
        self._speed.setText(text)
        self._speed.setAccessibleName(self.tr("Speed {speed}").format(speed=text))
        told = self.tr("Speed ([ slower, ] faster)")
        if not keeps_pitch:
            told += "\n" + self.tr("On this computer voices become higher or lower with it.")
        self._speed.setToolTip(told)
        for action in self._speeds.actions():
            action.setChecked(action.data() == speed)

    def show_switches(self, *, looping: bool, picture: bool, zoomed: bool, muted: bool) -> None:
        """Press the switches in or out without telling anyone."""
        states = (
            (self._loop, looping),
            (self._picture, picture),
            (self._zoom, zoomed),
            (self._mute, muted),
        )
        for button, checked in states:
            blocked = button.blockSignals(True)
            button.setChecked(checked)
            button.blockSignals(blocked)
        self._show_mute()

    def show_volume(self, volume: int) -> None:
        """0..100, without telling anyone."""
        blocked = self._volume.blockSignals(True)
        self._volume.setValue(volume)
        self._volume.blockSignals(blocked)

    def offer_picture(self, *, offered: bool) -> None:
        """Only a film has one."""
        self._picture.setVisible(offered)

    def show_sound(self, *, has_sound: bool) -> None:
        """Whether there is a device to hear with."""
        self._has_sound = has_sound
        self._mute.setEnabled(has_sound)
        self._show_mute()
        self._arrange()

    def _show_mute(self) -> None:
        silent = self._mute.isChecked() or not self._has_sound
        self._mute.setIcon(icon("muted" if silent else "volume"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _make_transport(self) -> None:
        self._back = self._button("player-back", "back5", self.tr("5 seconds back"), "Left")
        self._back.clicked.connect(self.back_requested)
        self._play = self._button("player-play", "play", self.tr("Play"), "Space")
        self._play.setIconSize(QSize(_BIG, _BIG))
        self._play.clicked.connect(self.play_requested)
        self._forward = self._button("player-forward", "forward5", self.tr("5 seconds on"), "Right")
        self._forward.clicked.connect(self.forward_requested)
        self._time = QLabel(self)
        self._time.setObjectName("player-time")
        self._time.setAccessibleName(self.tr("Position"))
        font = QFont(self._time.font())
        font.setFeature(QFont.Tag("tnum"), 1)
        self._time.setFont(font)
        self._time.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def _make_switches(self) -> None:
        self._speed = tool_button("player-speed", "down", "", self)
        self._speed.setIconSize(QSize(ICON * 3 // 5, ICON * 3 // 5))
        self._speed.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._speed.clicked.connect(self._offer_speeds)
        menu = self._speed_menu = QMenu(self)
        self._speeds = QActionGroup(menu)
        for speed in SPEEDS:
            action = QAction(_speed_text(speed), self._speeds)
            action.setCheckable(True)
            action.setData(speed)
            menu.addAction(action)
        self._speeds.triggered.connect(self._choose_speed)
        widest = QFontMetrics(self._speed.font()).horizontalAdvance(_speed_text(1.25))
        self._speed.setMinimumWidth(widest + 3 * GRID)
        self._turn_speed()
        self._loop = self._switch("player-loop", "loop", self.tr("Loop the line"), "L")
        self._loop.toggled.connect(self.loop_toggled)
        self._picture = self._switch("player-picture", "picture", self.tr("Picture"), "V")
        self._picture.toggled.connect(self.picture_toggled)
        self._picture.hide()
        told = self.tr("Half a minute instead of the whole recording")
        self._zoom = self._switch("player-zoom", "closer", told)
        self._zoom.toggled.connect(self.zoom_toggled)

    def _make_volume(self) -> None:
        self._no_sound = QLabel(self.tr("No sound device"), self)
        self._no_sound.setObjectName("player-no-sound")
        self._no_sound.setForegroundRole(self._no_sound.palette().ColorRole.PlaceholderText)
        self._no_sound.setToolTip(
            self.tr("Nothing is connected that could play sound; time and picture go on.")
        )
        self._no_sound.hide()
        self._mute = self._switch("player-mute", "volume", self.tr("Mute"), "M")
        self._mute.toggled.connect(self.mute_toggled)
        self._volume = QSlider(Qt.Orientation.Horizontal, self)
        self._volume.setObjectName("player-volume")
        self._volume.setRange(0, 100)
        self._volume.setPageStep(10)
        self._volume.setValue(100)
        self._volume.setFixedWidth(_SLIDER)
        self._volume.setAccessibleName(self.tr("Volume"))
        self._volume.setToolTip(self.tr("Volume"))
        self._volume.valueChanged.connect(self.volume_chosen)

    def _lay_out(self) -> None:
        transport = QWidget(self)
        # Back and on are directions of the recording, which are the same in every language.
        transport.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        buttons = QHBoxLayout(transport)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(GRID // 2)
        for button in (self._back, self._play, self._forward):
            buttons.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID // 2)
        row.addWidget(transport)
        row.addSpacing(GRID)
        row.addWidget(self._time)
        row.addStretch(1)
        for button in (self._speed, self._loop, self._zoom, self._picture):
            row.addWidget(button)
        row.addSpacing(GRID // 2)
        for widget in (self._no_sound, self._mute, self._volume):
            row.addWidget(widget)

    def _arrange(self) -> None:
        """What does not fit is left out: the volume's slider, and the recording's length."""
        self._is_narrow = self.width() < _NARROW
        self._volume.setVisible(not self._is_narrow and self._has_sound)
        self._no_sound.setVisible(not self._is_narrow and not self._has_sound)
        self.show_place(*self._place)

    def _button(self, name: str, picture: str, text: str, keys: str = "") -> QToolButton:
        button = tool_button(name, picture, text, self)
        _name(button, text, keys)
        return button

    def _switch(self, name: str, picture: str, text: str, keys: str = "") -> QToolButton:
        button = self._button(name, picture, text, keys)
        button.setCheckable(True)
        return button

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._turn_speed()

    def _turn_speed(self) -> None:
        """The arrow stands behind the number, where menus have it."""
        left, right = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
        self._speed.setLayoutDirection(left if self.layoutDirection() is right else right)

    @Slot()
    def _offer_speeds(self) -> None:
        """Above the button: below it there is seldom room."""
        height = self._speed_menu.sizeHint().height()
        self._speed_menu.popup(self._speed.mapToGlobal(QPoint(0, -height)))

    @Slot(QAction)
    def _choose_speed(self, action: QAction) -> None:
        self.speed_chosen.emit(float(action.data()))


def _name(button: QToolButton, text: str, keys: str) -> None:
    """Name a button, with its key in the tip."""
    button.setAccessibleName(text)
    written = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    button.setToolTip(f"{text} ({written})" if keys else text)


def _speed_text(speed: float) -> str:
    """As "1.0×" or "1.25×"."""
    decimals = 1 if round(speed * 10) == speed * 10 else 2
    return from_left(f"{QLocale().toString(speed, 'f', decimals)}×")
