"""Sensitivity ranges: how far a cut or an anchor can move before the solution changes."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from localvision.analysis.qca.choices import Analysis, Answer, Calibration, answer, answer_of
from localvision.analysis.qca.minimise import Kind
from localvision.analysis.qca.result import Provenance, Result, Table, call_text
from localvision.analysis.qca.truth import TIE, TruthTable
from localvision.errors import LocalVisionError
from localvision.errors.analysis import qca_checks as say

STEPS = 40  # an anchor is moved at most this many steps each way
ANCHORS = {
    1: ("cut point",),
    3: ("exclusion", "crossover", "inclusion"),
    6: tuple(f"anchor {place}" for place in range(1, 7)),
}


@dataclass(frozen=True, slots=True)
class SensitivityRange:
    """How far one choice can move, all others held, with the same models.

    Parameters
    ----------
    choice : what is moved, such as "consistency cut" or "URB crossover".
    value : where it is.
    low, high : the solution is the same from `low` to `high`. Cuts are worked out exactly:
        `low` of a consistency or PRI cut is itself outside (the cut must be above it).
        Anchors are moved step by step: these are the last steps that kept the solution.
    below, above : what stops it there: "another solution", "no solution" (with the code),
        "the next anchor", "the end of the scale" or "the last step tried".
    """

    choice: str
    value: float
    low: float
    high: float
    below: str
    above: str

    @property
    def width(self) -> float:
        """How much room there is altogether."""
        return self.high - self.low


@dataclass(frozen=True, repr=False)
class SensitivityRanges(Result):
    """The room of every choice."""

    outcome: str
    ranges: tuple[SensitivityRange, ...]
    about: Provenance

    def __getitem__(self, choice: str) -> SensitivityRange:
        """The range of one choice, by its name."""
        return next(one for one in self.ranges if one.choice == choice)

    def _title(self) -> str:
        return f"Sensitivity of the solution for {self.outcome}"

    def _table(self) -> Table:
        headings = ["choice", "value", "low", "high", "below", "above"]
        rows: list[list[Any]] = [
            [one.choice, one.value, one.low, one.high, one.below, one.above] for one in self.ranges
        ]
        return headings, rows

    def _facts(self) -> dict[str, Any]:
        return {"outcome": self.outcome}


def sensitivity_ranges(
    table: TruthTable,
    solution: Kind = "conservative",
    *,
    directional_expectations: Any = None,
    calibrations: Mapping[str, Calibration] | None = None,
    steps: Mapping[str, float] | None = None,
) -> SensitivityRanges:
    """Tell how far each cut and each anchor can move before the models change.

    Parameters
    ----------
    table : see `truth_table`.
    solution, directional_expectations : as in `minimize`.
    calibrations : for each column whose anchors are to be moved, how it was calibrated.
    steps : for these columns, the step in the unit of the raw values; default: a fortieth of
        the distance between the outer anchors.

    Returns
    -------
    SensitivityRanges : one line a choice, each with what stops it on both sides.

    Raises
    ------
    LocalVisionError : `qca.calibration-differs`, `qca.calibration-cases`, `qca.no-step`, and
        what `minimize` raises for the solution itself.

    Limits
    ------
    One choice moves at a time; see `robustness_grid` for all at once. Anchors are tried at
    steps only, so a change that comes and goes between two steps is not seen.

    Source: I.-E. Oana and C. Schneider (2021), "A Robustness Test Protocol for Applied QCA",
    Sociological Methods & Research.

    Examples
    --------
    >>> from localvision.analysis.qca.truth import truth_table
    >>> data = {"A": [0.9, 0.8, 0.2, 0.1], "B": [0.9, 0.1, 0.8, 0.3], "Y": [0.8, 0.9, 0.3, 0.1]}
    >>> found = sensitivity_ranges(truth_table(data, "Y", consistency_cut=0.9), "parsimonious")
    >>> [(one.choice, round(one.low, 3), round(one.high, 3)) for one in found.ranges][0]
    ('consistency cut', 0.5, 0.923)
    """
    analysis = Analysis.of(table, solution, directional_expectations, calibrations)
    here = answer_of(analysis.solve(table))
    ranges = [*_cut_ranges(analysis, table, here), _frequency_range(analysis, table, here)]
    for column in analysis.calibrations:
        ranges.extend(_anchor_ranges(analysis, column, here, (steps or {}).get(column)))
    call = call_text("sensitivity_ranges", solution=solution, steps=steps)
    about = Provenance(call, table.n, table.missing, table.warnings)
    return SensitivityRanges(table.outcome, tuple(ranges), about)


def _cut_ranges(analysis: Analysis, table: TruthTable, here: Answer) -> list[SensitivityRange]:
    rows = [*table.rows, *table.dropped_rows]
    consistencies = _values([row.consistency for row in rows])
    high, low = analysis.settings.cuts
    both = high == low

    def with_high(cut: float) -> Analysis:
        return analysis.with_settings(cuts=(cut, cut if both else low))

    def with_low(cut: float) -> Analysis:
        return analysis.with_settings(cuts=(high, cut))

    name = "consistency cut" if both else "consistency cut (upper)"
    found = [_exact(name, high, consistencies, with_high, here, (0.0 if both else low, 1.0))]
    if not both:
        found.append(
            _exact("consistency cut (lower)", low, consistencies, with_low, here, (0.0, high))
        )
    if analysis.settings.pri_cut:
        found.append(
            _exact(
                "PRI cut",
                analysis.settings.pri_cut,
                _values([row.pri for row in rows]),
                lambda cut: analysis.with_settings(pri_cut=cut),
                here,
                (0.0, 1.0),
            )
        )
    return found


def _values(figures: Sequence[float]) -> list[float]:
    return sorted({figure for figure in figures if not math.isnan(figure)})


def _exact(
    name: str,
    value: float,
    figures: Sequence[float],
    moved: Callable[[float], Analysis],
    here: Answer,
    scale: tuple[float, float],
) -> SensitivityRange:
    """Rows change sides only at their own figures: between two of them nothing changes."""
    bottom, top = scale
    edges = [bottom, *[one for one in figures if bottom < one < top], top]
    # Interval i is (edges[i], edges[i + 1]]; within TIE above a figure the cut still meets it.
    at = max(place for place, edge in enumerate(edges[:-1]) if place == 0 or edge + TIE <= value)
    low, below = at, "the end of the scale"
    while low > 0:
        other = answer(moved(edges[low]))
        if not other.same(here):
            below = _reason(other)
            break
        low -= 1
    high, above = at, "the end of the scale"
    while high + 2 < len(edges):
        other = answer(moved(edges[high + 2]))
        if not other.same(here):
            above = _reason(other)
            break
        high += 1
    return SensitivityRange(name, value, edges[low], edges[high + 1], below, above)


def _frequency_range(analysis: Analysis, table: TruthTable, here: Answer) -> SensitivityRange:
    value = analysis.settings.frequency_cut
    most = max(row.n for row in [*table.rows, *table.dropped_rows])
    ends: list[tuple[int, str]] = []
    for way, limit in ((-1, 1), (1, most)):
        last, why = value, "the end of the scale"
        while last != limit and (limit - last) * way > 0:
            other = answer(analysis.with_settings(frequency_cut=last + way))
            if not other.same(here):
                why = _reason(other)
                break
            last += way
        ends.append((last, why))
    (low, below), (high, above) = ends
    return SensitivityRange("frequency cut", value, low, high, below, above)


def _anchor_ranges(
    analysis: Analysis, column: str, here: Answer, step: float | None
) -> list[SensitivityRange]:
    anchors = tuple(map(float, analysis.calibrations[column].thresholds))
    if step is None:
        step = (abs(anchors[-1] - anchors[0]) or abs(anchors[0]) or 1.0) / STEPS
    if not step > 0:
        raise say.NO_STEP.error(column=column, step=step)
    names = ANCHORS.get(len(anchors)) or [f"cut point {i + 1}" for i in range(len(anchors))]
    found: list[SensitivityRange] = []
    for place, name in enumerate(names):
        low, below = _walk(analysis, column, anchors, place, -step, here)
        high, above = _walk(analysis, column, anchors, place, step, here)
        found.append(SensitivityRange(f"{column} {name}", anchors[place], low, high, below, above))
    return found


def _walk(
    analysis: Analysis,
    column: str,
    anchors: tuple[float, ...],
    place: int,
    step: float,
    here: Answer,
) -> tuple[float, str]:
    """Move one anchor until the models change; its own place is step 0."""
    last = anchors[place]
    for count in range(1, STEPS + 1):
        tried = anchors[place] + count * step
        if _meets_neighbour(anchors, place, tried):
            return last, "the next anchor"
        moved = (*anchors[:place], tried, *anchors[place + 1 :])
        try:
            other = answer(analysis.with_anchors({column: moved}))
        except LocalVisionError as error:
            return last, f"no solution ({error.problems[0].code})"
        if not other.same(here):
            return last, _reason(other)
        last = tried
    return last, "the last step tried"


def _meets_neighbour(anchors: tuple[float, ...], place: int, tried: float) -> bool:
    return any(
        (anchors[place] - anchors[other]) * (tried - anchors[other]) <= 0
        for other in (place - 1, place + 1)
        if 0 <= other < len(anchors)
    )


def _reason(other: Answer) -> str:
    return f"no solution ({other.failed})" if other.failed else "another solution"
