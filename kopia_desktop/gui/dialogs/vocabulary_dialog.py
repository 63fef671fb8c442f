"""Names and terms: the lists that are kept, and which of them new recordings are done with."""

from __future__ import annotations

import functools
from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.settings import Settings
from kopia_desktop.core.vocabulary import Vocabulary, read
from kopia_desktop.gui.buttons import plain_button
from kopia_desktop.gui.context import Context
from kopia_desktop.gui.dialogs.controls import TYPING
from kopia_desktop.gui.dialogs.vocabulary_editor import VocabularyEditor
from kopia_desktop.gui.dialogs.vocabulary_lists import VocabularyLists
from kopia_desktop.gui.labels import Text, Trouble
from kopia_desktop.gui.setting_changes import SettingChanges, SettingId
from kopia_desktop.gui.theme import GRID, MARGIN
from kopia_desktop.gui.timers import one_shot

CHOSEN = SettingId("transcription", "vocabulary")
_FIRST_SIZE = QSize(720, 520)


class VocabularyDialog(QDialog):
    """Not modal; what is typed is kept as it is typed, line by line as far as it is right."""

    settings_changed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("vocabulary-dialog")
        self.setWindowTitle(self.tr("Vocabulary"))
        self._context = context
        self._texts: dict[str, str] = {}
        self._kept: dict[str, Vocabulary] = {}
        self._shown = ""
        self._gone: tuple[str, str] | None = None
        self._is_warned = False
        self.lists = VocabularyLists(self)
        self.editor = VocabularyEditor(context.theming, self)
        self._use = QCheckBox(self.tr("&Use this list for new recordings"), self)
        self._use.setObjectName("vocabulary-use")
        self._trouble = Trouble(context.theming, self)
        self._make_undo()
        self._changes = SettingChanges(context, self)
        self._quiet: QTimer = one_shot(self, TYPING, self.flush)
        self._lay_out()
        self._connect()
        self.editor.setEnabled(False)
        context.bridge.lanes.read(context.vocabularies.lists, self._show_lists)

    def _make_undo(self) -> None:
        self._note = QWidget(self)
        self._said = Text("", self._note)
        undo = plain_button("vocabulary-undo", self.tr("U&ndo"), self._note)
        undo.clicked.connect(self._bring_back)
        row = QHBoxLayout(self._note)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        row.addWidget(self._said, 1)
        row.addWidget(undo)
        self._note.hide()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(GRID)
        right.addWidget(self.editor, 1)
        right.addWidget(self._use)
        halves = QHBoxLayout()
        halves.setSpacing(MARGIN)
        halves.addWidget(self.lists, 2)
        halves.addLayout(right, 5)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setObjectName("vocabulary-close")
        close.setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(MARGIN)
        column.addLayout(halves, 1)
        for widget in (self._note, self._trouble, buttons):
            column.addWidget(widget)
        self.resize(_FIRST_SIZE)

    def _connect(self) -> None:
        self.lists.chosen.connect(self._show)
        self.lists.made.connect(self._make)
        self.lists.renamed.connect(self._rename)
        self.lists.removed.connect(self._remove)
        self.editor.changed.connect(self._typed)
        self._use.clicked.connect(self._choose)
        self._changes.kept.connect(self._told)
        self._changes.refused.connect(self._refused)

    # What is shown

    def _show_lists(self, lists: Mapping[str, Vocabulary]) -> None:
        self._kept = dict(lists)
        self._texts = {name: vocabulary.text for name, vocabulary in lists.items()}
        self.lists.show_names(list(lists), self._chosen)
        (self.editor.edit if lists else self.lists).setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _chosen(self) -> str:
        return str(CHOSEN.of(self._context.settings()))

    @Slot(str)
    def _show(self, name: str) -> None:
        self.flush()
        self._shown = name
        self.editor.setEnabled(bool(name))
        self._use.setEnabled(bool(name))
        self.editor.show_text(self._texts.get(name, ""))
        self._use.setChecked(bool(name) and name == self._chosen)

    @Slot()
    def _typed(self) -> None:
        self._texts[self._shown] = self.editor.text
        self._is_warned = False
        self._quiet.start()

    @Slot()
    def flush(self) -> None:
        """Keep what is right of the list that is shown, at once."""
        self._quiet.stop()
        name = self._shown
        if name in self._kept and self.editor.vocabulary != self._kept[name]:
            vocabulary = self._kept[name] = self.editor.vocabulary
            self._do(functools.partial(self._context.vocabularies.save, name, vocabulary))

    # The lists

    @Slot(str)
    def _make(self, name: str) -> None:
        add = self._context.vocabularies.add
        self._context.bridge.lanes.edit(lambda: add(name), self._made, self._trouble.say_error)

    def _made(self, name: str) -> None:
        """The first list is what a person wants to use."""
        self._trouble.clear()
        self._texts[name] = ""
        self._kept[name] = Vocabulary()
        self.lists.add(name)
        if not self._chosen or self._chosen not in self._kept:
            self._changes.change(CHOSEN, name)
            self._use.setChecked(True)

    @Slot(str, str)
    def _rename(self, name: str, wanted: str) -> None:
        self.flush()
        rename = self._context.vocabularies.rename

        def refused(error: KopiaError) -> None:
            self.lists.set_name(name, name)
            self._trouble.say_error(error)

        self._context.bridge.lanes.edit(
            lambda: (name, rename(name, wanted)), self._renamed, refused
        )

    def _renamed(self, names: tuple[str, str]) -> None:
        old, new = names
        self._trouble.clear()
        self._texts[new] = self._texts.pop(old, "")
        self._kept[new] = self._kept.pop(old, Vocabulary())
        if self._shown == old:
            self._shown = new
        self.lists.set_name(old, new)
        if self._chosen == old:
            self._changes.change(CHOSEN, new)

    @Slot(str)
    def _remove(self, name: str) -> None:
        self.flush()
        self._gone = (name, self._texts.get(name, ""))
        self._do(functools.partial(self._context.vocabularies.remove, name))
        self._texts.pop(name, None)
        self._kept.pop(name, None)
        if self._chosen == name:
            self._changes.change(CHOSEN, "")
        self.lists.take_away(name)
        self._said.setText(self.tr("The list “{name}” was removed.").format(name=name))
        self._note.show()

    @Slot()
    def _bring_back(self) -> None:
        assert self._gone is not None
        name, text = self._gone
        vocabulary = read(text)[0]
        add = self._context.vocabularies.add

        def back(kept: str) -> None:
            self._texts[kept], self._kept[kept] = text, vocabulary
            self.lists.show_names(sorted(self._kept, key=str.casefold), kept)

        self._note.hide()
        self._context.bridge.lanes.edit(
            lambda: add(name, vocabulary), back, self._trouble.say_error
        )

    @Slot(bool)
    def _choose(self, wanted: bool) -> None:
        self._changes.change(CHOSEN, self._shown if wanted else "")

    def _do(self, work: functools.partial[None]) -> None:
        self._context.bridge.lanes.edit(work, self._done, self._trouble.say_error)

    def _done(self, _: None) -> None:
        self._trouble.clear()

    @Slot(object)
    def _told(self, settings: Settings) -> None:
        self.settings_changed.emit(settings)

    @Slot(object, object)
    def _refused(self, _: object, error: KopiaError) -> None:
        self._use.setChecked(bool(self._shown) and self._shown == self._chosen)
        self._trouble.say_error(error)

    # The end

    def reject(self) -> None:
        """However it is closed: lines that are wrong are shown once before they are left out."""
        self.flush()
        wrong = next((name for name, text in self._texts.items() if read(text)[1]), None)
        if wrong is None or self._is_warned:
            super().reject()
            return
        self._is_warned = True
        self.lists.show_names(self.lists.names, wrong)
        self.editor.go_to_problem()
        self._trouble.say(
            self.tr("The marked lines are not kept. Mend them, or close again to drop them.")
        )
