"""Lists of speakers."""
