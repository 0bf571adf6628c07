"""Smallest sets that touch every one of some sets (minimal hitting sets), each met once.

The search adds one element at a time and goes on only while every chosen element is still
the only one to touch some set (Murakami and Uno, 2014, "Efficient algorithms for dualizing
large-scale hypergraphs", Discrete Applied Mathematics 170). It gives prime implicants where
there are too many conditions for bitsets, and all irredundant covers of a chart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def bits_of(number: int) -> Iterator[int]:
    """Places of the set bits, lowest first."""
    while number:
        low = number & -number
        yield low.bit_length() - 1
        number ^= low


def smallest_only(sets: Sequence[int]) -> list[int]:
    """Drop every set that holds another one (touching the smaller touches the larger)."""
    kept: list[int] = []
    for one in sorted(set(sets), key=int.bit_count):
        if not any(small & one == small for small in kept):
            kept.append(one)
    return kept


def minimal_hitting_sets(sets: Sequence[int]) -> Iterator[int]:
    """Yield every minimal hitting set of `sets`, as a whole number of bits.

    >>> sorted(minimal_hitting_sets([0b011, 0b110]))
    [2, 5]
    """
    edges = smallest_only(sets)
    if any(edge == 0 for edge in edges):
        return
    touched: dict[int, int] = {}  # element -> which edges it is in
    for index, edge in enumerate(edges):
        for element in bits_of(edge):
            touched[element] = touched.get(element, 0) | 1 << index
    everything = 0
    for edge in edges:
        everything |= edge
    yield from _search(edges, touched, (1 << len(edges)) - 1, everything, {}, 0)


def _search(
    edges: list[int],
    touched: dict[int, int],
    untouched: int,
    candidates: int,
    critical: dict[int, int],
    chosen: int,
) -> Iterator[int]:
    if not untouched:
        yield chosen
        return
    edge = min((edges[i] & candidates for i in bits_of(untouched)), key=int.bit_count)
    candidates &= ~edge
    for element in bits_of(edge):
        reach = touched[element]
        still = {other: mine & ~reach for other, mine in critical.items()}
        # A chosen element that is no longer needed anywhere would be redundant for good.
        if all(still.values()):
            still[element] = untouched & reach
            yield from _search(
                edges, touched, untouched & ~reach, candidates, still, chosen | 1 << element
            )
        candidates |= 1 << element
