"""The options of new recordings, one click away; each change is a setting and applies at once."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QScrollArea,
    QSizePolicy,
    QStyleOptionToolButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.gui.adding.options_form import Installed, OptionsForm
from kopia_desktop.gui.adding.options_text import options_text
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.icons import icon
from kopia_desktop.gui.installed_targets import read_installed_targets
from kopia_desktop.gui.popup_edge import paint_edge
from kopia_desktop.gui.setting_changes import SettingChanges, SettingId
from kopia_desktop.gui.theme import GRID, ICON

_WIDTH = 46 * GRID

_WIDEST = 52 * GRID
_NARROWEST = 15 * GRID
_AROUND = 6 * GRID
"""Icon, arrow and borders beside the text."""

_ROUNDING = 2
"""Pixels: a text is not cut for a part of one."""


class OptionsPanel(QWidget):
    """A popup: Esc or a click elsewhere closes it. ``changed`` tells the settings it wrote."""

    changed = Signal(object)
    closed = Signal()
    vocabulary_wanted = Signal()
    models_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("options-panel")
        self.setAccessibleName(self.tr("Options for new recordings"))
        self.setContentsMargins(1, 1, 1, 1)  # its edge
        self._context = context
        self._form = OptionsForm(context.theming, self)
        self._changes = SettingChanges(context, self)
        self._changes.kept.connect(self.changed)
        self._changes.refused.connect(self._say_refused)
        self._form.changed.connect(self._changes.change)
        self._form.resized.connect(self._fit)
        self._form.vocabulary_wanted.connect(self._leave_for_vocabulary)
        self._form.models_wanted.connect(self._leave_for_models)
        scroll = QScrollArea(self)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll = scroll
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._form)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)

    def open_under(self, button: QWidget) -> None:
        """Show what holds now; what is installed comes from the disk in a moment."""
        self._form.show_settings(self._context.settings())
        self._context.bridge.lanes.read(self._look, self._show_installed)
        self._place(button)
        self.show()
        self._form.first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _look(self) -> Installed:
        return Installed(
            self._context.models.installed(),
            read_installed_targets(self._context),
            tuple(self._context.vocabularies.lists()),
        )

    def _show_installed(self, installed: Installed) -> None:
        self._form.show_installed(installed, self._context.settings().transcription)

    @Slot()
    def _leave_for_vocabulary(self) -> None:
        self.close()
        self.vocabulary_wanted.emit()

    @Slot()
    def _leave_for_models(self) -> None:
        self.close()
        self.models_wanted.emit()

    def _place(self, button: QWidget) -> None:
        """Under the button, with its leading edge, inside the screen."""
        self._fit()
        area = button.rect()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        corner = button.mapToGlobal(
            area.bottomRight() - QPoint(self.width() - 1, 0) if mirrored else area.bottomLeft()
        )
        screen = self._room()
        x = max(min(corner.x(), screen.right() - self.width()), screen.left())
        y = max(min(corner.y() + 1, screen.bottom() - self.height()), screen.top())
        self.move(x, y)

    @Slot()
    def _fit(self) -> None:
        """As large as its content, at most as the screen."""
        frame = self.contentsMargins().left() + self.contentsMargins().right()
        inside = self._form.layout()
        assert inside is not None
        inside.activate()
        room = self._room()
        width = min(max(_WIDTH - frame, inside.minimumSize().width()), room.width() - frame)
        height = max(inside.heightForWidth(width), inside.minimumSize().height())
        # A bar that was there takes width, which makes the text taller: it would stay for ever.
        fits = height + frame <= room.height()
        policy = Qt.ScrollBarPolicy
        self._scroll.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )
        self.resize(QSize(width + frame, min(height + frame, room.height())))

    def _room(self) -> QRect:
        screen = self.screen() or QGuiApplication.primaryScreen()
        return screen.availableGeometry()

    @Slot(object, object)
    def _say_refused(self, _: frozenset[SettingId], error: KopiaError) -> None:
        self._form.show_settings(self._context.settings())
        self._form.show_error(error)

    def paintEvent(self, event: QPaintEvent) -> None:
        """With an edge."""
        super().paintEvent(event)
        paint_edge(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.closed.emit()


class OptionsButton(QToolButton):
    """Its text is shortened to the room there is; a tooltip and screen readers get all of it."""

    settings_changed = Signal(object)
    """The settings that the panel has written."""

    vocabulary_wanted = Signal()
    """The lists of names and terms are to be edited."""

    models_wanted = Signal()
    """Another speech model is wanted."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("options")
        self._context = context
        self._text = ""
        self.setIcon(icon("options"))
        self.setIconSize(QSize(ICON, ICON))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.panel = OptionsPanel(context, self)
        self.panel.changed.connect(self._changed)
        self.panel.closed.connect(self._take_focus_back)
        self.panel.vocabulary_wanted.connect(self.vocabulary_wanted)
        self.panel.models_wanted.connect(self.models_wanted)
        self.clicked.connect(self.open_panel)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the settings as they are now; to be called when another place changed them."""
        self._text = options_text(self._context.settings())
        said = self.tr("Options for new recordings: {options}").format(options=self._text)
        self.setToolTip(said)
        self.setAccessibleName(said)
        self.updateGeometry()
        self._shorten()

    @Slot()
    def open_panel(self) -> None:
        """Open the panel under the button, with the keyboard in it."""
        self.panel.open_under(self)

    def sizeHint(self) -> QSize:
        wanted = self.fontMetrics().horizontalAdvance(self._text) + _ROUNDING + _AROUND
        return QSize(min(wanted, _WIDEST), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        """With the small arrow of a button that opens something."""
        super().initStyleOption(option)
        option.features |= QStyleOptionToolButton.ToolButtonFeature.HasMenu

    def _shorten(self) -> None:
        room = self.width() - _AROUND
        self.setText(self.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, room))

    @Slot(object)
    def _changed(self, settings: object) -> None:
        self.refresh()
        self.settings_changed.emit(settings)

    @Slot()
    def _take_focus_back(self) -> None:
        self.setFocus(Qt.FocusReason.PopupFocusReason)
