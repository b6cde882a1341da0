"""Words that all views share."""
