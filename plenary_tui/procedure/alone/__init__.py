"""What a podium recorded alone while another was in charge: kept, told, and done again by hand."""
