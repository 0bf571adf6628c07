"""Headings, running text, lists and notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of the report; numbered, and in the contents, unless `numbered` is False.

    `sources` says in one line what the section rests on ("118 interviews in 21 places, two
    waves"), and is printed under the heading (R331). `anchor` lets text link here by
    `[see:anchor]`; left empty it is made from the number.
    """

    text: str
    level: Literal[1, 2, 3] = 1
    sources: str = ""
    anchor: str = ""
    numbered: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Running text with inline markup; an empty line starts a new paragraph.

    `lead` sets it larger, for the opening of a chapter.
    """

    text: str
    lead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bullets:
    """A list; each item is one line of text with inline markup."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A box set apart: a caveat, what cannot yet be said, a lesson, a plain note."""

    title: str
    text: str
    kind: Literal["caveat", "unknown", "lesson", "plain"] = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingKeyBlock:
    """How to read the report: the fraction bar, the dots, and the words for status."""

    title: str = "How to read this report"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak:
    """Start a new page on paper; a wider gap on screen."""
