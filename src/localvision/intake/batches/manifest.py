"""The manifest: one row for each document, with its place, project, wave, date and role."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from localvision.errors import LocalVisionError, Problem, Where
from localvision.errors.intake import (
    COLUMN_TWICE,
    MANIFEST_EMPTY,
    MANIFEST_WITHOUT_FILE_COLUMN,
    ROW_WITHOUT_FILE,
)
from localvision.intake.batches.dates import read_dates
from localvision.intake.batches.tables import Cell, read_rows

# What people head their columns with, folded to letters and single spaces.
SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "file": (
        "file", "filename", "file name", "name of file", "document", "document name",
        "document file", "doc", "path", "file path", "source file", "transcript file", "transcript",
    ),
    "place": ("place", "locality", "site", "area", "location", "town", "place name", "local area"),
    "project": ("project", "project name", "initiative", "programme project"),
    "wave": ("wave", "round", "phase", "time point", "timepoint", "stage", "wave number"),
    "date": (
        "date", "interview date", "date of interview", "date recorded", "recorded", "recorded on",
        "when", "date held", "held on", "event date", "document date",
    ),
    "kind": ("kind", "type", "source type", "document type", "source kind", "method", "format"),
    "role": (
        "role", "role label", "respondent role", "participant role", "interviewee role",
        "speaker role", "job role", "stakeholder", "stakeholder group",
    ),
    "speakers": (
        "speaker", "speakers", "interviewee", "interviewees", "participant", "participants",
        "respondent", "respondents", "person", "people", "pseudonym", "speaker name",
    ),
}  # fmt: skip
FIELD_OF = {synonym: field for field, synonyms in SYNONYMS.items() for synonym in synonyms}
HEADER_WITHIN = 10  # rows; a title or a note may stand above the header


@dataclass(frozen=True, slots=True)
class ManifestRow:
    """What one row says; `row` as the spreadsheet shows it, None where a cell is empty."""

    row: int
    file: str
    place: str | None = None
    project: str | None = None
    wave: str | None = None
    date: date | None = None
    kind: str | None = None
    role: str | None = None
    speakers: tuple[str, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest as read: its file, its rows, and what was wrong in it."""

    file: str
    rows: tuple[ManifestRow, ...]
    problems: tuple[Problem, ...]


def read_manifest(content: bytes, file: str) -> Manifest:
    r"""Read a manifest on its own, before and without the documents.

    Parameters
    ----------
    content : a CSV or XLSX with a header row; file : its name, for messages.

    Returns
    -------
    Manifest. Headers are matched without case and punctuation, and by synonyms
    ("locality" is a place); columns that are not known are kept in `extra`.

    Raises
    ------
    LocalVisionError : `intake.manifest-unreadable`, `intake.manifest-without-file-column`.

    Examples
    --------
    >>> manifest = read_manifest(b"File name,Locality,Wave\na.docx,Ambleford,1\n", "m.csv")
    >>> manifest.rows[0].file, manifest.rows[0].place, manifest.rows[0].role
    ('a.docx', 'Ambleford', None)
    """
    table = read_rows(content, file)
    header_at = _header_row(table)
    if header_at is None:
        raise MANIFEST_WITHOUT_FILE_COLUMN.error(where=Where(file=file), file=file)
    columns, problems = _columns(table[header_at], file, header_at + 1)
    filled = {
        number: cells
        for number, cells in enumerate(table[header_at + 1 :], header_at + 2)
        if any(cell != "" for cell in cells)
    }
    if not filled:
        problems.append(MANIFEST_EMPTY.problem(where=Where(file=file), file=file))
    dates, date_problems = _dates(filled, columns, file)
    rows = []
    for number, cells in filled.items():
        row = _row(number, cells, columns, dates.get(number))
        if row.file:
            rows.append(row)
        else:
            where = Where(file=file, row=number, field="file")
            problems.append(ROW_WITHOUT_FILE.problem(where=where, row=number))
    return Manifest(file, tuple(rows), (*problems, *date_problems))


def looks_like_manifest(content: bytes, file: str) -> bool:
    """Say whether a table is a manifest by its header: a file column and one more we know."""
    try:
        table = read_rows(content, file)
    except LocalVisionError:
        return False  # a table that cannot be read is listed as such by its reader
    header_at = _header_row(table)
    if header_at is None:
        return False
    return len({f for cell in table[header_at] if (f := _field(cell))}) >= 2


def _header_row(table: Sequence[Sequence[Cell]]) -> int | None:
    rows = list(enumerate(table[:HEADER_WITHIN]))
    return next((at for at, row in rows if any(_field(cell) == "file" for cell in row)), None)


def _field(header: Cell) -> str | None:
    words = " ".join(re.sub(r"[\W_]+", " ", str(header).casefold()).split())
    return FIELD_OF.get(words) or FIELD_OF.get(re.sub(r" ?\d+$", "", words))


def _columns(
    header: Sequence[Cell], file: str, row: int
) -> tuple[list[tuple[int, str | None, str]], list[Problem]]:
    """Return (column, field or None, header as written) for each headed column."""
    columns: list[tuple[int, str | None, str]] = []
    problems: list[Problem] = []
    taken: dict[str, str] = {}
    for at, cell in enumerate(header):
        name, field = str(cell).strip(), _field(cell)
        if field in taken and field != "speakers":
            where = Where(file=file, row=row, field=name)
            problems.append(
                COLUMN_TWICE.problem(where=where, first=taken[field], second=name, field=field)
            )
            field = None
        if field:
            taken.setdefault(field, name)
        if name:
            columns.append((at, field, name))
    return columns, problems


def _dates(
    filled: Mapping[int, Sequence[Cell]],
    columns: Sequence[tuple[int, str | None, str]],
    file: str,
) -> tuple[dict[int, date], list[Problem]]:
    column = next(((at, name) for at, field, name in columns if field == "date"), None)
    if column is None:
        return {}, []
    at, name = column
    cells = {row: line[at] for row, line in filled.items() if at < len(line) and line[at] != ""}
    return read_dates(cells, lambda row: Where(file=file, row=row, field=name))


def _row(
    number: int,
    cells: Sequence[Cell],
    columns: Sequence[tuple[int, str | None, str]],
    day: date | None,
) -> ManifestRow:
    known: dict[str, str] = {}
    speakers: list[str] = []
    extra: list[tuple[str, str]] = []
    for at, field, name in columns:
        value = _text(cells[at]) if at < len(cells) else ""
        if not value or field == "date":
            continue
        if field == "speakers":
            speakers += [part.strip() for part in re.split(r"[;|\n]", value) if part.strip()]
        elif field:
            known[field] = value
        else:
            extra.append((name, value))
    return ManifestRow(
        row=number,
        file=known.get("file", ""),
        place=known.get("place"),
        project=known.get("project"),
        wave=known.get("wave"),
        date=day,
        kind=known.get("kind"),
        role=known.get("role"),
        speakers=tuple(speakers),
        extra=tuple(extra),
    )


def _text(cell: Cell) -> str:
    if isinstance(cell, datetime | date):
        return cell.isoformat()
    return cell
