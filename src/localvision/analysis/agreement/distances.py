"""Krippendorff's measure of 2004: how far apart the ends of passages are, squared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from localvision.analysis.agreement.continuum import Unit
from localvision.analysis.agreement.result import Parts

Floats = NDArray[np.float64]
Span = tuple[int, int]


@dataclass(frozen=True)
class DistanceAlpha:
    """Alpha from sums over documents: observed and expected disagreement, squared length."""

    width: int = 3

    def __call__(self, sums: Floats) -> Parts:
        """Return value, observed and expected disagreement for each row of sums."""
        with np.errstate(divide="ignore", invalid="ignore"):
            observed, expected = sums[:, 0] / sums[:, 2], sums[:, 1] / sums[:, 2]
            value = 1 - observed / np.where(expected > 0, expected, np.nan)
        return Parts(value, observed, expected)


def distance_rows(
    length: int, rows: Mapping[str, Sequence[Unit]], codes: tuple[str, ...]
) -> Floats:
    """Return observed and expected disagreement of a document, summed over codes.

    Each document is a continuum by itself. Its share counts as its square of length, so that
    longer documents weigh more, as they would in one long continuum.
    """
    found = np.zeros(2)
    for code in codes:
        spans = [[(u.start, u.end) for u in units if u.code == code] for units in rows.values()]
        found += _observed(length, spans), _expected(length, spans)
    return np.append(found, 1.0) * length**2


def _observed(length: int, spans: list[list[Span]]) -> float:
    """Sum of squared differences over ordered pairs of coders, as a share of m(m-1)L squared."""
    total = sum(
        _apart(length, mine, theirs) for at, mine in enumerate(spans) for theirs in spans[at + 1 :]
    )
    return 2 * total / (len(spans) * (len(spans) - 1) * length**2)


def _apart(length: int, mine: list[Span], theirs: list[Span]) -> float:
    """Ends of units that overlap; the whole length of a unit that falls into a gap."""
    ends = sum(
        (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2
        for a in mine
        for b in theirs
        if a[0] < b[1] and b[0] < a[1]
    )
    return ends + _alone(mine, theirs) + _alone(theirs, mine)


def _alone(units: list[Span], others: list[Span]) -> float:
    return sum(
        (end - start) ** 2
        for start, end in units
        if not any(start < b[1] and b[0] < end for b in others)
    )


def _expected(length: int, spans: list[list[Span]]) -> float:
    """What random placing of the same units and gaps would give (Krippendorff 2004)."""
    lengths = np.array([end - start for units in spans for start, end in units], dtype=float)
    if not len(lengths):
        return 0.0
    gaps = np.array([gap for units in spans for gap in _gaps(length, units)], dtype=float)
    n = len(lengths)
    among = (n - 1) / 3 * (2 * lengths**3 - 3 * lengths**2 + lengths)
    room = np.maximum(gaps[np.newaxis, :] - lengths[:, np.newaxis] + 1, 0).sum(axis=1)
    whole = len(spans) * length
    below = whole * (whole - 1) - (lengths * (lengths - 1)).sum()
    return float(2 / length * (among + lengths**2 * room).sum() / below) if below > 0 else 0.0


def _gaps(length: int, units: list[Span]) -> list[int]:
    starts = [start for start, _ in units] + [length]
    ends = [0] + [end for _, end in units]
    return [start - end for start, end in zip(starts, ends, strict=True) if start > end]
