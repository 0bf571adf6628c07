"""XLSX: one sheet a table with a frozen header, and a sheet of notes with n and as-at."""

from __future__ import annotations

import datetime as dt
import io
import math
import re
from collections.abc import Sequence

import xlsxwriter

from localvision.errors.outputs import NO_N, NUMBER_NOT_FINITE
from localvision.outputs.blocks import MatrixBlock, Missing, TableBlock
from localvision.outputs.tables.flat import flat_table

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")


def xlsx_of(
    blocks: Sequence[TableBlock | MatrixBlock],
    *,
    as_at: dt.date | None = None,
    invented: bool = False,
) -> bytes:
    """Return a workbook: a sheet for each table, then "Notes" with caption, n and as-at.

    Raises
    ------
    LocalVisionError `outputs.no-n` for a table without n, `outputs.number-not-finite`.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    # A fixed day keeps the bytes the same for the same tables.
    book.set_properties({"created": dt.datetime(2000, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)})
    tables = [flat_table(block) for block in blocks]
    names = _sheet_names(tables)
    for name, table in zip(names, tables, strict=True):
        if table.base.n is None:
            raise NO_N.error(what=f"The table “{table.caption}”")
        _sheet(book, name, table)
    _notes(book, names, tables, as_at, invented)
    book.close()
    return out.getvalue()


def _sheet_names(tables: Sequence[TableBlock]) -> list[str]:
    names: list[str] = []
    for i, table in enumerate(tables, 1):
        words = _NOT_IN_NAMES.sub(" ", table.caption).strip()
        names.append(f"{i} {words}"[:31].strip())
    return names


def _sheet(book: xlsxwriter.Workbook, name: str, table: TableBlock) -> None:
    sheet = book.add_worksheet(name)
    head = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#e4efee"}
    )
    body = book.add_format({"text_wrap": True, "valign": "top"})
    gone = book.add_format({"italic": True, "font_color": "#55666c", "valign": "top"})
    for j, column in enumerate(table.columns):
        sheet.write_string(0, j, column.label, head)
        sheet.set_column(j, j, min(60, max(12, 14 * column.width)))
    for i, row in enumerate(table.rows, 1):
        for j, cell in enumerate(row):
            if isinstance(cell, Missing):
                sheet.write_string(i, j, cell.words, gone)
            elif isinstance(cell, str):
                sheet.write_string(i, j, cell, body)
            elif math.isfinite(cell):
                sheet.write_number(i, j, cell)
            else:
                raise NUMBER_NOT_FINITE.error(what=f"The table “{table.caption}”", value=cell)
    sheet.freeze_panes(1, 1)
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)


def _notes(
    book: xlsxwriter.Workbook,
    names: Sequence[str],
    tables: Sequence[TableBlock],
    as_at: dt.date | None,
    invented: bool,
) -> None:
    sheet = book.add_worksheet("Notes")
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 90)
    lines = [("As at", as_at.isoformat() if as_at else "not stated")]
    if invented:
        lines.append(("Invented", "Example: everything in this file is invented."))
    for name, table in zip(names, tables, strict=True):
        lines.append((name, f"{table.caption}. {table.base}."))
        lines.extend(("", note) for note in table.notes)
    for i, (what, words) in enumerate(lines):
        sheet.write_string(i, 0, what, wrap)
        sheet.write_string(i, 1, words, wrap)
