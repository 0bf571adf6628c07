"""Words that count without counting, and the range of fractions that each may stand for.

Where the range comes from, told honestly:

* *logic*: what the word means in the study of generalised quantifiers ("all" is every one,
  "no" is none, "most" is more than half): Barwise and Cooper (1981), Generalized Quantifiers
  and Natural Language, Linguistics and Philosophy 4, 159-219.
* *convention*: a convention of this project, chosen to be lenient: it flags a word only where
  few readers would still use it. People differ widely in what they take such words to mean,
  so a flag asks for a person's judgement and never decides.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

Base = Literal["places", "people", "quotations"]
Kind = Literal["determiner", "adverb", "pronoun"]
Ground = Literal["logic", "convention", "count", "share"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A range of shares, 0 to 1, with open or closed ends, and a smallest number of units.

    Examples
    --------
    >>> more_than_half = Range(low=Fraction(1, 2), low_open=True)
    >>> more_than_half.holds(11, 21), more_than_half.holds(2, 4), str(more_than_half)
    (True, False, 'more than 50%')
    """

    low: Fraction = Fraction(0)
    high: Fraction = Fraction(1)
    low_open: bool = False
    high_open: bool = False
    at_least: int = 0
    at_most: int | None = None
    of: int | None = None

    def holds(self, count: int, asked: int) -> bool:
        """Say whether `count` of `asked` lies within; `asked` is 1 or more."""
        share = Fraction(count, asked)
        above = share > self.low if self.low_open else share >= self.low
        below = share < self.high if self.high_open else share <= self.high
        enough = count >= self.at_least and (self.at_most is None or count <= self.at_most)
        return above and below and enough and self.of in (None, asked)

    @property
    def strong(self) -> bool:
        """Whether the word claims a third or more: strong enough to need solid evidence."""
        return self.low >= Fraction(1, 3)

    def __str__(self) -> str:
        if self.at_most is not None and self.at_most == self.at_least:
            return f"exactly {self.at_least}" + ("" if self.of is None else f" of {self.of}")
        parts = []
        if self.low == self.high:
            parts.append("all" if self.low == 1 else "none" if self.low == 0 else _pc(self.low))
        elif self.low > 0 or self.low_open:
            parts.append(f"{'more than' if self.low_open else 'at least'} {_pc(self.low)}")
        if self.low != self.high and (self.high < 1 or self.high_open):
            parts.append(f"{'less than' if self.high_open else 'at most'} {_pc(self.high)}")
        if self.at_least:
            parts.append(f"at least {self.at_least}")
        if self.at_most is not None:
            parts.append(f"at most {self.at_most}")
        return " and ".join(parts) or "any share"


def _pc(share: Fraction) -> str:
    return f"{float(share) * 100:.3g}%"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantifier:
    """One loose word: its range, how it stands in a sentence, and what it most likely counts.

    Parameters
    ----------
    words : the word or phrase, in lower case.
    means : the range of shares that it may stand for.
    kind : "determiner" stands before what it counts ("most places"), "adverb" by itself
        ("often"), "pronoun" for people ("everyone").
    base : what it counts where the sentence does not say.
    ground : where the range comes from (see the module).
    superlative : claims to be the largest of its kind ("the most widely cited").
    """

    words: str
    means: Range
    kind: Kind
    base: Base
    ground: Ground = "convention"
    superlative: bool = False


def _group(
    words: str, means: Range, kind: Kind, base: Base = "places", ground: Ground = "convention"
) -> list[Quantifier]:
    return [
        Quantifier(words=phrase.strip(), means=means, kind=kind, base=base, ground=ground)
        for phrase in words.split(",")
    ]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ALL = Range(low=Fraction(1))
_NONE = Range(high=Fraction(0))
_NEARLY_ALL = Range(low=Fraction(85, 100))
_VAST = Range(low=Fraction(75, 100))
_MOST = Range(low=Fraction(1, 2), low_open=True)
_HALF = Range(low=Fraction(4, 10), high=Fraction(6, 10))
_WIDELY = Range(low=Fraction(1, 2))
_MANY = Range(low=Fraction(1, 3))
_SOME = Range(high=Fraction(1, 2), at_least=2)
_SEVERAL = Range(high=Fraction(1, 2), at_least=3)
_NUMBER = Range(at_least=3)
_MINORITY = Range(high=Fraction(1, 2), high_open=True, at_least=1)
_A_FEW = Range(high=Fraction(1, 4), at_least=2)
_FEW = Range(high=Fraction(1, 5))
_VERY_FEW = Range(high=Fraction(1, 10))

#: The table. Longest words win; "the most widely cited" is read before "most" and "widely".
QUANTIFIERS: tuple[Quantifier, ...] = tuple(
    _group("all, every, each, all of", _ALL, "determiner", ground="logic")
    + _group("everyone, everybody, each and every one", _ALL, "pronoun", "people", "logic")
    + _group("everywhere, always, without exception, universally, unanimously", _ALL, "adverb")
    + _group("no, none of, not one of, not a single", _NONE, "determiner", ground="logic")
    + _group("nobody, no one, no-one", _NONE, "pronoun", "people", "logic")
    + _group("never, nowhere", _NONE, "adverb")
    + _group("almost all, nearly all, virtually all, practically all, almost every, nearly every",
             _NEARLY_ALL, "determiner")
    + _group("almost everyone, nearly everyone, almost everybody", _NEARLY_ALL, "pronoun",
             "people")
    + _group("almost always, nearly always, almost everywhere, almost without exception",
             _NEARLY_ALL, "adverb")
    + _group("the vast majority of, a vast majority of, the overwhelming majority of, "
             "the great majority of, the large majority of, a large majority of", _VAST,
             "determiner")
    + _group("the vast majority, the overwhelming majority", _VAST, "pronoun", "people")
    + _group("most, most of, the majority of, a majority of, more than half of, over half of, "
             "more than half the, the bulk of", _MOST, "determiner", ground="logic")
    + _group("the majority, more than half", _MOST, "pronoun", "people", "logic")
    + _group("mostly, mainly, for the most part, predominantly, usually, generally, typically, "
             "in general, as a rule, normally", _MOST, "adverb")
    + _group("about half of, about half the, around half of, roughly half of, half of, half the",
             _HALF, "determiner")
    + _group("widely, widespread, commonly, common, broadly, consistently, extensively, "
             "routinely", _WIDELY, "adverb")
    + _group("many, many of, very many, a great many, numerous, a large number of, large numbers "
             "of, a good number of, a lot of, lots of, plenty of, a significant number of, "
             "a substantial number of, quite a few, not a few, a high proportion of, "
             "a large proportion of", _MANY, "determiner")
    + _group("often, frequently, regularly, repeatedly, time and again", _MANY,
             "adverb")
    + _group("a number of, a range of, a variety of, various, multiple, a series of, a host of",
             _NUMBER, "determiner")
    + _group("several, several of", _SEVERAL, "determiner")
    + _group("some, some of", _SOME, "determiner")
    + _group("sometimes, in part, at times", _SOME, "adverb")
    + _group("a minority of, less than half of, fewer than half of", _MINORITY, "determiner")
    + _group("a few, a few of, a handful of, a small number of, small numbers of", _A_FEW,
             "determiner")
    + _group("occasionally, now and then, from time to time, occasional", _A_FEW, "adverb")
    + _group("few, few of, only a few, just a few, a small minority of", _FEW, "determiner")
    + _group("rarely, seldom, infrequently, uncommonly, rare, uncommon", _FEW, "adverb")
    + _group("very few, hardly any, almost no, almost none of, scarcely any, next to no",
             _VERY_FEW, "determiner")
    + _group("hardly ever, almost never, very rarely", _VERY_FEW, "adverb")
    + _group("a couple of", Range(at_least=2, at_most=2), "determiner", "people")
)  # fmt: skip

#: "Most widely cited", "the most common": these rank instead of counting.
SUPERLATIVE_ADVERBS = _set("widely commonly frequently often regularly consistently")
SUPERLATIVE_WORDS = _set(
    "cited reported mentioned quoted raised described identified noted discussed used shared "
    "held expressed named common frequent widespread prevalent"
)

NEGATIONS = ("not", "by no means", "far from", "nowhere near", "not nearly")

#: Uses of these words that count nothing.
IDIOMS = (
    "at all", "not at all", "above all", "after all", "once and for all", "all the same",
    "all round", "all-round", "all along", "all too", "first of all", "all in all",
    "for all", "all but", "no longer", "no doubt", "no matter", "no less", "no more than",
    "no more", "no fewer than", "by no means", "in no way", "no wonder", "to some extent",
    "to some degree", "for some time", "some time", "in some sense", "some way", "each other",
    "next few", "last few", "past few", "few years", "many years", "some years", "several years",
    "in many respects", "in some respects", "in many ways", "in some ways",
    "at most", "the most part", "make the most of", "making the most of", "made the most of",
    "most recently", "most recent", "most likely", "most notably", "most importantly",
    "most important", "common ground", "common good", "in common", "common sense",
    "common purpose", "common language", "house of commons", "more often than not",
    "every day", "each time", "as many", "as many as", "how many", "too many",
    "so many", "too few", "so often", "how often", "never before", "no problem", "all about",
)  # fmt: skip

_PLACES = _set(
    "place places locality localities project projects site sites area areas town towns "
    "district districts case cases community communities partnership partnerships instances"
)
_PEOPLE = _set(
    "person people participants respondents interviewees partners leaders stakeholders members "
    "managers staff practitioners voices individuals colleagues professionals"
)
_QUOTATIONS = _set(
    "quotation quotations quotes comments passages mentions statements remarks responses accounts"
)

#: Nouns that say what is counted.
UNIT_NOUNS: dict[str, Base] = {
    **dict.fromkeys(_PLACES, "places"),
    **dict.fromkeys(_PEOPLE, "people"),
    **dict.fromkeys(_QUOTATIONS, "quotations"),
}

#: A determiner right before one of these stands alone: "most had", "many of them".
STANDS_ALONE = _set(
    "had have has was were are is said say says saw see felt feel did do does reported report "
    "described describe thought think believed believe found find agreed agree told wanted them "
    "those these us whom which would could can will may might spoke speak noted note"
)

_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
)  # fmt: skip
NUMBER_WORDS = {word: number for number, word in enumerate(_NUMBERS)}
FRACTION_WORDS = {
    "half": Fraction(1, 2),
    "a third": Fraction(1, 3),
    "one third": Fraction(1, 3),
    "two thirds": Fraction(2, 3),
    "two-thirds": Fraction(2, 3),
    "a quarter": Fraction(1, 4),
    "one quarter": Fraction(1, 4),
    "three quarters": Fraction(3, 4),
    "three-quarters": Fraction(3, 4),
    "a fifth": Fraction(1, 5),
    "four fifths": Fraction(4, 5),
}
FRACTION_SLACK = Fraction(5, 100)
PERCENT_SLACK = Fraction(1, 200)  # a percentage is rounded to whole numbers


#: Words before a number, and the counts that they leave: least and most, from the number.
NUMBER_PREFIXES: dict[str, tuple[float, float]] = {
    "more than": (1, math.inf),
    "over": (1, math.inf),
    "at least": (0, math.inf),
    "fewer than": (-math.inf, -1),
    "less than": (-math.inf, -1),
    "under": (-math.inf, -1),
    "up to": (-math.inf, 0),
    "at most": (-math.inf, 0),
    "no more than": (-math.inf, 0),
    "only": (0, 0),
    "just": (0, 0),
}


def negated(quantifier: Quantifier, negation: str) -> Quantifier | None:
    """Return what "not" before a word makes of it: all that lies outside its range.

    None for a word with no plain opposite ("not a number of").

    Examples
    --------
    >>> not_all = negated(next(q for q in QUANTIFIERS if q.words == "all"), "not")
    >>> not_all.words, str(not_all.means), not_all.kind
    ('not all', 'less than 100%', 'determiner')
    """
    means = quantifier.means
    if means.at_least or means.at_most is not None:
        return None
    if means.low > 0:
        outside = Range(high=means.low, high_open=not means.low_open)
    else:
        outside = Range(low=means.high, low_open=not means.high_open)
    return replace(
        quantifier, words=f"{negation} {quantifier.words}", means=outside, ground="convention"
    )
