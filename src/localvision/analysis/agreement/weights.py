"""How far two categories are from each other, as weights from 1 (the same) to 0."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from localvision.errors.analysis import agreement as say

Floats = NDArray[np.float64]
POWERS = {"linear": 1, "quadratic": 2}


def agreement_weights(
    weights: object, categories: tuple[Hashable, ...], values: Floats | None
) -> Floats:
    """Return a square table of agreement weights over the categories.

    Parameters
    ----------
    weights : None (only the same category counts), "linear" or "quadratic" (by the distance
        of the numbers, so that a step nobody used still counts), or a square table.
    categories : in the order of the table.
    values : the categories as numbers, or None.

    Source: Cohen (1968), Psychological Bulletin 70(4), 213-220.
    """
    if weights is None:
        return np.eye(len(categories))
    if isinstance(weights, str):
        return _by_distance(weights, categories, values)
    return _own(weights, len(categories))


def _by_distance(weights: str, categories: tuple[Hashable, ...], values: Floats | None) -> Floats:
    if weights not in POWERS:
        raise say.WEIGHTS_UNKNOWN.error(weights=weights)
    if values is None:
        raise say.NEEDS_NUMBERS.error(
            what=f"A {weights} weight", example=categories[0] if categories else ""
        )
    if len(values) < 2:
        return np.eye(len(values))
    gaps = np.abs(values[:, np.newaxis] - values)
    return np.asarray(1 - (gaps / gaps.max()) ** POWERS[weights])


def _own(weights: Any, size: int) -> Floats:
    try:
        table = np.asarray(weights, dtype=float)
    except (TypeError, ValueError):
        raise say.WEIGHTS_UNFIT.error(why="it holds more than numbers", n=size) from None
    if table.shape != (size, size):
        raise say.WEIGHTS_UNFIT.error(why=f"its shape is {table.shape}", n=size)
    if not np.allclose(np.diag(table), 1):
        raise say.WEIGHTS_UNFIT.error(why="the same category does not always weigh 1", n=size)
    if not (np.isfinite(table).all() and table.min() >= 0 and table.max() <= 1):
        raise say.WEIGHTS_UNFIT.error(why="a weight lies outside 0 to 1", n=size)
    if not np.allclose(table, table.T):
        raise say.WEIGHTS_UNFIT.error(why="it differs between the two directions", n=size)
    return table
