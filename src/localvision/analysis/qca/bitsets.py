"""Families of condition masks as bitsets: bit m of a row says whether mask m is in the family.

A mask is a set of conditions written as a whole number, so a family over k conditions takes
2^k bits, and "close it downwards" is k shifts of whole words. This is what lets prime
implicants be found without ever listing an unobserved configuration.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Words = npt.NDArray[np.uint64]
Masks = npt.NDArray[np.int64]

WORD_BITS = 6  # 2**6 bits in a word
# LOW[i] has a bit at every place whose number has bit i clear.
LOW = [
    np.uint64(sum(1 << place for place in range(64) if not place >> bit & 1))
    for bit in range(WORD_BITS)
]


def family(members: Masks, conditions: int) -> Words:
    """One bitset for each row of `members` (shape (n, any): the masks that are in it)."""
    words = np.zeros((len(members), max(1, 2**conditions // 64)), dtype=np.uint64)
    rows = np.repeat(np.arange(len(members)), members.shape[1])
    flat = members.ravel()
    bits = np.uint64(1) << (flat & 63).astype(np.uint64)
    np.bitwise_or.at(words, (rows, flat >> WORD_BITS), bits)
    return words


def close_downwards(words: Words, conditions: int) -> None:
    """Add every subset of every member, in place."""
    for bit in range(conditions):
        if bit < WORD_BITS:
            words |= (words >> np.uint64(1 << bit)) & LOW[bit]
        else:
            halves = words.reshape(len(words), -1, 2, 1 << (bit - WORD_BITS))
            halves[:, :, 0] |= halves[:, :, 1]


def minimal_outside(words: Words, conditions: int) -> tuple[Masks, Masks]:
    """Return (row, mask) of the smallest masks outside a downward-closed family."""
    outside = ~words
    if conditions < WORD_BITS:
        outside &= np.uint64((1 << (1 << conditions)) - 1)
    larger = np.zeros_like(outside)
    for bit in range(conditions):
        if bit < WORD_BITS:
            larger |= (outside & LOW[bit]) << np.uint64(1 << bit)
        else:
            shape = (len(words), -1, 2, 1 << (bit - WORD_BITS))
            larger.reshape(shape)[:, :, 1] |= outside.reshape(shape)[:, :, 0]
    return _places(outside & ~larger)


def _places(words: Words) -> tuple[Masks, Masks]:
    rows, places = np.nonzero(words)
    bytes_ = words[rows, places].astype("<u8").view(np.uint8).reshape(-1, 8)
    which, bits = np.nonzero(np.unpackbits(bytes_, axis=1, bitorder="little"))
    return rows[which], places[which] * 64 + bits
