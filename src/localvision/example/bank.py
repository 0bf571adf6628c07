"""The bank of hand-written sentences, and how one of them becomes speech.

A bank file holds blocks. `== key=value ...` opens a block, every further line is one variant,
`#` begins a comment, `!` declares a running story and the facts that its tellers share. In a line
`<a|b>` is a choice and `{x}` a slot; `[2]` before a line keeps it for the second wave or later.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from localvision.errors import Where
from localvision.errors.example import EXAMPLE_BROKEN_BANK

CHOICE = re.compile(r"<([^<>|]*\|[^<>]*)>")
SLOT = re.compile(r"\{([A-Za-z_]+)\}")
SINCE = re.compile(r"^\[(\d)\] ")
SENTENCE_START = re.compile(r"(^|[.?!]['\"]? )([a-z])")

Slots = Mapping[str, str | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Block:
    """What all lines of a block have in common."""

    number: int
    facts: Mapping[str, str]

    def many(self, key: str) -> tuple[str, ...]:
        """Return a comma-separated fact as a tuple, empty where there is none."""
        return tuple(part for part in self.facts.get(key, "").split(",") if part)


@dataclass(frozen=True, slots=True)
class Line:
    """One variant: its number is its identity within the bank."""

    number: int
    text: str
    since: int
    block: Block

    def speaks_of(self, slot: str) -> bool:
        """Whether the line has this slot, in lower or upper case."""
        return f"{{{slot}}}" in self.text or f"{{{slot.capitalize()}}}" in self.text


@dataclass(frozen=True, slots=True)
class Story:
    """A running story: its name, and the facts that a place fixes once."""

    key: str
    name: str
    facts: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Bank:
    """All lines, and the stories they tell."""

    lines: tuple[Line, ...]
    stories: tuple[Story, ...]
    by_fact: Mapping[tuple[str, str], tuple[Line, ...]]
    # The same few questions are put to the bank for every answer: each is looked up once.
    found: dict[tuple[tuple[str, str], ...], tuple[Line, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def where(self, **facts: str) -> tuple[Line, ...]:
        """Return the lines whose block has all of these facts (`voice` is one of a list)."""
        asked = tuple(facts.items())
        if asked not in self.found:
            lines = self.by_fact.get(asked[0], ())
            self.found[asked] = tuple(
                line
                for line in lines
                if all(value in line.block.many(key) for key, value in asked[1:])
            )
        return self.found[asked]


@cache
def bank() -> Bank:
    """Read the bank that ships with the package, once."""
    lines: list[Line] = []
    stories: list[Story] = []
    folder = files("localvision.example").joinpath("bank")
    paths = sorted((p for p in folder.iterdir() if p.name.endswith(".txt")), key=lambda p: p.name)
    for path in paths:
        _read(path.name, path.read_text(encoding="utf-8"), lines, stories)
    by_fact: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        for key in line.block.facts:
            for value in line.block.many(key):
                by_fact.setdefault((key, value), []).append(line)
    index = {fact: tuple(found) for fact, found in by_fact.items()}
    return Bank(tuple(lines), tuple(stories), index)


def _read(file: str, text: str, lines: list[Line], stories: list[Story]) -> None:
    block: Block | None = None
    for row, raw in enumerate(text.splitlines(), start=1):
        words = raw.strip()
        if not words or words.startswith("#"):
            continue
        if words.startswith("!"):
            stories.append(_story(words[1:]))
        elif words.startswith("=="):
            block = Block(row + len(lines) * 1000, _facts(words[2:]))
        elif block is None:
            place = Where(file=file, row=row)
            raise EXAMPLE_BROKEN_BANK.error(where=place, why="a line stands before any block")
        else:
            since = SINCE.match(words)
            start = int(since.group(1)) if since else 1
            lines.append(Line(len(lines), SINCE.sub("", words), start, block))


def _facts(text: str) -> dict[str, str]:
    return dict(part.split("=", 1) for part in text.split())


def _story(text: str) -> Story:
    head, *parts = (part.strip() for part in text.split("|"))
    key, name = head.split(" name=", 1)
    pairs = (part.split("=", 1) for part in parts)
    return Story(key, name, {fact: tuple(values.split(";")) for fact, values in pairs})


def expand(text: str, slots: Slots, rng: random.Random) -> str:
    """Turn a line of the bank into words: choices made, slots filled, sentences capitalised.

    Raises
    ------
    LocalVisionError
        `example.broken-bank` when a slot has no filling.

    Examples
    --------
    >>> expand("{who} came on the <bus|bus>.", {"who": "she"}, random.Random(1))
    'She came on the bus.'
    """
    chosen = text
    while CHOICE.search(chosen):
        chosen = CHOICE.sub(lambda match: rng.choice(match.group(1).split("|")), chosen)
    filled = SLOT.sub(lambda match: _filling(match.group(1), slots, rng), chosen)
    return SENTENCE_START.sub(lambda match: match.group(1) + match.group(2).upper(), filled)


def _filling(name: str, slots: Slots, rng: random.Random) -> str:
    value = slots.get(name, slots.get(name.lower()))
    if value is None:
        raise EXAMPLE_BROKEN_BANK.error(why=f"nothing fills the slot {{{name}}}")
    words = value if isinstance(value, str) else rng.choice(value)
    return words[0].upper() + words[1:] if name[0].isupper() else words


def every_slot() -> Iterator[str]:
    """Tell which slots the lines of the bank have, in lower case."""
    for line in bank().lines:
        for match in SLOT.finditer(line.text):
            yield match.group(1).lower()
