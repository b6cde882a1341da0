"""What a conference is made of."""
