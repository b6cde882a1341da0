"""The week's programme of side events, their rooms, and what they clash with."""
