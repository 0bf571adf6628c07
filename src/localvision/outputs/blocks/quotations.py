"""People's words: kept as said, with every edit marked, under a role and no name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypeAlias

from localvision.errors.outputs import EDITS_OVERLAP


class QuotationKind(StrEnum):
    """What a quotation is; only the first two may stand in quotation marks (R229)."""

    VERBATIM = "verbatim"
    EDITED = "edited"
    PARAPHRASE = "paraphrase"


@dataclass(frozen=True, slots=True)
class Words:
    """Words as they were said."""

    text: str


@dataclass(frozen=True, slots=True)
class Redaction:
    """A place where words were taken out; holds what stands there instead, never the words.

    `label` is the kind of thing removed: "name", "place", "organisation".
    """

    label: str = "removed"


@dataclass(frozen=True, slots=True)
class Insertion:
    """Words put in by an editor so that the quotation can be understood."""

    text: str


@dataclass(frozen=True, slots=True)
class Ellipsis:
    """A place where words were left out for length."""


Segment: TypeAlias = Words | Redaction | Insertion | Ellipsis


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One marked edit of a text: what happens to characters `start` up to `end`."""

    start: int
    end: int
    kind: Literal["redaction", "insertion", "ellipsis"]
    label: str = ""


def cut(text: str, edits: Iterable[Edit] = ()) -> tuple[Segment, ...]:
    """Cut a text into segments so that redacted and skipped words are gone from the result.

    Parameters
    ----------
    text : the passage as held in the store.
    edits : redactions, insertions and ellipses by code-point offsets; an insertion may be
        empty (start == end) or stand in place of words.

    Returns
    -------
    Segments in order. The removed words are in none of them.

    Raises
    ------
    LocalVisionError `outputs.edits-overlap` where edits overlap or leave the text.

    Examples
    --------
    >>> cut("Sam told us no.", [Edit(start=0, end=3, kind="redaction", label="name")])
    (Redaction(label='name'), Words(text=' told us no.'))
    """
    segments: list[Segment] = []
    at = 0
    for edit in sorted(edits, key=lambda e: (e.start, e.end)):
        if not at <= edit.start <= edit.end <= len(text):
            raise EDITS_OVERLAP.error(start=edit.start, end=edit.end, length=len(text))
        if text[at : edit.start]:
            segments.append(Words(text[at : edit.start]))
        segments.append(_segment(edit))
        at = edit.end
    if text[at:]:
        segments.append(Words(text[at:]))
    return tuple(segments)


def _segment(edit: Edit) -> Segment:
    if edit.kind == "redaction":
        return Redaction(edit.label or "removed")
    if edit.kind == "insertion":
        return Insertion(edit.label)
    return Ellipsis()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationBlock:
    """A quotation in the running text, under a role label only (R229, R334).

    `claim` links it to a claim's evidence; `passage` is the passage's id in the appendix.
    """

    segments: tuple[Segment, ...]
    role: str
    kind: QuotationKind = QuotationKind.VERBATIM
    passage: str = ""
    claim: int | None = None
