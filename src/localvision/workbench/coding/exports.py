"""Every coding with its words and context, as a file."""

from __future__ import annotations

import re
from collections.abc import Callable

from django.utils import timezone

from localvision.outputs.blocks import Base, Cell, Column, TableBlock
from localvision.outputs.tables import csv_of, xlsx_of
from localvision.workbench.coding.queries.listing import CodingLine, coding_lines
from localvision.workbench.programmes.viewers import Viewer

COLUMNS = (
    Column(label="Source", width=1),
    Column(label="Place", width=1.5),
    Column(label="Wave", width=1),
    Column(label="Role", width=1.5),
    Column(label="Code", width=2),
    Column(label="Code key", width=1.5),
    Column(label="Cluster", width=1),
    Column(label="Meant when coded", width=2),
    Column(label="Frame version", numeric=True),
    Column(label="Words", width=5),
    Column(label="Words before", width=3),
    Column(label="Words after", width=3),
    Column(label="Start", numeric=True),
    Column(label="End", numeric=True),
    Column(label="Text version", numeric=True),
    Column(label="Coder", width=1.5),
    Column(label="Round", numeric=True),
    Column(label="Origin", width=1.5),
    Column(label="Coded at", width=1.5),
)


MARKUP = re.compile(r"[*\[\]\\]")


def codings_table(viewer: Viewer) -> TableBlock:
    """Return every coding that the viewer may read, a row each, in the order of the texts."""
    rows = tuple(_row(line) for line in coding_lines(viewer))
    return TableBlock(
        caption="Codings with their words",
        base=Base(n=len(rows), unit="codings"),
        columns=COLUMNS,
        rows=rows,
        notes=(
            "Start and end are code points of the text, an end is exclusive.",
            "A coding of a code that was split since is marked as to be recoded.",
        ),
    )


def _row(line: CodingLine) -> tuple[Cell, ...]:
    return (
        line.source,
        line.place,
        line.wave,
        line.role,
        line.label,
        line.key,
        line.cluster,
        line.meant,
        line.frame_version,
        as_typed(line.words),
        as_typed(line.before),
        as_typed(line.after),
        line.start,
        line.end,
        line.text_version,
        line.coder,
        line.round,
        line.origin,
        line.at.isoformat(),
    )


def as_typed(words: str) -> str:
    r"""Escape what a table cell would read as markup: people's words leave as they were said.

    >>> as_typed("so *very* [sic] cheap")
    'so \\*very\\* \\[sic\\] cheap'
    """
    return MARKUP.sub(r"\\\g<0>", words)


def as_csv(viewer: Viewer) -> bytes:
    """Return the codings as CSV."""
    return csv_of(codings_table(viewer))


def as_xlsx(viewer: Viewer) -> bytes:
    """Return the codings as a workbook with its n and day."""
    programme = viewer.programme
    return xlsx_of([codings_table(viewer)], as_at=timezone.localdate(), invented=programme.invented)


#: What can be asked for: the kind of file, its content type, and what writes it.
EXPORTS: dict[str, tuple[str, Callable[[Viewer], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "xlsx": (
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        as_xlsx,
    ),
}
