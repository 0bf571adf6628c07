"""The key under a drawing: what each shade, hatch and dot stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from localvision.outputs.charts.palette import MUTED, SOFT
from localvision.outputs.charts.svg import Drawing, text_width, wrap

Shape = Literal["box", "hatch", "dot", "ring", "outline"]
SIZE = 12.5


@dataclass(frozen=True, slots=True)
class KeyItem:
    """One entry of a key: its shape, its fill, its words."""

    words: str
    fill: str
    shape: Shape = "box"
    edge: str = ""


def draw_key(drawing: Drawing, y: float, items: Iterable[KeyItem], x: float = 0) -> float:
    """Draw a key from y downwards, breaking lines where needed; returns the y below it."""
    at, left = x, x
    for item in items:
        lines = wrap(item.words, SIZE, drawing.width - left - 24)
        width = 20 + max(text_width(line, SIZE) for line in lines)
        if at > left and at + width > drawing.width:
            at, y = left, y + 20
        _swatch(drawing, at, y, item)
        bottom = drawing.lines(at + 20, y + 12, lines, size=SIZE, fill=SOFT)
        if len(lines) > 1:
            at, y = left, bottom + 8
        else:
            at += width + 18
    return y + 20


def _swatch(drawing: Drawing, x: float, y: float, item: KeyItem) -> None:
    edge = item.edge or item.fill
    if item.shape == "hatch":
        drawing.hatch(x, y + 1, 14, 13, gap=4)
    elif item.shape == "box":
        drawing.rect(x + 0.5, y + 1.5, 13, 12, fill=item.fill, stroke=edge, stroke_width=1)
    elif item.shape == "outline":
        drawing.rect(x + 0.5, y + 1.5, 13, 12, fill="none", stroke=MUTED, stroke_dasharray="2 2")
    elif item.shape == "ring":
        drawing.add(
            "circle",
            cx=x + 7,
            cy=y + 7.5,
            r=5.5,
            fill="none",
            stroke=SOFT,
            stroke_width=1.5,
            stroke_dasharray="3 2",
        )
    else:
        drawing.add("circle", cx=x + 7, cy=y + 7.5, r=6, fill=item.fill, stroke=edge)
