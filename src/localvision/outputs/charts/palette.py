"""Colours of the drawings: one brand, three clusters, and no red-amber-green.

Every colour that carries meaning stands at 3:1 or more against white, or has an outline that
does, and is never alone: a word, a number or a shape says the same.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

INK = "#1b2a2f"
SOFT = "#55666c"
LINE = "#dcdad2"
PAPER = "#ffffff"
BRAND = "#0b5357"
BRAND_PALE = "#d3e3e1"
MUTED = "#7d8c91"
FAINT = "#a9b4b7"

CLUSTERS = {"process": "#0b6e73", "context": "#5b4a8a", "change": "#a35a00"}
_PALE = {"process": "#d6e8e8", "context": "#e2def0", "change": "#f6e5cf"}

Tone: TypeAlias = Literal["none", "mixed", "some", "strong", "against", "unknown"]

TONES: dict[str, tuple[str, str]] = {
    "none": ("#eef0ee", INK),
    "mixed": ("#b7d0ce", INK),
    "some": ("#5f9a98", INK),
    "strong": (BRAND, PAPER),
    "against": ("#a35a00", PAPER),
    "unknown": (PAPER, INK),
}
"""Fill and ink of a graded segment, palest to darkest; "against" is ochre, for adverse."""


def colour(cluster: str) -> str:
    """Return the cluster's colour; the brand's for anything that is not a cluster."""
    return CLUSTERS.get(cluster, BRAND)


def pale(cluster: str) -> str:
    """Return the ground that goes under the cluster's colour."""
    return _PALE.get(cluster, BRAND_PALE)


def tint(cluster: str, share: float) -> str:
    """Mix the cluster's colour with white: `share` 0 is white, 1 is the colour itself.

    >>> tint("process", 0.0), tint("process", 1.0)
    ('#ffffff', '#0b6e73')
    """
    full = colour(cluster)
    parts = [int(full[i : i + 2], 16) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in parts)


def ink_on(ground: str) -> str:
    """Return dark or white ink, whichever reads better on a ground given as #rrggbb."""
    channels = []
    for i in (1, 3, 5):
        value = int(ground[i : i + 2], 16) / 255
        channels.append(value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4)
    light = 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    on_dark, on_light = 1.05 / (light + 0.05), (light + 0.05) / (0.021 + 0.05)
    return PAPER if on_dark > on_light else INK
