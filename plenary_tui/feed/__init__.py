"""The webcast files: what graphics software on this machine, or a shared folder, reads."""
