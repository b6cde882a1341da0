"""Meetings, their agenda, and the Committee of the Whole."""
