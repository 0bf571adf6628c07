"""The shapes of a programme template: frozen records of plain values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

Value = str | int | float | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FrameItemTemplate:
    """One item of a frame: what it is called, means, and when to use it.

    `key` never changes and is never given to another item. `parent` is the key of the item above
    (a cluster above its themes), or empty. `colour_cluster` names a colour of the house.
    `section` is where the source document speaks of it; `refs` are the entries of the ledger.
    `example` is invented, and begins with "Invented: ".
    """

    key: str
    label: str
    definition: str
    use_when: str = ""
    not_when: str = ""
    example: str = ""
    parent: str = ""
    colour_cluster: str = ""
    section: str = ""
    refs: tuple[str, ...] = ()
    attributes: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FrameTemplate:
    """A named list of items that a programme codes, rates or counts with.

    `source_count` is how many people the list rests on, where the document says so: it stays
    beside the list wherever that is shown. None means that the document does not say.
    """

    key: str
    name: str
    purpose: str
    items: tuple[FrameItemTemplate, ...]
    source_count: int | None = None
    source_note: str = ""
    refs: tuple[str, ...] = ()

    def item(self, key: str) -> FrameItemTemplate:
        """Return the item with this key; `KeyError` where there is none."""
        for candidate in self.items:
            if candidate.key == key:
                return candidate
        raise KeyError(key)

    @property
    def top(self) -> tuple[FrameItemTemplate, ...]:
        """The items that stand under no other."""
        return tuple(item for item in self.items if not item.parent)

    def under(self, key: str) -> tuple[FrameItemTemplate, ...]:
        """The items directly under one item."""
        return tuple(item for item in self.items if item.parent == key)


@dataclass(frozen=True, slots=True)
class Aim:
    """One numbered aim, of the programme or of its evaluation."""

    key: str
    number: int
    text: str
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A role in the programme and the labels it goes by.

    `expected` says that the programme promised to hear this role, so that its silence is shown.
    """

    key: str
    label: str
    synonyms: tuple[str, ...]
    expected: bool
    note: str
    refs: tuple[str, ...]

    def answers_to(self, label: str) -> bool:
        """Whether a label, however written, means this role."""
        wanted = plain_label(label)
        return wanted in {plain_label(each) for each in (self.key, self.label, *self.synonyms)}


def plain_label(label: str) -> str:
    """Return a label without brackets, case, punctuation or doubled spaces."""
    return re.sub(r"[^a-z0-9]+", " ", label.casefold()).strip()


@dataclass(frozen=True, slots=True)
class MoneyRule:
    """An amount that the programme fixes: who pays it, and what must hold."""

    key: str
    label: str
    amount_gbp: int
    kind: str  # cap, commitment
    payer: str
    rule: str
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that the document leaves open, and the evidence that could close it."""

    key: str
    question: str
    section: str
    needs: str
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Promise:
    """Something that the document says a later phase will do."""

    key: str
    text: str
    section: str
    due: str
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A claim of the document, held as something to be tested, and what it rested on there."""

    key: str
    statement: str
    section: str
    themes: tuple[str, ...]
    rests_on: str
    quotations: int | None
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceCount:
    """A number that stands in, or follows from, the source document."""

    key: str
    count: float
    what: str
    exact: bool
    derived_from: str
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FramedSide:
    """One side of the worked example: who framed the issue how, and with what support."""

    who: str
    framing: str
    words: str
    support_percent: float


@dataclass(frozen=True, slots=True)
class WorkedExample:
    """One issue framed in two ways, with nearly equal support."""

    key: str
    issue: str
    when: str
    sides: tuple[FramedSide, ...]
    lesson: str
    source: str
    refs: tuple[str, ...]
