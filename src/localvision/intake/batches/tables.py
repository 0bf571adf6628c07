"""Rows of a CSV or XLSX table as cells, before anyone knows what the columns mean."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from pathlib import PurePosixPath

from python_calamine import CalamineError, CalamineWorkbook

from localvision.errors import Where
from localvision.errors.intake import MANIFEST_UNREADABLE
from localvision.intake.encodings import decode
from localvision.intake.office_package import open_package, parse_part

TABLE_EXTENSIONS = (".csv", ".tsv", ".xlsx")
MOST_ROWS = 100_000

Cell = str | date | datetime


def is_table_name(file: str) -> bool:
    """Say whether a file is a table by its name."""
    return PurePosixPath(file).suffix.lower() in TABLE_EXTENSIONS


def read_rows(content: bytes, file: str) -> list[list[Cell]]:
    """Return all rows, empty ones too, so that row numbers are those of the spreadsheet.

    Parameters
    ----------
    content : bytes of a CSV (commas, semicolons or tabs) or of an XLSX, whose sheet
        "manifest", else its first, is read.

    Returns
    -------
    Rows of cells: text without spaces around it, or dates where the workbook has them.

    Raises
    ------
    LocalVisionError : `intake.manifest-unreadable`, or those of a hostile package.
    """
    if content.startswith(b"PK\x03\x04"):
        return _xlsx_rows(content, file)
    text = decode(content, file).text
    header = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise MANIFEST_UNREADABLE.error(where=Where(file=file), file=file, detail=error) from error
    return [[cell.strip() for cell in row] for row in rows[:MOST_ROWS]]


def _xlsx_rows(content: bytes, file: str) -> list[list[Cell]]:
    package = open_package(content, file, "XLSX")
    for part in package.namelist():
        if part.endswith((".xml", ".rels")):
            parse_part(package, part, file, "XLSX")
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = workbook.sheet_names
        name = next((n for n in names if n.strip().casefold() == "manifest"), names[0])
        rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (CalamineError, IndexError, ValueError, OSError) as error:
        raise MANIFEST_UNREADABLE.error(where=Where(file=file), file=file, detail=error) from error
    return [[_cell(value) for value in row] for row in rows[:MOST_ROWS]]


def _cell(value: object) -> Cell:
    if isinstance(value, datetime | date):
        return value
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
