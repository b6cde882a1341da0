"""Who will speak when."""
