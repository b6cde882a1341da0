"""The record as files of office programs and for print; each writer alone knows its library."""
