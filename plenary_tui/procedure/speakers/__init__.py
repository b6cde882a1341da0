"""Who may speak, on which list, in what order, and for how long."""
