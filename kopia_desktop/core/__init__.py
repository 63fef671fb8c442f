"""Plain data and rules: what a job, a transcript and a setting are. No I/O beyond reading files."""
