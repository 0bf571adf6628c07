"""Case by theme as a heat matrix, with withheld and unasked cells that look it."""

from __future__ import annotations

from dataclasses import dataclass

from localvision.errors.outputs import NO_N
from localvision.outputs.blocks import (
    CLUSTER_NAMES,
    Chart,
    Column,
    MatrixBlock,
    Missing,
    TableBlock,
)
from localvision.outputs.charts.key import KeyItem, draw_key
from localvision.outputs.charts.palette import LINE, PAPER, SOFT, colour, ink_on, tint
from localvision.outputs.charts.svg import Drawing, text_width, wrap

SIZE = 13.0
ROW = 24.0
HEAD = 132.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeMatrix:
    """What to draw: the block, at a width."""

    matrix: MatrixBlock
    width: float = 640


def shade(count: int, highest: int) -> float:
    """Return how dark a cell is, 0 to 1: none is white, the highest nearly full.

    >>> shade(0, 9), round(shade(9, 9), 2)
    (0.0, 0.85)
    """
    return 0.0 if count <= 0 or highest <= 0 else 0.12 + 0.73 * count / highest


def draw_theme_matrix(spec: ThemeMatrix) -> Chart:
    """Draw how many passages each case has on each theme.

    Examples
    --------
    >>> from localvision.outputs.blocks import Base, MatrixColumn, NOT_ASKED
    >>> block = MatrixBlock(caption="Passages", base=Base(n=2, unit="places"),
    ...     columns=(MatrixColumn(label="Trust", cluster="process"),), cases=("A", "B"),
    ...     counts=((3,), (NOT_ASKED,)))
    >>> draw_theme_matrix(ThemeMatrix(matrix=block)).alt
    'Counts of passages by place and theme. A: Trust 3. B: Trust not asked.'
    """
    m = spec.matrix
    if not m.cases or not m.columns:
        raise NO_N.error(what=f"The matrix “{m.caption}”")
    drawing = Drawing(spec.width)
    left = min(0.34 * spec.width, max(text_width(c, SIZE) for c in m.cases) + 14)
    step = min(90.0, (spec.width - left) / len(m.columns))
    y = _heads(drawing, m, left, step)
    numbers = [c for row in m.counts for c in row if not isinstance(c, Missing)]
    highest = max(numbers, default=0)
    for case, row in zip(m.cases, m.counts, strict=True):
        label = wrap(case, SIZE, left - 12)
        drawing.lines(0, y + 16, label, size=SIZE)
        height = max(ROW, 8 + 16.3 * len(label))
        for i, (cell, column) in enumerate(zip(row, m.columns, strict=True)):
            _cell(drawing, left + i * step, y, step, height, cell, column.cluster, highest)
        y += height
    y = draw_key(drawing, y + 8, _key(m))
    return _chart(spec, drawing, y)


def _heads(drawing: Drawing, m: MatrixBlock, left: float, step: float) -> float:
    """Write theme names upwards over their columns, each under its cluster's stripe."""
    per_column = max(1, int((step - 4) // 15))
    heads = [_head(c.label, per_column) for c in m.columns]
    tallest = max(text_width(line, 12.5) for lines in heads for line in lines)
    bottom = tallest + 30
    at = 0
    while at < len(m.columns):
        end = at
        while end + 1 < len(m.columns) and m.columns[end + 1].cluster == m.columns[at].cluster:
            end += 1
        x, width = left + at * step, (end - at + 1) * step
        name = CLUSTER_NAMES.get(m.columns[at].cluster, m.columns[at].cluster)
        drawing.rect(x + 1, 16, width - 2, 4, fill=colour(m.columns[at].cluster))
        if name and text_width(name, 12.5, 600) <= width:
            drawing.text(x + 1, 11, name, size=12.5, weight=600, fill=colour(m.columns[at].cluster))
        at = end + 1
    for i, lines in enumerate(heads):
        middle = left + i * step + step / 2
        first = middle + 4.5 - 7.5 * (len(lines) - 1)
        for k, line in enumerate(lines):
            drawing.text(first + 15 * k, bottom - 5, line, size=12.5, turned=True)
    return bottom


def _head(label: str, most: int) -> tuple[str, ...]:
    """Break a theme's name into at most so many lines; what is cut is marked."""
    lines = wrap(label, 12.5, HEAD - 14)
    if len(lines) <= most:
        return lines
    return (*lines[: most - 1], wrap(lines[most - 1], 12.5, HEAD - 26)[0].rstrip("-") + "…")


def _cell(
    drawing: Drawing,
    x: float,
    y: float,
    width: float,
    height: float,
    cell: int | Missing,
    cluster: str,
    highest: int,
) -> None:
    if isinstance(cell, Missing):
        if cell.kind == "withheld":
            drawing.rect(
                x + 1, y + 1, width - 2, height - 2, fill=PAPER, stroke=SOFT, stroke_dasharray="2 2"
            )
            drawing.text(x + width / 2, y + height / 2 + 4.5, "w", anchor="middle", fill=SOFT)
        else:
            drawing.hatch(x + 1, y + 1, width - 2, height - 2)
        return
    ground = tint(cluster, shade(cell, highest))
    drawing.rect(x + 1, y + 1, width - 2, height - 2, fill=ground, stroke=LINE, stroke_width=1)
    drawing.text(
        x + width / 2,
        y + height / 2 + 4.5,
        f"{cell:,}" if cell else "·",
        size=SIZE,
        anchor="middle",
        fill=ink_on(ground),
    )


def _key(m: MatrixBlock) -> tuple[KeyItem, ...]:
    below = f" (1 to {m.threshold - 1})" if m.threshold and m.threshold > 1 else ""
    return (
        KeyItem(f"darker: more {m.unit}; · none", tint("", 0.5)),
        KeyItem("not asked", PAPER, "hatch"),
        KeyItem(f"w: withheld{below}", PAPER, "outline"),
    )


def _chart(spec: ThemeMatrix, drawing: Drawing, height: float) -> Chart:
    m = spec.matrix
    sentences = [
        f"{case}: " + ", ".join(f"{c.label} {v}" for c, v in zip(m.columns, row, strict=True)) + "."
        for case, row in zip(m.cases, m.counts, strict=True)
    ]
    alt = f"Counts of {m.unit} by {m.case_word.lower()} and theme. " + " ".join(sentences)
    table = TableBlock(
        caption=m.caption,
        base=m.base,
        columns=(
            Column(label=m.case_word, width=2),
            *(Column(label=c.label, numeric=True) for c in m.columns),
        ),
        rows=tuple((case, *row) for case, row in zip(m.cases, m.counts, strict=True)),
        notes=m.notes,
    )
    return Chart(
        svg=drawing.finish(height, m.caption, alt),
        alt=alt,
        caption=m.caption,
        base=m.base,
        table=table,
        width=spec.width,
        height=height,
    )
