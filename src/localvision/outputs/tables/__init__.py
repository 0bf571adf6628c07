"""Tables as files: CSV that no spreadsheet will run, and XLSX that says its n."""

from localvision.outputs.tables.csv_file import csv_of
from localvision.outputs.tables.flat import flat_table
from localvision.outputs.tables.xlsx_file import xlsx_of

__all__ = ["csv_of", "flat_table", "xlsx_of"]
