"""The fraction bar: solid for evidence, pale for asked and silent, hatched for not asked."""

from __future__ import annotations

from dataclasses import dataclass

from localvision.errors.outputs import NO_N
from localvision.outputs.blocks import Base, Chart, Column, Fraction, Missing, TableBlock
from localvision.outputs.charts.key import KeyItem, draw_key
from localvision.outputs.charts.palette import MUTED, PAPER, SOFT, colour, pale
from localvision.outputs.charts.svg import Drawing, text_width, wrap

BAR = 14
SIZE = 14.0
NARROW = 460


@dataclass(frozen=True, slots=True, kw_only=True)
class FractionBars:
    """What to draw: fractions one under another, each on its own denominator.

    `against` rows are drawn in ochre. `width` under 460 sets the words above the bars.
    """

    fractions: tuple[Fraction, ...]
    caption: str
    against: tuple[Fraction, ...] = ()
    cluster: str = ""
    key: bool = False
    width: float = 640


def draw_fraction_bars(spec: FractionBars) -> Chart:
    """Draw how much of what was asked stands behind a claim.

    Raises
    ------
    LocalVisionError `outputs.no-n` where there is no fraction at all.

    Examples
    --------
    >>> chart = draw_fraction_bars(FractionBars(caption="Claim 4", fractions=(
    ...     Fraction(label="Places", count=11, asked=21, total=25),)))
    >>> chart.alt
    'Places: 11 of 21 asked; 4 not asked.'
    """
    rows = [(f, spec.cluster) for f in spec.fractions]
    rows += [(f, "change") for f in spec.against]
    if not rows:
        raise NO_N.error(what=f"The fraction bar “{spec.caption}”")
    drawing = Drawing(spec.width)
    narrow = spec.width < NARROW
    label_width = min(0.3 * spec.width, max(text_width(f.label, SIZE, 600) for f, _ in rows) + 14)
    words_width = 0.36 * spec.width
    y = 0.0
    for fraction, cluster in rows:
        if narrow:
            y = _row_narrow(drawing, y, fraction, cluster)
        else:
            y = _row_wide(drawing, y, fraction, cluster, label_width, words_width)
    if spec.key:
        y = draw_key(drawing, y + 6, fraction_key(spec.cluster))
    alt = " ".join(f"{f.label}: {f.words}." for f, _ in rows)
    first = rows[0][0]
    return Chart(
        svg=drawing.finish(y, spec.caption, alt),
        alt=alt,
        caption=spec.caption,
        base=_base(first),
        table=_table(spec),
        width=spec.width,
        height=y,
    )


def fraction_key(cluster: str = "") -> tuple[KeyItem, ...]:
    """Return the words for the bar's parts."""
    return (
        KeyItem("gave evidence for it", colour(cluster)),
        KeyItem("asked, silent on it", pale(cluster), edge=colour(cluster)),
        KeyItem("not asked", PAPER, "hatch"),
        KeyItem("not recorded who was asked", PAPER, "outline"),
    )


def _base(fraction: Fraction) -> Base:
    n = fraction.total if fraction.asked is None else fraction.asked
    missing = f"{fraction.missing} not asked" if fraction.missing else ""
    return Base(n=n, of=fraction.total, unit=fraction.label.lower(), missing=missing)


def _row_wide(
    drawing: Drawing,
    y: float,
    fraction: Fraction,
    cluster: str,
    label_width: float,
    words_width: float,
) -> float:
    label = wrap(fraction.label, SIZE, label_width - 10, 600)
    words = wrap(fraction.words, SIZE - 0.5, words_width)
    bar_width = drawing.width - label_width - words_width - 12
    drawing.lines(0, y + 15, label, size=SIZE, weight=600)
    _bar(drawing, label_width, y + 4, bar_width, fraction, cluster)
    drawing.lines(label_width + bar_width + 12, y + 15, words, size=SIZE - 0.5, fill=SOFT)
    return y + 8 + 17.5 * max(len(label), len(words))


def _row_narrow(drawing: Drawing, y: float, fraction: Fraction, cluster: str) -> float:
    label = f"{fraction.label}: {fraction.words}"
    lines = wrap(label, SIZE, drawing.width)
    last = drawing.lines(0, y + 14, lines, size=SIZE)
    _bar(drawing, 0, last + 6, drawing.width, fraction, cluster)
    return last + 6 + BAR + 10


def _bar(
    drawing: Drawing, x: float, y: float, width: float, fraction: Fraction, cluster: str
) -> None:
    if fraction.total == 0:
        drawing.rect(x, y, width, BAR, fill="none", stroke=MUTED, stroke_dasharray="2 2")
        return
    unit = width / fraction.total
    asked = fraction.asked
    if asked is None:
        drawing.rect(
            x + 0.5,
            y + 0.5,
            width - 1,
            BAR - 1,
            fill=PAPER,
            stroke=MUTED,
            stroke_dasharray="2 2",
        )
    else:
        drawing.hatch(x + asked * unit, y, (fraction.total - asked) * unit, BAR)
        drawing.rect(
            x + 0.5,
            y + 0.5,
            asked * unit - 1,
            BAR - 1,
            fill=PAPER if fraction.count is None else pale(cluster),
            stroke=colour(cluster),
            stroke_width=1,
            **({"stroke_dasharray": "2 2"} if fraction.count is None else {}),
        )
    if fraction.count:
        seen = max(1.5, fraction.count * unit)  # however few, they are seen
        drawing.rect(x, y, seen, BAR, fill=colour(cluster))


def _table(spec: FractionBars) -> TableBlock:
    def cells(f: Fraction) -> tuple[str | int | Missing, ...]:
        asked: int | Missing = Missing("no-answer", "not recorded") if f.asked is None else f.asked
        count: int | Missing = Missing("withheld", "withheld") if f.count is None else f.count
        silent: int | Missing = Missing("no-answer", "–") if f.silent is None else f.silent
        missing: int | Missing = Missing("no-answer", "–") if f.missing is None else f.missing
        return (f.label, count, silent, asked, missing, f.total)

    rows = tuple(cells(f) for f in (*spec.fractions, *spec.against))
    return TableBlock(
        caption=spec.caption,
        base=_base((*spec.fractions, *spec.against)[0]),
        columns=(
            Column(label="", width=2),
            Column(label="Evidence", numeric=True),
            Column(label="Asked, silent", numeric=True),
            Column(label="Asked", numeric=True),
            Column(label="Not asked", numeric=True),
            Column(label="In all", numeric=True),
        ),
        rows=rows,
    )
