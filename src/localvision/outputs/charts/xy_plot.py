"""Cases in a solution and in the outcome: an XY plot with its four quadrants.

A case above the diagonal speaks for sufficiency; one at the lower right against it. Names
stand beside their dots where there is room; those that find none are named below the plot.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from localvision.errors.outputs import MEMBERSHIP_OUT_OF_RANGE, NO_N
from localvision.outputs.blocks import Base, Chart, Column, TableBlock
from localvision.outputs.charts.key import KeyItem, draw_key
from localvision.outputs.charts.palette import BRAND, BRAND_PALE, LINE, MUTED, PAPER, SOFT
from localvision.outputs.charts.svg import Drawing, text_width, wrap

SIZE = 11.5
DOT = 4.5
HALF = 0.5
LEFT, TOP, BELOW = 46.0, 26.0, 44.0
AGAINST = "#a35a00"

Kind = Literal["typical", "deviant", "uncovered", "neither", "between"]
WORDS: dict[Kind, str] = {
    "typical": "in both: typical",
    "deviant": "in the solution, not in the outcome: deviant in consistency",
    "uncovered": "in the outcome, not in the solution: not covered",
    "neither": "in neither",
    "between": "at exactly 0.5",
}
FILLS: dict[Kind, str] = {
    "typical": BRAND,
    "deviant": AGAINST,
    "uncovered": PAPER,
    "neither": MUTED,
    "between": BRAND_PALE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class XYPoint:
    """One case; both memberships are 0 to 1."""

    case: str
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class XYPlot:
    """What to draw: the cases, and what the two axes are called."""

    points: tuple[XYPoint, ...]
    x_label: str
    y_label: str
    caption: str
    base: Base
    width: float = 640


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def draw_xy_plot(spec: XYPlot) -> Chart:
    """Draw the cases between solution and outcome.

    Examples
    --------
    >>> chart = draw_xy_plot(XYPlot(caption="Solution and outcome", x_label="TRUST",
    ...     y_label="LASTED", base=Base(n=2, unit="places"), points=(
    ...     XYPoint(case="North", x=0.8, y=0.9), XYPoint(case="South", x=0.7, y=0.2))))
    >>> chart.alt
    'In both: typical: North. In the solution, not in the outcome: deviant in consistency: South.'
    """
    if not spec.points:
        raise NO_N.error(what=f"The drawing “{spec.caption}”")
    for point in spec.points:
        for value in (point.x, point.y):
            if not math.isfinite(value) or not 0 <= value <= 1:
                raise MEMBERSHIP_OUT_OF_RANGE.error(case=point.case, value=value)
    drawing = Drawing(spec.width)
    side = min(spec.width - LEFT - 16, 520.0)
    _axes(drawing, spec, side)
    unnamed = _points(drawing, spec, side)
    y = TOP + side + BELOW
    if unnamed:
        words = "No room in the plot for the names of: " + ", ".join(unnamed) + "."
        lines = wrap(words, 12.5, spec.width)
        y = drawing.lines(0, y + 12, lines, size=12.5, fill=SOFT) + 8
    kinds = dict.fromkeys(kind_of(point) for point in spec.points)
    y = draw_key(
        drawing,
        y + 4,
        (KeyItem(WORDS[kind], FILLS[kind], "dot", edge=BRAND) for kind in WORDS if kind in kinds),
    )
    return _chart(spec, drawing, y)


def kind_of(point: XYPoint) -> Kind:
    """Which quadrant a case is in.

    >>> kind_of(XYPoint(case="a", x=0.2, y=0.9))
    'uncovered'
    """
    if HALF in (point.x, point.y):
        return "between"
    if point.x > HALF:
        return "typical" if point.y > HALF else "deviant"
    return "uncovered" if point.y > HALF else "neither"


def _axes(drawing: Drawing, spec: XYPlot, side: float) -> None:
    drawing.rect(LEFT, TOP, side, side, fill=PAPER, stroke=MUTED, stroke_width=1)
    drawing.line(LEFT, TOP + side, LEFT + side, TOP, stroke=LINE, stroke_width=1.5)
    middle = side / 2
    drawing.line(
        LEFT + middle, TOP, LEFT + middle, TOP + side, stroke=MUTED, stroke_dasharray="4 3"
    )
    drawing.line(
        LEFT, TOP + middle, LEFT + side, TOP + middle, stroke=MUTED, stroke_dasharray="4 3"
    )
    for share, words in ((0.0, "0"), (HALF, "0.5"), (1.0, "1")):
        drawing.text(
            LEFT + share * side, TOP + side + 16, words, size=12, anchor="middle", fill=SOFT
        )
        drawing.text(
            LEFT - 8, TOP + (1 - share) * side + 4, words, size=12, anchor="end", fill=SOFT
        )
    drawing.text(LEFT - 8, 14, _cut(spec.y_label, spec.width - LEFT), size=13, weight=600)
    label = _cut(spec.x_label, spec.width - LEFT)
    x = min(LEFT + side, spec.width)
    drawing.text(
        max(x, LEFT + text_width(label, 13, 600)), TOP + side + 36, label,
        size=13, weight=600, anchor="end",
    )  # fmt: skip


def _cut(words: str, width: float) -> str:
    lines = wrap(words, 13, width - 16, 600)
    return lines[0] if len(lines) == 1 else lines[0].rstrip("-") + "…"


def _points(drawing: Drawing, spec: XYPlot, side: float) -> list[str]:
    """Draw dots and names; return the names that found no room."""
    places: dict[tuple[float, float], list[XYPoint]] = {}
    for point in spec.points:
        places.setdefault((point.x, point.y), []).append(point)
    dots: list[_Box] = []
    for (x, y), points in places.items():
        cx, cy = LEFT + x * side, TOP + (1 - y) * side
        drawing.add(
            "circle", cx=cx, cy=cy, r=DOT, fill=FILLS[kind_of(points[0])], stroke=BRAND,
            stroke_width=1.2,
        )  # fmt: skip
        dots.append(_Box(cx - DOT, cy - DOT, cx + DOT, cy + DOT))
    taken = [*dots, *_written(side)]
    unnamed: list[str] = []
    # Names in the emptiest corners last: where dots are close, room is scarce.
    for (x, y), points in sorted(places.items(), key=lambda one: -_crowd(one[0], list(places))):
        words = ", ".join(point.case for point in points)
        box = _room(LEFT + x * side, TOP + (1 - y) * side, words, taken, spec.width, side)
        if box is None:
            unnamed += [point.case for point in points]
            continue
        taken.append(box)
        drawing.text(box.left, box.bottom - 2, words, size=SIZE)
    return unnamed


def _written(side: float) -> list[_Box]:
    """What stands around the plot already."""
    bottom = TOP + side
    return [_Box(0, 0, LEFT - 4, bottom + 20), _Box(0, bottom + 3, LEFT + side + 20, bottom + 44),
            _Box(0, 0, LEFT + side, TOP - 6)]  # fmt: skip


def _crowd(place: tuple[float, float], places: list[tuple[float, float]]) -> int:
    return sum(abs(place[0] - x) < 0.12 and abs(place[1] - y) < 0.06 for x, y in places)


def _room(
    cx: float, cy: float, words: str, taken: list[_Box], width: float, side: float
) -> _Box | None:
    """A free place for a name near its dot, the nearest first."""
    long, tall = text_width(words, SIZE), SIZE
    for away in (DOT + 3, DOT + 9, DOT + 16):
        for left, top in (
            (cx + away, cy - tall / 2),
            (cx - away - long, cy - tall / 2),
            (cx - long / 2, cy - away - tall),
            (cx - long / 2, cy + away),
            (cx + away * 0.7, cy - away - tall * 0.6),
            (cx + away * 0.7, cy + away - tall * 0.4),
            (cx - away * 0.7 - long, cy - away - tall * 0.6),
            (cx - away * 0.7 - long, cy + away - tall * 0.4),
        ):
            box = _Box(left, top, left + long, top + tall + 1)
            if left < 0 or box.right > width or top < 0 or box.bottom > TOP + side + BELOW:
                continue
            if not any(box.meets(other) for other in taken):
                return box
    return None


def _chart(spec: XYPlot, drawing: Drawing, height: float) -> Chart:
    parts: list[str] = []
    for kind, words in WORDS.items():
        names = [point.case for point in spec.points if kind_of(point) == kind]
        if names:
            parts.append(f"{words[0].upper()}{words[1:]}: {', '.join(names)}.")
    alt = " ".join(parts)
    table = TableBlock(
        caption=spec.caption,
        base=spec.base,
        columns=(
            Column(label="", width=2),
            Column(label=spec.x_label, numeric=True),
            Column(label=spec.y_label, numeric=True),
            Column(label="Quadrant", width=3),
        ),
        rows=tuple(
            (point.case, f"{point.x:.2f}", f"{point.y:.2f}", WORDS[kind_of(point)])
            for point in spec.points
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
