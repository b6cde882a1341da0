"""The record as files of office programs and for print."""
