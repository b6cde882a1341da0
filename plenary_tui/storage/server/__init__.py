"""The server that several machines share, as one of them speaks with it; all its SQL."""
