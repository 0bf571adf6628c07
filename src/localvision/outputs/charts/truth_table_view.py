"""A truth table as a picture: filled where a condition is present, open where it is not."""

from __future__ import annotations

from dataclasses import dataclass

from localvision.errors.outputs import NO_N
from localvision.outputs.blocks import Base, Chart, Column, TableBlock
from localvision.outputs.charts.key import KeyItem, draw_key
from localvision.outputs.charts.palette import BRAND, INK, LINE, PAPER, SOFT
from localvision.outputs.charts.svg import Drawing, text_width, wrap

SIZE = 13.0
STEP = 32.0
ROW = 26.0
AGAINST = "#a35a00"
OUTPUT = {"1": "yes", "0": "no", "C": "contradictory"}
NUMBERS = 56.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfigurationRow:
    """One configuration.

    `values` has a value for each condition: 0, 1, ... or "-"; `output` is "1", "0" or "C";
    `consistency` is 0 to 1, None where undefined.
    """

    values: tuple[int | str, ...]
    output: str
    consistency: float | None
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TruthTableView:
    """What to draw: the conditions and the rows, in their order."""

    conditions: tuple[str, ...]
    rows: tuple[ConfigurationRow, ...]
    outcome: str
    caption: str
    base: Base
    multi_value: bool = False
    width: float = 640


def draw_truth_table(spec: TruthTableView) -> Chart:
    """Draw each configuration with its cases and what it leads to.

    Examples
    --------
    >>> chart = draw_truth_table(TruthTableView(caption="Configurations", conditions=("A", "B"),
    ...     outcome="Y", base=Base(n=2, unit="places"), rows=(ConfigurationRow(values=(1, 0),
    ...     output="1", consistency=0.9, cases=("North", "East")),)))
    >>> chart.alt
    'A present, B absent: yes, consistency 0.90, North, East.'
    """
    if not spec.rows or not spec.conditions:
        raise NO_N.error(what=f"The drawing “{spec.caption}”")
    drawing = Drawing(spec.width)
    step = min(STEP, (0.5 * spec.width) / len(spec.conditions))
    top = _heads(drawing, spec, step)
    left = step * len(spec.conditions) + 8
    y = top
    for row in spec.rows:
        y = _row(drawing, y, row, spec, step, left)
    y = draw_key(drawing, y + 8, _key(spec))
    return _chart(spec, drawing, y)


def _heads(drawing: Drawing, spec: TruthTableView, step: float) -> float:
    heads = [_short(name) for name in (*spec.conditions, spec.outcome)]
    bottom = max(text_width(head, 12.5, 400) for head in heads) + 12
    for place, head in enumerate(heads[:-1]):
        drawing.text(place * step + step / 2 + 4.5, bottom - 4, head, size=12.5, turned=True)
    left = step * len(spec.conditions) + 8
    drawing.text(left + NUMBERS / 2 + 4.5, bottom - 4, heads[-1], size=12.5, turned=True)
    drawing.text(left + NUMBERS, bottom - 4, "cons.", size=12.5, fill=SOFT)
    drawing.text(left + 2 * NUMBERS, bottom - 4, "cases", size=12.5, fill=SOFT)
    return bottom


def _short(name: str) -> str:
    lines = wrap(name, 12.5, 130)
    return lines[0] if len(lines) == 1 else lines[0].rstrip("-") + "…"


def _row(
    drawing: Drawing,
    y: float,
    row: ConfigurationRow,
    spec: TruthTableView,
    step: float,
    left: float,
) -> float:
    names = f"{len(row.cases)}: {', '.join(row.cases)}" if row.cases else "none"
    lines = wrap(names, SIZE, spec.width - left - 2 * NUMBERS - 4)
    height = max(ROW, 10 + 16.3 * len(lines))
    drawing.line(0, y, spec.width, y, stroke=LINE, stroke_width=1)
    for place, value in enumerate(row.values):
        _value(drawing, place * step + step / 2, y + ROW / 2, value, spec.multi_value)
    words = {"1": "yes", "0": "no", "C": "C"}[row.output]
    colour = {"1": BRAND, "0": SOFT, "C": AGAINST}[row.output]
    drawing.text(
        left + NUMBERS / 2, y + 17.5, words, size=SIZE, weight=600, anchor="middle", fill=colour
    )
    shown = "–" if row.consistency is None else f"{row.consistency:.2f}"
    drawing.text(left + NUMBERS, y + 17.5, shown, size=SIZE)
    drawing.lines(left + 2 * NUMBERS, y + 17.5, lines, size=SIZE)
    return y + height


def _value(drawing: Drawing, cx: float, cy: float, value: int | str, multi_value: bool) -> None:
    if value == "-":
        drawing.line(cx - 5, cy, cx + 5, cy, stroke=SOFT, stroke_width=1.5)
    elif multi_value:
        drawing.text(cx, cy + 4.5, str(value), size=SIZE, anchor="middle", fill=INK)
    else:
        fill = BRAND if value else PAPER
        drawing.add("circle", cx=cx, cy=cy, r=7, fill=fill, stroke=BRAND, stroke_width=1.2)


def _key(spec: TruthTableView) -> tuple[KeyItem, ...]:
    if spec.multi_value:
        return (KeyItem("numbers are the values of the conditions", PAPER, "outline"),)
    return (
        KeyItem("condition present", BRAND, "dot", edge=BRAND),
        KeyItem("condition absent", PAPER, "dot", edge=BRAND),
    )


def _said(value: int | str, multi_value: bool) -> str:
    if value == "-":
        return "either"
    return str(value) if multi_value else ("present" if value else "absent")


def _chart(spec: TruthTableView, drawing: Drawing, height: float) -> Chart:
    sentences: list[str] = []
    for row in spec.rows:
        values = ", ".join(
            f"{name} {_said(value, spec.multi_value)}"
            for name, value in zip(spec.conditions, row.values, strict=True)
        )
        figure = "undefined" if row.consistency is None else f"{row.consistency:.2f}"
        named = ", ".join(row.cases) or "no case"
        sentences.append(f"{values}: {OUTPUT[row.output]}, consistency {figure}, {named}.")
    alt = " ".join(sentences)
    table = TableBlock(
        caption=spec.caption,
        base=spec.base,
        columns=(
            *(Column(label=name) for name in spec.conditions),
            Column(label=spec.outcome),
            Column(label="n", numeric=True),
            Column(label="Consistency", numeric=True),
            Column(label="Cases", width=4),
        ),
        rows=tuple(
            (
                *(_said(value, spec.multi_value) for value in row.values),
                OUTPUT[row.output],
                len(row.cases),
                "–" if row.consistency is None else f"{row.consistency:.3f}",
                ", ".join(row.cases),
            )
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
