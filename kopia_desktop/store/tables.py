"""The tables as peewee sees them. Their columns and indexes are made in ``migrations``."""

from __future__ import annotations

from enum import StrEnum

from peewee import SQL, Table

# Each is its own alias, so that literal SQL can name it.
JOBS = Table("jobs", alias="jobs")
SECTIONS = Table("sections", alias="sections")
SEGMENTS = Table("segments", alias="segments")
UPLOADS = Table("uploads", alias="uploads")
TRANSLATIONS = Table("translations", alias="translations")
TRANSLATED_SEGMENTS = Table("translated_segments", alias="translated_segments")
EDITS = Table("edits", alias="edits")
WEBHOOKS = Table("webhooks", alias="webhooks")
EXPORTS = Table("exports", alias="exports")
DELIVERIES = Table("deliveries", alias="deliveries")
IDEMPOTENCY = Table("idempotency", alias="idempotency")
ERASURES = Table("erasures", alias="erasures")
VOCABULARIES = Table("vocabularies", alias="vocabularies")
DOWNLOADS = Table("downloads", alias="downloads")

ACTIVE = SQL("jobs.status IN ('queued', 'processing')")
"""``JobStatus.is_active`` in the literal form for which SQLite takes the index of active jobs."""

VISIBLE = SQL("segments.deleted = 0 AND segments.merged_into IS NULL AND segments.suppressed = 0")
"""The segments that make the current transcript, and nothing else, are found by search."""

STARTS = SQL("coalesce(segments.edited_start, segments.recognised_start)")
"""When a segment begins now, in the literal form for which SQLite takes ``segments_order``."""


class SectionStatus(StrEnum):
    WAITING = "waiting"
    DONE = "done"
