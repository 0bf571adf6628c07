"""Reading numbers that state a count or a share: "11 of 21", "40%", "two thirds of"."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from fractions import Fraction

from localvision.analysis.evidence.quantifiers import (
    FRACTION_SLACK,
    FRACTION_WORDS,
    NUMBER_PREFIXES,
    NUMBER_WORDS,
    PERCENT_SLACK,
    Ground,
    Range,
)

_N = r"(?:\d{1,3}(?:,\d{3})+|\d+|" + "|".join(NUMBER_WORDS) + r")"
#: Before a number that is rounded: a tenth either way.
ABOUT = ("about", "around", "some", "nearly", "almost", "approximately", "roughly")
_BEFORE = "|".join([*NUMBER_PREFIXES, *ABOUT])
_OF = re.compile(
    rf"({_N})\s+(?:out\s+)?of\s+(?:(?:the|these|those|our|all)\s+)?({_N})\b", re.IGNORECASE
)
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*(?:%|per\s+cent\b|percent\b)(?:\s+of)?", re.IGNORECASE)
_PART = re.compile(
    rf"({'|'.join(sorted(FRACTION_WORDS, key=len, reverse=True))})\s+of\b", re.IGNORECASE
)
_COUNT = re.compile(
    rf"(?:({_BEFORE})\s+)?({_N})(?:\s+of(?:\s+(?:the|these|our))?)?\b", re.IGNORECASE
)
#: A number behind one of these names something and counts nothing: "phase 2 projects".
_NAMES = re.compile(
    r"(?:phase|wave|aim|section|figure|table|year|question|claim|stage|chapter|page|part)\s+\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: its span, what it states, and on what ground."""

    start: int
    end: int
    means: Range
    ground: Ground
    states_share: bool


def read(text: str, at: int) -> Number | None:
    """Return the number that begins at an offset; None where none does.

    Examples
    --------
    >>> str(read("2 of the 21 places", 0).means), str(read("two thirds of them", 0).means)
    ('exactly 2 of 21', 'at least 61.7% and at most 71.7%')
    >>> read("phase 2 projects", 6) is None
    True
    """
    if _NAMES.search(text, max(0, at - 12), at):
        return None
    if found := _OF.match(text, at):
        count, of = _value(found[1]), _value(found[2])
        means = Range(at_least=count, at_most=count, of=of)
        return Number(at, found.end(), means, "count", True)
    if found := _PERCENT.match(text, at):
        return Number(
            at, found.end(), _near(Fraction(found[1]) / 100, PERCENT_SLACK), "share", True
        )
    if found := _PART.match(text, at):
        share = FRACTION_WORDS[" ".join(found[1].lower().split())]
        return Number(at, found.end(), _near(share, FRACTION_SLACK), "share", True)
    if found := _COUNT.match(text, at):
        return _count(found, at)
    return None


def _count(found: re.Match[str], at: int) -> Number | None:
    prefix = " ".join((found[1] or "").lower().split())
    if not prefix and found[2].lower() in ("one", "zero"):
        return None  # "one place" tells a story; "only one place" counts
    least, most = NUMBER_PREFIXES.get(prefix, (0, 0))
    value = _value(found[2])
    if prefix in ABOUT:
        least, most = -(value // 10), value // 10
    means = Range(
        at_least=0 if least == -math.inf else value + int(least),
        at_most=None if most == math.inf else max(0, value + int(most)),
    )
    return Number(at, found.end(), means, "count", False)


def _value(words: str) -> int:
    number = NUMBER_WORDS.get(words.lower())
    return int(words.replace(",", "")) if number is None else number


def _near(share: Fraction, slack: Fraction) -> Range:
    return Range(low=max(Fraction(0), share - slack), high=min(Fraction(1), share + slack))
