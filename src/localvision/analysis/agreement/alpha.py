"""Krippendorff's alpha for units that were given: any coders, gaps, four levels."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from localvision.analysis.agreement.ratings import Ratings, read_ratings
from localvision.analysis.agreement.result import Agreement, Counted, Measure, Parts, concluded
from localvision.errors.analysis import agreement as say

Floats = NDArray[np.float64]
SOURCE = "Krippendorff (2011), Computing Krippendorff's Alpha-Reliability; (2004) Content Analysis"
LEVELS = ("nominal", "ordinal", "interval", "ratio")
COLUMNS = 512  # categories of a ratio scale compared at once


def krippendorff_alpha(
    ratings: object, level: str = "nominal", missing: Hashable | None = None
) -> Agreement:
    """Return Krippendorff's alpha: 1 less the disagreement seen over that expected by chance.

    Parameters
    ----------
    ratings : shape (coders, units); None or NaN where a coder gave nothing.
    level : "nominal" (names), "ordinal" (ranks), "interval" (distances) or "ratio" (shares,
        zero or more); all but nominal need numbers.
    missing : one more value that means nothing was given, such as -1 or "".

    Returns an `Agreement` whose observed and expected parts are disagreements. Its author calls
    0.800 firm and 0.667 to 0.800 tentative. Raises agreement.level-unknown,
    agreement.needs-numbers, agreement.ratio-negative, agreement.not-a-table,
    agreement.too-few-coders. Limits: not defined where all ratings are the same.
    Source: Krippendorff (2011).

    >>> alpha = krippendorff_alpha([[1, 1, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 1, 0, 0, 1, 0, 1, 0, 0]])
    >>> round(alpha.value, 3)
    0.095
    """
    if level not in LEVELS:
        raise say.LEVEL_UNKNOWN.error(level=level)
    given = read_ratings(ratings, missing)
    rated = (given.codes >= 0).sum(axis=0)
    counted = Counted(
        int((rated >= 2).sum()), len(rated), len(given.codes), int((given.codes < 0).sum())
    )
    rows, formula = _nominal(given) if level == "nominal" else _by_number(given, level)
    return concluded(Measure(f"Krippendorff's alpha ({level})", SOURCE, formula), rows, counted)


@dataclass(frozen=True)
class NominalAlpha:
    """Alpha from sums of: the disagreement of a unit, and its counts of categories."""

    def __call__(self, sums: Floats) -> Parts:
        """Return value, observed and expected disagreement for each row of sums."""
        counts = sums[:, 1:]
        n = counts.sum(axis=1)
        return _alpha(sums[:, 0], n**2 - (counts**2).sum(axis=1), n)


@dataclass(frozen=True)
class SquaredAlpha:
    """Alpha from sums of: disagreement, number of values, values, squared values."""

    def __call__(self, sums: Floats) -> Parts:
        """Return value, observed and expected disagreement for each row of sums."""
        n = sums[:, 1]
        return _alpha(sums[:, 0], 2 * (n * sums[:, 3] - sums[:, 2] ** 2), n)


@dataclass(frozen=True)
class RatioAlpha:
    """Alpha from sums of: the disagreement of a unit, and its counts of these values."""

    values: Floats

    def __call__(self, sums: Floats) -> Parts:
        """Return value, observed and expected disagreement for each row of sums."""
        counts = sums[:, 1:]
        expected = np.zeros(len(sums))
        for at in range(0, len(self.values), COLUMNS):  # in parts, for scales of many values
            part = slice(at, at + COLUMNS)
            distances = ratio_distance(self.values[:, np.newaxis], self.values[part])
            expected += ((counts @ distances) * counts[:, part]).sum(axis=1)
        return _alpha(sums[:, 0], expected, counts.sum(axis=1))


def ratio_distance(one: Floats, other: Floats) -> Floats:
    """Return the squared difference of two values as a share of their sum; none if both are 0."""
    total = one + other
    return np.divide(one - other, total, out=np.zeros_like(total), where=total > 0) ** 2


def _alpha(observed: Floats, expected: Floats, n: Floats) -> Parts:
    """`observed` and `expected` are sums over ordered pairs; chance draws without replacement."""
    with np.errstate(divide="ignore", invalid="ignore"):
        seen = observed / n
        chance = np.where(expected > 1e-12 * n**2, expected, np.nan) / (n * (n - 1))
        return Parts(1 - seen / chance, seen, np.nan_to_num(chance))


def _nominal(given: Ratings) -> tuple[Floats, NominalAlpha]:
    counts, rated = _pairable(given)
    unlike = (rated**2 - (counts**2).sum(axis=1)) / np.maximum(rated - 1, 1)
    return np.column_stack([unlike, counts]), NominalAlpha()


def _by_number(given: Ratings, level: str) -> tuple[Floats, SquaredAlpha | RatioAlpha]:
    if given.values is None:
        raise say.NEEDS_NUMBERS.error(what=f"The {level} level", example=given.categories[0])
    if level == "ratio":
        return _ratio(given, given.values)
    values = _middle_ranks(given) if level == "ordinal" else given.values
    return _squared(given, values), SquaredAlpha()


def _pairable(given: Ratings) -> tuple[Floats, Floats]:
    """A unit with one rating can be paired with nothing and takes no part."""
    counts = given.counts
    counts = counts * (counts.sum(axis=1) >= 2)[:, np.newaxis]
    return counts, counts.sum(axis=1)


def _middle_ranks(given: Ratings) -> Floats:
    """Ordinal distance is the distance of middle ranks: half of both ends and all between."""
    totals = _pairable(given)[0].sum(axis=0)
    return np.asarray(np.cumsum(totals) - totals / 2)


def _squared(given: Ratings, values: Floats) -> Floats:
    seen = given.codes >= 0
    pairable = seen & (seen.sum(axis=0) >= 2)
    used = np.unique(given.codes[pairable])
    # Centred and scaled: differences stay, and squares of large numbers lose no digits.
    level = values - (values[used].mean() if len(used) else 0.0)
    reach = np.abs(level[used]).max(initial=0.0)
    level = level / reach if reach > 0 else level
    cells = np.where(pairable, level[given.codes] if len(level) else 0.0, 0.0)
    n = pairable.sum(axis=0)
    total, squares = cells.sum(axis=0), (cells**2).sum(axis=0)
    apart = 2 * np.maximum(n * squares - total**2, 0) / np.maximum(n - 1, 1)
    return np.column_stack([apart, n, total, squares])


def _ratio(given: Ratings, values: Floats) -> tuple[Floats, RatioAlpha]:
    if len(values) and values[0] < 0:
        raise say.RATIO_NEGATIVE.error(value=values[0])
    counts, rated = _pairable(given)
    cells = np.where(given.codes >= 0, values[given.codes] if len(values) else 0.0, np.nan)
    apart = np.zeros(counts.shape[0])
    for one in range(len(cells)):
        for other in range(one):
            gap = ratio_distance(np.nan_to_num(cells[one]), np.nan_to_num(cells[other]))
            apart += np.where(np.isnan(cells[one] + cells[other]), 0.0, 2 * gap)
    return np.column_stack([apart / np.maximum(rated - 1, 1), counts]), RatioAlpha(values)
