"""What an action asks for becomes a command: at once, or through a dialog."""
