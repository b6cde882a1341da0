"""What every rule stands on: names, the calendar, acts."""
