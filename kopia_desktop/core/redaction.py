"""Log lines for other people's eyes: what the program says itself is kept, everything else hidden.

Nobody can tell a name or a sentence by its look. So nothing is searched for that must go; only what
is known is let through: words of the program's own messages, its ids and error codes, small
numbers, names of errors, and where in the code they were raised. Transcript text, titles, paths,
addresses and keys are none of these.
"""

from __future__ import annotations

import builtins
import functools
import re
from collections.abc import Iterable, Iterator

from kopia_desktop.core import errors
from kopia_desktop.core.job import CANCELLED, is_id
from kopia_desktop.core.webhook import DeliveryError

HIDDEN = "..."

_PREFIX = re.compile(
    r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}"
    r" (?:(?:prepare|recognize|translate|download|probe) )?\d{1,8}"
    r" (?:DEBUG|INFO|WARNING|ERROR|CRITICAL)) ([\w.]{1,100}): (.*)"
)
_LOGGERS = frozenset(
    {"kopia_desktop", "faster_whisper", "huggingface_hub", "argostranslate", "asyncio", "root"}
)
_FRAME = re.compile(
    r'\s*File ".*?(?:\b(kopia_desktop|site-packages|python3\.\d+)[/\\])([\w./\\-]{1,200}\.py)",'
    r" line (\d{1,6})(?:, in ([\w<>]{1,80}))?"
)
_RAISED = re.compile(r"(?:\w+\.)*([A-Z]\w*)(?::(.*))?")
_NUMBER = re.compile(r"\d{1,6}(?:\.\d{1,6})?%?")
_DIGIT = re.compile(r"\d")
_LIBRARY = re.compile(
    r"(?:lib)?(?:cudart|cublas|cublasLt|cudnn\w{0,30}|cuda)[\d_]{0,9}\.(?:so|dll)[\d.]{0,9}"
)
_IDS = ("job", "trl", "msg")
_AROUND = "()[]{}<>.,:;!?'\""

_WORDS = frozenset(
    # What the program logs
    """
    a an and are as at attempt audio backend be begins by cannot chained child code could cpu cuda
    decoded delivered device download ended engine errand errands error exit failed fetched file
    files for found frame go has here in installed internal is job kept left link loaded measured
    media model not now of on or out over packet packets person place play qt qtmultimedia read
    recording request s section section's shown speed stumbled that the this threads to
    translation translator uncaught unreadable was waveform webhook window with without working
    written
    """.split()
    # Why a device was taken
    + "answer check chosen does driver no nvidia settings stopped within work works".split()
    # What native libraries complain about
    + """
    allocate allocation bad bytes compute computation corrupt cublas cudnn devices dll efficient
    float float16 float32 bfloat16 gpu insufficient int8 invalid libraries library load loading
    memory more runtime support supported target tensor than type unable unsupported version
    """.split()
    # Of tracebacks
    + "traceback most recent call last during handling above exception another occurred".split()
)


def redacted(lines: Iterable[str]) -> list[str]:
    """The lines with what is not known hidden; hidden ones in a row are one."""
    return list(_joined(_line(line.rstrip("\r\n")) for line in lines))


def redacted_text(text: str) -> str:
    """One message."""
    return " ".join(_joined(_words(text)))


def _joined(parts: Iterable[str]) -> Iterator[str]:
    """Hidden parts in a row are one."""
    before = ""
    for part in parts:
        if part != HIDDEN or before != HIDDEN:
            yield part
        before = part


def _line(line: str) -> str:
    if prefix := _PREFIX.fullmatch(line):
        head, logger, message = prefix.groups()
        name = logger if logger.partition(".")[0] in _LOGGERS else HIDDEN
        return f"{head} {name}: {redacted_text(message)}"
    if frame := _FRAME.match(line):
        root, path, number, function = frame.groups()
        return f"  {root}/{path}:{number} {function or ''}".rstrip()
    if (raised := _RAISED.fullmatch(line)) and raised[1] in _error_names():
        return f"{raised[1]}: {redacted_text(raised[2])}" if raised[2] else raised[1]
    return redacted_text(line) or HIDDEN


def _words(text: str) -> Iterator[str]:
    tokens = text.split()
    for at, token in enumerate(tokens):
        core = token.strip(_AROUND)
        if _NUMBER.fullmatch(core):
            around = [*tokens[at - 1 : at], *tokens[at + 1 : at + 2]]
            yield token if _is_lone_number(around) else HIDDEN
        else:
            yield token if not core or _is_known(core) else HIDDEN


def _is_lone_number(around: Iterable[str]) -> bool:
    """A number says something only beside a word; several are one that somebody dictated."""
    cores = [token.strip(_AROUND) for token in around]
    return any(map(_is_known, cores)) and not any(map(_DIGIT.search, cores))


def _is_known(core: str) -> bool:
    return (
        core.lower() in _WORDS
        or core in _codes()
        or core in _error_names()
        or any(is_id(core, prefix) for prefix in _IDS)
        or _LIBRARY.fullmatch(core) is not None
        or re.fullmatch(r"SIG[A-Z]{2,7}", core) is not None
    )


def _kinds(kind: type[errors.KopiaError]) -> Iterator[type[errors.KopiaError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from _kinds(child)


@functools.cache
def _codes() -> frozenset[str]:
    return frozenset(
        {kind.code for kind in _kinds(errors.KopiaError)} | {CANCELLED, *DeliveryError}
    )


@functools.cache
def _error_names() -> frozenset[str]:
    known = {kind.__name__ for kind in _kinds(errors.KopiaError)}
    standard = {
        name
        for name, value in vars(builtins).items()
        if isinstance(value, type) and issubclass(value, BaseException)
    }
    return frozenset(known | standard)
