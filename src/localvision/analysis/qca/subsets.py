"""Smallest combinations that pass a test, out of all combinations of literals.

A combination takes at most one value of each condition. Conditions are taken one after the
other: each combination so far is kept as it is, and joined with each literal of the next
condition. One that passes is not lengthened: longer ones would not be minimal. All
combinations of a block are tested at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from localvision.analysis.qca.expression import Floats
from localvision.analysis.qca.limits import Budget

Codes = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Parts = tuple[Floats, ...]  # arrays of shape (combinations, cases), combined alike

BLOCK = 50_000  # memberships held in one block
KEPT_AT_ONCE = 16
MOST_LITERALS = 62  # a combination is a whole number with one bit for each literal


@dataclass(slots=True)
class MinimalSets:
    """The search.

    Parameters
    ----------
    literals : for each condition, the parts of each of its literals.
    combine : how two memberships join: the minimum for "and", the maximum for "or".
    passes : which combinations of a block pass, from their parts.
    hopeless : which combinations cannot pass at any length.
    depth : at most this many literals.
    """

    literals: Sequence[Sequence[Parts]]
    combine: Callable[[Floats, Floats], Floats]
    passes: Callable[[Parts], Flags]
    hopeless: Callable[[Parts], Flags]
    depth: int
    budget: Budget
    found: list[Codes] = field(default_factory=list)
    bits: list[list[int]] = field(default_factory=list)
    partners: dict[int, int] = field(default_factory=dict)  # bit -> literals it passes with

    def run(self) -> list[int]:
        """Return the minimal combinations as sums of literal bits."""
        place = 0
        for values in self.literals:
            self.bits.append([1 << (place + value) for value in range(len(values))])
            place += len(values)
        self._pairs()
        width = self.literals[0][0][0].shape[-1]
        start = tuple(self._neutral(width) for _ in self.literals[0][0])
        self._extend(np.zeros(1, dtype=np.int64), np.zeros(1, dtype=np.int64), start, 0)
        return self._minimal()

    def _neutral(self, width: int) -> Floats:
        return np.full((1, width), 1.0 if self.combine is np.minimum else 0.0)

    def _pairs(self) -> None:
        """Literals that pass alone (their own partner) or in twos: nothing need hold both."""
        flat = [
            (condition, bit, parts)
            for condition, (bits, values) in enumerate(zip(self.bits, self.literals, strict=True))
            for bit, parts in zip(bits, values, strict=True)
        ]
        stacked = tuple(np.array([parts[i] for *_, parts in flat]) for i in range(len(flat[0][2])))
        alone = self.passes(stacked)
        for (condition, bit, parts), single in zip(flat, alone, strict=True):
            joined = tuple(
                self.combine(block, part) for block, part in zip(stacked, parts, strict=True)
            )
            together = self.passes(joined)
            mask = bit if single else 0
            for (other, other_bit, _), yes in zip(flat, together, strict=True):
                if yes and other != condition:
                    mask |= other_bit
            self.partners[bit] = mask

    def _extend(self, codes: Codes, lengths: Codes, parts: Parts, condition: int) -> None:
        if condition == len(self.literals) or not len(codes) or self.budget.out_of_time():
            return
        if parts[0].size > BLOCK and len(codes) > 1:
            half = len(codes) // 2
            for chosen in (slice(None, half), slice(half, None)):
                block = tuple(part[chosen] for part in parts)
                self._extend(codes[chosen], lengths[chosen], block, condition)
            return
        grown = [(codes, lengths, parts)]
        for bit, literal in zip(self.bits[condition], self.literals[condition], strict=True):
            grown.append(self._join(codes, lengths, parts, bit, literal))
        if condition + 1 == len(self.literals):
            return
        self._extend(
            np.concatenate([one[0] for one in grown]),
            np.concatenate([one[1] for one in grown]),
            tuple(np.concatenate([one[2][i] for one in grown]) for i in range(len(parts))),
            condition + 1,
        )

    def _join(
        self, codes: Codes, lengths: Codes, parts: Parts, bit: int, literal: Parts
    ) -> tuple[Codes, Codes, Parts]:
        """Add one literal; record what passes, return what may still grow."""
        useful = np.flatnonzero((codes & self.partners[bit] == 0) & (lengths < self.depth))
        if self.partners[bit] & bit:  # it passes alone: only by itself is it minimal
            self.found.append(np.array([bit], dtype=np.int64))
            useful = useful[:0]
        joined = tuple(
            self.combine(part[useful], one) for part, one in zip(parts, literal, strict=True)
        )
        made = codes[useful] | bit
        passed = self.passes(joined)
        # Pairs that pass were taken out of `useful` by their partners, except these.
        self.found.append(made[passed])
        if bit >= self.bits[-1][0]:  # no condition follows
            return codes[:0], lengths[:0], parts
        more = ~passed & ~self.hopeless(joined)
        return made[more], lengths[useful][more] + 1, tuple(part[more] for part in joined)

    def _minimal(self) -> list[int]:
        """Add the pairs, then drop whatever holds a smaller one."""
        pairs = [
            bit | other
            for bit, mask in self.partners.items()
            for other in self.partners
            if other > bit and mask & other and not self._alone(bit) and not self._alone(other)
        ]
        if self.depth < 2:
            pairs = []
        codes = np.unique(np.concatenate([*self.found, np.array(pairs, dtype=np.int64)]))
        lengths = np.bitwise_count(codes)
        kept = np.zeros(0, dtype=np.int64)
        for length in range(1, int(lengths.max(initial=0)) + 1):
            fresh = _holding_none(codes[lengths == length], kept)
            kept = np.concatenate([kept, fresh])
        return [int(code) for code in kept]

    def _alone(self, bit: int) -> bool:
        return bool(self.partners[bit] & bit)


def _holding_none(codes: Codes, kept: Codes) -> Codes:
    """Codes that hold none of the kept ones; a few at a time, for most codes fall early."""
    for start in range(0, len(kept), KEPT_AT_ONCE):
        some = kept[start : start + KEPT_AT_ONCE]
        codes = codes[~((codes[:, None] & some) == some).any(axis=1)]
    return codes
