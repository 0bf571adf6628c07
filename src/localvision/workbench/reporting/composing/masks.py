"""Names that no quotation may carry: places, organisations and people of the programme.

They are masked on the way out whether or not anybody marked them in the source (R334). The
lookup goes word by word, so its cost does not grow with the number of names.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from localvision.outputs.blocks import Edit

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_LOWER = re.compile(r"(?<!\w)[^\W\dA-Z_][\w’'-]*")
_SENTENCE_ENDS = re.compile(r"(?:\A|[.!?:…\n])[\s\"'“”‘’(\[]*\Z")
_POSSESSIVE = re.compile(r"['’]s\Z", re.IGNORECASE)
#: First names that are also words or months: masked only within a whole name.
ALSO_WORDS = frozenset(
    ("april", "art", "august", "bill", "christian", "dawn", "dean", "faith", "frank", "grace",
     "guy", "hope", "jack", "joy", "june", "mark", "may", "miles", "pat", "ray", "rich", "rose",
     "sandy", "sunny", "summer", "will")
)  # fmt: skip
SHORTEST = 3
Names = dict[str, list[tuple[tuple[str, ...], str]]]


@dataclass(frozen=True, slots=True)
class Masks:
    """Names by their first word, and single names of people, all in lower case."""

    names: Names = field(default_factory=dict)
    first_names: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    ordinary: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        *,
        places: Iterable[str] = (),
        organisations: Iterable[str] = (),
        people: Iterable[str] = (),
        said: Iterable[str] = (),
    ) -> Masks:
        """Build the masks; a whole name wins over a part of it.

        `said` is what people say in this programme: a surname that is also an ordinary word of
        it ("Long", "Field") is taken for the word where it begins a sentence.
        """
        persons = [_words(name) for name in people]
        labelled = [(words, "name") for words in persons if len(words) > 1]
        labelled += [(_words(name), "organisation") for name in organisations]
        labelled += [(_words(name), "place") for name in places]
        names: Names = defaultdict(list)
        for words, label in labelled:
            if words and (len(words) > 1 or len(words[0]) >= SHORTEST):
                names[words[0]].append((words, label))
        for held in names.values():
            held.sort(key=lambda pair: -len(pair[0]))
        return cls(
            names=dict(names),
            first_names=_single((words[0] for words in persons if words), ALSO_WORDS),
            surnames=_single((words[-1] for words in persons if len(words) > 1), frozenset()),
            ordinary=frozenset(word for text in said for word in _LOWER.findall(text)),
        )

    def edits(self, text: str) -> list[Edit]:
        """Return one redaction for each name in a text, labelled with what it is.

        >>> masks = Masks.of(places=["Market Elling"], people=["Nasreen Vale"])
        >>> [text.label for text in masks.edits("Nasreen's team in Market Elling. Will they?")]
        ['name', 'place']
        """
        return list(self._found(text))

    def _found(self, text: str) -> Iterator[Edit]:
        words = [_Word.of(match) for match in _WORD.finditer(text)]
        at = 0
        while at < len(words):
            length, label = self._name_at(text, words, at)
            if length:
                end = words[at + length - 1].end
                yield Edit(start=words[at].start, end=end, kind="redaction", label=label)
            at += max(length, 1)

    def _name_at(self, text: str, words: list[_Word], at: int) -> tuple[int, str]:
        """Return how many words the name takes that begins here, and what it is."""
        word = words[at]
        if not text[word.start].isupper():
            return 0, ""
        for name, label in self.names.get(word.lower, ()):
            if tuple(each.lower for each in words[at : at + len(name)]) == name:
                return len(name), label
        if word.lower in self.first_names:
            return 1, "name"
        if word.lower not in self.surnames:
            return 0, ""
        begins = word.lower in self.ordinary and _SENTENCE_ENDS.search(text[: word.start])
        return (0, "") if begins else (1, "name")


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    lower: str

    @classmethod
    def of(cls, match: re.Match[str]) -> _Word:
        plain = _POSSESSIVE.sub("", match.group())
        return cls(match.start(), match.start() + len(plain), plain.casefold())


def _words(name: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(name))


def _single(names: Iterable[str], never: frozenset[str]) -> frozenset[str]:
    return frozenset(name for name in names if len(name) >= SHORTEST) - never
