"""A conference on one machine: made from a pack, written by one desk, watched by the others."""
