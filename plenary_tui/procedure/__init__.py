"""The law of the house: commands, events and the state they make. Pure: no I/O, no clock."""
