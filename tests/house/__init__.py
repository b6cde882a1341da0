"""Whether the house and its tests are in order."""
