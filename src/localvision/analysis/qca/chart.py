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


@dataclass(frozen=True, slots=True)
class Classes:
    """A reduced chart: which rows each class of implicants covers.

    `chart` has shape (classes, rows); `members[c]` are the implicants of class c.
    """

    chart: Chart
    members: tuple[Group, ...]


def reduce_chart(chart: Chart, members: Sequence[Group] | None = None) -> Classes:
    """Drop rows that others imply and merge interchangeable implicants.

    Parameters
    ----------
    chart : shape (implicants, rows); every row is covered at least once.
    members : what each line of the chart stands for (default: its own number).
    """
    groups = members if members is not None else [(line,) for line in range(len(chart))]
    kept = chart[:, _needed_rows(chart)]
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
    return Classes(kept[useful[first][order]], tuple(merged))


def undominated(chart: Chart) -> npt.NDArray[np.int64]:
    """Implicants whose rows are not a smaller part of another implicant's rows.

    Implicants with equal rows are all kept.
    """
    weights = chart.astype(np.float32)
    sizes = weights.sum(axis=1)
    order = np.argsort(-sizes, kind="stable")
    kept = np.zeros(0, dtype=np.int64)
    for start in range(0, len(order), 512):
        block = order[start : start + 512]
        rivals = np.concatenate([kept, block])
        shared = weights[block] @ weights[rivals].T
        inside = (shared == sizes[block, None]) & (sizes[None, rivals] > sizes[block, None])
        kept = np.concatenate([kept, block[~inside.any(axis=1)]])
    return np.sort(kept)


def _needed_rows(chart: Chart) -> npt.NDArray[np.int64]:
    weights = chart.astype(np.float32)
    sizes = chart.sum(axis=0)
    shared = weights.T @ weights
    implies = shared == sizes[None, :]  # [r, s]: all that covers s covers r
    earlier = np.arange(len(sizes))
    smaller = (sizes[None, :] < sizes[:, None]) | (
        (sizes[None, :] == sizes[:, None]) & (earlier[None, :] < earlier[:, None])
    )
    return np.flatnonzero(~(implies & smaller).any(axis=1))


def as_numbers(rows: Chart) -> tuple[int, ...]:
    """Each line of a chart as a whole number of bits."""
    packed = np.packbits(rows, axis=1, bitorder="little")
    return tuple(int.from_bytes(row.tobytes(), "little") for row in packed)
