"""What stands: the conference and its parts, immutable all the way down."""
