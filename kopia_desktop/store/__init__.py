"""The SQLite database: rows stay in here, frozen dataclasses come out."""
