"""Files that offices have, made by the tests, read into what they offer."""
