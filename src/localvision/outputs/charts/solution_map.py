"""Case by term: how far each case is in each term of a model, and in the outcome."""

from __future__ import annotations

from dataclasses import dataclass

from localvision.errors.outputs import NO_N
from localvision.outputs.blocks import Base, Chart, Column, TableBlock
from localvision.outputs.charts.key import KeyItem, draw_key
from localvision.outputs.charts.palette import BRAND, LINE, ink_on, tint
from localvision.outputs.charts.svg import Drawing, text_width, wrap

SIZE = 12.5
ROW = 22.0
HALF = 0.5
WIDEST = 96.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SolutionMapRow:
    """One case: its membership in each term, and in the outcome; all 0 to 1."""

    case: str
    terms: tuple[float, ...]
    outcome: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SolutionMap:
    """What to draw: the terms, and the cases in the order in which they shall stand."""

    terms: tuple[str, ...]
    outcome: str
    rows: tuple[SolutionMapRow, ...]
    caption: str
    base: Base
    width: float = 640


def draw_solution_map(spec: SolutionMap) -> Chart:
    """Draw which cases each term stands for, beside the outcome.

    Examples
    --------
    >>> chart = draw_solution_map(SolutionMap(caption="Terms and cases", terms=("A*B",),
    ...     outcome="Y", base=Base(n=1, unit="places"),
    ...     rows=(SolutionMapRow(case="North", terms=(0.8,), outcome=0.9),)))
    >>> chart.alt
    'North: A*B 0.80; Y 0.90.'
    """
    if not spec.rows or not spec.terms:
        raise NO_N.error(what=f"The drawing “{spec.caption}”")
    drawing = Drawing(spec.width)
    left = min(0.3 * spec.width, max(text_width(row.case, SIZE) for row in spec.rows) + 14)
    columns = len(spec.terms) + 1
    step = min(WIDEST, (spec.width - left - 10) / columns)
    heads = [wrap(name.replace("*", " * "), 12, step - 6) for name in (*spec.terms, spec.outcome)]
    y = 8 + 15.0 * max(map(len, heads))
    for place, lines in enumerate(heads):
        gap = 10.0 if place == len(spec.terms) else 0.0
        drawing.lines(left + place * step + gap + 2, 12, lines, size=12, weight=600)
    for row in spec.rows:
        label = wrap(row.case, SIZE, left - 10)
        height = max(ROW, 6 + 15.7 * len(label))
        drawing.lines(0, y + 15, label, size=SIZE)
        for place, value in enumerate((*row.terms, row.outcome)):
            gap = 10.0 if place == len(spec.terms) else 0.0
            _cell(drawing, left + place * step + gap, y, step, height, value)
        y += height
    y = draw_key(
        drawing,
        y + 8,
        (
            KeyItem("more in than out (above 0.5)", tint("", 0.75), edge=BRAND),
            KeyItem("more out than in", tint("", 0.15), edge=LINE),
        ),
    )
    return _chart(spec, drawing, y)


def _cell(drawing: Drawing, x: float, y: float, width: float, height: float, value: float) -> None:
    ground = tint("", 0.05 + 0.8 * value)
    edge = BRAND if value > HALF else LINE
    drawing.rect(x + 1, y + 1, width - 3, height - 2, fill=ground, stroke=edge, stroke_width=1)
    shown = f"{value:.2f}"
    if text_width(shown, 12) < width - 6:
        drawing.text(
            x + width / 2 - 0.5, y + height / 2 + 4.5, shown,
            size=12, anchor="middle", fill=ink_on(ground), weight=600 if value > HALF else 400,
        )  # fmt: skip


def _chart(spec: SolutionMap, drawing: Drawing, height: float) -> Chart:
    sentences = [
        f"{row.case}: "
        + ", ".join(f"{t} {v:.2f}" for t, v in zip(spec.terms, row.terms, strict=True))
        + f"; {spec.outcome} {row.outcome:.2f}."
        for row in spec.rows
    ]
    alt = " ".join(sentences)
    table = TableBlock(
        caption=spec.caption,
        base=spec.base,
        columns=(
            Column(label="", width=2),
            *(Column(label=term, numeric=True) for term in spec.terms),
            Column(label=spec.outcome, numeric=True),
        ),
        rows=tuple(
            (row.case, *(f"{value:.2f}" for value in (*row.terms, row.outcome)))
            for row in spec.rows
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
