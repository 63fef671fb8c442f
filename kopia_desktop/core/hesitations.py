"""Which words are hesitations: the tables of resources/fillers.json and how they match.

A table gives each hesitation in its shortest spelling. A letter written n times stands for n or
more ("um" finds "ummm", "mm" does not find "m"); hyphens may draw it out ("э-э-э").
"""

from __future__ import annotations

import functools
import itertools
import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kopia_desktop.core.languages import base, is_unspaced
from kopia_desktop.core.paths import resource
from kopia_desktop.core.removal import Clauses, is_quoted, parts

_ALIASES = {"nb": "no", "nn": "no", "iw": "he", "fil": "tl", "prs": "fa", "jw": "id", "lzh": "zh"}
_UNITS = frozenset({"mm", "hm", "мм"})  # after a number they measure
_LONGEST = 8  # words (often single characters) one hesitation may take where no spaces divide them
_DASHES = "—–"
_HYPHENS = str.maketrans("\u2010\u2011", "--", "\u0640")  # the last: Arabic's stretching line
_WAVES = str.maketrans("〜～", "ーー")


@dataclass(frozen=True, slots=True)
class Table:
    """What hesitates in one language; each pattern is tried on a whole word without its marks."""

    words: re.Pattern[str]
    leading: re.Pattern[str]
    anywhere: re.Pattern[str]
    keep: frozenset[str]
    keep_before: dict[str, tuple[str, ...]]
    clauses: Clauses


def table(language: str) -> Table:
    """The table of a language; of the sounds all languages share when it has none of its own."""
    return _table(_key(language))


def is_hesitation(text: str, language: str) -> bool:
    """Whether a word with its marks is a hesitation, seen alone.

    Capitals as in "ER" or "HMM" are an abbreviation, a word alone in quotes is spoken about.
    """
    return _sounds(text, _key(language)) and not _is_abbreviation(parts(text)[1])


def find(texts: Sequence[str], glued: Sequence[bool], language: str) -> frozenset[int]:
    """Places of the hesitations in running text; ``glued`` says where no space stands before."""
    key = _key(language)
    if is_unspaced(key):
        return _in_unspaced(texts, glued, key)
    # Most sentences have no candidate at all: look at words alone before any context.
    if not any(_sounds(text, key) for text in texts) and not any(glued[1:]):
        return frozenset()
    return _in_spaced(texts, glued, key)


def _key(language: str) -> str:
    code = base(language)
    return _ALIASES.get(code, code)


@functools.cache
def _resource() -> dict[str, Any]:
    raw: dict[str, Any] = json.loads(resource("fillers.json").read_text("utf-8"))
    return raw


@functools.cache
def _table(key: str) -> Table:
    row = _resource()["languages"].get(key, {})
    return Table(
        words=_pattern([*_resource()["common"], *row.get("words", [])]),
        leading=_pattern(row.get("leading", [])),
        anywhere=_pattern(row.get("anywhere", [])),
        keep=frozenset(row.get("keep", [])),
        keep_before={word: tuple(after) for word, after in row.get("keep_before", {}).items()},
        clauses=Clauses(
            frozenset(row.get("comma_before", [])), frozenset(row.get("comma_after", []))
        ),
    )


def _pattern(entries: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(_stretched, entries)) or "(?!)")


def _stretched(entry: str) -> str:
    """The pattern of one entry: its runs of letters may be longer, its hyphens may be missing."""
    runs = []
    for char, run in itertools.groupby(unicodedata.normalize("NFC", entry)):
        letter, least = re.escape(char), len(list(run)) - 1
        runs.append("-?" if char == "-" else f"{letter}(?:-?{letter}){{{least},}}")
    return "".join(runs)


def _bare(core: str, key: str) -> str:
    """A word as the tables write it."""
    core = unicodedata.normalize("NFC", core).translate(_HYPHENS)
    if key in ("tr", "az"):
        core = core.replace("I", "ı").replace("İ", "i")
    core = core.lower()
    return core.translate(_WAVES) if key == "ja" else core.rstrip("~～〜")


@functools.lru_cache(maxsize=65536)
def _sounds(text: str, key: str) -> bool:
    lead, core, trail = parts(text)
    bare = _bare(core, key)
    row = _table(key)
    if not bare or bare in row.keep or is_quoted(lead, trail):
        return False
    patterns = (row.words, row.leading, row.anywhere)
    return any(pattern.fullmatch(bare) for pattern in patterns)


def _is_abbreviation(core: str) -> bool:
    if len(core) < 2 or not core.isupper() or "-" in core:
        return False
    return max(len(list(run)) for _, run in itertools.groupby(core)) < 3


@dataclass(frozen=True, slots=True)
class _Unit:
    """Words written together ("uh" and "-huh"), as one."""

    first: int
    end: int
    lead: str
    core: str
    trail: str


def _units(texts: Sequence[str], glued: Sequence[bool]) -> list[_Unit]:
    units = []
    first = 0
    for i in range(1, len(texts) + 1):
        if i < len(texts) and glued[i]:
            # A long dash divides words even where no space does.
            divided = texts[i - 1][-1:] in tuple(_DASHES) or texts[i][:1] in tuple(_DASHES)
            if not divided:
                continue
        if texts:
            units.append(_Unit(first, i, *parts("".join(texts[first:i]))))
        first = i
    return units


def _in_spaced(texts: Sequence[str], glued: Sequence[bool], key: str) -> frozenset[int]:
    units = _units(texts, glued)
    sounding = [_sounds(unit.lead + unit.core + unit.trail, key) for unit in units]
    if not any(sounding):
        return frozenset()
    others = [unit.core for unit, sounds in zip(units, sounding, strict=True) if not sounds]
    capitals = _are_capitals(others)
    gone: set[int] = set()
    for i, unit in enumerate(units):
        if not sounding[i]:
            continue
        before = units[i - 1] if i else None
        after = units[i + 1] if i + 1 < len(units) else None
        if _is_abbreviation(unit.core) and not capitals:
            continue
        if _measures(unit, before, key=key) or _belongs_to_next(unit, after, key=key):
            continue
        if before and before.first not in gone and not capitals and _is_name(unit, before):
            continue
        gone.update(range(unit.first, unit.end))
    return frozenset(gone)


def _are_capitals(cores: Sequence[str]) -> bool:
    """Whether a sentence's other words are all in capitals, so that "UM" is no abbreviation."""
    return any(len(core) > 1 and core.isupper() for core in cores) and not any(
        char.islower() for core in cores for char in core
    )


def _measures(unit: _Unit, before: _Unit | None, *, key: str) -> bool:
    """ "5 mm" is a length."""
    if before is None or before.trail or _bare(unit.core, key) not in _UNITS:
        return False
    return before.core[-1:].isdigit()


def _belongs_to_next(unit: _Unit, after: _Unit | None, *, key: str) -> bool:
    """Whether the sound makes an expression with the next word ("ah bon", "uh oh")."""
    following = _table(key).keep_before.get(_bare(unit.core, key))
    if not following or after is None or unit.trail or after.lead:
        return False
    return after.core.lower() in following


def _is_name(unit: _Unit, before: _Unit) -> bool:
    """A capital inside a clause: "Park Um Sun"."""
    inside = not (unit.lead or unit.trail or before.trail)
    return inside and bool(before.core) and unit.core[:1].isupper()


def _in_unspaced(texts: Sequence[str], glued: Sequence[bool], key: str) -> frozenset[int]:
    row = _table(key)
    split = [parts(text) for text in texts]
    gone: set[int] = set()
    i = 0
    while i < len(texts):
        end = _unspaced_end(split, glued, i, row=row, key=key, opened=i - 1 in gone)
        gone.update(range(i, end))
        i = max(end, i + 1)
    return frozenset(gone)


def _unspaced_end(
    split: Sequence[tuple[str, str, str]], glued: Sequence[bool], first: int, *,
    row: Table, key: str, opened: bool,
) -> int:  # fmt: skip
    """Where the longest hesitation that begins at ``first`` ends (``first`` itself: none does)."""
    if split[first][1][:1] not in _first_letters(key):
        return first
    left = opened or first == 0 or not glued[first] or bool(split[first][0] or split[first - 1][2])
    stop = first + 1
    while stop < len(split) and stop - first < _LONGEST and _joined(split, glued, stop):
        stop += 1
    for end in range(stop, first, -1):
        lead, trail = split[first][0], split[end - 1][2]
        bare = _bare("".join(core for _, core, _ in split[first:end]), key)
        right = bool(trail) or end == len(split) or not glued[end] or bool(split[end][0])
        found = row.anywhere.fullmatch(bare) or (
            left and (row.leading.fullmatch(bare) or (right and row.words.fullmatch(bare)))
        )
        if not found or bare in row.keep or is_quoted(lead, trail):
            continue
        rest = "" if right else "".join(core for _, core, _ in split[end : end + 4])
        if not rest.startswith(row.keep_before.get(bare, ("\n",))):
            return end
    return first


def _joined(split: Sequence[tuple[str, str, str]], glued: Sequence[bool], at: int) -> bool:
    return glued[at] and not split[at - 1][2] and not split[at][0]


@functools.cache
def _first_letters(key: str) -> frozenset[str]:
    row = _resource()["languages"].get(key, {})
    entries = itertools.chain(
        _resource()["common"], *(row.get(kind, []) for kind in ("words", "leading", "anywhere"))
    )
    letters = {entry[0] for entry in entries}
    return frozenset(letters | {letter.upper() for letter in letters})
