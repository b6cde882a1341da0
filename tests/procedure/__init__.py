"""The rules of procedure, without a screen and without a disk."""
