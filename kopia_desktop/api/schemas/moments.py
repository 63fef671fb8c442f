"""Points in time as ISO 8601 has them, in query parameters."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta

_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2})"
    r"(?:[Tt ](\d{2}:\d{2}(?::\d{2})?)(?:[.,](\d{1,9}))?\s*([Zz]|[+ -]\d{2}:?\d{2}|[+ -]\d{2})?)?",
    re.ASCII,
)


def read_moment(text: str, *, end_of_day: bool = False) -> datetime:
    """ISO 8601 date or date and time; without a zone it is UTC.

    A bare date is its first moment, or its last one. A space in place of the zone's plus is
    taken as the plus that an unescaped query string lost. Raises ValueError.
    """
    found = _MOMENT.fullmatch(text)
    if found is None:
        raise ValueError("must be a date or a date and time as ISO 8601 has them")
    day, clock, fraction, zone = found.groups()
    if clock is None:
        moment = datetime.fromisoformat(day)
        if end_of_day:
            moment = datetime.combine(moment, time.max)
        return moment.replace(tzinfo=UTC)
    zone = (zone or "Z").upper().replace(" ", "+")
    moment = datetime.fromisoformat(f"{day}T{clock}{zone}")
    return moment + timedelta(microseconds=int((fraction or "0").ljust(6, "0")[:6]))
