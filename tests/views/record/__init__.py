"""What goes out afterwards: the record as data, in its forms, and whether it can be checked."""
