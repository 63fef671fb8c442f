"""The schema, version by version: what each step of ``migrations`` does to a database file."""

from __future__ import annotations

from collections.abc import Sequence

from kopia_desktop.store import stretches

# Times of day are whole milliseconds since 1970 in UTC, the resolution the API shows: a bound taken
# from one answer then finds the same job. Times in the media are float seconds.
VERSION_1: Sequence[str] = (
    """CREATE TABLE jobs (
        id TEXT PRIMARY KEY NOT NULL,
        status TEXT NOT NULL,
        paused INTEGER NOT NULL DEFAULT 0,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        completed_at INTEGER,
        language TEXT NOT NULL,
        model TEXT NOT NULL,
        remove_filler_words INTEGER NOT NULL,
        audio_track INTEGER,
        media_path, -- TEXT, or BLOB where a name is not valid Unicode
        media_name,
        media_size INTEGER,
        media_modified_ns INTEGER,
        media_owned INTEGER NOT NULL DEFAULT 0,
        media_content_type TEXT,
        media_url TEXT,
        media_sha256 TEXT,
        webhook_url TEXT,
        webhook_secret TEXT,
        type TEXT,
        container TEXT,
        codec TEXT,
        duration REAL,
        prepared INTEGER NOT NULL DEFAULT 0,
        prepare_crashes INTEGER NOT NULL DEFAULT 0,
        done_seconds REAL NOT NULL DEFAULT 0,
        speech_seconds REAL NOT NULL DEFAULT 0,
        detected_language TEXT,
        language_probability REAL,
        device TEXT,
        model_hash TEXT,
        parameters TEXT, -- JSON object
        error_code TEXT,
        error_message TEXT,
        error_hint TEXT
    )""",
    # Filters stand in the index behind the order: a page and its count never touch other rows.
    "CREATE INDEX jobs_created ON jobs (created_at, id, status, type)",
    "CREATE INDEX jobs_updated ON jobs (updated_at, id, status, type, created_at)",
    "CREATE INDEX jobs_media ON jobs (media_path)",
    "CREATE INDEX jobs_active ON jobs (created_at) WHERE status IN ('queued', 'processing')",
    """CREATE TABLE sections (
        job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        "start" REAL NOT NULL,
        "end" REAL NOT NULL,
        spans TEXT NOT NULL, -- JSON [[start, end], ...]
        file_name TEXT,
        status TEXT NOT NULL, -- waiting, done
        crashes INTEGER NOT NULL DEFAULT 0,
        attempts INTEGER NOT NULL DEFAULT 0,
        language TEXT,
        PRIMARY KEY (job_id, position)
    ) WITHOUT ROWID""",
    # AUTOINCREMENT: the key of a deleted segment never comes to mean another one.
    """CREATE TABLE segments (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
        section INTEGER, -- NULL, as the recognised columns, in a part that a person split off
        recognised_text TEXT,
        recognised_start REAL,
        recognised_end REAL,
        recognised_words TEXT, -- JSON [[text, start, end, confidence, glued], ...]
        edited_text TEXT,
        edited_start REAL,
        edited_end REAL,
        edited_words TEXT,
        split_from INTEGER, -- the recognised segment this part was cut from
        merged_into INTEGER, -- the segment that shows this one's words
        deleted INTEGER NOT NULL DEFAULT 0,
        doubt TEXT,
        suppressed INTEGER NOT NULL DEFAULT 0
    )""",
    "CREATE INDEX segments_job ON segments (job_id)",
    """CREATE TRIGGER segments_recognised_stay BEFORE UPDATE OF
        recognised_text, recognised_start, recognised_end, recognised_words ON segments
        BEGIN SELECT RAISE(ABORT, 'what was recognised is never changed'); END""",
    # Marks belong to words (Hindi and Thai vowels); without them unicode61 would cut there.
    """CREATE VIRTUAL TABLE segments_fts USING fts5 (
        text, tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'")""",
)

# What the API adds: media fetched from a URL, uploads in parts, translations, webhooks, answers
# kept for repeated requests, and what is still to be erased after a delete.
VERSION_2: Sequence[str] = (
    # How often fetching the media failed, when it is tried again, how many bytes of it are safe on
    # disk, and the validator (ETag or Last-Modified) that they belong to.
    "ALTER TABLE jobs ADD COLUMN fetch_attempts INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE jobs ADD COLUMN fetch_next_at INTEGER",
    "ALTER TABLE jobs ADD COLUMN fetch_offset INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE jobs ADD COLUMN fetch_validator TEXT",
    # A transient job answers one request and goes with it.
    "ALTER TABLE jobs ADD COLUMN transient INTEGER NOT NULL DEFAULT 0",
    """CREATE INDEX jobs_fetching ON jobs (created_at)
        WHERE status IN ('pending', 'uploaded') AND media_url IS NOT NULL""",
    """CREATE INDEX jobs_awaited ON jobs (status, created_at)
        WHERE status IN ('pending', 'uploaded') AND media_url IS NULL""",
    # Media that arrives in several requests; "offset" counts the bytes that are safe on disk.
    """CREATE TABLE uploads (
        job_id TEXT PRIMARY KEY NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
        length INTEGER NOT NULL,
        "offset" INTEGER NOT NULL DEFAULT 0,
        media_name TEXT NOT NULL,
        content_type TEXT
    )""",
    """CREATE TABLE translations (
        id TEXT PRIMARY KEY NOT NULL,
        job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
        language TEXT NOT NULL,
        formal INTEGER NOT NULL,
        formal_applied INTEGER NOT NULL DEFAULT 0,
        status TEXT NOT NULL, -- pending, processing, completed, failed
        progress REAL NOT NULL DEFAULT 0,
        crashes INTEGER NOT NULL DEFAULT 0,
        created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL,
        error_code TEXT,
        error_message TEXT,
        error_hint TEXT,
        UNIQUE (job_id, language, formal)
    )""",
    """CREATE INDEX translations_active ON translations (created_at)
        WHERE status IN ('pending', 'processing')""",
    # A segment of the transcript in the translation's language; times are the segment's own.
    # source_hash is of the text it was made from, so that an edit shows.
    """CREATE TABLE translated_segments (
        translation_id TEXT NOT NULL REFERENCES translations (id) ON DELETE CASCADE,
        segment_id INTEGER NOT NULL,
        source_hash TEXT NOT NULL,
        text TEXT NOT NULL,
        edited_text TEXT,
        PRIMARY KEY (translation_id, segment_id)
    ) WITHOUT ROWID""",
    # The outbox: one row a completed job that has a webhook, made with the completion. id is the
    # same in every delivery; the secret goes after the last one.
    """CREATE TABLE webhooks (
        job_id TEXT PRIMARY KEY NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
        id TEXT NOT NULL UNIQUE,
        url TEXT NOT NULL,
        secret TEXT,
        status TEXT NOT NULL, -- pending, delivered, failed
        attempts INTEGER NOT NULL DEFAULT 0, -- since it was last sent for
        created_at INTEGER NOT NULL,
        next_at INTEGER -- NULL when not pending
    )""",
    "CREATE INDEX webhooks_due ON webhooks (next_at) WHERE status = 'pending'",
    """CREATE TABLE deliveries (
        job_id TEXT NOT NULL REFERENCES webhooks (job_id) ON DELETE CASCADE,
        number INTEGER NOT NULL, -- from 1, over all sendings
        started_at INTEGER NOT NULL,
        seconds REAL NOT NULL,
        http_status INTEGER, -- NULL where no answer came
        error TEXT, -- why it does not count; NULL when delivered
        PRIMARY KEY (job_id, number)
    ) WITHOUT ROWID""",
    # The answer to a request with an Idempotency-Key, kept in the transaction of what it did.
    # Without a body it is made anew from the job.
    """CREATE TABLE idempotency (
        key_hash TEXT PRIMARY KEY NOT NULL,
        fingerprint TEXT NOT NULL,
        job_id TEXT, -- whose deletion takes the answer along
        status INTEGER NOT NULL,
        body BLOB,
        created_at INTEGER NOT NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX idempotency_job ON idempotency (job_id)",
    "CREATE INDEX idempotency_created ON idempotency (created_at)",
    # Deleted jobs of which files, or words in the database file, may still lie on the disk.
    """CREATE TABLE erasures (
        job_id TEXT PRIMARY KEY NOT NULL,
        media_path, -- of media that was ours; TEXT or BLOB as in jobs
        deleted_at INTEGER NOT NULL,
        erased INTEGER NOT NULL DEFAULT 0, -- no text is left, files may be
        wipes INTEGER NOT NULL DEFAULT 0 -- steps of wiping the database file since
    ) WITHOUT ROWID""",
    *stretches.schema(),
)

# What the window adds to editing: steps that can be undone, and reading a long transcript in parts.
VERSION_3: Sequence[str] = (
    # Rows of segments (of translated_segments where there is a translation_id) as they were before
    # and after a step: JSON {id: {column: value}}, null for no row (see images).
    """CREATE TABLE edits (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
        translation_id TEXT REFERENCES translations (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0,
        at INTEGER NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL
    )""",
    "CREATE INDEX edits_job ON edits (job_id, undone, id)",
    "CREATE INDEX edits_translation ON edits (translation_id) WHERE translation_id IS NOT NULL",
    # Of the text that a person's words stand for; source_hash is of the machine's.
    "ALTER TABLE translated_segments ADD COLUMN edited_source_hash TEXT",
    # The current transcript in order of time.
    """CREATE INDEX segments_order
        ON segments (job_id, coalesce(edited_start, recognised_start), id)
        WHERE deleted = 0 AND merged_into IS NULL AND suppressed = 0""",
)

# What a job wishes for its completion: translations, and files that the program writes by itself.
VERSION_4: Sequence[str] = (
    "ALTER TABLE jobs ADD COLUMN translate_to TEXT NOT NULL DEFAULT ''",  # codes, parted by commas
    "ALTER TABLE jobs ADD COLUMN export_formats TEXT",  # names, parted by commas; NULL: no wish
    "ALTER TABLE jobs ADD COLUMN export_folder",  # TEXT or BLOB as media_path; empty: beside it
    "CREATE INDEX jobs_paused ON jobs (status) WHERE paused = 1",
    # The outbox of files: a row a transcript or translation, made with the completion. It is due
    # again when the translation is completed again.
    """CREATE TABLE exports (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        job_id TEXT NOT NULL REFERENCES jobs (id) ON DELETE CASCADE,
        translation_id TEXT REFERENCES translations (id) ON DELETE CASCADE,
        formats TEXT NOT NULL,
        folder NOT NULL,
        status TEXT NOT NULL, -- due, done, failed
        paths TEXT NOT NULL DEFAULT '[]', -- JSON, of what was written
        error_code TEXT,
        error_message TEXT,
        error_hint TEXT
    )""",
    "CREATE INDEX exports_job ON exports (job_id)",
    "CREATE UNIQUE INDEX exports_translation ON exports (translation_id)",
    "CREATE INDEX exports_due ON exports (id) WHERE status = 'due'",
)

# Names and terms that recordings hold: of a job, and the lists a person keeps.
VERSION_5: Sequence[str] = (
    "ALTER TABLE jobs ADD COLUMN vocabulary TEXT",  # JSON [[term, heard, ...], ...]; NULL: none
    """CREATE TABLE vocabularies (
        key TEXT PRIMARY KEY NOT NULL, -- the name, case folded
        name TEXT NOT NULL,
        terms TEXT NOT NULL -- JSON as in jobs
    ) WITHOUT ROWID""",
)

# Models on their way here, in the order in which they were asked for.
VERSION_6: Sequence[str] = (
    """CREATE TABLE downloads (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT UNIQUE NOT NULL,
        kind TEXT NOT NULL,
        source TEXT NOT NULL, -- JSON: of the hub {repository, revision}, else {url, size, sha256}
        about_bytes INTEGER NOT NULL,
        status TEXT NOT NULL,
        done_bytes INTEGER NOT NULL DEFAULT 0,
        total_bytes INTEGER NOT NULL DEFAULT 0,
        bytes_per_second REAL NOT NULL DEFAULT 0,
        error_code TEXT,
        error_message TEXT,
        error_hint TEXT
    )""",
)

# Sentences are translated whole, over all the segments they stand in.
VERSION_7: Sequence[str] = (
    # Of what the segments said that were translated together; NULL: this one alone.
    "ALTER TABLE translated_segments ADD COLUMN passage_hash TEXT",
)
