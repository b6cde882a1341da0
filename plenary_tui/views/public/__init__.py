"""What leaves the house: snapshot, pane, pages, captions, feeds. Never a private note."""
