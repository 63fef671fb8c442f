"""The links in a text that a person pastes or drops."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kopia_desktop.core.errors import AddressRefused
from kopia_desktop.core.netguard import check_media_url
from kopia_desktop.services.collecting import Refusal

_LINK = re.compile(r"(?<![\w+.-])[A-Za-z][A-Za-z0-9+.-]{1,15}://[^\s<>\"'`{}|\\^]+")
_CLOSING = {")": "(", "]": "[", "»": "«", "”": "“"}
_PUNCTUATION = ".,;:!?…。、，؛،"
_MOST = 1_000
_LONGEST_TEXT = 1_000_000


@dataclass(frozen=True, slots=True)
class Links:
    """``urls`` that media may be fetched from, in their order and each once, and the others."""

    urls: tuple[str, ...]
    refused: tuple[Refusal, ...]

    def is_empty(self) -> bool:
        return not self.urls and not self.refused


def links(text: str) -> Links:
    """Every link in a text, whatever stands around it; at most 1,000 of the first million letters.

    Only public https links are taken; each other scheme or host is refused with its reason.
    """
    found = dict.fromkeys(_trimmed(match[0]) for match in _LINK.finditer(text[:_LONGEST_TEXT]))
    urls: list[str] = []
    refused: list[Refusal] = []
    for url in list(found)[:_MOST]:
        try:
            check_media_url(url)
        except AddressRefused as error:
            refused.append(Refusal.of(url, error))
        else:
            urls.append(url)
    return Links(tuple(urls), tuple(refused))


def _trimmed(link: str) -> str:
    """Without what belongs to the sentence around it: "(see https://a.example/b)." """
    while link:
        last = link[-1]
        opening = _CLOSING.get(last)
        if last in _PUNCTUATION or (opening and link.count(last) > link.count(opening)):
            link = link[:-1]
        else:
            break
    return link
