"""The words of the help: short pages, each a title and its paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kopia_desktop.gui.wording.noop import QT_TRANSLATE_NOOP

_CONTEXT = "Help"

SHORTCUTS = "shortcuts"
"""The page that is made of the table of actions."""


@dataclass(frozen=True, slots=True)
class HelpPage:
    """``id`` opens it from elsewhere; paragraphs are plain text in the window's language."""

    id: str
    title: str
    paragraphs: tuple[str, ...]

    def mentions(self, text: str) -> bool:
        """Whether a search for the text means this page; case does not matter."""
        wanted = text.casefold()
        return any(wanted in shown.casefold() for shown in (self.title, *self.paragraphs))


_PAGES: dict[str, tuple[str, ...]] = {
    "first-steps": (
        QT_TRANSLATE_NOOP("Help", "First steps"),
        QT_TRANSLATE_NOOP(
            "Help",
            "Drop a recording anywhere on the window: audio or video, one file or many, or a whole"
            " folder. Recognition starts at once, and the text appears line by line while it runs.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "You need not wait. Read, correct and play what is there already; work goes on, also"
            " after the program was closed and opened again.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "When you are content, choose File, Export and take the file you need, for example"
            " subtitles or a Word document.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "What new recordings are done with (language, model, filler words) is one click away:"
            " the options beside the Add button.",
        ),
    ),
    "editing": (
        QT_TRANSLATE_NOOP("Help", "Correct a transcript"),
        QT_TRANSLATE_NOOP(
            "Help",
            "Double click a line, or press Enter on it, and type. Enter keeps the line, Esc leaves"
            " it as it was. Everything is saved as you go, and everything can be undone.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "Split a line at the cursor, join it with a neighbour, or delete it from the Transcript"
            " menu. The words keep their times.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "Words the program doubts are shaded and underlined with dots. Go from one doubtful"
            " passage to the next, listen, and correct what is wrong.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "Filler words (um, uh) can be shown, struck through or hidden. Nothing is lost: switch"
            " them on again whenever you like.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "Times change in the waveform: drag the edge of a line to where it belongs.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "A translation stands beside the original, line by line, and either can be corrected. A"
            " line whose original changed is marked; have those lines translated again.",
        ),
    ),
    "vocabulary": (
        QT_TRANSLATE_NOOP("Help", "Names and terms"),
        QT_TRANSLATE_NOOP(
            "Help",
            "Write down names and terms that your recordings hold: File, Vocabulary. Speech models"
            " listen for them; the starter model cannot. After = stands what is heard instead, and"
            " it is written as you wish everywhere: on the screen, in searches, translations and"
            " files.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "A finished transcript can be given another vocabulary from the Transcript menu. Its"
            " words change at once; nothing that was recognised is lost.",
        ),
    ),
    "player": (
        QT_TRANSLATE_NOOP("Help", "Listen"),
        QT_TRANSLATE_NOOP(
            "Help",
            "Click a word to play from it. The word that is heard is marked, and the text follows;"
            " scroll by hand and it waits until you call it back.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "Play slower to catch every word, or loop the line you are working on. The picture of a"
            " video can be folded away.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "If the recording was moved, reading and correcting still work. Choose Job, Locate file"
            " and show where it is now.",
        ),
    ),
    "search": (
        QT_TRANSLATE_NOOP("Help", "Find things"),
        QT_TRANSLATE_NOOP(
            "Help",
            "The field at the top searches every transcript. Results are sentences, grouped by"
            " recording; open one and it plays from there.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "Edit, Find searches the open transcript. Edit, Replace changes all places at once, in"
            " one step that can be undone.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "View, All commands finds any action by a few letters of its name.",
        ),
    ),
    "export": (
        QT_TRANSLATE_NOOP("Help", "Export"),
        QT_TRANSLATE_NOOP(
            "Help",
            "The preview shows the file as it will be written. Choose the original or a"
            " translation, one format or several, with or without filler words.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "Subtitles are laid out so that they can be read: whole phrases, not too fast, never"
            " over one another. The rules can be changed for one export, or for all under Settings,"
            " Subtitles.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "Select several recordings and export them together into a folder. A file that is"
            " already there is kept; the new one gets a number.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "Settings, Export can write the files by itself as soon as a transcript is complete. A"
            " recording can also be dragged out of the list as a file.",
        ),
    ),
    "models": (
        QT_TRANSLATE_NOOP("Help", "Speech models"),
        QT_TRANSLATE_NOOP(
            "Help",
            "The model is what understands speech. The starter that comes with the program is only"
            " for trying out: it knows a small vocabulary, and real recordings become nonsense.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "Settings, Models lists what can be downloaded, with the size, the memory it needs and"
            " how fast it is about on this computer. Small ones are fast, large ones make fewer"
            " mistakes; the one that suits this computer best is marked.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "A download can be paused and goes on where it was, also after a restart. Every file is"
            " checked before it is used. A model that is damaged later is repaired with one click.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "Without a connection, copy the folder of a Whisper model in CTranslate2 format from"
            " another computer (model.bin and a few small files) and add it there. Where only a"
            " mirror can be reached, the variable KOPIA_MODEL_ENDPOINT names it.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "A graphics card with CUDA is used when it really works; otherwise the processor does"
            " the work. The line at the bottom of the window says which, and why.",
        ),
    ),
    "translate": (
        QT_TRANSLATE_NOOP("Help", "Translate"),
        QT_TRANSLATE_NOOP(
            "Help",
            "The + beside a transcript's languages translates it. Type a name or a code, tick one"
            " language or several, and start. Lines keep their times, so that subtitles of a"
            " translation stay in step.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "A language whose model is missing shows what would be downloaded. One click fetches"
            " it, and the translation begins by itself when it is here. Argos Translate has small"
            " packages for pairs of languages, MADLAD-400 is one large model for nearly all.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "The starter packages for English, Spanish and German know a few hundred words. They"
            " show how translating works; a real package of the pair takes their place.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "Where a language has two ways to address people, choose the formal or the informal"
            " one. After you corrected the original, the lines behind it are marked, and only those"
            " are translated again.",
        ),
    ),
    "api": (
        QT_TRANSLATE_NOOP("Help", "Use it from other programs"),
        QT_TRANSLATE_NOOP(
            "Help",
            "Other programs of this computer can send recordings and fetch transcripts through a"
            " REST API. It listens on this computer only, and asks for a key.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "Settings, API shows the address and the key, with a line to try in a terminal. The"
            " whole reference is the page /docs at that address.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "If someone has the key who should not, make a new one. The old one is worth nothing"
            " from that moment.",
        ),
    ),
    "privacy": (
        QT_TRANSLATE_NOOP("Help", "Privacy"),
        QT_TRANSLATE_NOOP(
            "Help",
            "Recordings, transcripts and translations never leave this computer. No account, no"
            " statistics, no check for updates.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "The network is used only to fetch what you ask for (a recording from a link that you"
            " add, a model that you download, the list of language packages), and to notify a"
            " program that asked for it through the API.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "What you delete is gone: its text is overwritten in the database, and files that the"
            " program received are removed. Your own recordings are never touched.",
        ),
    ),
    "trouble": (
        QT_TRANSLATE_NOOP("Help", "When something is wrong"),
        QT_TRANSLATE_NOOP(
            "Help",
            "An error stands where it happened, in a sentence with a button that helps. A job that"
            " failed can be run again; it goes on where it stopped.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "The text is nonsense: look at the model. The starter understands very little; and"
            " check the language if it was set by hand.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "It is slow: choose a smaller model, lower the thoroughness under Settings,"
            " Transcription, or close other programs that need much memory.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "There is no sound: the system may lack what is needed to play this kind of file."
            " Recognition does not depend on it.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "The disk is full: work waits and goes on by itself when there is room. Settings,"
            " Storage shows what can go.",
        ),
        QT_TRANSLATE_NOOP(
            "Help",
            "Still stuck: Help, Copy report puts on the clipboard how the program is, without any"
            " text, name or key in it. Send it along when you ask for help.",
        ),
    ),
}


def help_pages() -> tuple[HelpPage, ...]:
    """All pages with fixed words, in their order."""
    return tuple(
        HelpPage(name, _translated(title), tuple(_translated(text) for text in paragraphs))
        for name, (title, *paragraphs) in _PAGES.items()
    )


def shortcuts_page(shortcuts: tuple[tuple[str, str], ...]) -> HelpPage:
    """The page of keys; its paragraphs are for searching, the window draws a table."""
    title = QCoreApplication.translate("Help", "Keyboard shortcuts")
    return HelpPage(SHORTCUTS, title, tuple(f"{what} {keys}" for what, keys in shortcuts))


def _translated(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)
