"""Models as a sequence: counted exactly, made one by one when they are looked at."""

from __future__ import annotations

import itertools
import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar, overload

from localvision.analysis.qca.search import Leaf

Made = TypeVar("Made")
Pick = tuple[int, ...]  # numbers of the implicants of one model
SORTED_UP_TO = 20_000  # models that are put in reading order; more stay in the order found


class Family(Sequence[Made]):
    """Every way to take one implicant from each group of a leaf, over all leaves.

    Parameters
    ----------
    leaves : see `CoverFamily`; no model comes from two leaves.
    make : turns the numbers of the implicants into what is shown.
    picks : the models themselves, instead of leaves.
    """

    def __init__(
        self,
        leaves: Sequence[Leaf],
        make: Callable[[tuple[int, ...]], Made],
        picks: Sequence[Pick] | None = None,
    ) -> None:
        self.make = make
        self._made: dict[int, Made] = {}
        self._leaves = tuple(leaves)
        self._picks = picks
        sizes = [math.prod(map(len, leaf)) for leaf in self._leaves]
        if picks is None and sum(sizes) <= SORTED_UP_TO:
            self._picks = reading_order(self.all_members())
        self._ends = list(itertools.accumulate(sizes))

    def __len__(self) -> int:
        if self._picks is not None:
            return len(self._picks)
        return self._ends[-1] if self._ends else 0

    @overload
    def __getitem__(self, key: int) -> Made: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[Made, ...]: ...
    def __getitem__(self, key: int | slice) -> Made | tuple[Made, ...]:
        if isinstance(key, slice):
            return tuple(self[place] for place in range(*key.indices(len(self))))
        place = key + len(self) if key < 0 else key
        if not 0 <= place < len(self):
            raise IndexError(key)
        if place in self._made:
            return self._made[place]
        made = self.make(self.members(place))
        if len(self) <= SORTED_UP_TO:  # a long family is not held in memory as a whole
            self._made[place] = made
        return made

    def members(self, place: int) -> Pick:
        """Numbers of the implicants of one model, in rising order."""
        if self._picks is not None:
            return self._picks[place]
        leaf_place = bisect_right(self._ends, place)
        rest = place - (self._ends[leaf_place - 1] if leaf_place else 0)
        chosen: list[int] = []
        for group in reversed(self._leaves[leaf_place]):
            rest, one = divmod(rest, len(group))
            chosen.append(group[one])
        return tuple(sorted(chosen))

    def all_members(self) -> Iterator[Pick]:
        """Numbers of the implicants of every model, without making the models."""
        if self._picks is not None:
            yield from self._picks
            return
        for leaf in self._leaves:
            for pick in itertools.product(*leaf):
                yield tuple(sorted(pick))

    def used(self) -> list[int]:
        """Numbers of the implicants that occur in any model."""
        if self._picks is not None:
            return sorted({one for pick in self._picks for one in pick})
        return sorted({one for leaf in self._leaves for group in leaf for one in group})

    def in_every(self) -> list[int]:
        """Numbers of the implicants that occur in every model."""
        if self._picks is not None:
            parts: list[set[int]] = [set(pick) for pick in self._picks]
        else:
            parts = [{group[0] for group in leaf if len(group) == 1} for leaf in self._leaves]
        return sorted(set.intersection(*parts)) if parts else []

    def __repr__(self) -> str:
        shown = [f"M{i + 1}: {self[i]}" for i in range(min(len(self), 20))]
        more = len(self) - len(shown)
        return "\n".join([*shown, f"... and {more} more" if more > 0 else ""]).rstrip()


def reading_order(picks: Iterable[Pick]) -> list[Pick]:
    """Fewest terms first, then in the order of the implicants."""
    return sorted(picks, key=lambda pick: (len(pick), pick))
