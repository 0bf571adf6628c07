"""CSV with the mark that makes Excel read UTF-8, and no cell that it would run."""

from __future__ import annotations

import csv
import io

from localvision.outputs.blocks import Cell, MatrixBlock, Missing, TableBlock
from localvision.outputs.tables.flat import flat_table

_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula.

    >>> harmless("=1+1"), harmless("Trust first")
    ("'=1+1", 'Trust first')
    """
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_DANGEROUS) else text


def _written(cell: Cell) -> str | int | float:
    if isinstance(cell, Missing):
        return f"[{cell.words}]"
    return harmless(cell) if isinstance(cell, str) else cell


def csv_of(block: TableBlock | MatrixBlock) -> bytes:
    """Return the table as CSV (utf-8-sig, CRLF); missing values as `[not asked]`.

    The caption and base are not in the file, which stays a clean rectangle; take XLSX where
    they should travel with the numbers.
    """
    table = flat_table(block)
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow([harmless(column.label) for column in table.columns])
    for row in table.rows:
        writer.writerow([_written(cell) for cell in row])
    return sheet.getvalue().encode("utf-8-sig")
