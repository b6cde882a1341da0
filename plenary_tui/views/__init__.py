"""What anyone sees: pure functions of the conference and the time."""
