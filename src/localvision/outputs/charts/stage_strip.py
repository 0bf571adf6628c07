"""The stages of a project as a strip: where it is, not how well it does."""

from __future__ import annotations

from dataclasses import dataclass

from localvision.errors.outputs import NO_N
from localvision.outputs.blocks import Base, Chart, Column, TableBlock
from localvision.outputs.charts.key import KeyItem, draw_key
from localvision.outputs.charts.palette import BRAND, BRAND_PALE, FAINT, PAPER
from localvision.outputs.charts.svg import Drawing, text_width, wrap

SIZE = 13.5


@dataclass(frozen=True, slots=True, kw_only=True)
class StageRow:
    """One project or place; `now` is the index of its stage, None where nobody recorded it."""

    label: str
    now: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageStrip:
    """What to draw: the stages in order and a row for each project."""

    stages: tuple[str, ...]
    rows: tuple[StageRow, ...]
    caption: str
    base: Base
    width: float = 640


def draw_stage_strip(spec: StageStrip) -> Chart:
    """Draw where each project stands.

    Examples
    --------
    >>> chart = draw_stage_strip(StageStrip(caption="Stages", stages=("Bid", "Action"),
    ...     base=Base(n=1, unit="projects"), rows=(StageRow(label="A", now=1),)))
    >>> chart.alt
    'A: Action.'
    """
    if not spec.rows or not spec.stages:
        raise NO_N.error(what=f"The drawing “{spec.caption}”")
    drawing = Drawing(spec.width)
    left = min(0.34 * spec.width, max(text_width(r.label, SIZE) for r in spec.rows) + 14)
    step = (spec.width - left) / len(spec.stages)
    heads = [wrap(stage, 12.5, step - 6, 600) for stage in spec.stages]
    top = 6 + 15.6 * max(len(lines) for lines in heads)
    for i, lines in enumerate(heads):
        drawing.lines(left + i * step, 12, lines, size=12.5, weight=600)
    y = top
    for row in spec.rows:
        y = _row(drawing, y, row, left, step, len(spec.stages))
    y = draw_key(
        drawing,
        y + 8,
        (
            KeyItem("passed", BRAND_PALE, edge=BRAND),
            KeyItem("now", BRAND),
            KeyItem("not reached", PAPER, edge=FAINT),
            KeyItem("not recorded", PAPER, "hatch"),
        ),
    )
    return _chart(spec, drawing, y)


def _row(drawing: Drawing, y: float, row: StageRow, left: float, step: float, stages: int) -> float:
    label = wrap(row.label, SIZE, left - 12)
    drawing.lines(0, y + 14, label, size=SIZE)
    if row.now is None:
        drawing.hatch(left, y + 4, step * stages - 3, 12)
    else:
        for i in range(stages):
            x = left + i * step
            fill, edge = (PAPER, FAINT) if i > row.now else (BRAND_PALE, BRAND)
            if i == row.now:
                fill = BRAND
            drawing.rect(
                x + 0.5, y + 4.5, step - 4, 11, fill=fill, stroke=edge, stroke_width=1, rx=2
            )
    return y + max(22.0, 6 + 16.9 * len(label))


def _stage(spec: StageStrip, row: StageRow) -> str:
    return "not recorded" if row.now is None else spec.stages[row.now]


def _chart(spec: StageStrip, drawing: Drawing, height: float) -> Chart:
    alt = " ".join(f"{row.label}: {_stage(spec, row)}." for row in spec.rows)
    table = TableBlock(
        caption=spec.caption,
        base=spec.base,
        columns=(Column(label="", width=2), Column(label="Stage", width=2)),
        rows=tuple((row.label, _stage(spec, row)) for row in spec.rows),
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
