"""Sums of memberships for every observed corner of the property space, in one pass.

Membership in a corner is the minimum over the conditions. Corners share beginnings: the
minimum over the first conditions is worked out once for all corners that begin alike. Cases
are taken in portions that stay in the processor's cache.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from localvision.analysis.qca.cases import Cases
from localvision.analysis.qca.complement import FREE, Cubes
from localvision.analysis.qca.expression import Floats

PORTION = 150_000  # memberships held at once


@dataclass(frozen=True, slots=True)
class CornerSums:
    """For each corner: sums of X, min(X, Y), min(X, Y, 1 - Y) and min(X, 1 - Y)."""

    size: Floats
    shared: Floats
    torn: Floats
    against: Floats

    def consistency(self) -> Floats:
        """Share of the membership in the corner that is also in the outcome."""
        return ratio(self.shared, self.size)

    def negation_consistency(self) -> Floats:
        """Share of the membership in the corner that is also in the outcome's negation."""
        return ratio(self.against, self.size)

    def pri(self) -> Floats:
        """The same without what is equally in the outcome's negation (NaN: undefined)."""
        return ratio(self.shared - self.torn, self.size - self.torn)


def ratio(part: Floats, whole: Floats) -> Floats:
    """Divide; nothing in nothing is undefined (NaN)."""
    whole = np.asarray(whole, dtype=float)
    return np.divide(part, whole, out=np.full(whole.shape, np.nan), where=np.abs(whole) > 1e-13)


def corner_sums(
    cases: Cases, conditions: Sequence[str], rows: Cubes, outcome: Floats
) -> CornerSums:
    """Sum memberships for the corners in `rows` (distinct, sorted lexicographically)."""
    plan = _plan(rows)
    columns = [cases.columns[name] for name in conditions]
    fuzzy = [cases.fuzzy[name] for name in conditions]
    negation = 1 - outcome
    torn = np.minimum(outcome, negation)
    totals = np.zeros((4, len(rows)))
    portion = max(64, PORTION // max(1, len(rows)))
    for start in range(0, len(outcome), portion):
        stop = start + portion
        corner = np.ones((1, min(stop, len(outcome)) - start))
        for (parents, values), column, degrees in zip(plan, columns, fuzzy, strict=True):
            literals = _literals(column[start:stop], degrees, values)
            corner = np.minimum(corner[parents], literals)
        totals[0] += corner.sum(axis=1)
        totals[1] += np.minimum(corner, outcome[start:stop]).sum(axis=1)
        totals[2] += np.minimum(corner, torn[start:stop]).sum(axis=1)
        totals[3] += np.minimum(corner, negation[start:stop]).sum(axis=1)
    return CornerSums(*totals)


def _plan(rows: Cubes) -> list[tuple[np.ndarray, np.ndarray]]:
    """For each condition: the parent of each longer beginning, and its new value."""
    plan: list[tuple[np.ndarray, np.ndarray]] = []
    group = np.zeros(len(rows), dtype=np.int64)
    for place in range(rows.shape[1]):
        key = group * 1_000 + rows[:, place] + 1
        _, first, longer = np.unique(key, return_index=True, return_inverse=True)
        plan.append((group[first], rows[first, place]))
        group = longer
    # The last beginnings are the rows themselves, in sorted order.
    last, order = plan[-1], group
    plan[-1] = (last[0][order], last[1][order])
    return plan


def _literals(column: Floats, fuzzy: bool, values: np.ndarray) -> Floats:
    if fuzzy:
        pair = np.stack([1 - column, column])
        return np.asarray(pair[values])
    wanted = np.where(values == FREE, np.nan, values)[:, None]
    return ((column == wanted) | (np.isnan(column) & np.isnan(wanted))).astype(float)
