"""Read PDF through pdfium: the words of each page, in the order the file gives them."""

from __future__ import annotations

import threading
from itertools import pairwise
from statistics import median
from typing import Any

import pypdfium2
from pypdfium2 import PdfiumError

from localvision.errors import Where
from localvision.errors.intake import (
    CHARACTERS_LOST,
    ENCRYPTED,
    PDF_NO_TEXT,
    PDF_PAGES_WITHOUT_TEXT,
    UNREADABLE,
)
from localvision.intake.draft import Draft
from localvision.intake.encodings import unix_line_ends

PASSWORD_NEEDED = 4  # FPDF_ERR_PASSWORD
# A gap of this many usual line steps between two lines starts a new paragraph.
PARAGRAPH_GAP = 1.35
HYPHEN_AT_LINE_END = "\ufffe"  # how pdfium writes a hyphen that ends a line
PDFIUM = threading.Lock()  # pdfium may be entered by one thread at a time


def read(content: bytes, file_name: str) -> Draft:
    """Read the text of a PDF; an empty line stands where the page has a paragraph gap.

    Raises
    ------
    LocalVisionError : `intake.pdf-no-text` for a scan, `intake.encrypted`,
        `intake.unreadable`.

    Limits
    ------
    A PDF does not say what is a heading, a footnote or a running header: all of it comes
    as text. Columns come in the order in which the file was written.
    """
    where = Where(file=file_name)
    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(content)
        except PdfiumError as error:
            if getattr(error, "err_code", None) == PASSWORD_NEEDED:
                raise ENCRYPTED.error(where=where, file=file_name) from error
            raise UNREADABLE.error(
                where=where, file=file_name, format="PDF", detail=error
            ) from error
        try:
            pages = [_page_text(page) for page in document]
            title = (document.get_metadata_dict().get("Title") or "").strip()
        except PdfiumError as error:
            raise UNREADABLE.error(
                where=where, file=file_name, format="PDF", detail=error
            ) from error
        finally:
            document.close()
    return _draft(pages, title, file_name)


def _draft(pages: list[str], title: str, file_name: str) -> Draft:
    where = Where(file=file_name)
    empty = [str(number) for number, text in enumerate(pages, 1) if not text.strip()]
    if len(empty) == len(pages):
        raise PDF_NO_TEXT.error(where=where, file=file_name, pages=len(pages))
    text = "\n\n".join(page.strip("\n") for page in pages if page.strip())
    problems = []
    if empty:
        problems.append(
            PDF_PAGES_WITHOUT_TEXT.problem(where=where, file=file_name, pages=", ".join(empty))
        )
    lost = text.count("\ufffd")
    if lost:
        problems.append(CHARACTERS_LOST.problem(where=where, file=file_name, count=lost))
    return Draft(text, title=title, problems=tuple(problems))


def _page_text(page: Any) -> str:
    text_page = page.get_textpage()
    raw: str = text_page.get_text_range()
    lines = raw.split("\r\n")
    gaps = _gaps(text_page, lines)
    wide = PARAGRAPH_GAP * median([gap for gap in gaps if gap > 0] or [0])
    pieces = [lines[0]]
    for line, gap in zip(lines[1:], gaps, strict=True):
        pieces.append("\n\n" if gap > wide > 0 else "\n")
        pieces.append(line)
    text = (
        unix_line_ends("".join(pieces)).replace(HYPHEN_AT_LINE_END, "-").replace("\x00", "\ufffd")
    )
    return "\n".join(line.rstrip(" ") for line in text.split("\n"))


def _gaps(text_page: Any, lines: list[str]) -> list[float]:
    """Return how far each line after the first stands below the one before, in points."""
    tops: list[float | None] = []
    position, total = 0, text_page.count_chars()
    for line in lines:
        first = position + len(line) - len(line.lstrip())
        known = bool(line.strip()) and first < total
        tops.append(text_page.get_charbox(first, loose=True)[1] if known else None)
        position += len(line) + 2
    return [
        above - below if above is not None and below is not None else 0.0
        for above, below in pairwise(tops)
    ]
