"""Which themes are spoken of together: one sweep over passages in the order of the text.

Sorted by where they start, only passages that have not yet ended can overlap the next one; so
the work grows with the passages, not with their pairs.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import heappop, heappush


@dataclass(frozen=True, slots=True)
class Stretch:
    """A passage as read: where it stands and what it was coded as. An end is exclusive."""

    text_id: int
    start: int
    end: int
    item: int


@dataclass(frozen=True, slots=True)
class Together:
    """Two items met: in `same` passages, in `overlapping` pairs of others, in `texts`."""

    same: int
    overlapping: int
    texts: int


def together(stretches: Iterable[Stretch]) -> dict[tuple[int, int], Together]:
    """Return, for each pair of items that met (smaller first), how often.

    `stretches` must come sorted by text, then start; the same passage coded twice with one
    item counts once.

    >>> together([Stretch(1, 0, 9, 4), Stretch(1, 0, 9, 5), Stretch(1, 5, 12, 5)])
    {(4, 5): Together(same=1, overlapping=1, texts=1)}
    """
    same: Counter[tuple[int, int]] = Counter()
    overlapping: Counter[tuple[int, int]] = Counter()
    texts: defaultdict[tuple[int, int], set[int]] = defaultdict(set)
    for text_id, spans in _by_text(stretches):
        for pair, counter, n in _meetings(spans):
            (same if counter == "same" else overlapping)[pair] += n
            texts[pair].add(text_id)
    return {
        pair: Together(same[pair], overlapping[pair], len(texts[pair])) for pair in sorted(texts)
    }


Spans = dict[tuple[int, int], set[int]]


def _by_text(stretches: Iterable[Stretch]) -> Iterable[tuple[int, Spans]]:
    current: int | None = None
    spans: Spans = {}
    for stretch in stretches:
        if stretch.text_id != current and current is not None:
            yield current, spans
            spans = {}
        current = stretch.text_id
        spans.setdefault((stretch.start, stretch.end), set()).add(stretch.item)
    if current is not None:
        yield current, spans


def _meetings(spans: Spans) -> Iterable[tuple[tuple[int, int], str, int]]:
    """Yield pairs of items that meet: within one passage, then with passages still open."""
    ends: list[tuple[int, tuple[int, ...]]] = []
    open_items: Counter[int] = Counter()
    for (start, end), found in spans.items():
        while ends and ends[0][0] <= start:
            open_items.subtract(heappop(ends)[1])
        items = tuple(sorted(found))
        for item in items:
            yield from (((item, other), "same", 1) for other in items if other > item)
            for other, n in open_items.items():
                if other != item and n:
                    yield (min(item, other), max(item, other)), "overlapping", n
        open_items.update(items)
        heappush(ends, (end, items))
