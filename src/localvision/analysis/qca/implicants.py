"""Prime implicants: the shortest terms that cover a positive row and no negative one.

For a positive row, each negative row gives the set of conditions on which the two agree. A
set of conditions separates the positive row from all negatives exactly when it lies inside
none of these agreement sets. The smallest separating sets are the prime implicants of that
row. Unobserved rows are never listed. Crisp and multi-value rows are treated alike.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from localvision.analysis.qca.bitsets import close_downwards, family, minimal_outside
from localvision.analysis.qca.complement import FREE, Cubes
from localvision.analysis.qca.distinct import distinct_rows
from localvision.analysis.qca.hitting import minimal_hitting_sets
from localvision.analysis.qca.limits import Budget

NEVER = -2  # a don't-care of a negative row: no term that names the condition covers it
MOST_FOR_BITSETS = 22  # conditions; above this 2^k bits a row take too much memory
BATCH_BYTES = 32_000_000

Chart = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Implicants:
    """Prime implicants and which positive rows each one covers.

    `terms` has one cube a row (FREE where the condition is left out); `chart` has shape
    (number of terms, number of positive rows). `complete` is False when the time was up
    before all were found.
    """

    terms: Cubes
    chart: Chart
    complete: bool = True


def prime_implicants(
    positives: Cubes, negatives: Cubes, levels: Sequence[int], budget: Budget | None = None
) -> Implicants:
    """Find all prime implicants that cover at least one positive row.

    Parameters
    ----------
    positives : shape (n, k); FREE where the row is a don't-care on that condition.
    negatives : shape (m, k); FREE where a cube stands for all values, NEVER for a don't-care.
    levels : number of values of each condition.
    budget : with more than 22 conditions, how long to search (default: to the end).
    """
    size = len(levels)
    complete = True
    if size <= MOST_FOR_BITSETS:
        rows, masks = _by_bitsets(positives, negatives, size)
    else:
        rows, masks, complete = _by_hitting_sets(positives, negatives, budget)
    named = (masks[:, None] >> np.arange(size)) & 1 == 1
    cubes = np.where(named, positives[rows], FREE).astype(np.int16)
    terms, which = distinct_rows(cubes, levels)
    chart = np.zeros((len(terms), len(positives)), dtype=bool)
    chart[which, rows] = True
    if not complete:  # a term found for one row may cover another that was not come to
        chart = np.array([covers(positives, term) for term in terms])
    order = _reading_order(terms)
    return Implicants(terms[order], chart[order], complete)


def covers(rows: Cubes, cube: Cubes) -> npt.NDArray[np.bool_]:
    """Which rows lie in a cube; a don't-care has no value, so it is in no literal."""
    return np.asarray(((cube == FREE) | (rows == cube)).all(axis=1))


def _agreements(positives: Cubes, negatives: Cubes) -> npt.NDArray[np.int64]:
    """Mask of the conditions on which each pair agrees, shape (positives, negatives)."""
    masks = np.zeros((len(positives), len(negatives)), dtype=np.int64)
    for place in range(positives.shape[1]):
        mine, theirs = positives[:, None, place], negatives[None, :, place]
        same = (mine == theirs) | (mine == FREE) | (theirs == FREE)
        masks |= same.astype(np.int64) << place
    return masks


def _by_bitsets(
    positives: Cubes, negatives: Cubes, size: int
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    batch = max(1, BATCH_BYTES // (max(1, 2**size // 64) * 8))
    rows: list[npt.NDArray[np.int64]] = []
    masks: list[npt.NDArray[np.int64]] = []
    for start in range(0, len(positives), batch):
        members = _agreements(positives[start : start + batch], negatives)
        words = family(members, size)
        close_downwards(words, size)
        found_rows, found_masks = minimal_outside(words, size)
        rows.append(found_rows + start)
        masks.append(found_masks)
    if not rows:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    return np.concatenate(rows), np.concatenate(masks)


def _by_hitting_sets(
    positives: Cubes, negatives: Cubes, budget: Budget | None
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], bool]:
    everything = (1 << positives.shape[1]) - 1
    rows: list[int] = []
    masks: list[int] = []
    complete = True
    for index in range(len(positives)):
        agree = _agreements(positives[index : index + 1], negatives)[0]
        differ = [everything & ~int(mask) for mask in np.unique(agree)]
        # Each row gets an equal share of half the time, and at least its first implicant.
        share = None if budget is None else budget.left() / 2 / (len(positives) - index)
        until = None if share is None else time.monotonic() + share
        for mask in minimal_hitting_sets(differ):
            rows.append(index)
            masks.append(mask)
            if until is not None and time.monotonic() > until:
                complete = False
                break
    return np.array(rows, dtype=np.int64), np.array(masks, dtype=np.int64), complete


def _reading_order(terms: Cubes) -> npt.NDArray[np.int64]:
    """Short terms first, then in the order of the conditions, absence before presence."""
    if not len(terms):
        return np.empty(0, np.int64)
    named = terms != FREE
    keys = [*np.where(named, terms, np.int16(30_000)).T[::-1], named.sum(axis=1)]
    return np.lexsort(keys)
