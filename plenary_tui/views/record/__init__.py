"""What goes out of a conference afterwards: its record, as data and in its forms."""
