"""Graded counts side by side: none, mixed, some, strong, adverse, and not known."""

from __future__ import annotations

from dataclasses import dataclass

from localvision.errors.outputs import NO_N, TABLE_RAGGED
from localvision.outputs.blocks import Base, Cell, Chart, Column, Missing, TableBlock
from localvision.outputs.charts.key import KeyItem, draw_key
from localvision.outputs.charts.palette import BRAND, MUTED, SOFT, TONES, Tone
from localvision.outputs.charts.svg import Drawing, text_width, wrap

SIZE = 14.0
BAR = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """One segment of each bar: its words, and its tone from palest to darkest.

    "against" is ochre (adverse); "unknown" is hatched (not asked, not known).
    """

    label: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class StackedRow:
    """One bar: a count for each grade, or a missing value where the whole row is withheld."""

    label: str
    counts: tuple[int, ...] | Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class StackedBars:
    """What to draw. Bars share one scale, so a shorter bar has fewer behind it."""

    grades: tuple[Grade, ...]
    rows: tuple[StackedRow, ...]
    caption: str
    base: Base
    width: float = 640


def draw_stacked_bars(spec: StackedBars) -> Chart:
    """Draw how outcomes were graded, including none, mixed and adverse (R240).

    Raises
    ------
    LocalVisionError `outputs.no-n` for no rows; `outputs.table-ragged` for a row whose counts
    do not match the grades.

    Examples
    --------
    >>> chart = draw_stacked_bars(StackedBars(caption="Outcomes", base=Base(n=3, unit="places"),
    ...     grades=(Grade(label="none", tone="none"), Grade(label="some", tone="some")),
    ...     rows=(StackedRow(label="Services", counts=(1, 2)),)))
    >>> chart.alt
    'Services: 1 none, 2 some, of 3.'
    """
    _check(spec)
    drawing = Drawing(spec.width)
    left = min(0.32 * spec.width, max(text_width(r.label, SIZE) for r in spec.rows) + 16)
    longest = max(1, *(0 if isinstance(r.counts, Missing) else sum(r.counts) for r in spec.rows))
    room = spec.width - left - 16 - text_width(f"n {longest:,}", 13)
    y = 0.0
    for row in spec.rows:
        label = wrap(row.label, SIZE, left - 14)
        drawing.lines(0, y + 19, label, size=SIZE)
        _bar(drawing, left, y + 2, room / longest, row, spec.grades)
        y += max(BAR + 12.0, 14 + 17.5 * len(label))
    y = draw_key(drawing, y + 4, [_key(grade) for grade in spec.grades])
    alt = " ".join(_sentence(row, spec.grades) for row in spec.rows)
    return Chart(
        svg=drawing.finish(y, spec.caption, alt),
        alt=alt,
        caption=spec.caption,
        base=spec.base,
        table=_table(spec),
        width=spec.width,
        height=y,
    )


def _check(spec: StackedBars) -> None:
    if not spec.rows or not spec.grades:
        raise NO_N.error(what=f"The drawing “{spec.caption}”")
    for i, row in enumerate(spec.rows, 1):
        if not isinstance(row.counts, Missing) and len(row.counts) != len(spec.grades):
            raise TABLE_RAGGED.error(
                what=f"“{spec.caption}”", row=i, cells=len(row.counts), columns=len(spec.grades)
            )


def _bar(
    drawing: Drawing, x: float, y: float, unit: float, row: StackedRow, grades: tuple[Grade, ...]
) -> None:
    if isinstance(row.counts, Missing):
        drawing.text(x, y + 17, str(row.counts), size=SIZE, fill=SOFT)
        return
    start = x
    for count, grade in zip(row.counts, grades, strict=True):
        width = count * unit
        fill, ink = TONES[grade.tone]
        if grade.tone == "unknown":
            drawing.hatch(x, y, width, BAR)
        elif count:  # however few, they are seen
            edge = "#7a4400" if grade.tone == "against" else BRAND
            drawing.rect(
                x + 0.5,
                y + 0.5,
                max(0.5, width - 1),
                BAR - 1,
                fill=fill,
                stroke=edge,
                stroke_width=1,
            )
        if count and text_width(str(count), 13, 600) + 6 <= width:
            _count(drawing, x + width / 2, y, str(count), ink, grade.tone == "unknown")
        x += width
    end = max(x, start)
    drawing.text(end + 8, y + 17, f"n {sum(row.counts):,}", size=13, fill=SOFT)


def _count(drawing: Drawing, x: float, y: float, text: str, ink: str, plate: bool) -> None:
    if plate:
        half = text_width(text, 13, 600) / 2 + 3
        drawing.rect(x - half, y + 4, 2 * half, BAR - 8, fill="#ffffff")
    drawing.text(x, y + 17, text, size=13, weight=600, anchor="middle", fill=ink)


def _key(grade: Grade) -> KeyItem:
    if grade.tone == "unknown":
        return KeyItem(grade.label, MUTED, "hatch")
    edge = "#7a4400" if grade.tone == "against" else BRAND
    return KeyItem(grade.label, TONES[grade.tone][0], edge=edge)


def _sentence(row: StackedRow, grades: tuple[Grade, ...]) -> str:
    if isinstance(row.counts, Missing):
        return f"{row.label}: {row.counts}."
    parts = (f"{c:,} {g.label}" for c, g in zip(row.counts, grades, strict=True))
    return f"{row.label}: {', '.join(parts)}, of {sum(row.counts):,}."


def _table(spec: StackedBars) -> TableBlock:
    def cells(row: StackedRow) -> tuple[Cell, ...]:
        if isinstance(row.counts, Missing):
            return (row.label, *(row.counts for _ in spec.grades), row.counts)
        return (row.label, *row.counts, sum(row.counts))

    return TableBlock(
        caption=spec.caption,
        base=spec.base,
        columns=(
            Column(label="", width=2),
            *(Column(label=g.label.capitalize(), numeric=True) for g in spec.grades),
            Column(label="n", numeric=True),
        ),
        rows=tuple(cells(row) for row in spec.rows),
    )
