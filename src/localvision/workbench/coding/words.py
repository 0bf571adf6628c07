"""Finding typed words in a turn, for coding without a script; offsets in code points."""

from __future__ import annotations

import re


def places_of(typed: str, words: str) -> list[tuple[int, int]]:
    """Return where the typed words stand, as (start, end); spaces and case may differ.

    >>> places_of("breakfast  Together", "They had breakfast together. Breakfast!")
    [(9, 27)]
    >>> places_of("😀 yes", "No. 😀 yes")
    [(4, 9)]
    """
    terms = typed.split()
    if not terms:
        return []
    pattern = r"\s+".join(re.escape(term) for term in terms)
    exact = [match.span() for match in re.finditer(pattern, words)]
    return exact or [match.span() for match in re.finditer(pattern, words, re.IGNORECASE)]


def trimmed(words: str) -> tuple[int, int]:
    """Return the span of the words without the white space round them.

    >>> trimmed("  yes ")
    (2, 5)
    """
    start = len(words) - len(words.lstrip())
    return start, max(start, len(words.rstrip()))
