"""What broadcast software reads of a conference, and can never change."""
