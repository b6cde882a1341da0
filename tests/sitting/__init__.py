"""A whole sitting: done from a file, by the command line and by keys, and compared."""
