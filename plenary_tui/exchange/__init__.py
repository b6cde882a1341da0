"""What comes in and goes out: conference packs, lists as files, the record."""
