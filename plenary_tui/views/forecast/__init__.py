"""The forecast in words, in a table, and as a plot."""
