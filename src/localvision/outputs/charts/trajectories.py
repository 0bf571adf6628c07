"""Small multiples: each case over the waves, with a gap where nobody was asked."""

from __future__ import annotations

import math
from dataclasses import dataclass

from localvision.errors.outputs import NO_N, NUMBER_NOT_FINITE, TABLE_RAGGED
from localvision.outputs.blocks import Base, Chart, Column, Missing, TableBlock
from localvision.outputs.charts.palette import LINE, SOFT, colour
from localvision.outputs.charts.svg import Drawing, text_width, wrap

PANEL = 62.0
SIZE = 12.5
GAP = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Trajectory:
    """One case: a value at each wave, or why there is none."""

    label: str
    values: tuple[float | Missing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trajectories:
    """What to draw: all panels share one scale, from `low` to `high`, whose ends have words."""

    waves: tuple[str, ...]
    rows: tuple[Trajectory, ...]
    low: float
    high: float
    low_words: str
    high_words: str
    caption: str
    base: Base
    cluster: str = ""
    across: int = 5
    width: float = 640


def draw_trajectories(spec: Trajectories) -> Chart:
    """Draw how each case moved between waves; an unmeasured wave is an open ring, no line.

    Raises
    ------
    LocalVisionError `outputs.no-n` for no rows, `outputs.table-ragged` where values and waves
    do not match, `outputs.number-not-finite` for NaN, infinity or a value off the scale.

    Examples
    --------
    >>> from localvision.outputs.blocks import NOT_ASKED
    >>> chart = draw_trajectories(Trajectories(caption="Trust", waves=("1", "2"), low=0, high=1,
    ...     low_words="low", high_words="high", base=Base(n=1, unit="places"),
    ...     rows=(Trajectory(label="A", values=(0.2, NOT_ASKED)),)))
    >>> chart.alt
    'Scale from 0 (low) to 1 (high). A: wave 1 0.2, wave 2 not asked.'
    """
    _check(spec)
    drawing = Drawing(spec.width)
    across = max(1, min(spec.across, len(spec.rows)))
    panel_width = _panel_width(spec)
    y = _scale(drawing, spec)
    for start in range(0, len(spec.rows), across):
        band = spec.rows[start : start + across]
        labels = [wrap(row.label, SIZE, panel_width, 600) for row in band]
        head = 4 + 15.6 * max(len(lines) for lines in labels)
        for i, (row, label) in enumerate(zip(band, labels, strict=True)):
            x = i * (panel_width + GAP)
            drawing.lines(x, y + 12, label, size=SIZE, weight=600)
            _panel(drawing, x, y + head + 8, panel_width, row, spec)
        y += head + PANEL + 42
    alt = f"Scale from {spec.low:g} ({spec.low_words}) to {spec.high:g} ({spec.high_words}). "
    alt += " ".join(_sentence(row, spec.waves) for row in spec.rows)
    return Chart(
        svg=drawing.finish(y, spec.caption, alt),
        alt=alt,
        caption=spec.caption,
        base=spec.base,
        table=_table(spec),
        width=spec.width,
        height=y,
    )


def _check(spec: Trajectories) -> None:
    if not spec.rows or not spec.waves:
        raise NO_N.error(what=f"The drawing “{spec.caption}”")
    if not (math.isfinite(spec.low) and math.isfinite(spec.high) and spec.low < spec.high):
        raise NUMBER_NOT_FINITE.error(what="The scale", value=(spec.low, spec.high))
    for i, row in enumerate(spec.rows, 1):
        if len(row.values) != len(spec.waves):
            raise TABLE_RAGGED.error(
                what=f"“{spec.caption}”", row=i, cells=len(row.values), columns=len(spec.waves)
            )
        for value in row.values:
            if not isinstance(value, Missing) and not spec.low <= value <= spec.high:
                raise NUMBER_NOT_FINITE.error(what=f"“{row.label}”", value=value)


def _scale(drawing: Drawing, spec: Trajectories) -> float:
    words = (
        f"Foot of each panel: {spec.low_words} ({spec.low:g}). Head: {spec.high_words} "
        f"({spec.high:g}). Open ring: no value."
    )
    if not _fit(spec.waves, _panel_width(spec)):
        numbered = (f"{i} {wave}" for i, wave in enumerate(spec.waves, 1))
        words += f" Waves: {', '.join(numbered)}."
    lines = wrap(words, SIZE, drawing.width)
    return drawing.lines(0, 12, lines, size=SIZE, fill=SOFT) + 16


def _panel(
    drawing: Drawing, x: float, y: float, width: float, row: Trajectory, spec: Trajectories
) -> None:
    inset = 8.0
    step = (width - 2 * inset) / max(1, len(spec.waves) - 1)
    foot = y + PANEL
    for level in (y, foot):
        drawing.line(x, level, x + width, level, stroke=LINE, stroke_width=1)
    before: tuple[float, float] | None = None
    stroke = colour(spec.cluster)
    named = _fit(spec.waves, width)
    for i, value in enumerate(row.values):
        px = x + inset + i * step if len(spec.waves) > 1 else x + width / 2
        words = spec.waves[i] if named else str(i + 1)
        edge = "start" if i == 0 else "end" if i == len(spec.waves) - 1 else "middle"
        anchor = edge if named and len(spec.waves) > 1 else "middle"
        at = {"start": x, "middle": px, "end": x + width}[anchor]
        drawing.text(at, foot + 19, words, size=11.5, anchor=anchor, fill=SOFT)
        if isinstance(value, Missing):
            drawing.add(
                "circle",
                cx=px,
                cy=foot,
                r=4.5,
                fill="#ffffff",
                stroke=SOFT,
                stroke_width=1.5,
                stroke_dasharray="2 2",
            )
            before = None
            continue
        py = foot - PANEL * (value - spec.low) / (spec.high - spec.low)
        if before:
            drawing.line(*before, px, py, stroke=stroke, stroke_width=2)
        drawing.add("circle", cx=px, cy=py, r=4, fill=stroke)
        before = (px, py)


def _fit(waves: tuple[str, ...], width: float) -> bool:
    return all(text_width(wave, SIZE) + 6 <= width / len(waves) for wave in waves)


def _panel_width(spec: Trajectories) -> float:
    across = max(1, min(spec.across, len(spec.rows)))
    return (spec.width - GAP * (across - 1)) / max(across, 3)


def _sentence(row: Trajectory, waves: tuple[str, ...]) -> str:
    parts = (
        f"wave {wave} {value if isinstance(value, Missing) else format(value, 'g')}"
        for wave, value in zip(waves, row.values, strict=True)
    )
    return f"{row.label}: {', '.join(parts)}."


def _table(spec: Trajectories) -> TableBlock:
    return TableBlock(
        caption=spec.caption,
        base=spec.base,
        columns=(Column(label="", width=2), *(Column(label=w, numeric=True) for w in spec.waves)),
        rows=tuple((row.label, *row.values) for row in spec.rows),
    )
