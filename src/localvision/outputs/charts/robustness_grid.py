"""Terms over all defensible choices: a square for each choice, filled where the term holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from localvision.errors.outputs import NO_N
from localvision.outputs.blocks import Base, Chart, Column, TableBlock
from localvision.outputs.charts.key import KeyItem, draw_key
from localvision.outputs.charts.palette import BRAND, BRAND_PALE, FAINT, LINE, PAPER, SOFT
from localvision.outputs.charts.svg import Drawing, text_width, wrap

SIZE = 13.0
SQUARE = 12.0
PITCH = 15.0

Holds = Literal["every", "some", "none", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermRow:
    """One term: for each choice, whether every, some or no model has it, or there is none.

    `own` : whether it is a term of the analysis as it was done.
    """

    term: str
    holds: tuple[Holds, ...]
    own: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RobustnessPicture:
    """What to draw: terms, and the choices in their order (as words, for the table)."""

    rows: tuple[TermRow, ...]
    choices: tuple[str, ...]
    caption: str
    base: Base
    width: float = 640


def draw_robustness_grid(spec: RobustnessPicture) -> Chart:
    """Draw in which choices each term survives.

    Examples
    --------
    >>> chart = draw_robustness_grid(RobustnessPicture(caption="Terms over choices",
    ...     choices=("cut 0.8", "cut 0.9"), base=Base(n=2, unit="choices"),
    ...     rows=(TermRow(term="A*B", holds=("every", "failed"), own=True),)))
    >>> chart.alt
    'A*B (the analysis as done): in every model in 1 of 2 choices, in some in 0; no solution in 1.'
    """
    if not spec.rows or not spec.choices:
        raise NO_N.error(what=f"The drawing “{spec.caption}”")
    drawing = Drawing(spec.width)
    left = min(0.4 * spec.width, max(text_width(r.term, SIZE, 600) for r in spec.rows) + 14)
    per_line = max(1, int((spec.width - left - 78) // PITCH))
    y = 0.0
    for row in spec.rows:
        y = _row(drawing, y, row, left, per_line)
    y = draw_key(
        drawing,
        y + 8,
        (
            KeyItem("in every model", BRAND),
            KeyItem("in some models", BRAND_PALE, edge=BRAND),
            KeyItem("in no model", PAPER, edge=FAINT),
            KeyItem("the choice gives no solution", PAPER, "hatch"),
        ),
    )
    drawing.text(0, y + 12, "Bold: a term of the analysis as it was done.", size=12.5, fill=SOFT)
    return _chart(spec, drawing, y + 20)


def _row(drawing: Drawing, y: float, row: TermRow, left: float, per_line: int) -> float:
    weight = 600 if row.own else 400
    label = _label(row.term, left - 12, weight)
    drawing.lines(0, y + 15, label, size=SIZE, weight=weight)
    for place, holds in enumerate(row.holds):
        x = left + PITCH * (place % per_line)
        top = y + 5 + PITCH * (place // per_line)
        if holds == "failed":
            drawing.hatch(x, top, SQUARE, SQUARE, gap=4)
            continue
        fill = {"every": BRAND, "some": BRAND_PALE, "none": PAPER}[holds]
        edge = FAINT if holds == "none" else BRAND
        drawing.rect(x + 0.5, top + 0.5, SQUARE - 1, SQUARE - 1, fill=fill, stroke=edge)
    lines = -(-len(row.holds) // per_line)
    count = f"{row.holds.count('every')} of {len(row.holds)}"
    drawing.text(drawing.width, y + 15, count, size=SIZE, anchor="end", weight=weight)
    bottom = y + max(12 + PITCH * lines, 10 + 16.3 * len(label))
    drawing.line(0, bottom, drawing.width, bottom, stroke=LINE, stroke_width=1)
    return bottom


def _label(term: str, width: float, weight: int) -> tuple[str, ...]:
    """The term, broken only where it must be, after a sign."""
    if text_width(term, SIZE, weight) <= width:
        return (term,)
    lines = wrap(term.replace("*", "* "), SIZE, width, weight)
    return tuple(line.replace("* ", "*") for line in lines)


def _chart(spec: RobustnessPicture, drawing: Drawing, height: float) -> Chart:
    alt = " ".join(
        f"{row.term}{' (the analysis as done)' if row.own else ''}: in every model in "
        f"{row.holds.count('every')} of {len(row.holds)} choices, in some in "
        f"{row.holds.count('some')}; no solution in {row.holds.count('failed')}."
        for row in spec.rows
    )
    table = TableBlock(
        caption=spec.caption,
        base=spec.base,
        columns=(
            Column(label="Choice", width=4),
            *(Column(label=row.term, width=2) for row in spec.rows),
        ),
        rows=tuple(
            (choice, *(_said(row.holds[place]) for row in spec.rows))
            for place, choice in enumerate(spec.choices)
        ),
    )
    return Chart(
        svg=drawing.finish(height, spec.caption, alt),
        alt=alt,
        caption=spec.caption,
        base=spec.base,
        table=table,
        width=spec.width,
        height=height,
    )


def _said(holds: Holds) -> str:
    return {"every": "every model", "some": "some models", "none": "no", "failed": "no solution"}[
        holds
    ]
