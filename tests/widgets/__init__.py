"""Widgets, each alone."""
