"""The President's words."""
