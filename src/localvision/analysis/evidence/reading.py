"""Finding loose words and counts in our own sentences, never in words that somebody said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from localvision.analysis.evidence import numerals
from localvision.analysis.evidence.quantifiers import (
    IDIOMS,
    NEGATIONS,
    QUANTIFIERS,
    STANDS_ALONE,
    SUPERLATIVE_ADVERBS,
    SUPERLATIVE_WORDS,
    UNIT_NOUNS,
    Base,
    Quantifier,
    Range,
    negated,
)

#: What stands in the place of words within quotation marks: no letter, no space.
HIDDEN = "\x00"
#: Before "most": it ranks ("the most important", "to be most effective").
RANKING = frozenset(["the", "its", "their", "our", "single", "be", "is", "are", "was", "were"])
#: Before a word of the table: it compares and counts nothing ("more widely", "so often").
COMPARING = frozenset(["more", "less", "as", "so", "how", "too"])
#: Nouns that only describe when another noun follows: "project partners".
MODIFIERS = frozenset(
    ["project", "place", "locality", "site", "area", "town", "district", "community",
     "partnership", "case", "partner", "staff"]
)  # fmt: skip
#: How many words after a determiner may hold what it counts: "many of the local partners".
REACH = 5

_QUOTED = re.compile(
    r"“[^”]*?(?:”|(?=\n\s*\n)|\Z)"
    r'|"[^"]*?(?:"|(?=\n\s*\n)|\Z)'
    r"|(?<![\w’'])‘[^‘\n]*?[’](?!\w)"
    r"|(?<![\w'])'[^'\n]+'(?!\w)"
)
_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_BETWEEN = re.compile(r"[\s*_]+\Z")  # emphasis in Markdown stands between words too


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseWords:
    """Words that count, where they stand, what they may mean and what they count.

    Parameters
    ----------
    start, end : offsets in the text, in code points; the end is exclusive.
    words : as they stand in the text.
    quantifier : the entry of the table, or one made for a number.
    base : "places", "people" or "quotations".
    role : key of the role that is counted ("most Enablers"); empty for everybody.
    noun : the noun that said what is counted; empty where it is assumed.
    counted : False where the words count something that evidence is not counted by
        ("a number of important factors").
    exact : True for a number that states a count or its denominator.
    """

    start: int
    end: int
    words: str
    quantifier: Quantifier
    base: Base
    role: str = ""
    noun: str = ""
    counted: bool = True
    exact: bool = False


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


def hide_quotations(text: str) -> str:
    """Return the text with everything in quotation marks hidden, at the same offsets.

    An opening mark without its closing one hides up to the end of the paragraph. An apostrophe
    is not a mark; within single marks, the plural possessive (partners’) ends the quotation.

    Examples
    --------
    >>> hide_quotations('We heard "most of us" often').replace(HIDDEN, "_")
    'We heard ____________ often'
    >>> hide_quotations("the partners' and the Board's")
    "the partners' and the Board's"
    """
    return _QUOTED.sub(lambda found: HIDDEN * len(found.group()), text)


def loose_words(text: str, role_words: Mapping[str, str] | None = None) -> list[LooseWords]:
    """Return every loose word and count of a text, in order, outside quotation marks.

    Parameters
    ----------
    text : our own prose; a sentence or a whole report.
    role_words : nouns that stand for a role and the key of that role, in lower case:
        {"enablers": "enabler"}.

    Limits
    ------
    Reads words, not grammar: what a word counts is taken from the nouns right behind it. Where
    none is found, `noun` is empty.

    Examples
    --------
    >>> [(f.words, f.base) for f in loose_words("Most places said it, and it was often hard.")]
    [('Most', 'places'), ('often', 'places')]
    >>> [f.words for f in loose_words('Not all did. Above all, they said "many things".')]
    ['Not all']
    """
    reader = _Reader(hide_quotations(text), text, dict(role_words or {}))
    return list(reader.read())


class _Reader:
    def __init__(self, hidden: str, text: str, role_words: dict[str, str]) -> None:
        self.hidden, self.text, self.role_words = hidden, text, role_words
        self.words = [
            _Word(m.group().lower().replace("’", "'"), m.start(), m.end())
            for m in _WORD.finditer(hidden)
        ]

    def read(self) -> Iterator[LooseWords]:
        at = 0
        while at < len(self.words):
            length, found = self._at(at)
            if found is not None:
                yield found
            at += max(length, 1)

    def _at(self, at: int) -> tuple[int, LooseWords | None]:
        """Return how many words are read from here, and what they are, the longest first."""
        readings = [
            self._superlative(at),
            self._idiom(at),
            self._number(at),
            self._quantifier(at),
        ]
        return max(readings, key=lambda reading: reading[0])

    # --- readings ------------------------------------------------------------------------------
    def _idiom(self, at: int) -> tuple[int, None]:
        for phrase in _IDIOMS.get(self.words[at].text, ()):
            length = self._matches(at, phrase)
            if length and not self._unit(at + length):
                return length, None
        return 0, None

    def _quantifier(self, at: int) -> tuple[int, LooseWords | None]:
        readings = [self._phrase(at, 0)]
        before = self._negation(at)
        if before and self._adjoin(at + before):
            readings.append(self._phrase(at, before))
        return max(readings, key=lambda reading: reading[0])

    def _phrase(self, at: int, before: int) -> tuple[int, LooseWords | None]:
        """Read a word of the table behind `before` words of negation."""
        if at and self._adjoin(at) and self._text(at - 1) in COMPARING:
            return 0, None
        for phrase, quantifier in _PHRASES.get(self._text(at + before), ()):
            length = self._matches(at + before, phrase)
            if not length:
                continue
            meant = negated(quantifier, "not") if before else quantifier
            if meant is None:
                break
            return before + length, self._found(at, before + length, meant)
        return 0, None

    def _negation(self, at: int) -> int:
        if self.words[at].text.endswith("n't"):
            return 1
        lengths = [self._matches(at, phrase) for phrase in _NEGATIONS]
        return max(lengths)

    def _superlative(self, at: int) -> tuple[int, LooseWords | None]:
        the = self.words[at].text in RANKING
        most = at + 1 if the else at
        if self._text(most) != "most" or (the and not self._adjoin(most)):
            return 0, None
        adverb = self._text(most + 1) in SUPERLATIVE_ADVERBS
        last = most + 1 + (adverb and self._text(most + 2) in SUPERLATIVE_WORDS)
        if self._text(last) in SUPERLATIVE_WORDS and self._adjoin(last):
            length = last - at + 1
            return length, self._found(at, length, _SUPERLATIVE, reach=0)
        if the or self._text(most + 1).endswith("ly"):
            return most - at + 2, None  # "the most important": ranks, and counts nothing
        return 0, None

    def _number(self, at: int) -> tuple[int, LooseWords | None]:
        number = numerals.read(self.hidden, self.words[at].start)
        if number is None:
            return 0, None
        length = sum(1 for word in self.words[at:] if word.start < number.end)
        quantifier = Quantifier(
            words=self.text[number.start : number.end],
            means=number.means,
            kind="determiner",
            base="places",
            ground=number.ground,
        )
        found = self._found(at, length, quantifier, exact=number.ground == "count")
        found = replace(
            found,
            end=number.end,
            words=quantifier.words,
            counted=bool(found.noun) or number.means.of is not None,
        )
        near = found.noun and self._unit(at + length)
        return (length, found) if near or number.states_share else (0, None)

    # --- what is counted -----------------------------------------------------------------------
    def _found(
        self, at: int, length: int, quantifier: Quantifier, *, reach: int = REACH,
        exact: bool = False,
    ) -> LooseWords:  # fmt: skip
        last = at + length - 1
        start, end = self.words[at].start, self.words[last].end
        looks = quantifier.kind == "determiner"
        base, role, noun = self._ahead(at + length, reach) if looks else self._behind(at)
        alone = self._text(at + length) in STANDS_ALONE or not self._adjoin(at + length)
        return LooseWords(
            start=start,
            end=end,
            words=self.text[start:end],
            quantifier=quantifier,
            base=base or quantifier.base,  # type: ignore[arg-type]
            role=role,
            noun=noun,
            counted=bool(noun) or not looks or alone,
            exact=exact,
        )

    def _ahead(self, at: int, reach: int) -> tuple[str, str, str]:
        """Return base, role and noun of the first unit noun; of "project partners" the last."""
        for ahead in range(at, at + reach):
            if ahead >= len(self.words) or not self._adjoin(ahead):
                break
            if not self._unit(ahead):
                continue
            if self._text(ahead) in MODIFIERS and self._adjoin(ahead + 1) and self._unit(ahead + 1):
                ahead += 1
            return self._named(ahead)
        return "", "", ""

    def _behind(self, at: int) -> tuple[str, str, str]:
        """Return them for the noun right before an adverb: "Enablers often said"."""
        plural = at > 0 and self._unit(at - 1) and self._text(at - 1) not in MODIFIERS
        return self._named(at - 1) if plural and self._adjoin(at) else ("", "", "")

    def _named(self, at: int) -> tuple[str, str, str]:
        noun = self.words[at].text
        role = self.role_words.get(noun, "")
        return ("people" if role else UNIT_NOUNS[noun]), role, noun

    def _unit(self, at: int) -> bool:
        return self._text(at) in UNIT_NOUNS or self._text(at) in self.role_words

    # --- words ---------------------------------------------------------------------------------
    def _text(self, at: int) -> str:
        return self.words[at].text if at < len(self.words) else ""

    def _adjoin(self, at: int) -> bool:
        """Whether a word stands right behind the one before, with nothing but space between."""
        if not 0 < at < len(self.words):
            return False
        gap = self.hidden[self.words[at - 1].end : self.words[at].start]
        return bool(_BETWEEN.match(gap))

    def _matches(self, at: int, phrase: tuple[str, ...]) -> int:
        for offset, word in enumerate(phrase):
            if self._text(at + offset) != word or (offset and not self._adjoin(at + offset)):
                return 0
        return len(phrase)


def _by_first_word(phrases: Iterator[str]) -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=lambda p: -len(p.split())):
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append(words)
    return table


_ENTRIES = {tuple(quantifier.words.split()): quantifier for quantifier in QUANTIFIERS}
_PHRASES = {
    first: [(phrase, _ENTRIES[phrase]) for phrase in phrases]
    for first, phrases in _by_first_word(q.words for q in QUANTIFIERS).items()
}
_IDIOMS = _by_first_word(iter(IDIOMS))
_NEGATIONS = [tuple(words.split()) for words in NEGATIONS]
_SUPERLATIVE = Quantifier(
    words="the most",
    means=Range(low=Fraction(0), low_open=True),
    kind="adverb",
    base="quotations",
    superlative=True,
)
