"""What has been heard, as the officer reads it: in order, as rows, as corrected, as bars."""
