"""The door for a person's file: recognised by its content, opened by FFmpeg without trusting it.

A file may be hostile: playlists, scripts and session descriptions make FFmpeg read other files or
open connections, whatever the file is called. Three locks, each enough alone: only the containers
in ``FORMATS`` are accepted; FFmpeg gets an open file object, never a name that it could take for a
protocol or a pattern; and every wish of a container for another resource is refused.
"""

from __future__ import annotations

import errno
import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, NoReturn

import av
import av.error
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.stream import Disposition, Stream

from kopia_desktop.core.errors import (
    MediaDamaged,
    MediaEmpty,
    MediaIsFolder,
    MediaNotFound,
    MediaUnreadable,
    NoAudio,
    UnsupportedMedia,
)
from kopia_desktop.worker.ogg import Span

CONTAINERS = frozenset(
    "asf asf_o avi dhav dv flv gxf iamf ivr kux live_flv lxf matroska mov mpeg mpegts mxf nsv nut "
    "nuv ogg pva rm ty wtv".split()
)
"""FFmpeg's names of the containers whose packets carry times of their own."""

FORMATS = CONTAINERS | frozenset(
    "3dostr aac ac3 ac4 act aiff amr ape ast au avr bonk caf codec2 dsf dss dts dtshd eac3 flac "
    "gsm hcom iff ilbc ircam lc3 loas mlp mmf mp3 mpc mpc8 nistsphere oma osq paf pvf qcp qoa rka "
    "rso sbc shn sox tak truehd tta voc vqf w64 wav wve wv xwma".split()
)
"""All that may be opened: recordings only, and none that can refer to other files or hosts."""

NATIVE_ERRORS = (
    av.error.FFmpegError,
    ArithmeticError,
    AssertionError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What PyAV was seen to raise on damaged files; broad, because the file decides what happens in
there.
"""

_MAGIC = (
    (0, b"RIFF"),
    (0, b"RF64"),
    (0, b"\x1aE\xdf\xa3"),
    (0, b"OggS"),
    (0, b"fLaC"),
    (0, b"ID3"),
    (0, b"FORM"),
    (0, b"FLV\x01"),
    (0, b"caff"),
    (0, b".snd"),
    (0, b"#!AMR"),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11"),
    (4, b"ftyp"),
    (4, b"moov"),
    (4, b"mdat"),
)
_CHOOSE = "Choose an audio or video recording."
_BUFFER = 1 << 18  # bytes a read: fewer calls from FFmpeg back into Python
_LONGEST = 10 * 366 * 86400.0  # seconds; a header that claims more is taken as silent about it


@contextmanager
def open_media(
    path: str | os.PathLike[str], *, span: Span | None = None
) -> Iterator[InputContainer]:
    """Open the recording at ``path`` for reading; closes it at the end of the block.

    ``span`` opens a part of the file as if it were all. Raises a ``MediaError``: not there, a
    folder, unreadable, empty, not a recording, damaged.
    """
    with _open_file(path) as file:
        container = _open_container(Window(file, span or (0, os.fstat(file.fileno()).st_size)))
        try:
            yield container
        finally:
            container.close()


class Window:
    """A span of a file, for FFmpeg to read: nameless, and calm where damage points anywhere."""

    def __init__(self, file: BinaryIO, span: Span) -> None:
        self._file = file
        self._start, end = span
        self._size = end - self._start
        self._at = 0

    def read(self, count: int) -> bytes:
        if self._at >= self._size:
            return b""
        self._file.seek(self._start + self._at)
        data = self._file.read(min(count, self._size - self._at))
        self._at += len(data)
        return data

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(base + offset, 0)
        return self._at

    def tell(self) -> int:
        return self._at


def choose_track(container: InputContainer, audio_track: int | None) -> AudioStream:
    """The audio stream to listen to: ``audio_track`` from 0, None for the one a player takes.

    Raises ``NoAudio`` where there is none, ``UnsupportedMedia`` where FFmpeg has no decoder for it.
    """
    streams = container.streams.audio
    if not streams:
        raise NoAudio("This file holds no audio.", hint="Choose a recording with sound.")
    if audio_track is None:
        best = container.streams.best("audio")
        usable = [stream for stream in streams if stream.codec_context is not None]
        stream = next((each for each in usable if each is best), (usable or streams)[0])
    elif 0 <= audio_track < len(streams):
        stream = streams[audio_track]
    else:
        count = f"{len(streams)} audio track{'s' if len(streams) > 1 else ''}"
        raise NoAudio(
            f"There is no audio track {audio_track} in this file.",
            hint=f"It holds {count}, counted from 0.",
        )
    if stream.codec_context is None:  # PyAV's types do not say so: no decoder, as for locked sound
        raise UnsupportedMedia(
            "The sound in this file is encoded or locked in a way that cannot be decoded.",
            hint="Convert it to a common format such as MP3, M4A or WAV.",
        )
    return stream


def duration_of(container: InputContainer) -> float:
    """Seconds the container says it lasts, 0.0 if it does not say or says nonsense."""
    seconds = (container.duration or 0) / av.time_base
    return seconds if 0.0 < seconds < _LONGEST else 0.0


def start_of(container: InputContainer, stream: AudioStream) -> float:
    """Time 0 as players count it, on the container's clock: the first sound or picture."""
    counted = [stream, *pictures_of(container), *container.streams.audio]
    starts = [
        float(each.start_time * each.time_base)
        for each in counted
        if each.start_time is not None and each.time_base is not None
    ]
    return min(starts, default=0.0)


def has_times(container: InputContainer) -> bool:
    """The stamps say when; elsewhere FFmpeg counts them, wrongly where the sample rate changes."""
    return not CONTAINERS.isdisjoint(container.format.name.split(","))


def pictures_of(container: InputContainer) -> list[Stream]:
    """The streams of moving pictures: not cover art, not thumbnails of chapters."""
    still = Disposition.attached_pic | Disposition.timed_thumbnails
    return [stream for stream in container.streams.video if not stream.disposition & still]


def name_of(container: InputContainer) -> str:
    """FFmpeg's first name of the container; QuickTime and MP4 are told apart by the brand."""
    name = container.format.name.partition(",")[0]
    brand = container.metadata.get("major_brand", "qt").strip()
    return "mp4" if name == "mov" and brand != "qt" else name


def _open_file(path: str | os.PathLike[str]) -> BinaryIO:
    """The file's bytes; only a regular file, for a pipe or device may wait forever or never end."""
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise MediaIsFolder("This is a folder, not a recording.", hint=_CHOOSE)
        if not stat.S_ISREG(status.st_mode):
            raise UnsupportedMedia("This is a device or pipe, not a file.", hint=_CHOOSE)
        if status.st_size == 0:
            raise MediaEmpty("This file is empty (0 bytes).", hint="Copy or record it again.")
        flags = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
        return os.fdopen(os.open(path, flags), "rb", buffering=0)  # FFmpeg buffers
    except (FileNotFoundError, NotADirectoryError) as error:
        hint = "Check whether it was moved, renamed or is on a drive that is not connected."
        raise MediaNotFound("There is no such file.", hint=hint) from error
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            hint = "Move it to a folder with a shorter path."
            raise MediaNotFound("The file's path is too long.", hint=hint) from error
        hint = "Check its permissions and that no other program holds it."
        raise MediaUnreadable(f"The file cannot be read ({error.strerror}).", hint=hint) from error
    except ValueError as error:  # a NUL in the name
        raise MediaNotFound("This is not a valid file name.", hint=_CHOOSE) from error


def _refuse(url: str, flags: int, options: Any) -> NoReturn:
    raise ValueError("a recording may not open other resources")


def _open_container(file: Window) -> InputContainer:
    head = b""
    locks = {
        "format_whitelist": ",".join(sorted(FORMATS)),
        "protocol_whitelist": "none",
        "enable_drefs": "0",  # QuickTime files that keep their sound in another file
        "use_absolute_path": "0",
    }
    try:
        head = file.read(16)
        file.seek(0)
        return av.open(
            file,
            "r",
            container_options=locks,
            metadata_errors="replace",
            buffer_size=_BUFFER,
            io_open=_refuse,
        )
    except NATIVE_ERRORS as error:
        raise _not_opened(error, head) from error


def _not_opened(error: Exception, head: bytes) -> Exception:
    if isinstance(error, OSError) and not isinstance(error, av.error.FFmpegError):
        return MediaUnreadable(
            f"The file cannot be read ({error.strerror}).", hint="Copy it to this computer first."
        )
    if any(head.startswith(magic, at) for at, magic in _MAGIC) and head[8:12] != b"WEBP":
        return MediaDamaged(
            "This recording is damaged or incomplete: it cannot be opened.",
            hint="Copy or export it again from where it was made.",
        )
    return UnsupportedMedia("This is not an audio or video recording.", hint=_CHOOSE)
