"""Lengths of text on which two coders' marks meet, as sums that add up over documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise, permutations

import numpy as np
from numpy.typing import NDArray

from localvision.analysis.agreement.continuum import Unit, stretches

Floats = NDArray[np.float64]


def overlapping(units: Sequence[Unit]) -> tuple[Unit, Unit] | None:
    """Return the first two of a coder's units, in order, that overlap; None if none do."""
    for before, after in pairwise(units):
        if after.start < before.end:
            return before, after
    return None


def length_rows(length: int, rows: Mapping[str, Sequence[Unit]], codes: tuple[str, ...]) -> Floats:
    """Return one row of sums for a document; place 0 stands for text that nobody marked.

    In order: the lengths on which a pair of coders gave one code and another, each pair counted
    both ways and divided by the coders less one; the length of each code over all coders; and
    the products that chance may not draw, since a unit cannot meet itself: the square of each
    unit's length, and for unmarked text each character with itself.
    """
    size = len(codes) + 1
    place = {code: at for at, code in enumerate(codes, start=1)}
    pieces = stretches(length, rows)
    codes_at = [[place[next(iter(marks))] if marks else 0 for marks in held] for *_, held in pieces]
    meeting = _meeting(
        np.array(codes_at), np.array([end - start for start, end, _ in pieces]), size
    )
    own = np.zeros(size)
    total = np.zeros(size)
    for units in rows.values():
        for unit in units:
            own[place[unit.code]] += (unit.end - unit.start) ** 2
            total[place[unit.code]] += unit.end - unit.start
    total[0] = len(rows) * length - total.sum()
    own[0] = total[0]
    return np.concatenate([meeting / (len(rows) - 1), total, own])


def _meeting(places: NDArray[np.intp], lengths: NDArray[np.intp], size: int) -> Floats:
    """The lengths on which each ordered pair of coders gave one code and another, summed."""
    found = np.zeros(size * size)
    for one, other in permutations(range(places.shape[1]), 2):
        cells = places[:, one] * size + places[:, other]
        found += np.bincount(cells, weights=lengths, minlength=size * size)
    return found
