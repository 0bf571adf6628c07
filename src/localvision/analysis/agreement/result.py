"""What every measure of agreement returns."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from localvision.analysis.agreement.resampling import Resampling, interval_of

Floats = NDArray[np.float64]
Formula = Callable[[Floats], "Parts"]


class Parts(NamedTuple):
    """A measure's observed and expected part, and the measure itself, for each row of sums."""

    value: Floats
    observed: Floats
    expected: Floats


class Interval(NamedTuple):
    """The two ends of a bootstrap interval; both NaN where nothing could be resampled."""

    low: float
    high: float


@dataclass(frozen=True)
class Agreement:
    """One measure of agreement with all that is needed to read it.

    Attributes
    ----------
    statistic : the measure's name.
    value : 1 is full agreement, 0 is what chance would give, below 0 is worse than chance;
        NaN where it is not defined, and `note` says why. Percent agreement is a share, 0 to 1.
    n_units : how many units (or, for text, characters) entered: those with two coders or more.
    n_coders : how many coders there are.
    missing : how many ratings were not given.
    source : the publication that defines the measure.
    n_given : how many units were given, with those that could not be compared.
    observed, expected : the two parts of the measure: agreement for the kappas, **dis**agreement
        for the alphas.
    base : what was compared, such as "all text" or "coded by anyone".
    resampled : what the interval resamples: units or documents.
    note : what the reader must know, empty if nothing.
    """

    statistic: str
    value: float
    n_units: int
    n_coders: int
    missing: int
    source: str
    n_given: int = 0
    observed: float = math.nan
    expected: float = math.nan
    base: str = "units"
    resampled: str = "units"
    note: str = ""
    rows: Floats = field(default_factory=lambda: np.zeros((0, 1)), repr=False, compare=False)
    formula: Formula | None = field(default=None, repr=False, compare=False)

    @cached_property
    def interval(self) -> Interval:
        """The 95 % bootstrap interval: 1,000 resamples with a fixed seed, worked out when asked."""
        return self.bootstrap()

    def bootstrap(self, plan: Resampling = Resampling()) -> Interval:  # noqa: B008 (frozen)
        """Return a percentile interval from resampling units (or documents) with replacement.

        What it tells a team: how far the figure could move had other units been coded. Ordinal
        distances and the list of categories are kept as in the whole set. Resamples in which
        the measure is not defined are left out; with fewer than two units both ends are NaN.

        Source: Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 13.
        """
        if self.formula is None or len(self.rows) < 2 or math.isnan(self.value):
            return Interval(math.nan, math.nan)
        formula = self.formula
        return Interval(*interval_of(self.rows, lambda sums: formula(sums).value, plan))


@dataclass(frozen=True)
class Measure:
    """A measure before its figure: name, source, and sums-to-figure formula."""

    statistic: str
    source: str
    formula: Formula


@dataclass(frozen=True)
class Counted:
    """What was counted: units compared and given, coders, ratings not given, and the base."""

    n_units: int
    n_given: int
    n_coders: int
    missing: int
    base: str = "units"
    resampled: str = "units"


def concluded(measure: Measure, rows: Floats, counted: Counted) -> Agreement:
    """Return the measure over rows of sums: one row for each thing that may be resampled."""
    parts = measure.formula(rows.sum(axis=0)[np.newaxis, :])
    value = float(parts.value[0])
    return Agreement(
        statistic=measure.statistic,
        value=value,
        n_units=counted.n_units,
        n_coders=counted.n_coders,
        missing=counted.missing,
        source=measure.source,
        n_given=counted.n_given,
        observed=float(parts.observed[0]),
        expected=float(parts.expected[0]),
        base=counted.base,
        resampled=counted.resampled,
        note=_note(value, counted),
        rows=rows,
        formula=measure.formula,
    )


def _note(value: float, counted: Counted) -> str:
    if not math.isnan(value):
        return ""
    if counted.n_units == 0:
        return "Nothing was rated by two coders, so there is nothing to compare."
    return "There is no variation: chance alone would agree fully, so the measure is not defined."
