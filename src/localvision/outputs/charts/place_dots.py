"""Places as dots: one dot a place, open where it was not asked or not heard."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

from localvision.errors.outputs import NO_N
from localvision.outputs.blocks import WITHHELD, Base, Chart, Column, Missing, TableBlock
from localvision.outputs.charts.palette import BRAND, MUTED, SOFT, colour
from localvision.outputs.charts.svg import Drawing, text_width, wrap

SIZE = 14.0
PITCH = 22.0
MOST_DOTS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class DotGroup:
    """A group of places: how many, and how they are drawn.

    `kind`: "heard" (filled in the cluster's colour), "unclear" (grey), "open" (not asked or
    not heard: dashed ring). `count` may be `WITHHELD`.
    """

    label: str
    count: int | Missing
    kind: Literal["heard", "unclear", "open"] = "heard"
    cluster: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceDots:
    """What to draw: groups that together are all the places of the base."""

    groups: tuple[DotGroup, ...]
    caption: str
    base: Base
    unit: str = "place"
    width: float = 640


def draw_place_dots(spec: PlaceDots) -> Chart:
    """Draw each place as a dot under the group that it belongs to.

    Above 200 places one dot stands for several, and the drawing says for how many.

    Examples
    --------
    >>> chart = draw_place_dots(PlaceDots(caption="Order of trust and money",
    ...     base=Base(n=21, of=25, unit="places"), groups=(
    ...     DotGroup(label="Trust first", count=2), DotGroup(label="Not asked", count=1,
    ...     kind="open"))))
    >>> chart.alt, chart.svg.count("<circle")
    ('Trust first: 2. Not asked: 1.', 3)
    """
    if not spec.groups:
        raise NO_N.error(what=f"The drawing “{spec.caption}”")
    total = sum(g.count for g in spec.groups if not isinstance(g.count, Missing))
    each = max(1, math.ceil(total / MOST_DOTS))
    drawing = Drawing(spec.width)
    label_width = min(0.34 * spec.width, max(text_width(g.label, SIZE) for g in spec.groups) + 16)
    y = 0.0
    for group in spec.groups:
        y = _row(drawing, y, group, label_width, each)
    if each > 1:
        drawing.text(0, y + 14, f"Each dot is {each} {spec.unit}s.", size=12.5, fill=SOFT)
        y += 22
    alt = " ".join(f"{g.label}: {g.count}." for g in spec.groups)
    return Chart(
        svg=drawing.finish(y, spec.caption, alt),
        alt=alt,
        caption=spec.caption,
        base=spec.base,
        table=TableBlock(
            caption=spec.caption,
            base=spec.base,
            columns=(
                Column(label="", width=3),
                Column(label=f"{spec.unit}s".capitalize(), numeric=True),
            ),
            rows=tuple((g.label, g.count) for g in spec.groups),
        ),
        width=spec.width,
        height=y,
    )


def _row(drawing: Drawing, y: float, group: DotGroup, left: float, each: int) -> float:
    label = wrap(group.label, SIZE, left - 12)
    drawing.lines(0, y + 18, label, size=SIZE)
    if isinstance(group.count, Missing):
        drawing.text(left, y + 18, str(group.count or WITHHELD), size=SIZE, fill=SOFT)
        return y + max(30.0, 12 + 17.5 * len(label))
    dots = math.ceil(group.count / each)
    room = max(1, int((drawing.width - left - 60) // PITCH))
    for i in range(dots):
        _dot(drawing, left + 9 + PITCH * (i % room), y + 13 + PITCH * (i // room), group)
    rows = max(1, math.ceil(dots / room))
    end = left + PITCH * (dots - room * (rows - 1)) + 6
    drawing.text(end, y + 18 + PITCH * (rows - 1), f"{group.count:,}", size=SIZE, weight=600)
    return y + max(8 + PITCH * rows, 12 + 17.5 * len(label))


def _dot(drawing: Drawing, x: float, y: float, group: DotGroup) -> None:
    if group.kind == "open":
        drawing.add(
            "circle",
            cx=x,
            cy=y,
            r=7,
            fill="none",
            stroke=SOFT,
            stroke_width=1.5,
            stroke_dasharray="3 2",
        )
        return
    fill = MUTED if group.kind == "unclear" else colour(group.cluster) if group.cluster else BRAND
    drawing.add("circle", cx=x, cy=y, r=8, fill=fill)
