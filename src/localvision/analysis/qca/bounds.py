"""How small a cover can be: a quick bound, the linear relaxation, and the exact size."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from localvision.analysis.qca.chart import Chart, undominated
from localvision.analysis.qca.limits import Budget

Floats = npt.NDArray[np.float64]
ROUNDING = 1e-7  # what HiGHS may be off by
SOLVER_SHARE = 0.6  # of the time that is left: the rest is for listing covers


@dataclass(frozen=True, slots=True)
class SizeBounds:
    """No cover has fewer implicants than `low`; `cover` is one, and no smaller one is known.

    `prices` puts a price on each row such that no implicant covers more than 1 in all (a
    solution of the dual): the sum over uncovered rows says how many more are needed.
    """

    low: int
    cover: tuple[int, ...]
    prices: Floats

    @property
    def high(self) -> int:
        """Size of the smallest cover that is known."""
        return len(self.cover)


def quick_prices(chart: Chart) -> Floats:
    """Prices without a solver: rows with few implicants first, each takes what is left."""
    slack = np.ones(len(chart))
    prices = np.zeros(chart.shape[1])
    for row in np.argsort(chart.sum(axis=0), kind="stable"):
        covering = chart[:, row]
        prices[row] = max(0.0, slack[covering].min())
        slack[covering] -= prices[row]
    return prices


def greedy_cover(chart: Chart) -> tuple[int, ...]:
    """A cover built by always taking the implicant that adds most, then thinned."""
    open_rows = np.ones(chart.shape[1], dtype=bool)
    weights = chart.astype(np.float32)
    chosen: list[int] = []
    while open_rows.any():
        best = int((weights @ open_rows.astype(np.float32)).argmax())
        chosen.append(best)
        open_rows &= ~chart[best]
    for one in list(chosen):
        rest = [other for other in chosen if other != one]
        if rest and chart[rest].any(axis=0).all():
            chosen = rest
    return tuple(chosen)


def size_bounds(chart: Chart, budget: Budget) -> SizeBounds:
    """Bound the smallest cover of a reduced chart, exactly where time allows.

    Parameters
    ----------
    chart : shape (classes, rows), every row covered.
    """
    cover = greedy_cover(chart)
    prices = quick_prices(chart)
    low = math.ceil(prices.sum() - ROUNDING)
    if low == len(cover):
        return SizeBounds(low, cover, prices)
    maximal = undominated(chart)
    prices = _relax(chart[maximal], prices)
    low = max(low, math.ceil(prices.sum() - ROUNDING))
    if low < len(cover):
        low, cover = _exact(chart, maximal, prices, low, cover, budget)
    return SizeBounds(low, cover, prices)


def relaxed_prices(chart: Chart, fallback: Floats) -> Floats:
    """Prices from the linear relaxation over all classes of a chart."""
    return _relax(chart[undominated(chart)], fallback)


def _relax(chart: Chart, fallback: Floats) -> Floats:
    # Loaded here: tables of 25 places never need a solver, and loading takes most of a second.
    from scipy import sparse
    from scipy.optimize import linprog

    matrix = sparse.csr_array(chart, dtype=float)
    # The dual itself: as dear as possible, no implicant above 1.
    solved = linprog(
        -np.ones(chart.shape[1]), A_ub=matrix, b_ub=np.ones(len(chart)), bounds=(0, None)
    )
    if solved.status != 0:
        return fallback
    prices = np.maximum(solved.x, 0.0)
    # Scale away what the solver's tolerance may have overstepped, so that the bound is true.
    return prices / max(1.0, float((matrix @ prices).max()))


def _exact(
    chart: Chart,
    maximal: npt.NDArray[np.int64],
    prices: Floats,
    low: int,
    cover: tuple[int, ...],
    budget: Budget,
) -> tuple[int, tuple[int, ...]]:
    from scipy import sparse
    from scipy.optimize import Bounds, LinearConstraint, milp

    # Only a cover smaller than the known one is news, and a class this dear is in none.
    high = len(cover)
    dear = 1.0 - chart[maximal] @ prices
    useful = maximal[dear <= high - 1 - prices.sum() + ROUNDING]
    if not chart[useful].any(axis=0).all():
        return high, cover
    solved = milp(
        np.ones(len(useful)),
        constraints=LinearConstraint(sparse.csr_array(chart[useful].T, dtype=float), 1, np.inf),
        integrality=np.ones(len(useful)),
        bounds=Bounds(0, 1),
        options={"time_limit": max(0.1, budget.left() * SOLVER_SHARE), "mip_rel_gap": 0.0},
    )
    if solved.status == 2:  # no cover without the dear classes: none is smaller
        return high, cover
    if solved.x is not None:
        found = tuple(useful[solved.x > 0.5].tolist())
        if len(found) < high and chart[list(found)].any(axis=0).all():
            high, cover = len(found), found
    if solved.status == 0:
        return high, cover
    bound = solved.mip_dual_bound
    proven = math.ceil(bound - 1e-6) if bound is not None and math.isfinite(bound) else low
    return max(low, min(proven, high)), cover
