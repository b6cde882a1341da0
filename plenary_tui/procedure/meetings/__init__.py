"""Convening, meetings, the agenda, the Committee of the Whole, the quorum."""
