"""Lengths of text on which two coders' marks meet, as sums that add up over documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

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
    meeting = np.zeros((size, size))
    for start, end, held in stretches(length, rows):
        places = [place[code] if (code := next(iter(marks), None)) else 0 for marks in held]
        counts = np.bincount(places, minlength=size).astype(float)
        meeting += (end - start) * (np.outer(counts, counts) - np.diag(counts))
    own = np.zeros(size)
    total = np.zeros(size)
    for units in rows.values():
        for unit in units:
            own[place[unit.code]] += (unit.end - unit.start) ** 2
            total[place[unit.code]] += unit.end - unit.start
    total[0] = len(rows) * length - total.sum()
    own[0] = total[0]
    return np.concatenate([meeting.ravel() / (len(rows) - 1), total, own])
