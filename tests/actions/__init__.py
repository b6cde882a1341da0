"""Actions: how an act is reached."""
