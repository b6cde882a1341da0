"""A conference to practise on: made, held so far, and played by a simulated room."""
