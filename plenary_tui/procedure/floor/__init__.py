"""Who has the floor: given, timed, interrupted by points of order, replied to."""
