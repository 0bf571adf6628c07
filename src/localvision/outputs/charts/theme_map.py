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
LARGEST = 24.0
SMALLEST = 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeMap:
    """What to draw: the block, at a width."""

    block: ThemeMapBlock
    width: float = 640


@dataclass(frozen=True, slots=True)
class _Spot:
    x: float
    y: float
    r: float
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
    drawing = Drawing(spec.width)
    spots, height = _lay_out(b.themes, clusters, spec.width)
    _columns(drawing, b, clusters, height)
    _bands(drawing, b, spots)
    for theme in b.themes:
        _node(drawing, theme, spots[theme.code], spec.width / len(clusters))
    note = wrap(
        "Area of a circle: passages that carry the theme. Width of a band: passages that two "
        "themes share. Themes are connected and are not meant to stand alone.",
        12.5,
        spec.width,
    )
    last = drawing.lines(0, height + 16, note, size=12.5, fill=SOFT)
    return _chart(spec, drawing, last + 8, clusters)


def _lay_out(
    themes: tuple[ThemeNode, ...], clusters: list[str], width: float
) -> tuple[dict[str, _Spot], float]:
    column = width / len(clusters)
    highest = max((t.count for t in themes if not isinstance(t.count, Missing)), default=0)
    rows = max(sum(1 for t in themes if t.cluster == c) for c in clusters)
    lines = max(len(wrap(t.label, SIZE, column - 40)) for t in themes)
    pitch = 2 * LARGEST + 16.3 * lines + 22
    spots = {}
    for i, cluster in enumerate(clusters):
        members = [t for t in themes if t.cluster == cluster]
        shift = (rows - len(members)) * pitch / 2
        for k, theme in enumerate(members):
            share = 0.0 if isinstance(theme.count, Missing) else theme.count / max(1, highest)
            radius = max(SMALLEST, LARGEST * math.sqrt(share))
            y = 48 + shift + k * pitch + LARGEST
            spots[theme.code] = _Spot(i * column + column / 2, y, radius, i)
    return spots, 44 + rows * pitch


def _columns(drawing: Drawing, b: ThemeMapBlock, clusters: list[str], height: float) -> None:
    column = drawing.width / len(clusters)
    for i, cluster in enumerate(clusters):
        counts = [t.count for t in b.themes if t.cluster == cluster]
        known = sum(c for c in counts if not isinstance(c, Missing))
        plus = "+" if any(isinstance(c, Missing) for c in counts) else ""
        name = f"{CLUSTER_NAMES.get(cluster, cluster)}: {known:,}{plus}"
        lines = wrap(name, 15, column - 12, 600)[:1]
        drawing.rect(i * column + 4, 26, column - 8, 4, fill=colour(cluster))
        drawing.lines(i * column + 4, 18, lines, size=15, weight=600, fill=colour(cluster))


def _bands(drawing: Drawing, b: ThemeMapBlock, spots: dict[str, _Spot]) -> None:
    for link in b.links:
        for code in (link.one, link.other):
            if code not in spots:
                raise LINK_DANGLES.error(what=f"The theme map “{b.caption}”", target=code)
    widest = max((link.count for link in b.links), default=1)
    for link in sorted(b.links, key=lambda k: (k.count, k.one, k.other)):
        if link.count <= 0:
            continue
        one, other = sorted((spots[link.one], spots[link.other]), key=lambda s: (s.column, s.y))
        if one.column == other.column:
            bend = one.x - LARGEST - 34
            d = (
                f"M{number(one.x)} {number(one.y)}C{number(bend)} {number(one.y)} "
                f"{number(bend)} {number(other.y)} {number(other.x)} {number(other.y)}"
            )
        else:
            half = (one.x + other.x) / 2
            d = (
                f"M{number(one.x)} {number(one.y)}C{number(half)} {number(one.y)} "
                f"{number(half)} {number(other.y)} {number(other.x)} {number(other.y)}"
            )
        drawing.add(
            "path",
            d=d,
            fill="none",
            stroke=MUTED,
            stroke_opacity=0.55,
            stroke_width=1 + 6 * link.count / max(1, widest),
        )


def _node(drawing: Drawing, theme: ThemeNode, spot: _Spot, column: float) -> None:
    fill = colour(theme.cluster)
    if isinstance(theme.count, Missing):
        drawing.add(
            "circle",
            cx=spot.x,
            cy=spot.y,
            r=spot.r,
            fill=PAPER,
            stroke=SOFT,
            stroke_width=1.5,
            stroke_dasharray="3 2",
        )
    else:
        drawing.add(
            "circle", cx=spot.x, cy=spot.y, r=spot.r, fill=fill, stroke=PAPER, stroke_width=2
        )
    count = str(theme.count)
    inside = not isinstance(theme.count, Missing) and text_width(count, SIZE, 600) < 2 * spot.r - 6
    if inside:
        drawing.text(
            spot.x, spot.y + 4.5, count, size=SIZE, weight=600, anchor="middle", fill=PAPER
        )
    label = theme.label if inside else f"{theme.label}: {count}"
    y = spot.y + spot.r + 16
    for i, line in enumerate(wrap(label, SIZE, column - 40)):
        half = text_width(line, SIZE) / 2 + 3
        drawing.rect(spot.x - half, y + 16.3 * i - 12, 2 * half, 16, fill=PAPER, fill_opacity=0.88)
        drawing.text(spot.x, y + 16.3 * i, line, size=SIZE, anchor="middle", fill=INK)


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
        width=spec.width,
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
