"""Who will speak when, and who will not be reached: reckoned from the state, decides nothing."""
