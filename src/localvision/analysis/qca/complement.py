"""Everything that a set of cubes leaves out, again as cubes.

A cube is one row of a small-integer array: the value of each condition, FREE where any value
will do. The complement of the observed positive rows lets one engine give the conservative
solution too: whatever was not observed as positive counts as negative.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Cubes = npt.NDArray[np.int16]
FREE = -1


def complement(cubes: Cubes, levels: Sequence[int]) -> Cubes:
    """Return cubes that together hold exactly the configurations outside all of `cubes`.

    Parameters
    ----------
    cubes : shape (n, k); values 0 to levels[j]-1, or FREE.
    levels : how many values each condition has.

    Examples
    --------
    >>> complement(np.array([[1, 0]], dtype=np.int16), (2, 2)).tolist()
    [[0, -1], [1, 1]]
    """
    if np.any(cubes == FREE):
        found = _split(cubes, levels, np.full(len(levels), FREE, np.int16))
        return np.array(found, dtype=np.int16).reshape(-1, len(levels))
    return _outside_rows(cubes, levels)


def _outside_rows(rows: Cubes, levels: Sequence[int]) -> Cubes:
    """Walk the tree of prefixes: each value that no row continues with is one cube."""
    size = len(levels)
    found: list[Cubes] = []
    if not len(rows):
        return np.full((1, size), FREE, np.int16)
    prefixes = np.zeros(1, dtype=np.int64)
    group = np.zeros(len(rows), dtype=np.int64)
    first = np.zeros(1, dtype=np.int64)
    for place, count in enumerate(levels):
        here = group * count + rows[:, place]
        present = np.zeros(len(prefixes) * count, dtype=bool)
        present[here] = True
        absent = np.flatnonzero(~present)
        if len(absent):
            cube = np.full((len(absent), size), FREE, np.int16)
            cube[:, :place] = rows[first[absent // count], :place]
            cube[:, place] = absent % count
            found.append(cube)
        prefixes, first, group = np.unique(here, return_index=True, return_inverse=True)
    return np.concatenate(found) if found else np.empty((0, size), np.int16)


def _split(cubes: Cubes, levels: Sequence[int], prefix: Cubes) -> list[Cubes]:
    """Split on the condition that most cubes name, value by value."""
    if not len(cubes):
        return [prefix]
    named = (cubes != FREE).sum(axis=0)
    if np.any((cubes == FREE).all(axis=1)):
        return []
    place = int(named.argmax())
    found: list[Cubes] = []
    for value in range(levels[place]):
        inside = cubes[(cubes[:, place] == value) | (cubes[:, place] == FREE)].copy()
        inside[:, place] = FREE
        longer = prefix.copy()
        longer[place] = value
        found.extend(_split(inside, levels, longer))
    return found
