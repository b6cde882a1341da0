"""The webcast files."""
