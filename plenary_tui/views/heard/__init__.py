"""What has been heard, for the officer: in the order of time, summed up, and as corrected."""
