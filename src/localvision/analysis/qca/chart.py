"""The prime implicant chart made small without losing or inventing a single model.

A positive row that is covered by everything that covers another row needs no attention of
its own. Implicants that cover the same of the remaining rows are interchangeable: they form
one class, and models are counted as products of class sizes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Chart = npt.NDArray[np.bool_]
Group = tuple[int, ...]  # interchangeable implicants

BLOCK = 256  # implicants compared with all others at once


@dataclass(frozen=True, slots=True)
class Classes:
    """A reduced chart: which rows each class of implicants covers.

    `chart` has shape (classes, rows); `members[c]` are the implicants of class c; `heirs[r]`
    is, for each row before the reduction, the row that now stands for it.
    """

    chart: Chart
    members: tuple[Group, ...]
    heirs: npt.NDArray[np.int64]


def reduce_chart(chart: Chart, members: Sequence[Group] | None = None) -> Classes:
    """Drop rows that others imply and merge interchangeable implicants.

    Parameters
    ----------
    chart : shape (implicants, rows); every row is covered at least once.
    members : what each line of the chart stands for (default: its own number).
    """
    groups = members if members is not None else [(line,) for line in range(len(chart))]
    needed, heirs = _needed_rows(chart)
    kept = chart[:, needed]
    packed = np.packbits(kept, axis=1, bitorder="little")
    useful = np.flatnonzero(packed.any(axis=1))
    keys = np.ascontiguousarray(packed[useful]).view(f"V{packed.shape[1]}").ravel()
    _, first, which = np.unique(keys, return_index=True, return_inverse=True)
    # Largest classes first, so that the searches meet short covers early.
    reach = kept[useful[first]].sum(axis=1)
    order = np.lexsort((useful[first], -reach))
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    merged: list[Group] = [()] * len(order)
    for line, klass in zip(useful.tolist(), place[which].tolist(), strict=True):
        merged[klass] += groups[line]
    return Classes(kept[useful[first][order]], tuple(merged), heirs)


def undominated(chart: Chart) -> npt.NDArray[np.int64]:
    """Implicants whose rows are not a smaller part of another implicant's rows.

    Implicants with equal rows are all kept.
    """
    words = _as_words(chart)
    sizes = chart.sum(axis=1)
    order = np.argsort(-sizes, kind="stable")
    kept = np.zeros(0, dtype=np.int64)
    for start in range(0, len(order), BLOCK):
        block = order[start : start + BLOCK]
        rivals = np.concatenate([kept, block])
        inside = sizes[None, rivals] > sizes[block, None]
        for word in range(words.shape[1]):
            inside &= (words[block, None, word] & ~words[None, rivals, word]) == 0
        kept = np.concatenate([kept, block[~inside.any(axis=1)]])
    return np.sort(kept)


def _needed_rows(chart: Chart) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Rows that no other row implies, and for every row the needed row that implies it."""
    words = _as_words(chart.T)
    sizes = chart.sum(axis=0)
    implies = np.ones((len(sizes), len(sizes)), dtype=bool)  # [r, s]: what covers s covers r
    for word in range(words.shape[1]):
        implies &= (words[None, :, word] & ~words[:, None, word]) == 0
    earlier = np.arange(len(sizes))
    smaller = (sizes[None, :] < sizes[:, None]) | (
        (sizes[None, :] == sizes[:, None]) & (earlier[None, :] < earlier[:, None])
    )
    needed = np.flatnonzero(~(implies & smaller).any(axis=1))
    return needed, implies[:, needed].argmax(axis=1)


def _as_words(rows: Chart) -> npt.NDArray[np.uint64]:
    packed = np.packbits(rows, axis=1, bitorder="little")
    width = -(-packed.shape[1] // 8) * 8
    padded = np.zeros((len(rows), width), dtype=np.uint8)
    padded[:, : packed.shape[1]] = packed
    return padded.view(np.uint64)


def as_numbers(rows: Chart) -> tuple[int, ...]:
    """Each line of a chart as a whole number of bits."""
    packed = np.packbits(rows, axis=1, bitorder="little")
    return tuple(int.from_bytes(row.tobytes(), "little") for row in packed)
