"""Reading what a person typed into a search box."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

TOKEN = re.compile(r'(-?)"([^"]*)"?|(-?)(\S+)')
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Query:
    """Alternatives of phrases that must all be there, and phrases that must not.

    >>> parse('trust "chief officer" or money -press').wanted
    ((('trust',), ('chief', 'officer')), (('money',),))
    >>> parse('trust -press').unwanted
    (('press',),)
    """

    wanted: tuple[tuple[tuple[str, ...], ...], ...]
    unwanted: tuple[tuple[str, ...], ...]


def parse(words: str) -> Query:
    """Return the query; anything can be typed, and nothing is an error."""
    wanted: list[list[tuple[str, ...]]] = [[]]
    unwanted: list[tuple[str, ...]] = []
    for minus_phrase, phrase, minus_word, word in TOKEN.findall(words):
        if word.lower() == "or":
            wanted.append([])
            continue
        terms = tuple(WORD.findall(fold(phrase or word)))
        if terms and (minus_phrase or minus_word):
            unwanted.append(terms)
        elif terms:
            wanted[-1].append(terms)
    return Query(tuple(tuple(group) for group in wanted if group), tuple(unwanted))


def fold(text: str) -> str:
    """Return the text in lower case without accents: café is found by cafe."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(c for c in parts if not unicodedata.combining(c)).lower()
