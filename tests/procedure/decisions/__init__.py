"""Drafts, motions, and what was decided."""
