"""The errors a person can do something about.

    KopiaError
    |- MediaError
    |  |- MediaNotFound        nothing at that path
    |  |- MediaIsFolder        a folder was given where a file belongs
    |  |- MediaUnreadable      the operating system refuses to open it
    |  |- MediaEmpty           0 bytes
    |  |- MediaChanged         the file is no longer the one the job began with
    |  |- UnsupportedMedia     not audio or video, or a kind that is refused for safety
    |  |- NoAudio              a video or container without an audio track
    |  |- MediaDamaged         recognised, but nothing in it can be decoded
    |  `- MediaTooLong         over the limit of hours
    |- ModelError
    |  |- ModelNotFound        no such model is installed
    |  |- ModelBroken          files of the model are missing or damaged
    |  `- ModelExists          a model of that name is already there
    |- StoreError
    |  |- DatabaseTooNew       written by a newer version of the program
    |  `- DatabaseDamaged      SQLite cannot read it
    |- ExportError
    |  |- FolderNotWritable    the place to write to refuses
    |  `- UnknownFormat        no exporter of that name
    |- JobError
    |  |- JobNotFound          no such job
    |  |- SegmentNotFound      no such segment in any transcript
    |  |- TranslationNotFound  no such translation of the job
    |  |- WebhookNotFound      the job has no webhook, or is not completed
    |  |- StateConflict        the job's status does not allow that
    |  `- QueueFull            as many unfinished jobs as the settings allow
    |- TranslationError
    |  |- NoTranslator         no installed model serves the pair of languages
    |  |- TranslatorNotFound   no such package is installed, or none is offered
    |  |- TranslatorExists     a package of these languages is already there
    |  |- TranslatorKept       it is not ours to remove
    |  `- PackageBroken        it cannot be, or must not be, unpacked
    |- UploadError
    |  |- UploadIncomplete     fewer bytes came than were announced, or none for too long
    |  |- UploadTooLarge       more bytes than the settings allow
    |  `- UploadMisplaced      bytes for another place than the next one
    |- NetworkError
    |  |- AddressRefused       a host or address that is never dialled
    |  |- FetchFailed          the server did not give the media
    |  `- DownloadError        a model could not be brought here
    |     |- DownloadNotFound     no download of that name is known
    |     |- DownloadRefused      the server does not give it, or gives it in a wrong way
    |     |- DownloadMissing      the server does not have it
    |     |- DownloadInterrupted  the connection or the server failed; it goes on where it was
    |     |- DownloadDamaged      what came is not what was promised, twice
    |     `- PackageChanged       a package is no longer the one that came first
    |- ApiError
    |  |- PortBusy             another program listens on the API's port
    |  |- HostNotLocal         the API was asked to listen beyond this computer
    |  `- KeyUnusable          the API key or its file cannot be used
    |- WorkerError
    |  |- WorkerCrashed        a child process died twice on the same piece of work
    |  `- OutOfMemory          not enough memory for the model or the piece of work
    |- VocabularyError
    |  |- VocabularyInvalid    a line that is no term, or too much of them
    |  |- VocabularyNotFound   no list of that name is kept
    |  `- VocabularyExists     a list of that name is already kept
    |- UnknownLanguage         not one of the codes of languages.json
    |- DiskFull                no space left where the program writes
    |- DataFolderUnusable      the data folder cannot be made or written
    |- NoScreen                the window was asked for where none can be shown
    `- DataFolderBusy          another engine already runs on the data folder

Each has a stable ``code`` (faces translate by it), a one-sentence ``message`` in English and a
``hint``: what the person can do next. Expected errors are shown so; anything that is not a
KopiaError is a bug.
"""

from __future__ import annotations

import errno
from pathlib import Path


class KopiaError(Exception):
    """Base of all expected errors.

    ``message`` says what is wrong in one sentence, ``hint`` what to do next (may be empty).
    """

    code = "error"

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """The message and the hint in one line."""
        return f"{self.message} {self.hint}".strip()

    def __reduce__(self) -> tuple[object, ...]:
        # Errors cross process borders; the default reduction forgets keyword-only arguments.
        return (_rebuild, (type(self), self.message, self.hint))


def _rebuild(kind: type[KopiaError], message: str, hint: str) -> KopiaError:
    return kind(message, hint=hint)


class MediaError(KopiaError):
    code = "media_error"


class MediaNotFound(MediaError):
    code = "media_not_found"


class MediaIsFolder(MediaError):
    code = "media_is_folder"


class MediaUnreadable(MediaError):
    code = "media_unreadable"


class MediaEmpty(MediaError):
    code = "media_empty"


class MediaChanged(MediaError):
    code = "media_changed"


class UnsupportedMedia(MediaError):
    code = "unsupported_media"


class NoAudio(MediaError):
    code = "no_audio"


class MediaDamaged(MediaError):
    code = "media_damaged"


class MediaTooLong(MediaError):
    code = "media_too_long"


class ModelError(KopiaError):
    code = "model_error"


class ModelNotFound(ModelError):
    code = "model_not_found"


class ModelBroken(ModelError):
    code = "model_broken"


class ModelExists(ModelError):
    code = "model_exists"


class StoreError(KopiaError):
    code = "store_error"


class DatabaseTooNew(StoreError):
    code = "database_too_new"


class DatabaseDamaged(StoreError):
    code = "database_damaged"


class ExportError(KopiaError):
    code = "export_error"


class FolderNotWritable(ExportError):
    code = "folder_not_writable"


class UnknownFormat(ExportError):
    code = "unknown_format"


class JobError(KopiaError):
    code = "job_error"


class JobNotFound(JobError):
    code = "job_not_found"


class SegmentNotFound(JobError):
    code = "segment_not_found"


class TranslationNotFound(JobError):
    code = "translation_not_found"


class WebhookNotFound(JobError):
    code = "webhook_not_found"


class StateConflict(JobError):
    code = "state_conflict"


class QueueFull(JobError):
    code = "queue_full"


class TranslationError(KopiaError):
    code = "translation_error"


class NoTranslator(TranslationError):
    code = "no_translator"


class TranslatorNotFound(TranslationError):
    code = "translator_not_found"


class TranslatorExists(TranslationError):
    code = "translator_exists"


class TranslatorKept(TranslationError):
    code = "translator_kept"


class PackageBroken(TranslationError):
    code = "package_broken"


class UploadError(KopiaError):
    code = "upload_error"


class UploadIncomplete(UploadError):
    code = "upload_incomplete"


class UploadTooLarge(UploadError):
    code = "upload_too_large"


class UploadMisplaced(UploadError):
    code = "upload_misplaced"


class NetworkError(KopiaError):
    code = "network_error"


class AddressRefused(NetworkError):
    code = "address_refused"


class FetchFailed(NetworkError):
    code = "fetch_failed"


class DownloadError(NetworkError):
    code = "download_error"


class DownloadNotFound(DownloadError):
    code = "download_not_found"


class DownloadRefused(DownloadError):
    code = "download_refused"


class DownloadMissing(DownloadError):
    code = "download_missing"


class DownloadInterrupted(DownloadError):
    code = "download_interrupted"


class DownloadDamaged(DownloadError):
    code = "download_damaged"


class PackageChanged(DownloadError):
    code = "package_changed"


class ApiError(KopiaError):
    code = "api_error"


class PortBusy(ApiError):
    code = "port_busy"


class HostNotLocal(ApiError):
    code = "host_not_local"


class KeyUnusable(ApiError):
    code = "key_unusable"


class WorkerError(KopiaError):
    code = "worker_error"


class WorkerCrashed(WorkerError):
    code = "worker_crashed"


class OutOfMemory(WorkerError):
    code = "out_of_memory"


class VocabularyError(KopiaError):
    code = "vocabulary_error"


class VocabularyInvalid(VocabularyError):
    code = "vocabulary_invalid"


class VocabularyNotFound(VocabularyError):
    code = "vocabulary_not_found"


class VocabularyExists(VocabularyError):
    code = "vocabulary_exists"


class UnknownLanguage(KopiaError):
    code = "unknown_language"


class DiskFull(KopiaError):
    code = "disk_full"


class DataFolderUnusable(KopiaError):
    code = "data_folder_unusable"


class NoScreen(KopiaError):
    code = "no_screen"


class DataFolderBusy(KopiaError):
    code = "data_folder_busy"


def is_disk_full(error: OSError) -> bool:
    """The operating system says that the disk, or the person's share of it, is full."""
    return error.errno in (errno.ENOSPC, errno.EDQUOT)


def unusable(folder: Path, error: OSError) -> DiskFull | DataFolderUnusable:
    """What it means that the data folder cannot be written."""
    if is_disk_full(error):
        return DiskFull(
            f"The disk that holds {folder} is full.", hint="Free some space and try again."
        )
    return DataFolderUnusable(
        f"The data folder {folder} cannot be used ({error.strerror}).",
        hint="Choose another with --data-dir or KOPIA_DATA_DIR.",
    )
