"""The transcript: read, followed while it plays, corrected in place; beside it a translation."""
