"""What a batch hands over: documents with what the manifest says of them, and problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from localvision.errors import Problem
from localvision.intake.document import Document

Progress = Callable[[int, int, str], None]  # files done, files in all, the file just done


@dataclass(frozen=True, slots=True)
class IntakeRecord:
    """One document and its row of the manifest; what is not known is None, never "".

    `file` is the path inside the folder or archive, `row` the row of the manifest as a
    spreadsheet shows it (the header is usually row 1). `extra` holds columns that are not
    known here, as pairs of header and filled cell.
    """

    document: Document
    file: str
    row: int | None = None
    place: str | None = None
    project: str | None = None
    wave: str | None = None
    date: date | None = None
    kind: str | None = None
    role: str | None = None
    speakers: tuple[str, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Batch:
    """All documents that could be read, by file name, and all problems, in one list.

    `problems` include the warnings of single documents; where one is an error, that file
    is not among `records`.
    """

    records: tuple[IntakeRecord, ...]
    problems: tuple[Problem, ...]


def gathered(stream: Iterable[IntakeRecord | Problem]) -> Batch:
    """Gather a stream of records and problems, adding the documents' own warnings."""
    records: list[IntakeRecord] = []
    problems: list[Problem] = []
    for item in stream:
        if isinstance(item, Problem):
            problems.append(item)
        else:
            records.append(item)
            problems.extend(item.document.problems)
    return Batch(tuple(records), tuple(problems))
