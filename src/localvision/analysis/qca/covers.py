"""Covers of a prime implicant chart: all of the smallest size, or all irredundant ones."""

from __future__ import annotations

import math
from dataclasses import dataclass

from localvision.analysis.qca.bounds import ROUNDING, quick_prices, size_bounds
from localvision.analysis.qca.chart import Chart, Classes, as_numbers, reduce_chart
from localvision.analysis.qca.hitting import bits_of, minimal_hitting_sets
from localvision.analysis.qca.limits import Budget
from localvision.analysis.qca.search import PRICE, CoverSearch, Leaf, PlainSearch

SMALL_SEARCH = 3_000  # steps that are cheaper than starting a solver


@dataclass(frozen=True, slots=True)
class CoverFamily:
    """Covers in a compact form, and what is known about how many there are.

    Parameters
    ----------
    leaves : each a tuple of groups; one implicant from each group makes a cover, and no
        cover comes from two leaves.
    low, high : no cover is smaller than `low`; the listed ones have `high` implicants (for
        irredundant covers: at most `high`).
    complete : whether these are all covers that were asked for.
    """

    leaves: tuple[Leaf, ...]
    low: int
    high: int
    complete: bool

    @property
    def count(self) -> int:
        """Number of covers listed, implicant by implicant."""
        return sum(math.prod(map(len, leaf)) for leaf in self.leaves)


def minimum_covers(chart: Chart, budget: Budget) -> CoverFamily:
    """Find every cover with the smallest possible number of implicants.

    Parameters
    ----------
    chart : shape (implicants, rows); every row is covered by at least one implicant.
    """
    classes = reduce_chart(chart)
    small = _small_search(classes, budget)
    if small is not None:
        return small
    bounds = size_bounds(classes.chart, budget)
    search = CoverSearch(budget)
    search.run(classes, bounds.high, bounds.prices)
    proven = bounds.low == bounds.high and not search.stopped
    # Stopped before the first: the cover that the bounds rest on is still one.
    known = tuple(classes.members[klass] for klass in bounds.cover)
    return CoverFamily(tuple(search.leaves) or (known,), bounds.low, bounds.high, proven)


def irredundant_covers(chart: Chart, budget: Budget) -> CoverFamily:
    """Find every cover from which no implicant can be left out, of any size."""
    classes = reduce_chart(chart)
    leaves: list[Leaf] = []
    complete = True
    for hit in minimal_hitting_sets(as_numbers(classes.chart.T)):
        leaves.append(tuple(classes.members[klass] for klass in bits_of(hit)))
        if len(leaves) >= budget.models:
            budget.spent, complete = "model limit", False
            break
        if len(leaves) % 64 == 0 and budget.out_of_time():
            complete = False
            break
    leaves.sort(key=lambda leaf: (len(leaf), leaf))
    high = len(leaves[-1])
    low = len(leaves[0]) if complete else _least(classes)
    return CoverFamily(tuple(leaves), low, high, complete)


def _least(classes: Classes) -> int:
    """A size that no cover is below."""
    return max(1, math.ceil(quick_prices(classes.chart).sum() - ROUNDING))


def _small_search(classes: Classes, budget: Budget) -> CoverFamily | None:
    """Try sizes from the quick bound upwards with a few steps; None when that is not enough."""
    prices = quick_prices(classes.chart)
    whole = [max(0, int((price - ROUNDING) * PRICE)) for price in prices]
    size = max(1, math.ceil(prices.sum() - ROUNDING))
    steps = SMALL_SEARCH
    while steps > 0:
        search = PlainSearch(classes, whole, budget, steps)
        if not search.run(size):
            return None
        if search.leaves:
            return CoverFamily(tuple(search.leaves), size, size, True)
        steps -= search.steps
        size += 1
    return None
