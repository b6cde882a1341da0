"""plenary_tui: run a plenary live from a terminal."""

__version__ = "0.1.0"
