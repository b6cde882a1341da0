"""The forecast in words."""
