"""What an old coding stands for now: merges are followed, splits wait for a person (R347).

A coding keeps its item and the version of the frame in which it was made. Between then and
now the item may have been merged (the coding counts under its successor) or split (nobody can
know which part it meant, so it stands as "to be recoded" and is never guessed).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

MERGED = "merged"
SPLIT = "split"


@dataclass(frozen=True, slots=True)
class Change:
    """One merge or split: items before it, items after it, and the version that it made."""

    version: int
    kind: str
    before: frozenset[int]
    after: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """The item that a coding counts under, and whether it waits to be recoded."""

    item_id: int
    to_recode: bool = False

    @property
    def code(self) -> int:
        """One number for both: negative where it waits to be recoded."""
        return -self.item_id if self.to_recode else self.item_id

    @classmethod
    def of_code(cls, code: int) -> Standing:
        """Read that number back."""
        return cls(abs(code), code < 0)


@dataclass(frozen=True, slots=True)
class Span:
    """Codings of `item_id` made in versions from `since` to before `until` stand so."""

    item_id: int
    since: int
    until: int
    standing: Standing


def standing_of(item_id: int, version: int, changes: Sequence[Change]) -> Standing:
    """Return what a coding of an item, made in a version, stands for now.

    >>> merge = Change(2, MERGED, frozenset({1, 2}), (3,))
    >>> split = Change(3, SPLIT, frozenset({3}), (4, 5))
    >>> standing_of(1, 1, [merge])
    Standing(item_id=3, to_recode=False)
    >>> standing_of(1, 1, [merge, split])
    Standing(item_id=3, to_recode=True)
    """
    current = item_id
    for change in sorted(changes, key=lambda each: each.version):
        if change.version <= version or current not in change.before:
            continue
        if change.kind == MERGED:
            current = change.after[0]
        elif change.kind == SPLIT:
            return Standing(current, to_recode=True)
    return Standing(current)


def moved(item_ids: Iterable[int], changes: Sequence[Change]) -> list[Span]:
    """Return the spans of versions in which a coding does not simply stand for its own item.

    >>> moved([1, 3], [Change(2, MERGED, frozenset({1, 2}), (3,))])
    [Span(item_id=1, since=0, until=2, standing=Standing(item_id=3, to_recode=False))]
    """
    edges = [0, *sorted({change.version for change in changes})]
    found = []
    for item_id in item_ids:
        for since, until in pairwise(edges):
            standing = standing_of(item_id, since, changes)
            if standing != Standing(item_id):
                found.append(Span(item_id, since, until, standing))
    return found
