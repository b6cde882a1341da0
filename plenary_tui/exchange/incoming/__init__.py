"""Files that offices have (Indico, OpenSlides, Ontime, spreadsheets), read into what they offer."""
