"""The job list at the side of the window, and the search over all transcripts in its place."""
