"""The programs that draw: the podium, the pane, the lobby; and the parts that run the podium."""
