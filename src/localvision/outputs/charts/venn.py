"""Up to five conditions as overlapping sets, with the number of cases in each combination.

Four and five sets are ellipses: their places were searched for by computer so that every
combination has room for its number.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import numpy as np
from scipy.ndimage import distance_transform_edt

from localvision.errors.outputs import NO_N, TOO_MANY_SETS
from localvision.outputs.blocks import Base, Chart, Column, TableBlock
from localvision.outputs.charts.key import KeyItem, draw_key
from localvision.outputs.charts.palette import BRAND, BRAND_PALE, MUTED, PAPER, SOFT, ink_on
from localvision.outputs.charts.svg import Drawing, number, text_width, wrap

MOST = 5
GRID = 360  # points each way in which the places of numbers are looked for
LONG = (0.9158, 0.4284)  # half axes of four sets
AGAINST = "#a35a00"
FILLS = {"1": BRAND, "0": BRAND_PALE, "C": AGAINST, "": PAPER}
WORDS = {"1": "with the outcome", "0": "without it", "C": "contradictory", "": "no case"}


@dataclass(frozen=True, slots=True)
class Ellipse:
    """A set: centre, half axes and turn in radians, in a sheet from -1 to 1, y upwards."""

    cx: float
    cy: float
    a: float
    b: float
    turn: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class VennRegion:
    """One combination: which sets it is inside of, its cases, and its output.

    `output` : "1", "0", "C", or "" where nobody was observed.
    """

    inside: tuple[bool, ...]
    cases: tuple[str, ...]
    output: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Venn:
    """What to draw: one to five sets; combinations that are left out have no case."""

    sets: tuple[str, ...]
    regions: tuple[VennRegion, ...]
    caption: str
    base: Base
    width: float = 640


def draw_venn(spec: Venn) -> Chart:
    """Draw how many cases are in each combination of sets.

    Raises
    ------
    LocalVisionError `outputs.too-many-sets` above five; `outputs.no-n` for none.

    Examples
    --------
    >>> chart = draw_venn(Venn(caption="Two conditions", sets=("A", "B"),
    ...     base=Base(n=3, unit="places"), regions=(
    ...     VennRegion(inside=(True, True), cases=("North", "East"), output="1"),
    ...     VennRegion(inside=(False, False), cases=("South",), output="0"))))
    >>> chart.alt
    'A and B: 2, with the outcome. In none of them: 1, without it.'
    """
    if not spec.sets or not spec.regions:
        raise NO_N.error(what=f"The drawing “{spec.caption}”")
    if len(spec.sets) > MOST:
        raise TOO_MANY_SETS.error(sets=len(spec.sets), most=MOST)
    drawing = Drawing(spec.width)
    side = min(spec.width - 20, 520.0)
    middle, top = spec.width / 2, 30.0
    shapes = ellipses(len(spec.sets))
    for shape in shapes:
        _outline(drawing, shape, middle, top, side)
    found = {region.inside: region for region in spec.regions}
    for inside, (x, y, room) in poles(len(spec.sets)).items():
        region = found.get(inside, VennRegion(inside=inside, cases=()))
        _number(drawing, region, middle + x * side / 2, top + (1 - y) * side / 2, room * side / 2)
    y = _names(drawing, spec, top + side + 8)
    outside = found.get((False,) * len(spec.sets))
    words = f"In none of them: {len(outside.cases) if outside else 0}"
    tone = f" ({WORDS[outside.output]})" if outside and outside.output else ""
    drawing.text(0, y + 14, words + tone, size=13, fill=SOFT)
    seen = dict.fromkeys(region.output for region in spec.regions)
    y = draw_key(
        drawing,
        y + 26,
        (KeyItem(WORDS[o], FILLS[o], "dot", edge=BRAND) for o in FILLS if o in seen or not o),
    )
    return _chart(spec, drawing, y)


@cache
def ellipses(count: int) -> tuple[Ellipse, ...]:
    """Where each of so many sets lies; every combination of them has its own place."""
    if count == 1:
        return (Ellipse(0, 0, 0.7, 0.7),)
    if count in (2, 3):
        turns = [math.pi / 2 + 2 * math.pi * i / count for i in range(count)]
        if count == 2:
            return (Ellipse(-0.33, 0, 0.6, 0.6), Ellipse(0.33, 0, 0.6, 0.6))
        return tuple(Ellipse(0.36 * math.cos(t), 0.36 * math.sin(t), 0.58, 0.58) for t in turns)
    if count == 4:
        left = (Ellipse(-0.0127, -0.2114, *LONG, 0.7029), Ellipse(-0.2273, 0.0399, *LONG, 0.7075))
        mirrored = (Ellipse(-one.cx, one.cy, one.a, one.b, math.pi - one.turn) for one in left)
        return (*left, *mirrored)
    turns = [2 * math.pi * i / MOST for i in range(MOST)]
    return tuple(
        Ellipse(
            0.1964 * math.cos(2.4266 + t), 0.1964 * math.sin(2.4266 + t), 0.7935, 0.4504, 2.7759 + t
        )
        for t in turns
    )


@cache
def poles(count: int) -> dict[tuple[bool, ...], tuple[float, float, float]]:
    """For each combination but "none": the point with most room around it, and that room."""
    axis = np.linspace(-1, 1, GRID)
    x, y = np.meshgrid(axis, axis)
    within = [_within(shape, x, y) for shape in ellipses(count)]
    found: dict[tuple[bool, ...], tuple[float, float, float]] = {}
    for code in range(1, 2**count):
        inside = tuple(bool(code >> place & 1) for place in range(count))
        region = np.ones_like(x, dtype=bool)
        for one, wanted in zip(within, inside, strict=True):
            region &= one if wanted else ~one
        depth = distance_transform_edt(np.pad(region, 1))[1:-1, 1:-1]
        at = np.unravel_index(int(depth.argmax()), depth.shape)
        found[inside] = (float(x[at]), float(y[at]), float(depth.max() * 2 / GRID))
    return found


def _within(shape: Ellipse, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    c, s = math.cos(shape.turn), math.sin(shape.turn)
    along = (x - shape.cx) * c + (y - shape.cy) * s
    across = -(x - shape.cx) * s + (y - shape.cy) * c
    return np.asarray((along / shape.a) ** 2 + (across / shape.b) ** 2 <= 1)


def _outline(drawing: Drawing, shape: Ellipse, middle: float, top: float, side: float) -> None:
    cx, cy = middle + shape.cx * side / 2, top + (1 - shape.cy) * side / 2
    drawing.add(
        "ellipse",
        cx=cx,
        cy=cy,
        rx=shape.a * side / 2,
        ry=shape.b * side / 2,
        fill="none",
        stroke=MUTED,
        stroke_width=1.6,
        transform=f"rotate({number(-math.degrees(shape.turn))} {number(cx)} {number(cy)})",
    )


def _number(drawing: Drawing, region: VennRegion, x: float, y: float, room: float) -> None:
    count = f"{len(region.cases)}"
    if not region.cases:
        drawing.add("circle", cx=x, cy=y, r=2.5, fill=PAPER, stroke=MUTED)
        return
    size = 11.0
    radius = min(max(text_width(count, size, 600) / 2 + 3, 8.5), max(room, 8.5))
    fill = FILLS[region.output]
    drawing.add("circle", cx=x, cy=y, r=radius, fill=fill, stroke=BRAND, stroke_width=1)
    drawing.text(x, y + 4, count, size=size, weight=600, anchor="middle", fill=ink_on(fill))


def _tag(place: int) -> str:
    return "ABCDE"[place]


def _names(drawing: Drawing, spec: Venn, y: float) -> float:
    """Letters at the outer ends of the sets, and what they stand for below."""
    side = min(spec.width - 20, 520.0)
    for place in range(len(spec.sets)):
        alone = tuple(i == place for i in range(len(spec.sets)))
        x, up, _ = poles(len(spec.sets))[alone]
        at_x, at_y = spec.width / 2 + x * side / 2, 30.0 + (1 - up) * side / 2
        drawing.text(at_x, at_y - 16, _tag(place), size=15, weight=600, anchor="middle", fill=BRAND)
    for place, name in enumerate(spec.sets):
        lines = wrap(f"{_tag(place)}  {name}", 13, spec.width)
        y = drawing.lines(0, y + 14, lines, size=13) + 4
    return y


def _said(spec: Venn, region: VennRegion) -> str:
    names = [name for name, yes in zip(spec.sets, region.inside, strict=True) if yes]
    return " and ".join(names) if names else "In none of them"


def _chart(spec: Venn, drawing: Drawing, height: float) -> Chart:
    alt = " ".join(
        f"{_said(spec, region)}: {len(region.cases)}, {WORDS[region.output]}."
        for region in spec.regions
    )
    table = TableBlock(
        caption=spec.caption,
        base=spec.base,
        columns=(
            Column(label="In", width=3),
            Column(label="n", numeric=True),
            Column(label="Outcome", width=2),
            Column(label="Cases", width=4),
        ),
        rows=tuple(
            (
                _said(spec, region),
                len(region.cases),
                WORDS[region.output],
                ", ".join(region.cases),
            )
            for region in spec.regions
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
