"""A pack as one workbook: a sheet for each part, with the same columns as the files of a folder."""
