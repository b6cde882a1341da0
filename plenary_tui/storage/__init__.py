"""The journal on disk: append, read, follow, verify, back up. Knows nothing but the procedure."""
