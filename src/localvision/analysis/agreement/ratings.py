"""Reads ratings: coders in rows, units in columns, None or NaN where nothing was given."""

from __future__ import annotations

import numbers
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from localvision.errors.analysis import agreement as say

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Ratings:
    """Ratings as positions in a sorted list of categories; -1 where nothing was given.

    `codes` has the shape (coders, units); `values` are the categories as numbers, or None
    if they are not numbers.
    """

    codes: NDArray[np.intp]
    categories: tuple[Hashable, ...]
    values: Floats | None

    @cached_property
    def counts(self) -> Floats:
        """How many coders put a unit into a category: units in rows, categories in columns."""
        width = len(self.categories)
        n_units = self.codes.shape[1]
        given = self.codes >= 0
        cells = (self.codes + np.arange(n_units) * width)[given]
        flat = np.bincount(cells, minlength=n_units * width)
        return flat.reshape(n_units, width).astype(float)

    @property
    def missing(self) -> int:
        """How many ratings were not given."""
        return int((self.codes < 0).sum())


def read_ratings(ratings: object, missing: Hashable | None = None) -> Ratings:
    """Return ratings of shape (coders, units); raises agreement.* where they cannot be used."""
    table = _as_table(ratings)
    if len(table) < 2:
        raise say.TOO_FEW_CODERS.error(n=len(table))
    numeric = _as_numbers(table, missing)
    return _of_names(table, missing) if numeric is None else _of_numbers(numeric)


def read_two(a: object, b: object) -> Ratings:
    """Return the ratings of two coders, who must have been given the same units."""
    rows = [list(side) if not isinstance(side, np.ndarray) else side for side in _sides(a, b)]
    if len(rows[0]) != len(rows[1]):
        raise say.UNEQUAL_LENGTHS.error(first=len(rows[0]), second=len(rows[1]))
    if all(isinstance(row, np.ndarray) and row.dtype.kind in "iufb" for row in rows):
        return read_ratings(np.vstack(rows))
    return read_ratings([list(row) for row in rows])


def _sides(*sides: object) -> list[Any]:
    for side in sides:
        if isinstance(side, str) or not hasattr(side, "__iter__"):
            raise say.NOT_A_TABLE.error(what="ratings", seen=repr(side), row="coder")
    return list(sides)


def _as_table(ratings: object) -> NDArray[Any]:
    """A ragged or flat list is refused; text and None stay what they are."""
    if isinstance(ratings, np.ma.MaskedArray):
        hidden = np.ma.getmaskarray(ratings)
        ratings = np.array(ratings.data, dtype=object)
        ratings[hidden] = None
    if not isinstance(ratings, np.ndarray):
        rows: Any = ratings if isinstance(ratings, Sequence) else np.asarray(ratings, dtype=object)
        try:
            ratings = np.array(rows, dtype=object)
        except ValueError:
            raise say.NOT_A_TABLE.error(
                what="ratings", seen="the rows differ in length", row="coder"
            ) from None
    if ratings.ndim != 2:
        seen = f"{ratings.ndim} dimension(s), or rows that differ in length"
        raise say.NOT_A_TABLE.error(what="ratings", seen=seen, row="coder")
    return ratings


def _as_numbers(table: NDArray[Any], missing: Hashable | None) -> Floats | None:
    if table.dtype.kind not in "iufb":
        if table.dtype.kind != "O":
            return None
        kinds = set(map(type, table.ravel().tolist())) - {type(None)}
        if not all(issubclass(kind, numbers.Real | np.bool_) for kind in kinds):
            return None
    values = table.astype(float)
    if isinstance(missing, numbers.Real):
        values[values == float(missing)] = np.nan
    if np.isinf(values).any():
        raise say.NOT_FINITE.error()
    return values


def _of_numbers(values: Floats) -> Ratings:
    given = ~np.isnan(values)
    categories, places = np.unique(values[given], return_inverse=True)
    codes = np.full(values.shape, -1, dtype=np.intp)
    codes[given] = places
    return Ratings(codes, tuple(categories.tolist()), categories)


def _of_names(table: NDArray[Any], missing: Hashable | None) -> Ratings:
    cells = [None if _absent(cell, missing) else cell for cell in table.ravel().tolist()]
    categories = sorted({cell for cell in cells if cell is not None}, key=_sort_key)
    place: dict[Hashable, int] = {category: at for at, category in enumerate(categories)}
    codes = np.array([-1 if cell is None else place[cell] for cell in cells], dtype=np.intp)
    return Ratings(codes.reshape(table.shape), tuple(categories), None)


def _absent(cell: Any, missing: Hashable | None) -> bool:
    if cell is None or type(cell).__name__ in ("NAType", "NaTType"):
        return True
    return bool(cell != cell) or (missing is not None and bool(cell == missing))


def _sort_key(category: Hashable) -> tuple[str, Any]:
    return (type(category).__name__, category if isinstance(category, str) else repr(category))
