"""Whether a file is likely a recording, told by its name and its first bytes.

A guess for choosing among many files; the worker alone decides, by decoding. The endings are those
of the containers that the worker opens, and of what people keep beside recordings.
"""

from __future__ import annotations

from enum import Enum, auto
from pathlib import PurePath

AUDIO_ENDINGS = frozenset(
    "3ga aac ac3 aif aifc aiff amr ape au awb caf dsf dss dts eac3 flac gsm m4a m4b m4r mka mp2 "
    "mp3 mpa mpc mpga oga ogg opus oma qcp rf64 shn snd spx tak tta voc w64 wav wave weba wma "
    "wv".split()
)
VIDEO_ENDINGS = frozenset(
    "3g2 3gp asf avi divx dv f4v flv m1v m2t m2ts m2v m4v mkv mov mp4 mpeg mpg mpv mts mxf nut ogm "
    "ogv qt rm rmvb ts vob webm wmv wtv".split()
)
MEDIA_ENDINGS = AUDIO_ENDINGS | VIDEO_ENDINGS

_OTHER_ENDINGS = frozenset(
    # texts, tables, pictures
    "txt md rst rtf pdf doc docx odt pages tex xls xlsx ods csv tsv ppt pptx odp key epub html htm "
    "xml json yaml yml toml ini cfg log eml msg jpg jpeg png gif webp bmp tif tiff heic svg psd "
    # subtitles, playlists and their like
    "srt vtt ass ssa sub sbv lrc m3u m3u8 pls xspf cue torrent "
    # archives, images of disks, programs
    "zip 7z rar gz bz2 xz tar tgz iso dmg img exe msi dll so dylib deb rpm apk jar bin "
    # sources and data
    "py js tsx jsx c h cpp hpp rs go java kt rb php sh bat ps1 css scss sql db sqlite lock".split()
)

_AMBIGUOUS = frozenset({"ts", "mts", "m2t", "m2ts"})
"""MPEG transport streams, or TypeScript's sources, of which a folder may hold thousands."""

_MPEG_TS = (0x47, ((0, 188), (4, 196)))
"""The sync byte and where two packets begin: as broadcast, and with a camera's time stamps."""

_MAGIC = (
    (0, b"RIFF"), (0, b"RF64"), (0, b"\x1aE\xdf\xa3"), (0, b"OggS"), (0, b"fLaC"), (0, b"ID3"),
    (0, b"FORM"), (0, b"FLV\x01"), (0, b"caff"), (0, b".snd"), (0, b"#!AMR"), (0, b"MAC "),
    (0, b"wvpk"), (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11"), (0, b"\x00\x00\x01\xba"),
    (0, b".RMF"), (4, b"ftyp"), (4, b"moov"), (4, b"mdat"), (4, b"wide"), (4, b"skip"),
)  # fmt: skip


class Likeness(Enum):
    """What a name alone says."""

    MEDIA = auto()
    OTHER = auto()
    UNKNOWN = auto()  # a folder's name, or one without a known ending


def likeness(name: str) -> Likeness:
    """By the ending of a name; nothing is looked at."""
    ending = _ending(name)
    if ending in MEDIA_ENDINGS:
        return Likeness.MEDIA
    return Likeness.OTHER if ending in _OTHER_ENDINGS else Likeness.UNKNOWN


def needs_a_look(name: str) -> bool:
    """The ending is a recording's, and that of other files which are many where they are."""
    return _ending(name) in _AMBIGUOUS


def looks_like_media(head: bytes, name: str) -> bool:
    """Whether a file that begins so may be a recording, where its name alone does not settle it.

    A file of an unknown kind may be one, unless it is text; one named as something else must begin
    like one. An empty file is left to be refused for what it is.
    """
    if not head or _begins_like_media(head):
        return True
    return likeness(name) is Likeness.UNKNOWN and not _is_text(head)


def _begins_like_media(head: bytes) -> bool:
    sync, places = _MPEG_TS
    if any(head[at : at + len(mark)] == mark for at, mark in _MAGIC):
        return True
    if len(head) >= 2 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0 and head[1] != 0xFE:
        return True  # a frame of MPEG audio or ADTS (and not UTF-16's mark)
    return any(
        len(head) > second and head[first] == head[second] == sync for first, second in places
    )


def _is_text(head: bytes) -> bool:
    """UTF-8 without control characters, or a script's first line."""
    try:
        text = head.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start < len(head) - 4:  # else the last letter was cut
            return False
        text = head[: error.start].decode("utf-8")
    return all(letter.isprintable() or letter in "\t\r\n\f" for letter in text)


def _ending(name: str) -> str:
    return PurePath(name).suffix[1:].casefold()
