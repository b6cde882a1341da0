"""The rows of a file, taken over as one act."""
