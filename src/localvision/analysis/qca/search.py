"""All covers of a given size, each met exactly once.

Depth first on the row with fewest classes left; a class that was tried is banned for its
later siblings, so that no cover is met twice. A branch ends where the prices of the uncovered
rows say that more implicants are needed than are left.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from localvision.analysis.qca.bounds import ROUNDING, Floats, relaxed_prices
from localvision.analysis.qca.chart import Chart, Classes, Group, as_numbers, reduce_chart
from localvision.analysis.qca.hitting import bits_of
from localvision.analysis.qca.limits import Budget

PRICE = 1 << 30  # prices are held as whole numbers of this part
# Steps of plain search that cost less than one relaxation, and less than a split.
STEPS_AT_FIRST = 500
STEPS_BEFORE_SPLIT = 2_000

Leaf = tuple[Group, ...]  # one implicant from each group makes a cover


@dataclass(slots=True)
class PlainSearch:
    """Depth-first search on one reduced chart, given up after `most_steps`."""

    classes: Classes
    row_prices: Sequence[int]
    budget: Budget
    most_steps: int
    steps: int = 0
    stopped: bool = False
    leaves: list[Leaf] = field(default_factory=list)
    covers: tuple[int, ...] = ()
    covered_by: tuple[int, ...] = ()

    def run(self, size: int) -> bool:
        """Find all covers of `size` classes; False when stopped before the end."""
        # Rows with few classes come first, so that hopeless branches end soonest.
        order = np.argsort(self.classes.chart.sum(axis=0), kind="stable")
        chart = self.classes.chart[:, order]
        self.row_prices = [self.row_prices[row] for row in order]
        self.covers, self.covered_by = as_numbers(chart), as_numbers(chart.T)
        rows, classes = len(self.covered_by), len(self.covers)
        self.step((1 << rows) - 1, (1 << classes) - 1, size, sum(self.row_prices), ())
        return not self.stopped

    def step(self, open_rows: int, allowed: int, left: int, owed: int, chosen: Leaf) -> None:
        """Cover `open_rows` with exactly `left` more of the `allowed` classes."""
        if owed > left * PRICE or left == 0 or self._over():
            return
        if left == 1:
            self._finish(open_rows, allowed, chosen)
            return
        branch = self._narrowest(open_rows, allowed)
        while branch and not self.stopped:
            low = branch & -branch
            branch ^= low
            allowed ^= low
            klass = low.bit_length() - 1
            rest = open_rows & ~self.covers[klass]
            if not rest:
                continue  # a cover of fewer classes: not of this size
            if left == 2:
                self.steps += 1
                self._finish(rest, allowed, (*chosen, self.classes.members[klass]))
                continue
            paid = sum([self.row_prices[row] for row in bits_of(open_rows ^ rest)])
            if owed - paid <= (left - 1) * PRICE:
                more = (*chosen, self.classes.members[klass])
                self.step(rest, allowed, left - 1, owed - paid, more)

    def _narrowest(self, open_rows: int, allowed: int) -> int:
        """The classes of the row that leaves least choice (0: a row that nothing covers)."""
        best, fewest = 0, -1
        for row in bits_of(open_rows):
            classes = self.covered_by[row] & allowed
            count = classes.bit_count()
            if fewest < 0 or count < fewest:
                best, fewest = classes, count
                if count <= 1:
                    break
        return best

    def _finish(self, open_rows: int, allowed: int, chosen: Leaf) -> None:
        covered_by = self.covered_by
        while open_rows:
            low = open_rows & -open_rows
            allowed &= covered_by[low.bit_length() - 1]
            if not allowed:
                return
            open_rows ^= low
        last: Group = ()
        for klass in bits_of(allowed):
            last += self.classes.members[klass]
        self.leaves.append((*chosen, last))

    def _over(self) -> bool:
        self.steps += 1
        if self.steps > self.most_steps or (self.steps % 64 == 0 and self.budget.out_of_time()):
            self.stopped = True
        return self.stopped


@dataclass(slots=True)
class CoverSearch:
    """Plain search where it is quick; else tighten by the relaxation, then split."""

    budget: Budget
    leaves: list[Leaf] = field(default_factory=list)
    stopped: bool = False

    def run(self, classes: Classes, size: int, prices: Floats, chosen: Leaf = ()) -> None:
        """Collect all covers of exactly `size` classes, none of them smaller.

        `prices` are any that hold for the chart (see `SizeBounds`); a part of a chart takes
        them over from the whole.
        """
        tighter = self._tighten(classes, prices, size)
        if tighter is None or self._try_plain(*tighter, size, chosen, STEPS_AT_FIRST):
            return
        for _ in range(2):
            classes, prices = tighter
            tighter = self._tighten(classes, relaxed_prices(classes.chart, prices), size)
            if tighter is None:
                return
            if len(tighter[0].members) > 0.7 * len(classes.members):
                break
        if self._try_plain(*tighter, size, chosen, STEPS_BEFORE_SPLIT):
            return
        self._split(*tighter, size, chosen)

    def _tighten(
        self, classes: Classes, prices: Floats, size: int
    ) -> tuple[Classes, Floats] | None:
        """Leave out classes whose reduced cost is more than the gap: no cover has one."""
        if self.stopped or math.ceil(prices.sum() - ROUNDING) > size:
            return None
        cheap = 1.0 - classes.chart @ prices <= size - prices.sum() + ROUNDING
        if cheap.all():
            return classes, prices
        return _part(classes, prices, cheap, np.ones(len(prices), dtype=bool))

    def _try_plain(
        self, classes: Classes, prices: Floats, size: int, chosen: Leaf, steps: int
    ) -> bool:
        # Rounded down: a price that is a little too low never cuts off a cover.
        whole = [max(0, int((price - ROUNDING) * PRICE)) for price in prices]
        search = PlainSearch(classes, whole, self.budget, steps)
        if not search.run(size):
            self.stopped = self.budget.spent != ""
            if not self.stopped:
                return False
        self.leaves.extend((*chosen, *leaf) for leaf in search.leaves)
        if len(self.leaves) > self.budget.models:
            self.budget.spent, self.stopped = "model limit", True
        return True

    def _split(self, classes: Classes, prices: Floats, size: int, chosen: Leaf) -> None:
        chart = classes.chart
        row = int(chart.sum(axis=0).argmin())
        usable = np.ones(len(chart), dtype=bool)
        for klass in np.flatnonzero(chart[:, row]):
            if self.stopped:
                return
            usable[klass] = False
            open_rows = ~chart[klass]
            if size < 2 or prices[open_rows].sum() > size - 1 + ROUNDING:
                continue
            smaller = _part(classes, prices, usable, open_rows)
            if smaller is not None:
                self.run(smaller[0], size - 1, smaller[1], (*chosen, classes.members[klass]))


def _part(
    classes: Classes, prices: Floats, lines: Chart, rows: Chart
) -> tuple[Classes, Floats] | None:
    """The chart with some of its lines and rows, reduced; None when a row is left uncovered.

    The row that stands for a dropped one takes over its price: what covers it pays both.
    """
    chart = classes.chart[lines][:, rows]
    if not chart.size or not chart.any(axis=0).all():
        return None
    members = [classes.members[line] for line in np.flatnonzero(lines)]
    reduced = reduce_chart(chart, members)
    inherited = np.bincount(reduced.heirs, weights=prices[rows], minlength=reduced.chart.shape[1])
    return reduced, inherited.astype(np.float64)
