"""Downloads in words: what arrives, and how far it is."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from kopia_desktop.core.downloads import Download, DownloadKind, DownloadStatus
from kopia_desktop.core.languages import code_of_argos
from kopia_desktop.gui.wording.errors import worded
from kopia_desktop.gui.wording.jobs import joined
from kopia_desktop.gui.wording.languages import language_name
from kopia_desktop.gui.wording.model_facts import about_size
from kopia_desktop.gui.wording.times import percent, size, time_left

_PACKAGE = re.compile(r"translate-([a-z]{2,3}(?:[-_][A-Z][A-Za-z]+)?)_([a-z]{2,3})(?:-|$)")


def download_title(download: Download) -> str:
    """What arrives: "Speech model small"."""
    if download.kind is DownloadKind.SPEECH_MODEL:
        text = QCoreApplication.translate("Downloads", "Speech model {name}")
        return text.format(name=download.name)
    pair = package_pair(download.name)
    if pair is None:
        text = QCoreApplication.translate("Downloads", "Translation model {name}")
        return text.format(name=download.name)
    return pair_name(*pair)


def package_pair(name: str) -> tuple[str, str] | None:
    """The codes that the name of an Argos package tells; None for another name."""
    found = _PACKAGE.match(name)
    return (code_of_argos(found[1]), code_of_argos(found[2])) if found else None


def pair_name(source: str, target: str) -> str:
    """Two languages of a package, from and to."""
    text = QCoreApplication.translate("Downloads", "{source} to {target}")
    return text.format(source=language_name(source), target=language_name(target))


def download_state(download: Download) -> str:
    """What is to be known of it now: how far, of how much, how fast, until when; or why not."""
    if download.status is DownloadStatus.FAILED:
        return "" if download.error is None else worded(download.error).text
    if download.status is DownloadStatus.PAUSED:
        paused = QCoreApplication.translate("Downloads", "paused")
        return joined(paused, _far(download)) if download.total_bytes else paused
    if download.status is DownloadStatus.WAITING:
        return QCoreApplication.translate("Downloads", "waits for its turn")
    if not download.total_bytes:
        return QCoreApplication.translate("Downloads", "asking the server")
    parts = [_far(download)]
    if download.bytes_per_second > 0:
        pace = QCoreApplication.translate("Downloads", "{size}/s")
        parts.append(pace.format(size=size(round(download.bytes_per_second))))
    if download.seconds_left is not None and download.done_bytes < download.total_bytes:
        parts.append(time_left(download.seconds_left))
    if download.done_bytes >= download.total_bytes:
        parts = [QCoreApplication.translate("Downloads", "checking and installing")]
    return joined(*parts)


def _far(download: Download) -> str:
    text = QCoreApplication.translate("Downloads", "{percent} of {size}")
    return text.format(percent=percent(download.fraction), size=about_size(download.total_bytes))
