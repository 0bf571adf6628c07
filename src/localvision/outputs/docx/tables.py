"""Tables in Word: repeated head, rows kept whole, tinted cells, words for those who cannot see."""

from __future__ import annotations

from typing import Any

from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, RGBColor

from localvision.outputs.charts.palette import BRAND, LINE, SOFT, colour, ink_on
from localvision.outputs.docx.words import Writer
from localvision.outputs.docx.xml import element, shade
from localvision.outputs.plan import cell_ground
from localvision.outputs.plan.parts import CellPart, ColumnPart, TablePart

TEXT_WIDTH = 158.0  # mm between the margins of an A4 page
HEAD_HEIGHT = 36.0  # mm for turned heads
LONGEST_WHOLE = 30  # rows; a longer table may break between pages


def add_table(writer: Writer, t: TablePart) -> None:
    """Add the caption above, the table, and its notes below."""
    writer.caption(t.label, t.caption, t.anchor)
    base = writer.paragraph("Base", f"{t.base}.")
    base.paragraph_format.keep_with_next = True
    head_rows = 2 if t.groups else 1
    table = writer.document.add_table(rows=head_rows + len(t.rows), cols=len(t.columns))
    _frame(table, t)
    _heads(writer, table, t)
    whole = len(t.rows) <= LONGEST_WHOLE
    for i, row in enumerate(t.rows):
        cells = table.rows[head_rows + i].cells
        for cell, part, column in zip(cells, row, t.columns, strict=True):
            _cell(writer, cell, part, column)
            stays = whole and (i + 1 < len(t.rows) or bool(t.notes))
            cell.paragraphs[0].paragraph_format.keep_with_next = stays
    for note in t.notes:
        writer.runs(writer.paragraph("Base"), note)
    if t.back:
        writer.link(writer.paragraph("Base"), "Back to the figure", t.back)
    if not t.notes and not t.back:
        writer.paragraph("Base")


def _frame(table: Any, t: TablePart) -> None:
    """Set widths, thin rules, alternative text, and what repeats on the next page."""
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    table.autofit = False
    properties = table._tbl.tblPr
    borders = element("tblBorders")
    borders.append(element("bottom", val="single", sz="4", space="0", color=LINE.lstrip("#")))
    borders.append(element("insideH", val="single", sz="4", space="0", color=LINE.lstrip("#")))
    properties.find(qn("w:tblLayout")).addprevious(borders)
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        properties.remove(look)
    first = "1" if t.row_heads else "0"
    properties.append(element("tblLook", val="0020", firstRow="1", firstColumn=first, noHBand="1"))
    properties.append(element("tblCaption", val=f"{t.label}. {t.caption}"))
    properties.append(element("tblDescription", val=f"{t.base}."))
    total = sum(c.width for c in t.columns)
    widths = [Mm(TEXT_WIDTH * c.width / total) for c in t.columns]
    for i, grid in enumerate(table._tbl.tblGrid.findall(qn("w:gridCol"))):
        grid.set(qn("w:w"), str(int(widths[i].twips)))
    for row in table.rows:
        row._tr.get_or_add_trPr().append(element("cantSplit"))
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width
    for row in table.rows[: 2 if t.groups else 1]:
        row._tr.get_or_add_trPr().append(element("tblHeader"))


def _heads(writer: Writer, table: Any, t: TablePart) -> None:
    if t.groups:
        at = 0
        cells = table.rows[0].cells
        for group in t.groups:
            cell = cells[at].merge(cells[at + group.span - 1])
            at += group.span
            _head_text(writer, cell, group.label, colour(group.cluster) if group.label else SOFT)
            if group.label:
                _under(cell, colour(group.cluster), 18)
    row = table.rows[1 if t.groups else 0]
    turned = any(c.turned for c in t.columns)
    if turned:
        row.height, row.height_rule = Mm(HEAD_HEIGHT), WD_ROW_HEIGHT_RULE.EXACTLY
    for cell, column in zip(row.cells, t.columns, strict=True):
        paragraph = _head_text(writer, cell, column.label, "")
        properties = cell._tc.get_or_add_tcPr()
        if column.turned:
            properties.append(element("textDirection", val="btLr"))
        elif column.numeric:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        properties.append(element("vAlign", val="center" if column.turned else "bottom"))
        if not turned:
            _under(cell, BRAND, 8)


def _head_text(writer: Writer, cell: Any, text: str, ink: str) -> Any:
    paragraph = cell.paragraphs[0]
    writer.dress(paragraph, "Table Text")
    paragraph.paragraph_format.keep_with_next = True
    run = paragraph.add_run(text)
    run.bold = True
    if ink:
        run.font.color.rgb = RGBColor.from_string(ink.lstrip("#").upper())
    return paragraph


def _under(cell: Any, ink: str, eighths: int) -> None:
    borders = element("tcBorders")
    borders.append(
        element("bottom", val="single", sz=str(eighths), space="0", color=ink.lstrip("#"))
    )
    properties = cell._tc.get_or_add_tcPr()
    at = properties.find(qn("w:textDirection"))
    if at is not None:
        at.addprevious(borders)
    else:
        at = properties.find(qn("w:vAlign"))
        properties.append(borders) if at is None else at.addprevious(borders)


def _cell(writer: Writer, cell: Any, part: CellPart, column: ColumnPart) -> None:
    paragraph = cell.paragraphs[0]
    writer.dress(paragraph, "Table Text")
    if column.turned:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif column.numeric:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    ground = cell_ground(part)
    writer.runs(paragraph, part.runs)
    for run in paragraph.runs:
        if part.missing:
            run.italic = True
            run.font.color.rgb = RGBColor.from_string(SOFT.lstrip("#").upper())
        elif part.level:
            run.font.color.rgb = RGBColor.from_string(ink_on(ground).lstrip("#").upper())
    if part.level:
        shade(cell._tc.get_or_add_tcPr(), ground)
