"""The apps, run by hand."""
