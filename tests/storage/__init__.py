"""The journal on disk, as an officer and the other stations meet it."""
