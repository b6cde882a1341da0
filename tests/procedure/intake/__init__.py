"""Tests of files that are taken over."""
