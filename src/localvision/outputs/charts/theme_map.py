"""The theme map: clusters as columns, themes as circles by evidence, shared passages as bands."""

from __future__ import annotations

import math
from dataclasses import dataclass

from localvision.errors.outputs import LINK_DANGLES, NO_N
from localvision.outputs.blocks import (
    CLUSTER_NAMES,
    Cell,
    Chart,
    Column,
    Missing,
    TableBlock,
    ThemeMapBlock,
    ThemeNode,
)
from localvision.outputs.charts.palette import INK, MUTED, PAPER, SOFT, colour
from localvision.outputs.charts.svg import Drawing, number, text_width, wrap

SIZE = 13.0
LARGEST = 21.0
SMALLEST = 5.0
GUTTER = 56.0
TEXT_AT = 54.0
TOP = 40.0
BETWEEN = 22.0
NARROWEST = 160.0  # of a cluster's column; more clusters make a wider drawing


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeMap:
    """What to draw: the block, at a width."""

    block: ThemeMapBlock
    width: float = 640


@dataclass(frozen=True, slots=True)
class _Spot:
    x: float
    y: float
    width: float
    height: float
    column: int


def draw_theme_map(spec: ThemeMap) -> Chart:
    """Draw themes by cluster; area is the number of passages, band width is shared passages.

    Raises
    ------
    LocalVisionError `outputs.no-n` for no themes, `outputs.link-dangles` for a link to a theme
    that is not drawn.

    Examples
    --------
    >>> from localvision.outputs.blocks import Base, ThemeLink
    >>> block = ThemeMapBlock(base=Base(n=5, unit="quotations"), themes=(
    ...     ThemeNode(code="a", label="Reframing", cluster="process", count=3),
    ...     ThemeNode(code="b", label="Leaders", cluster="change", count=2)),
    ...     links=(ThemeLink(one="a", other="b", count=1),))
    >>> draw_theme_map(ThemeMap(block=block)).alt
    'Process: Reframing 3. Change: Leaders 2. Most shared: Reframing and Leaders 1.'
    """
    b = spec.block
    if not b.themes:
        raise NO_N.error(what=f"The theme map “{b.caption}”")
    clusters = list(dict.fromkeys(t.cluster for t in b.themes))
    width = max(spec.width, NARROWEST * len(clusters))
    drawing = Drawing(width)
    spots, height = _lay_out(b.themes, clusters, width)
    highest = _highest(b.themes)
    _bands(drawing, b, spots)
    _columns(drawing, b, clusters, spots)
    for theme in b.themes:
        _card(drawing, theme, spots[theme.code], highest)
    note = wrap(
        "Area of a circle: passages that carry the theme. Width of a band: passages that two "
        "themes share. Themes are connected and are not meant to stand alone.",
        12.5,
        width,
    )
    last = drawing.lines(0, height + 10, note, size=12.5, fill=SOFT)
    return _chart(spec, drawing, last + 8, clusters)


def _lay_out(
    themes: tuple[ThemeNode, ...], clusters: list[str], width: float
) -> tuple[dict[str, _Spot], float]:
    """Give each theme a card: one column a cluster, rows from the top, gutters for the bands."""
    column = width / len(clusters)
    card = column - GUTTER
    highest = _highest(themes)
    lines = max(len(_words(t, highest, card)) for t in themes)
    height = max(2 * LARGEST + 8, 16.3 * lines + 14)
    spots = {}
    for i, cluster in enumerate(clusters):
        x = i * column + (GUTTER / 2 if len(clusters) > 1 else 0)
        x = 0 if i == 0 else width - card if i == len(clusters) - 1 else x
        for k, theme in enumerate(t for t in themes if t.cluster == cluster):
            spots[theme.code] = _Spot(x, TOP + k * (height + BETWEEN), card, height, i)
    rows = max(sum(1 for t in themes if t.cluster == c) for c in clusters)
    return spots, TOP + rows * (height + BETWEEN)


def _columns(
    drawing: Drawing, b: ThemeMapBlock, clusters: list[str], spots: dict[str, _Spot]
) -> None:
    for cluster in clusters:
        members = [t for t in b.themes if t.cluster == cluster]
        counts = [t.count for t in members]
        known = sum(c for c in counts if not isinstance(c, Missing))
        plus = "+" if any(isinstance(c, Missing) for c in counts) else ""
        spot = spots[members[0].code]
        name = f"{CLUSTER_NAMES.get(cluster, cluster)}: {known:,}{plus}"
        lines = wrap(name, 15, spot.width, 600)[:1]
        drawing.rect(spot.x, 24, spot.width, 4, fill=colour(cluster))
        drawing.lines(spot.x, 16, lines, size=15, weight=600, fill=colour(cluster))


def _bands(drawing: Drawing, b: ThemeMapBlock, spots: dict[str, _Spot]) -> None:
    for link in b.links:
        for code in (link.one, link.other):
            if code not in spots:
                raise LINK_DANGLES.error(what=f"The theme map “{b.caption}”", target=code)
    widest = max((link.count for link in b.links), default=1)
    last = max(spot.column for spot in spots.values())
    taken: dict[float, int] = {}
    for link in sorted(b.links, key=lambda k: (-k.count, k.one, k.other)):
        if link.count <= 0:
            continue
        one, other = sorted((spots[link.one], spots[link.other]), key=lambda s: (s.column, s.y))
        drawing.add(
            "path",
            d=_route(one, other, last, taken),
            fill="none",
            stroke=MUTED,
            stroke_opacity=0.6,
            stroke_width=1 + 6 * link.count / max(1, widest),
        )


def _route(one: _Spot, other: _Spot, last: int, taken: dict[float, int]) -> str:
    """Lead a band through gutters and the gaps between cards, never under a word."""
    y1, y2 = one.y + one.height / 2, other.y + other.height / 2
    if one.column == other.column:
        side = one.x if one.column == last and last > 0 else one.x + one.width
        bend = side + (-0.62 if one.column == last and last > 0 else 0.62) * GUTTER
        return _curve(side, y1, bend, bend, side, y2)
    start, end = one.x + one.width, other.x
    if other.column == one.column + 1:
        half = (start + end) / 2
        return _curve(start, y1, half, half, end, y2)
    pitch = one.height + BETWEEN
    gap = TOP + pitch * max(1, round(((y1 + y2) / 2 - TOP) / pitch)) - BETWEEN / 2
    shift = taken.get(gap, 0)
    taken[gap] = shift + 1
    gap += (-1) ** shift * 7 * ((shift + 1) // 2)
    into, out = start + GUTTER, end - GUTTER
    first = _curve(start, y1, start + GUTTER / 2, into - GUTTER / 2, into, gap)
    half = out + GUTTER / 2
    return (
        f"{first}L{number(out)} {number(gap)}C{number(half)} {number(gap)} "
        f"{number(half)} {number(y2)} {number(end)} {number(y2)}"
    )


def _curve(x1: float, y1: float, a: float, b: float, x2: float, y2: float) -> str:
    return (
        f"M{number(x1)} {number(y1)}C{number(a)} {number(y1)} "
        f"{number(b)} {number(y2)} {number(x2)} {number(y2)}"
    )


def _highest(themes: tuple[ThemeNode, ...]) -> int:
    return max((t.count for t in themes if not isinstance(t.count, Missing)), default=0)


def _radius(count: int, highest: int) -> float:
    return max(SMALLEST, LARGEST * math.sqrt(count / max(1, highest)))


def _inside(count: int | Missing, highest: int) -> bool:
    """Say whether the count fits in its circle; else it follows the theme's name."""
    if isinstance(count, Missing):
        return False
    return text_width(f"{count:,}", 12.5, 600) < 2 * _radius(count, highest) - 5


def _words(theme: ThemeNode, highest: int, card: float) -> tuple[str, ...]:
    count = theme.count if isinstance(theme.count, Missing) else f"{theme.count:,}"
    label = theme.label if _inside(theme.count, highest) else f"{theme.label}: {count}"
    return wrap(label, SIZE, card - TEXT_AT - 8)


def _card(drawing: Drawing, theme: ThemeNode, spot: _Spot, highest: int) -> None:
    fill = colour(theme.cluster)
    drawing.rect(
        spot.x + 0.5,
        spot.y + 0.5,
        spot.width - 1,
        spot.height - 1,
        fill=PAPER,
        stroke=fill,
        stroke_width=1,
        rx=4,
    )
    x, y = spot.x + TEXT_AT / 2, spot.y + spot.height / 2
    count = theme.count
    if isinstance(count, Missing):
        drawing.add(
            "circle",
            cx=x,
            cy=y,
            r=10,
            fill=PAPER,
            stroke=SOFT,
            stroke_width=1.5,
            stroke_dasharray="3 2",
        )
    else:
        drawing.add("circle", cx=x, cy=y, r=_radius(count, highest), fill=fill)
        if _inside(count, highest):
            drawing.text(
                x, y + 4.5, f"{count:,}", size=12.5, weight=600, anchor="middle", fill=PAPER
            )
    lines = _words(theme, highest, spot.width)
    drawing.lines(spot.x + TEXT_AT, y + 4.5 - 8.15 * (len(lines) - 1), lines, size=SIZE, fill=INK)


def _chart(spec: ThemeMap, drawing: Drawing, height: float, clusters: list[str]) -> Chart:
    b = spec.block
    names = {t.code: t.label for t in b.themes}
    sentences = [
        f"{CLUSTER_NAMES.get(c, c)}: "
        + ", ".join(f"{t.label} {t.count}" for t in b.themes if t.cluster == c)
        + "."
        for c in clusters
    ]
    shared = sorted(b.links, key=lambda k: (-k.count, k.one, k.other))[:3]
    if shared:
        pairs = (f"{names[k.one]} and {names[k.other]} {k.count}" for k in shared)
        sentences.append("Most shared: " + ", ".join(pairs) + ".")
    alt = " ".join(sentences)
    return Chart(
        svg=drawing.finish(height, b.caption, alt),
        alt=alt,
        caption=b.caption,
        base=b.base,
        table=_table(b),
        width=drawing.width,
        height=height,
    )


def _table(b: ThemeMapBlock) -> TableBlock:
    names = {t.code: t.label for t in b.themes}

    def partner(code: str) -> Cell:
        links = [k for k in b.links if code in (k.one, k.other) and k.count > 0]
        if not links:
            return "none"
        best = max(links, key=lambda k: (k.count, k.one, k.other))
        return f"{names[best.other if best.one == code else best.one]} ({best.count})"

    return TableBlock(
        caption=b.caption,
        base=b.base,
        columns=(
            Column(label="Theme", width=3),
            Column(label="Cluster", width=1.2),
            Column(label=b.base.unit.capitalize(), numeric=True, width=1.2),
            Column(label="Shares most with", width=3),
        ),
        rows=tuple(
            (t.label, CLUSTER_NAMES.get(t.cluster, t.cluster), t.count, partner(t.code))
            for t in b.themes
        ),
    )
