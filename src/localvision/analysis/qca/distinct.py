"""Distinct rows of small whole numbers, by one code for each row."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from localvision.analysis.qca.complement import Cubes

LARGEST_CODE = 2**62


def distinct_rows(rows: Cubes, levels: Sequence[int]) -> tuple[Cubes, npt.NDArray[np.int64]]:
    """Distinct rows in lexicographic order and, for each input row, which one it is.

    Parameters
    ----------
    rows : shape (n, k); values -1 to levels[j]-1.
    """
    spans = [int(level) + 1 for level in levels]
    total = 1
    for span in spans:
        total *= span
    if total >= LARGEST_CODE:
        found, which = np.unique(rows, axis=0, return_inverse=True)
        return found, which.ravel()
    codes = np.zeros(len(rows), dtype=np.int64)
    for place, span in enumerate(spans):
        codes *= span
        codes += rows[:, place] + 1
    if total <= 4 * len(rows):  # few possible rows for many cases: a flag for each
        seen = np.zeros(total, dtype=bool)
        seen[codes] = True
        found_codes = np.flatnonzero(seen)
        which = (np.cumsum(seen) - 1)[codes]
        first = np.empty(len(found_codes), dtype=np.int64)
        first[which] = np.arange(len(rows))
    else:
        _, first, which = np.unique(codes, return_index=True, return_inverse=True)
    return rows[first], which
