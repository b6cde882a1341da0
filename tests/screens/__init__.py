"""Screens and dialogs: every key, every word, at every size."""
