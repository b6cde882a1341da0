"""A conference of one's own: what is asked for it, and the pack folder that the answers make."""
