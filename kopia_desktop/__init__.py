"""Kopia Desktop: recordings become transcripts on this computer, offline and private."""

__version__ = "0.1.0"
