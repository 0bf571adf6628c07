"""A sheet to draw on: escapes every text, refuses what is not a number, needs no ids.

Only presentation attributes are written, no style and no script, so a drawing passes a strict
content security policy; and no id is used (hatching is drawn line by line), so the same
drawing can stand twice on one page.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

from localvision.errors.outputs import NUMBER_NOT_FINITE
from localvision.outputs.charts.measure import text_width, wrap
from localvision.outputs.charts.palette import INK, MUTED, PAPER

FAMILY = "'Source Sans 3', 'Source Sans Pro', 'Segoe UI', Arial, sans-serif"

Attribute = str | float | int


def plain(text: str) -> str:
    """Return the text without the control characters that XML cannot hold (shown as U+FFFD)."""
    return "".join(c if c >= " " or c in "\n\t" else "\ufffd" for c in text)


def number(value: float) -> str:
    """Write a coordinate with at most two decimals.

    >>> number(2.5), number(3.0), number(-0.001)
    ('2.5', '3', '0')
    """
    if not math.isfinite(value):
        raise NUMBER_NOT_FINITE.error(what="A drawing", value=value)
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


class Drawing:
    """A sheet of a given width whose height is known once all is drawn."""

    def __init__(self, width: float) -> None:
        self.width = width
        self._parts: list[str] = []

    def add(self, tag: str, **attributes: Attribute) -> None:
        """Draw one element; `stroke_width` becomes `stroke-width`."""
        written = "".join(
            f' {name.replace("_", "-")}="'
            f'{escape(value) if isinstance(value, str) else number(value)}"'
            for name, value in attributes.items()
        )
        self._parts.append(f"<{tag}{written}/>")

    def rect(self, x: float, y: float, width: float, height: float, **rest: Attribute) -> None:
        """Draw a rectangle; one too thin to be written is left out."""
        if width >= 0.01 and height >= 0.01:
            self.add("rect", x=x, y=y, width=width, height=height, **rest)

    def line(self, x1: float, y1: float, x2: float, y2: float, **rest: Attribute) -> None:
        """Draw a straight line."""
        self.add("line", x1=x1, y1=y1, x2=x2, y2=y2, **rest)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 14,
        weight: int = 400,
        anchor: str = "start",
        fill: str = INK,
        turned: bool = False,
    ) -> None:
        """Write one line with its baseline at y; `turned` runs it upwards from there."""
        rotate = f' transform="rotate(-90 {number(x)} {number(y)})"' if turned else ""
        place = "" if anchor == "start" else f' text-anchor="{anchor}"'
        heavy = "" if weight == 400 else f' font-weight="{weight}"'
        self._parts.append(
            f'<text x="{number(x)}" y="{number(y)}" font-size="{number(size)}"'
            f'{heavy}{place} fill="{fill}"{rotate}>{escape(plain(text))}</text>'
        )

    def lines(
        self, x: float, y: float, lines: Sequence[str], *, leading: float = 1.25, **rest: object
    ) -> float:
        """Write lines one under another from baseline y; returns the last baseline."""
        size = float(rest.get("size", 14))  # type: ignore[arg-type]
        for i, line in enumerate(lines):
            self.text(x, y + i * size * leading, line, **rest)  # type: ignore[arg-type]
        return y + max(0, len(lines) - 1) * size * leading

    def hatch(self, x: float, y: float, width: float, height: float, gap: float = 5) -> None:
        """Fill a box with slanting lines: what was not asked."""
        if width <= 0 or height <= 0:
            return
        d = []
        start = -height
        while start < width:
            left, right = max(start, 0.0), min(start + height, width)
            if right > left:
                top, bottom = y + height - (left - start), y + height - (right - start)
                d.append(f"M{number(x + left)} {number(top)}L{number(x + right)} {number(bottom)}")
            start += gap
        self.rect(x, y, width, height, fill=PAPER)
        self.add("path", d="".join(d), stroke=MUTED, stroke_width=1, fill="none")
        self.rect(
            x + 0.5, y + 0.5, width - 1, height - 1, fill="none", stroke=MUTED, stroke_width=1
        )

    def finish(self, height: float, title: str, description: str) -> str:
        """Return the SVG, named and described for those who cannot see it."""
        w, h = number(self.width), number(height)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" '
            f'height="{h}" role="img"><title>{escape(plain(title))}</title>'
            f"<desc>{escape(plain(description))}</desc>"
            f'<g font-family="{FAMILY}">{"".join(self._parts)}</g></svg>'
        )


__all__ = ["FAMILY", "Drawing", "number", "plain", "text_width", "wrap"]
