"""Finding typed words in a turn, for coding without a script; offsets in code points."""

from __future__ import annotations

import re
from typing import Protocol

from localvision.errors import workbench_coding as messages


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


class Turn(Protocol):
    """As much of a turn as is needed: where its words stand."""

    @property
    def start(self) -> int:
        """First code point of the words."""
        ...

    @property
    def words(self) -> str:
        """The words."""
        ...


def span_in_turn(number: int, turn: Turn | None, typed: str) -> tuple[int, int]:
    """Return the span, in the text, of words typed from a turn; of all its words for none typed.

    Raises `coding.no-turn`, `coding.words-not-found`, or `coding.words-twice` where the words
    stand more than once and nobody can know which was meant.
    """
    if turn is None:
        raise messages.NO_TURN.error(number=number)
    places = places_of(typed, turn.words) if typed else [trimmed(turn.words)]
    if not places:
        raise messages.WORDS_NOT_FOUND.error(number=number)
    if len(places) > 1:
        raise messages.WORDS_TWICE.error(n=len(places), number=number)
    start, end = places[0]
    return turn.start + start, turn.start + end
