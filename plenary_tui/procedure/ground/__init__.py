"""What every rule stands on: acts, names, the calendar, votes, and what waits for a decision."""
