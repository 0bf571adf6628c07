"""Bootstrap intervals: resample the rows, sum, and work the figure out again."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
BLOCK = 4_000_000  # numbers held at once while drawing


@dataclass(frozen=True)
class Resampling:
    """How to resample: the share covered (0 to 1), how many resamples, and the seed."""

    level: float = 0.95
    resamples: int = 1000
    seed: int = 20250101


def interval_of(
    rows: Floats, value: Callable[[Floats], Floats], plan: Resampling
) -> tuple[float, float]:
    """Return the percentile interval of a figure that depends on sums of rows only.

    Drawing rows with replacement is the same as drawing how often each *kind* of row occurs,
    so that equal rows are drawn together: 20,000 units of a nominal code are a few kinds.
    """
    kinds, counts = np.unique(rows, axis=0, return_counts=True)
    generator = np.random.default_rng(plan.seed)
    shares = counts / counts.sum()
    step = max(1, BLOCK // len(kinds))
    figures = [
        value(generator.multinomial(len(rows), shares, size=min(step, plan.resamples - at)) @ kinds)
        for at in range(0, plan.resamples, step)
    ]
    defined = np.concatenate(figures)
    defined = defined[~np.isnan(defined)]
    if not len(defined):
        return math.nan, math.nan
    tail = (1 - plan.level) / 2
    low, high = np.quantile(defined, [tail, 1 - tail])
    return float(low), float(high)
