"""Why media could not be fetched, in words; of the URL only the host is named."""

from __future__ import annotations

from kopia_desktop.core.errors import DiskFull, FetchFailed
from kopia_desktop.errands.dialing import DialFailed, Trouble

_PASSING = frozenset({408, 425, 429})

_TROUBLES = {
    Trouble.TIMEOUT: "did not answer in time",
    Trouble.DNS: "was not found",
    Trouble.CONNECTION_REFUSED: "takes no connections",
    Trouble.UNREACHABLE: "cannot be reached",
    Trouble.TLS: "has no secure connection",
    Trouble.CONNECTION_LOST: "broke the connection off",
    Trouble.PROTOCOL: "did not answer as a web server does",
}


class GivenUp(Exception):
    """No other try will do better; ``keeps_part``: what came may still be of use to a retry."""

    def __init__(self, error: FetchFailed, *, keeps_part: bool = False) -> None:
        super().__init__(error.code)
        self.error = error
        self.keeps_part = keeps_part


class TryAgain(Exception):
    """Another try may do better; ``error`` is what the last one ends with."""

    def __init__(self, error: FetchFailed) -> None:
        super().__init__(error.code)
        self.error = error


def may_pass(status: int) -> bool:
    """An HTTP status that another try may not meet."""
    return 500 <= status < 600 or status in _PASSING


def unreachable(host: str, broken: DialFailed) -> FetchFailed:
    if broken.is_untrusted:
        return FetchFailed(
            f"The certificate of {host} is not trusted.",
            hint="Download the file yourself if you trust the server, and add it.",
        )
    return FetchFailed(
        f"The media was not fetched: {host} {_TROUBLES[broken.trouble]}.",
        hint="Check the URL and the network, then run the job again.",
    )


def cut_short(host: str) -> FetchFailed:
    return unreachable(host, DialFailed(Trouble.CONNECTION_LOST))


def refused(host: str, status: int) -> FetchFailed:
    if status in (401, 403, 407):
        hint = "The URL wants a sign-in or has expired; give one that anybody can open."
    elif status in (404, 410):
        hint = "There is nothing at that URL; check it."
    else:
        hint = "Run the job again later, or download the file and add it."
    return FetchFailed(f"The media was not fetched: {host} answered {status}.", hint=hint)


def redirected(host: str, most: int) -> FetchFailed:
    return FetchFailed(
        f"The media was not fetched: more than {most} redirects, the last by {host}.",
        hint="Give the URL of the file itself.",
    )


def empty(host: str) -> FetchFailed:
    return FetchFailed(f"The media that {host} gave is empty (0 bytes).", hint="Check the URL.")


def encoded(host: str) -> FetchFailed:
    return FetchFailed(
        f"The media was not fetched: {host} compresses it without being asked.",
        hint="Download the file yourself and add it.",
    )


def too_large(host: str, most: int) -> FetchFailed:
    return FetchFailed(
        f"The media at {host} is larger than {most / 2**30:.3g} GiB.",
        hint="Raise the limit in the settings, or cut the recording.",
    )


def too_slow(host: str, seconds: float) -> FetchFailed:
    return FetchFailed(
        f"The media was not fetched: {host} took longer than {seconds / 3600:.3g} hours.",
        hint="Run the job again, or download the file yourself and add it.",
    )


def no_room() -> DiskFull:
    return DiskFull(
        "There is not enough space on this computer's disk for the media.",
        hint="Free some space, then run the job again.",
    )
