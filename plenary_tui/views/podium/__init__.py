"""What the officer sees on the podium."""
