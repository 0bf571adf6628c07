"""What an editor did inside a quotation: took words out, put words in, left words out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from localvision.intake.document import Mark, MarkKind
from localvision.intake.quotations.furniture import Span, blank

SQUARE = re.compile(r"\[([^\[\]]{1,120})\]")
ROUND = re.compile(r"(?<=\s)\(([^()]{1,40})\)")
ELLIPSIS = re.compile(r"\.(?: ?\.){2,}|…")
ONLY_DOTS = re.compile(r"[\s.…]+")
EVENT = re.compile(
    r"(?:laugh|paus|inaudible|crosstalk|silence|unclear|sigh|applause|cough|interrupt|overlapping|"
    r"phone rings|crying)",
    re.IGNORECASE,
)
VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|be|been|must|"
    r"should|said|made|means)\b",
    re.IGNORECASE,
)
PLACEHOLDER = re.compile(
    r"(?:x+|[A-Z]|[A-Z]?[0-9]{1,2}|_+|-+|—|redacted|removed|anonymi[sz]ed|omitted|deleted|"
    r"(?:\w+ )?(?:names?|places?|locality|localities|town|city|county|borough|village|region|area|"
    r"council|organi[sz]ation|trust|hospital|school|person|colleague|project|charity|company|"
    r"manager|director|enabler|partner|department|team|group|date|number)(?: [A-Z0-9]{1,2})?)",
    re.IGNORECASE,
)
DETERMINER = re.compile(r"(?:our|this|that|the|my|their|his|her|a|an|another|one)\s", re.IGNORECASE)
LONGEST_REDACTION_WORDS = 4
# In round brackets most words are the speaker's own; a lone noun is taken for the editor's.
SPEAKERS_OWN = re.compile(
    r"\b(?:e\.?g|i\.?e|etc|or|and|not|which|who|see|inc|s|es)\b|[.,;!?]", re.I
)


def marks_in(text: str, start: int, end: int, interruptions: Sequence[Span]) -> tuple[Mark, ...]:
    """List the editor's traces in `text[start:end]`, in order.

    Brackets are told apart by a rule of thumb: a placeholder ("[X]", "[place]") or a
    determiner with a short noun and no verb ("[our Enabler]") was put for something taken
    out; all else was put in. A person should confirm it.

    Examples
    --------
    >>> words = "[X] helped. [What was important was] time (localities) ..."
    >>> [mark.kind for mark in marks_in(words, 0, len(words), [])]
    ['redaction', 'insertion', 'insertion', 'ellipsis']
    """
    return tuple(sorted(_marks(text, start, end, interruptions), key=lambda m: (m.start, m.end)))


def _marks(text: str, start: int, end: int, interruptions: Sequence[Span]) -> Iterator[Mark]:
    inside = [(max(at, start), min(to, end)) for at, to in interruptions if start < to and at < end]
    for at, to in inside:
        yield Mark("interruption", at, to, text[at:to])
    words = blank(text[start:end], [(at - start, to - start) for at, to in inside])
    squares = list(SQUARE.finditer(words))
    for match in squares:
        yield _mark(bracket_kind(match[1]), match, start)
    for match in ROUND.finditer(words):
        if EVENT.match(match[1]):
            yield _mark("event", match, start)
        elif _is_inserted_noun(match[1]):
            yield _mark("insertion", match, start)
    for match in ELLIPSIS.finditer(words):
        if not any(square.start() <= match.start() < square.end() for square in squares):
            yield _mark("ellipsis", match, start)


def bracket_kind(inside: str) -> MarkKind:
    """Say what square brackets with these words in them most likely are."""
    words = " ".join(inside.replace("*", "").split())
    if ONLY_DOTS.fullmatch(inside):
        return "ellipsis"
    if EVENT.match(words):
        return "event"
    if PLACEHOLDER.fullmatch(words):
        return "redaction"
    short = len(words.split()) <= LONGEST_REDACTION_WORDS
    return (
        "redaction" if short and DETERMINER.match(words) and not VERB.search(words) else "insertion"
    )


def _is_inserted_noun(inside: str) -> bool:
    words = inside.split()
    lone = len(words) <= 2 and inside[:1].isalpha() and inside == inside.lower()
    return lone and not SPEAKERS_OWN.search(inside)


def _mark(kind: MarkKind, match: re.Match[str], offset: int) -> Mark:
    return Mark(kind, match.start() + offset, match.end() + offset, match[0])
