"""Drafts, their sponsors and publication; motions; and the action taken on them."""
