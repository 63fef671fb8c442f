"""Transcript to file: one module a format, and their registry."""
