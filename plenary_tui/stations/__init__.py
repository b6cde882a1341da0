"""Several machines on one conference: one is in charge and records, the others follow and ask."""
