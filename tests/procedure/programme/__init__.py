"""Events beside the meetings."""
