"""Every action of the program: its words, its keys, its menu. Menus, palette and help read it here.

Texts carry the mnemonics of the menus; ``plain`` takes them off.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from kopia_desktop.gui.icons import icon

SEPARATOR = ""
"""Stands in a menu's list of ids for a line."""


@dataclass(frozen=True, slots=True)
class MenuSpec:
    """A menu: its title and the ids of its actions in order."""

    title: str
    ids: tuple[str, ...]


def plain(text: str) -> str:
    """An action's text without its mnemonic and its dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")


class Actions(QObject):
    """The actions by id; whoever owns the doing connects to ``triggered`` or ``toggled``."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._undrawn: dict[str, str] = {}
        self._make_file()
        self._make_edit()
        self._make_view()
        self._make_job()
        self._make_transcript()
        self._make_player()
        self._make_help()
        window.addActions(list(self._actions.values()))

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._actions)

    @property
    def by_id(self) -> Mapping[str, QAction]:
        return self._actions

    def shortcuts(self) -> tuple[tuple[str, str], ...]:
        """(what it does, its keys as this system writes them) of every action that has keys."""
        return tuple(
            (plain(action.text()), " / ".join(keys))
            for action in self._actions.values()
            if (keys := [_written(key) for key in action.shortcuts()])
        )

    def menus(self) -> tuple[MenuSpec, ...]:
        """All menus; every action stands in exactly one."""
        return (
            MenuSpec(
                self.tr("&File"),
                (
                    "open_files",
                    "open_folder",
                    "paste",
                    "sample",
                    SEPARATOR,
                    "export",
                    "copy_text",
                    "show_file",
                    SEPARATOR,
                    "vocabulary",
                    "settings",
                    SEPARATOR,
                    "close_window",
                    "quit",
                ),
            ),
            MenuSpec(
                self.tr("&Edit"),
                (
                    "undo",
                    "redo",
                    SEPARATOR,
                    "copy",
                    SEPARATOR,
                    "find",
                    "replace",
                    "find_next",
                    "find_previous",
                    "search_all",
                ),
            ),
            MenuSpec(
                self.tr("&View"),
                (
                    "palette",
                    SEPARATOR,
                    "focus_jobs",
                    "focus_transcript",
                    "focus_player",
                    SEPARATOR,
                    "zoom_in",
                    "zoom_out",
                    "zoom_reset",
                    SEPARATOR,
                    "fillers_shown",
                    "fillers_struck",
                    "fillers_hidden",
                    SEPARATOR,
                    "full_screen",
                ),
            ),
            MenuSpec(
                self.tr("&Job"),
                ("pause", "resume", "cancel", "retry", SEPARATOR, "locate", "delete_jobs"),
            ),
            MenuSpec(
                self.tr("&Transcript"),
                (
                    "edit_segment",
                    "split",
                    "merge_above",
                    "merge_below",
                    "delete_segment",
                    "revert",
                    SEPARATOR,
                    "next_doubt",
                    "previous_doubt",
                    SEPARATOR,
                    "translate",
                    "retranslate",
                    SEPARATOR,
                    "job_vocabulary",
                ),
            ),
            MenuSpec(
                self.tr("&Player"),
                (
                    "play",
                    "back",
                    "forward",
                    "previous_segment",
                    "next_segment",
                    SEPARATOR,
                    "slower",
                    "faster",
                    "loop",
                    SEPARATOR,
                    "follow",
                    "picture",
                    "mute",
                ),
            ),
            MenuSpec(
                self.tr("&Help"),
                ("help", "shortcuts", SEPARATOR, "log", "report", SEPARATOR, "licences", "about"),
            ),
        )

    def fill(self, bar: QMenuBar) -> None:
        """Build the menus."""
        for spec in self.menus():
            menu = QMenu(spec.title, bar)
            menu.aboutToShow.connect(functools.partial(self.draw_icons, spec.ids))
            for name in spec.ids:
                if name == SEPARATOR:
                    menu.addSeparator()
                else:
                    menu.addAction(self._actions[name])
            bar.addMenu(menu)

    def draw_icons(self, names: Iterable[str]) -> None:
        """Give actions their icons before they are seen: a new window shows no menu."""
        for name in names:
            if drawn := self._undrawn.pop(name, ""):
                self._actions[name].setIcon(icon(drawn))

    def _add(
        self,
        name: str,
        text: str,
        keys: Sequence[str | QKeySequence.StandardKey] | str = (),
        *,
        icon_name: str = "",
        checkable: bool = False,
        group: QActionGroup | None = None,
    ) -> QAction:
        action = QAction(text, self)
        action.setObjectName(f"action-{name}")
        wanted = [keys] if isinstance(keys, str) else list(keys)
        sequences = [QKeySequence(key) for key in wanted if key]
        action.setShortcuts([sequence for sequence in sequences if not sequence.isEmpty()])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setCheckable(checkable)
        if icon_name:
            self._undrawn[name] = icon_name
        if group is not None:
            group.addAction(action)
        action.setMenuRole(_ROLES.get(name, QAction.MenuRole.NoRole))
        self._actions[name] = action
        return action

    def _make_file(self) -> None:
        self._add("open_files", self.tr("&Open files…"), "Ctrl+O", icon_name="open")
        self._add("open_folder", self.tr("Open &folder…"), "Ctrl+Shift+O", icon_name="folder")
        self._add("paste", self.tr("&Paste files or links"), "Ctrl+V", icon_name="link")
        self._add("sample", self.tr("&Try the sample"), icon_name="sample")
        self._add("export", self.tr("&Export…"), "Ctrl+E", icon_name="export")
        self._add("copy_text", self.tr("Cop&y as text"), "Ctrl+Shift+C", icon_name="copy")
        self._add("show_file", self.tr("&Show file in folder"), icon_name="folder")
        self._add("vocabulary", self.tr("&Vocabulary…"), icon_name="vocabulary")
        self._add("settings", self.tr("Sett&ings…"), "Ctrl+,", icon_name="settings")
        self._add("close_window", self.tr("&Close window"), "Ctrl+W", icon_name="close")
        self._add("quit", self.tr("&Quit"), "Ctrl+Q", icon_name="quit")

    def _make_edit(self) -> None:
        self._add("undo", self.tr("&Undo"), "Ctrl+Z", icon_name="undo")
        self._add("redo", self.tr("&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), icon_name="redo")
        self._add("copy", self.tr("&Copy lines"), "Ctrl+C", icon_name="copy")
        self._add("find", self.tr("&Find…"), "Ctrl+F", icon_name="search")
        self._add("replace", self.tr("R&eplace…"), "Ctrl+H")
        self._add("find_next", self.tr("Find &next"), "F3", icon_name="down")
        self._add("find_previous", self.tr("Find &previous"), "Shift+F3", icon_name="up")
        self._add("search_all", self.tr("&Search all transcripts"), "Ctrl+Shift+F")

    def _make_view(self) -> None:
        self._add("palette", self.tr("&All commands…"), "Ctrl+K", icon_name="palette")
        self._add("focus_jobs", self.tr("Go to the &jobs"), "Alt+1")
        self._add("focus_transcript", self.tr("Go to the &transcript"), "Alt+2")
        self._add("focus_player", self.tr("Go to the &player"), "Alt+3")
        self._add("zoom_in", self.tr("&Larger text"), ("Ctrl++", "Ctrl+="))
        self._add("zoom_out", self.tr("&Smaller text"), "Ctrl+-")
        self._add("zoom_reset", self.tr("&Normal text size"), "Ctrl+0")
        group = QActionGroup(self)
        texts = {
            "fillers_shown": (self.tr("Filler words s&hown"), "Ctrl+1"),
            "fillers_struck": (self.tr("Filler words str&uck"), "Ctrl+2"),
            "fillers_hidden": (self.tr("Filler words h&idden"), "Ctrl+3"),
        }
        for name, (text, keys) in texts.items():
            self._add(name, text, keys, checkable=True, group=group)
        self._add("full_screen", self.tr("&Full screen"), "F11", checkable=True)

    def _make_job(self) -> None:
        self._add("pause", self.tr("&Pause"), "Ctrl+P", icon_name="pause")
        self._add("resume", self.tr("&Go on"), "Ctrl+Shift+P", icon_name="play")
        self._add("cancel", self.tr("&Stop"), "Ctrl+.", icon_name="stop")
        self._add("retry", self.tr("&Run again"), "Ctrl+R", icon_name="retry")
        self._add("locate", self.tr("&Locate file…"), icon_name="search")
        self._add("delete_jobs", self.tr("&Delete"), "Ctrl+Shift+Del", icon_name="delete")

    def _make_transcript(self) -> None:
        self._add("edit_segment", self.tr("&Edit line"), "F2", icon_name="edit")
        self._add("split", self.tr("&Split at the cursor"), "Ctrl+Return", icon_name="split")
        self._add("merge_above", self.tr("&Join with the line above"), "Ctrl+Backspace")
        self._add("merge_below", self.tr("Join with the line &below"), "Ctrl+J", icon_name="merge")
        self._add("delete_segment", self.tr("&Delete line"), "Ctrl+Del", icon_name="delete")
        self._add("revert", self.tr("Back to what was &recognised"), icon_name="undo")
        self._add("next_doubt", self.tr("&Next doubtful passage"), "F8", icon_name="doubt")
        self._add("previous_doubt", self.tr("&Previous doubtful passage"), "Shift+F8")
        self._add("translate", self.tr("&Translate…"), "Ctrl+T", icon_name="translate")
        self._add("retranslate", self.tr("Translate &changed lines again"), icon_name="retry")
        self._add("job_vocabulary", self.tr("&Vocabulary of this transcript…"))

    def _make_player(self) -> None:
        self._add("play", self.tr("&Play or pause"), ("Space", "Ctrl+Space"), icon_name="play")
        self._add("back", self.tr("5 seconds &back"), "Left", icon_name="back")
        self._add("forward", self.tr("5 seconds &on"), "Right", icon_name="forward")
        self._add("previous_segment", self.tr("Pre&vious line"), "Shift+Left")
        self._add("next_segment", self.tr("&Next line"), "Shift+Right")
        self._add("slower", self.tr("&Slower"), "[")
        self._add("faster", self.tr("&Faster"), "]")
        self._add("loop", self.tr("&Loop the line"), "L", icon_name="loop", checkable=True)
        self._add(
            "follow", self.tr("Follo&w the text"), "Ctrl+L", icon_name="follow", checkable=True
        )
        self._add("picture", self.tr("P&icture"), "V", icon_name="picture", checkable=True)
        self._add("mute", self.tr("&Mute"), "M", icon_name="muted", checkable=True)

    def _make_help(self) -> None:
        self._add("help", self.tr("&Help"), "F1", icon_name="help")
        self._add("shortcuts", self.tr("&Keyboard shortcuts"), "Ctrl+/")
        self._add("log", self.tr("&Log…"), icon_name="log")
        self._add("report", self.tr("&Copy report"), icon_name="copy")
        self._add("licences", self.tr("L&icences…"))
        self._add("about", self.tr("&About Kopia Desktop"), icon_name="info")


_ROLES = {
    "about": QAction.MenuRole.AboutRole,
    "settings": QAction.MenuRole.PreferencesRole,
    "quit": QAction.MenuRole.QuitRole,
}


def _written(key: QKeySequence) -> str:
    return key.toString(QKeySequence.SequenceFormat.NativeText)
