"""Errors in words: core's stable codes become a sentence and what to do next."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from kopia_desktop.core.errors import KopiaError
from kopia_desktop.core.job import JobError
from kopia_desktop.gui.wording.noop import QT_TRANSLATE_NOOP

_CONTEXT = "Errors"

_SENTENCES: dict[str, tuple[str, str]] = {
    "media_not_found": (
        QT_TRANSLATE_NOOP("Errors", "The recording is no longer where it was."),
        QT_TRANSLATE_NOOP("Errors", "Locate the file, or put it back."),
    ),
    "media_is_folder": (
        QT_TRANSLATE_NOOP("Errors", "This is a folder, not a recording."),
        QT_TRANSLATE_NOOP("Errors", "Add the files inside it."),
    ),
    "media_unreadable": (
        QT_TRANSLATE_NOOP("Errors", "The recording cannot be opened."),
        QT_TRANSLATE_NOOP("Errors", "Check that you may read it and that its drive is connected."),
    ),
    "media_empty": (
        QT_TRANSLATE_NOOP("Errors", "The file is empty."),
        QT_TRANSLATE_NOOP("Errors", "Copy or record it again."),
    ),
    "media_changed": (
        QT_TRANSLATE_NOOP("Errors", "The file is not the one this job began with."),
        QT_TRANSLATE_NOOP("Errors", "Put the first file back, or add this one as a new job."),
    ),
    "unsupported_media": (
        QT_TRANSLATE_NOOP("Errors", "This is not an audio or video file."),
        QT_TRANSLATE_NOOP("Errors", "Add a recording; its name does not matter, its content does."),
    ),
    "no_audio": (
        QT_TRANSLATE_NOOP("Errors", "There is no sound in this file."),
        QT_TRANSLATE_NOOP("Errors", "Choose a recording with an audio track."),
    ),
    "media_damaged": (
        QT_TRANSLATE_NOOP("Errors", "Nothing in this file can be decoded."),
        QT_TRANSLATE_NOOP("Errors", "Copy it again from where it was recorded."),
    ),
    "media_too_long": (
        QT_TRANSLATE_NOOP("Errors", "The recording is longer than the settings allow."),
        QT_TRANSLATE_NOOP("Errors", "Raise the limit under Settings, Transcription."),
    ),
    "media_error": (
        QT_TRANSLATE_NOOP("Errors", "The recording cannot be used."),
        QT_TRANSLATE_NOOP("Errors", "Try another file."),
    ),
    "model_not_found": (
        QT_TRANSLATE_NOOP("Errors", "The speech model of this job is not installed."),
        QT_TRANSLATE_NOOP(
            "Errors", "Get it under Settings, Models, or choose another one in the options."
        ),
    ),
    "model_broken": (
        QT_TRANSLATE_NOOP("Errors", "Files of the model are missing or damaged."),
        QT_TRANSLATE_NOOP("Errors", "Repair it under Settings, Models, or add it again."),
    ),
    "model_exists": (
        QT_TRANSLATE_NOOP("Errors", "A model of that name is already there."),
        QT_TRANSLATE_NOOP("Errors", "Remove it first, or add this one under another name."),
    ),
    "model_error": (
        QT_TRANSLATE_NOOP("Errors", "That cannot be done with this model."),
        QT_TRANSLATE_NOOP("Errors", "Check the name and the folder."),
    ),
    "database_too_new": (
        QT_TRANSLATE_NOOP("Errors", "Your data was written by a newer version of the program."),
        QT_TRANSLATE_NOOP("Errors", "Update the program; nothing was touched."),
    ),
    "database_damaged": (
        QT_TRANSLATE_NOOP("Errors", "The database cannot be read."),
        QT_TRANSLATE_NOOP("Errors", "Restore the newest file of the backups folder."),
    ),
    "store_error": (
        QT_TRANSLATE_NOOP("Errors", "The database cannot be used just now."),
        QT_TRANSLATE_NOOP("Errors", "Close other programs that use the data folder."),
    ),
    "folder_not_writable": (
        QT_TRANSLATE_NOOP("Errors", "The folder cannot be written to."),
        QT_TRANSLATE_NOOP("Errors", "Choose another folder."),
    ),
    "unknown_format": (
        QT_TRANSLATE_NOOP("Errors", "There is no export format of that name."),
        QT_TRANSLATE_NOOP("Errors", "Choose one of the list."),
    ),
    "export_error": (
        QT_TRANSLATE_NOOP("Errors", "The export did not succeed."),
        QT_TRANSLATE_NOOP("Errors", "Choose another folder or format."),
    ),
    "job_not_found": (
        QT_TRANSLATE_NOOP("Errors", "This job no longer exists."),
        QT_TRANSLATE_NOOP("Errors", "It was deleted."),
    ),
    "segment_not_found": (
        QT_TRANSLATE_NOOP("Errors", "This line no longer exists."),
        QT_TRANSLATE_NOOP("Errors", "It was deleted or joined with another."),
    ),
    "translation_not_found": (
        QT_TRANSLATE_NOOP("Errors", "This translation no longer exists."),
        QT_TRANSLATE_NOOP("Errors", "Ask for it again."),
    ),
    "webhook_not_found": (
        QT_TRANSLATE_NOOP("Errors", "The job has no webhook."),
        QT_TRANSLATE_NOOP("Errors", "Give one when the job is made."),
    ),
    "state_conflict": (
        QT_TRANSLATE_NOOP("Errors", "That is not possible just now."),
        QT_TRANSLATE_NOOP("Errors", "Look at the job's state and try again."),
    ),
    "queue_full": (
        QT_TRANSLATE_NOOP("Errors", "There are too many unfinished jobs."),
        QT_TRANSLATE_NOOP("Errors", "Wait until some are completed, or delete some."),
    ),
    "no_translator": (
        QT_TRANSLATE_NOOP("Errors", "No installed translation model knows these two languages."),
        QT_TRANSLATE_NOOP("Errors", "Get one for this pair of languages under Settings, Models."),
    ),
    "translator_not_found": (
        QT_TRANSLATE_NOOP("Errors", "There is no such translation package."),
        QT_TRANSLATE_NOOP("Errors", "Look again at the list of languages."),
    ),
    "translator_exists": (
        QT_TRANSLATE_NOOP("Errors", "This translation package is installed already."),
        QT_TRANSLATE_NOOP("Errors", "Remove it first if it is to be installed anew."),
    ),
    "translator_kept": (
        QT_TRANSLATE_NOOP("Errors", "This translation package is not removed from here."),
        QT_TRANSLATE_NOOP("Errors", "It came with the program, or belongs to Argos Translate."),
    ),
    "package_broken": (
        QT_TRANSLATE_NOOP("Errors", "The translation package is damaged or is not safe to use."),
        QT_TRANSLATE_NOOP("Errors", "Get it again from where it came."),
    ),
    "translation_error": (
        QT_TRANSLATE_NOOP("Errors", "The translation did not succeed."),
        QT_TRANSLATE_NOOP("Errors", "Try again."),
    ),
    "upload_incomplete": (
        QT_TRANSLATE_NOOP("Errors", "The upload broke off."),
        QT_TRANSLATE_NOOP("Errors", "Send it again."),
    ),
    "upload_too_large": (
        QT_TRANSLATE_NOOP("Errors", "The upload is larger than the settings allow."),
        QT_TRANSLATE_NOOP("Errors", "Raise the limit under Settings, API."),
    ),
    "upload_misplaced": (
        QT_TRANSLATE_NOOP("Errors", "The upload went on at the wrong place."),
        QT_TRANSLATE_NOOP("Errors", "Ask for the offset and send from there."),
    ),
    "upload_error": (
        QT_TRANSLATE_NOOP("Errors", "The upload did not succeed."),
        QT_TRANSLATE_NOOP("Errors", "Send it again."),
    ),
    "address_refused": (
        QT_TRANSLATE_NOOP("Errors", "Media is never fetched from this address."),
        QT_TRANSLATE_NOOP("Errors", "Use an https link to a public server."),
    ),
    "fetch_failed": (
        QT_TRANSLATE_NOOP("Errors", "The server did not give the recording."),
        QT_TRANSLATE_NOOP("Errors", "Check the link in a browser, then run the job again."),
    ),
    "network_error": (
        QT_TRANSLATE_NOOP("Errors", "The network did not answer."),
        QT_TRANSLATE_NOOP("Errors", "Check the connection, then run the job again."),
    ),
    "download_error": (
        QT_TRANSLATE_NOOP("Errors", "The model could not be brought here."),
        QT_TRANSLATE_NOOP("Errors", "Try again; what has arrived already is kept."),
    ),
    "download_not_found": (
        QT_TRANSLATE_NOOP("Errors", "This download no longer exists."),
        QT_TRANSLATE_NOOP("Errors", "It has ended or was given up."),
    ),
    "download_refused": (
        QT_TRANSLATE_NOOP("Errors", "The server does not give this model."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Try again later, name a mirror in KOPIA_MODEL_ENDPOINT, or add the model's folder.",
        ),
    ),
    "download_missing": (
        QT_TRANSLATE_NOOP("Errors", "The server does not have this model."),
        QT_TRANSLATE_NOOP("Errors", "Choose another model, or add the model's folder."),
    ),
    "download_interrupted": (
        QT_TRANSLATE_NOOP("Errors", "There is no connection to the server."),
        QT_TRANSLATE_NOOP(
            "Errors",
            "Check the connection and try again; it goes on where it was. Without one, add a model"
            " from a folder.",
        ),
    ),
    "download_damaged": (
        QT_TRANSLATE_NOOP("Errors", "What arrived is not what was promised."),
        QT_TRANSLATE_NOOP("Errors", "Nothing of it is used. Try again, or use another connection."),
    ),
    "package_changed": (
        QT_TRANSLATE_NOOP("Errors", "The package is no longer the one that came first."),
        QT_TRANSLATE_NOOP(
            "Errors", "Nothing of it is used. Install it from a file whose origin you trust."
        ),
    ),
    "port_busy": (
        QT_TRANSLATE_NOOP("Errors", "Another program uses the API's port."),
        QT_TRANSLATE_NOOP("Errors", "Choose another port under Settings, API."),
    ),
    "host_not_local": (
        QT_TRANSLATE_NOOP("Errors", "The API listens on this computer only."),
        QT_TRANSLATE_NOOP("Errors", "Use 127.0.0.1."),
    ),
    "key_unusable": (
        QT_TRANSLATE_NOOP("Errors", "The API key or its file cannot be used."),
        QT_TRANSLATE_NOOP("Errors", "Make a new key under Settings, API."),
    ),
    "api_error": (
        QT_TRANSLATE_NOOP("Errors", "The API cannot be served."),
        QT_TRANSLATE_NOOP("Errors", "Look at Settings, API."),
    ),
    "worker_crashed": (
        QT_TRANSLATE_NOOP("Errors", "Recognition ended twice at the same place."),
        QT_TRANSLATE_NOOP(
            "Errors", "Everything before it is kept. Run the job again, or report it."
        ),
    ),
    "out_of_memory": (
        QT_TRANSLATE_NOOP("Errors", "There is not enough memory for this model."),
        QT_TRANSLATE_NOOP("Errors", "Close other programs, or choose a smaller model."),
    ),
    "worker_error": (
        QT_TRANSLATE_NOOP("Errors", "Recognition did not succeed."),
        QT_TRANSLATE_NOOP("Errors", "Run the job again."),
    ),
    "vocabulary_invalid": (
        QT_TRANSLATE_NOOP("Errors", "That is no name or term that can be kept."),
        QT_TRANSLATE_NOOP("Errors", "Use a short text with letters, and each name once."),
    ),
    "vocabulary_not_found": (
        QT_TRANSLATE_NOOP("Errors", "There is no list of that name any more."),
        QT_TRANSLATE_NOOP("Errors", "Choose another list."),
    ),
    "vocabulary_exists": (
        QT_TRANSLATE_NOOP("Errors", "There is a list of that name already."),
        QT_TRANSLATE_NOOP("Errors", "Choose another name."),
    ),
    "vocabulary_error": (
        QT_TRANSLATE_NOOP("Errors", "The vocabulary cannot be used."),
        QT_TRANSLATE_NOOP("Errors", "Check its lines."),
    ),
    "unknown_language": (
        QT_TRANSLATE_NOOP("Errors", "This language is not known."),
        QT_TRANSLATE_NOOP("Errors", "Choose one of the list."),
    ),
    "disk_full": (
        QT_TRANSLATE_NOOP("Errors", "The disk is full."),
        QT_TRANSLATE_NOOP("Errors", "Free some space; the work goes on by itself."),
    ),
    "data_folder_unusable": (
        QT_TRANSLATE_NOOP("Errors", "The data folder cannot be used."),
        QT_TRANSLATE_NOOP("Errors", "Check its permissions, or choose another one."),
    ),
    "data_folder_busy": (
        QT_TRANSLATE_NOOP("Errors", "Another Kopia Desktop already works on this data folder."),
        QT_TRANSLATE_NOOP("Errors", "Jobs added here are done by that one."),
    ),
    "no_screen": (
        QT_TRANSLATE_NOOP("Errors", "There is no screen to open a window on."),
        QT_TRANSLATE_NOOP("Errors", "Use the commands transcribe or serve, which need none."),
    ),
    "cancelled": (
        QT_TRANSLATE_NOOP("Errors", "Stopped."),
        QT_TRANSLATE_NOOP("Errors", "Run it again to go on where it stopped."),
    ),
    "job_error": (
        QT_TRANSLATE_NOOP("Errors", "The job did not succeed."),
        QT_TRANSLATE_NOOP("Errors", "Run it again."),
    ),
    "error": (
        QT_TRANSLATE_NOOP("Errors", "Something went wrong."),
        QT_TRANSLATE_NOOP("Errors", "Try again; if it stays, copy the report and tell us."),
    ),
}


@dataclass(frozen=True, slots=True)
class WordedError:
    """An error for a person: one sentence, what to do next, and core's own words for a tooltip."""

    code: str
    sentence: str
    hint: str
    details: str

    @property
    def text(self) -> str:
        """Sentence and hint in one line."""
        return f"{self.sentence} {self.hint}".strip()


def worded(error: KopiaError | JobError) -> WordedError:
    """The error in the window's language; an unknown code keeps core's English words."""
    details = f"{error.message} {error.hint}".strip()
    known = _SENTENCES.get(error.code)
    if known is None:
        return WordedError(error.code, error.message, error.hint, details)
    sentence, hint = (QCoreApplication.translate(_CONTEXT, text) for text in known)
    return WordedError(error.code, sentence, hint, details)


def worded_codes() -> frozenset[str]:
    """The codes that have a sentence; a test holds them against core's."""
    return frozenset(_SENTENCES)
