"""A timeline: what happened when, in lanes, with room made so that no two labels meet."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from localvision.errors.outputs import NO_N
from localvision.outputs.blocks import Base, Chart, Column, TableBlock
from localvision.outputs.charts.palette import BRAND_PALE, INK, LINE, PAPER, SOFT, colour
from localvision.outputs.charts.svg import Drawing, text_width, wrap

SIZE = 13.0
LEVEL = 34.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened on a day; `planned` is drawn open."""

    day: dt.date
    label: str
    lane: str = ""
    cluster: str = ""
    planned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A span behind the events, such as a wave of interviews."""

    start: dt.date
    end: dt.date
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """What to draw: events in lanes over periods."""

    events: tuple[Event, ...]
    caption: str
    base: Base
    periods: tuple[Period, ...] = ()
    width: float = 640


@dataclass(frozen=True, slots=True)
class _Placed:
    event: Event
    x: float
    level: int
    label: tuple[str, ...]
    text_x: float


def draw_timeline(spec: Timeline) -> Chart:
    """Draw events in time; labels that would meet are set on a lower line.

    Examples
    --------
    >>> import datetime as dt
    >>> chart = draw_timeline(Timeline(caption="Elmbridge Vale", base=Base(n=1, unit="events"),
    ...     events=(Event(day=dt.date(2026, 3, 1), label="Enabler starts"),)))
    >>> chart.alt
    '1 March 2026: Enabler starts.'
    """
    if not spec.events:
        raise NO_N.error(what=f"The timeline “{spec.caption}”")
    days = [e.day for e in spec.events] + [d for p in spec.periods for d in (p.start, p.end)]
    first, last = min(days), max(days)
    drawing = Drawing(spec.width)
    span = max(1, (last - first).days)

    def at(day: dt.date) -> float:
        return 10 + (spec.width - 20) * (day - first).days / span

    lanes = list(dict.fromkeys(e.lane for e in spec.events))
    top = _axis(drawing, first, last, at(last))
    y = top + (24 if spec.periods else 6)
    plans = [(lane, _place(spec, lane, at)) for lane in lanes]
    heights = [22 * bool(lane) + LEVEL * (1 + max(p.level for p in ps)) + 8 for lane, ps in plans]
    for period in spec.periods:
        _period(drawing, period, at(period.start), at(period.end), top, y + sum(heights))
    for (lane, placed), height in zip(plans, heights, strict=True):
        _lane(drawing, y, lane, placed)
        y += height
    return _chart(spec, drawing, y)


def _axis(drawing: Drawing, first: dt.date, last: dt.date, right: float) -> float:
    drawing.text(10, 12, f"{first:%B} {first.year}", size=12.5, fill=SOFT)
    end = f"{last:%B} {last.year}"
    both = text_width(end, 12.5) + text_width(f"{first:%B} {first.year}", 12.5) + 30
    if last != first and both < drawing.width:
        drawing.text(right, 12, end, size=12.5, anchor="end", fill=SOFT)
    drawing.line(10, 20, drawing.width - 10, 20, stroke=INK, stroke_width=1)
    return 20.0


def _period(
    drawing: Drawing, period: Period, x1: float, x2: float, top: float, bottom: float
) -> None:
    drawing.rect(x1, top, max(2.0, x2 - x1), bottom - top, fill=BRAND_PALE, fill_opacity=0.45)
    if text_width(period.label, 12.5, 600) + 8 <= x2 - x1:
        drawing.text(x1 + 4, top + 15, period.label, size=12.5, weight=600, fill=SOFT)


def _place(spec: Timeline, lane: str, at: object) -> list[_Placed]:
    """Give each event of a lane the first level where its mark and label are free."""
    ends: list[float] = []
    placed = []
    for event in sorted((e for e in spec.events if e.lane == lane), key=lambda e: (e.day, e.label)):
        x = at(event.day)  # type: ignore[operator]
        label = _two_lines(event.label)
        width = max(text_width(line, SIZE) for line in label)
        right = x + 14 + width <= spec.width
        text_x = x + 12 if right else max(0.0, x - 12 - width)
        low, high = min(x - 8, text_x), max(x + 8, text_x + width)
        level = next((i for i, end in enumerate(ends) if end + 8 <= low), len(ends))
        if level == len(ends):
            ends.append(0.0)
        ends[level] = high
        placed.append(_Placed(event, x, level, label, text_x))
    return placed


def _two_lines(label: str) -> tuple[str, ...]:
    lines = wrap(label, SIZE, 150)
    if len(lines) <= 2:
        return lines
    return (lines[0], wrap(lines[1], SIZE, 138)[0].rstrip("-") + "…")


def _lane(drawing: Drawing, y: float, lane: str, placed: list[_Placed]) -> None:
    if lane:
        drawing.line(0, y, drawing.width, y, stroke=LINE, stroke_width=1)
        drawing.lines(0, y + 16, wrap(lane, 12.5, drawing.width, 600)[:1], size=12.5, weight=600)
        y += 22
    for p in placed:
        middle = y + 15 + LEVEL * p.level
        fill = PAPER if p.event.planned else colour(p.event.cluster)
        drawing.add(
            "circle",
            cx=p.x,
            cy=middle,
            r=6,
            fill=fill,
            stroke=colour(p.event.cluster),
            stroke_width=1.5,
        )
        start = middle + 4.5 if len(p.label) == 1 else middle - 2.5
        drawing.lines(p.text_x, start, p.label, size=SIZE, leading=1.15)


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _chart(spec: Timeline, drawing: Drawing, height: float) -> Chart:
    events = sorted(spec.events, key=lambda e: (e.day, e.lane, e.label))
    alt = " ".join(f"{_day(e.day)}: {e.label}{' (planned)' if e.planned else ''}." for e in events)
    table = TableBlock(
        caption=spec.caption,
        base=spec.base,
        columns=(
            Column(label="When", width=1.4),
            Column(label="What", width=4),
            Column(label="Whose", width=1.6),
        ),
        rows=tuple((_day(e.day), e.label + " (planned)" * e.planned, e.lane) for e in events),
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
