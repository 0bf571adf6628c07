"""Find quotations that a report credits to a role: “words” [role]."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from localvision.intake.document import AttributedQuotation, Section
from localvision.intake.quotations.furniture import Span, blank, furniture
from localvision.intake.quotations.kinds import propose_kind
from localvision.intake.quotations.marks import marks_in
from localvision.intake.quotations.quote_marks import (
    closing_before,
    earlier_paragraph_opening,
    opening_of,
    paragraph_break,
    unclosed_opening,
)
from localvision.intake.quotations.roles import is_role_label, names_a_role, normalise_together
from localvision.intake.sections import section_path
from localvision.intake.words import count_words

LABEL = re.compile(
    r"\[(?P<square>[^\[\]\n]*(?:\n[^\[\]\n]+)?)\]|\((?P<round>[^()\n]*(?:\n[^()\n]+)?)\)"
)
ENDS_PARAGRAPH = re.compile(r"[*_.,;]*[⁰¹²³⁴⁵⁶⁷⁸⁹]*[ \t]*(?:\n|$)")
NOT_CLOSED = "closing quotation mark missing"
NOT_OPENED = "opening quotation mark missing"


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    raw_role: str
    notes: tuple[str, ...]


def attributed_quotations(
    text: str, sections: Sequence[Section] = (), roles: Mapping[str, str] | None = None
) -> tuple[AttributedQuotation, ...]:
    """Find every quoted passage that is followed by a bracketed role.

    Parameters
    ----------
    text : the whole document. sections : from `recognise_sections`, may be empty.
    roles : label or alias to role key, from the programme's template; None normalises
        labels by their wording alone.

    Returns
    -------
    Quotations in order of the text. Quotation marks may be straight or curly, double or
    single, nested, closed before or after the full stop, or never closed; a quotation may
    run over paragraphs and pages, with footnotes between.

    Limits
    ------
    Round brackets count only around words that surely name a role, square brackets around
    any capitalised label; dates, page references, [sic] and stage directions never do.

    Source
    ------
    Shape of the quotations in the interim evaluation of Systems Leadership: Local Vision
    (Bristol Leadership Centre, May 2015).

    Examples
    --------
    >>> found = attributed_quotations('"Trust takes time." [LV Enabler]')
    >>> found[0].text, found[0].words, found[0].role
    ('Trust takes time.', 3, 'enabler')
    """
    interruptions = furniture(text)
    masked = blank(text, interruptions)
    found = list(_find(masked, [section.start for section in sections], roles))
    keys = normalise_together([_one_line(f.raw_role) for f in found], roles)
    return tuple(_quotation(text, f, keys, sections, interruptions) for f in found)


def _find(
    masked: str, heading_starts: Sequence[int], roles: Mapping[str, str] | None
) -> Iterator[_Found]:
    floor, headings = 0, sorted(heading_starts)
    for match in LABEL.finditer(masked):
        while headings and headings[0] < match.start():
            after_heading = masked.find("\n", headings.pop(0))
            floor = max(floor, after_heading if after_heading >= 0 else 0)
        found = _before_label(masked, match, floor, roles)
        if found:
            yield found
            floor = match.end()


def _before_label(
    masked: str, match: re.Match[str], floor: int, roles: Mapping[str, str] | None
) -> _Found | None:
    label = match["square"] if match["square"] is not None else match["round"]
    surely = names_a_role(label, roles)
    if not surely and (match["square"] is None or not is_role_label(label, roles)):
        return None
    closing = closing_before(masked, match.start())
    if closing is not None and closing >= floor:
        opening = opening_of(masked, closing, floor)
        if opening is None:
            start = _paragraph_start(masked, closing, floor)
            return _trimmed(masked, start, closing, label, (NOT_OPENED,)) if surely else None
        opening = _first_opening(masked, opening, floor)
        return _trimmed(masked, opening + 1, closing, label, ())
    if not surely or not ENDS_PARAGRAPH.match(masked, match.end()):
        return None
    opening = unclosed_opening(masked, match.start(), floor)
    if opening is None:
        return None
    return _trimmed(masked, opening + 1, match.start(), label, (NOT_CLOSED,))


def _first_opening(masked: str, opening: int, floor: int) -> int:
    earlier: int | None = opening
    while earlier is not None:
        opening = earlier
        earlier = earlier_paragraph_opening(masked, opening, floor)
    return opening


def _paragraph_start(masked: str, closing: int, floor: int) -> int:
    gap = paragraph_break(masked)
    return max(masked.rfind(gap, floor, closing) + len(gap), floor)


def _trimmed(
    masked: str, start: int, end: int, label: str, notes: tuple[str, ...]
) -> _Found | None:
    words = masked[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    return _Found(start, end, label, notes) if count_words(words) else None


def _quotation(
    text: str,
    found: _Found,
    keys: Mapping[str, str],
    sections: Sequence[Section],
    interruptions: Sequence[Span],
) -> AttributedQuotation:
    words = text[found.start : found.end]
    path = section_path(sections, found.start)
    inside = [(s, e) for s, e in interruptions if found.start < e and s < found.end]
    marks = marks_in(text, found.start, found.end, inside)
    kind, reason = propose_kind(words, found.start, marks)
    counted = blank(
        text[found.start : found.end], [(s - found.start, e - found.start) for s, e in inside]
    )
    return AttributedQuotation(
        start=found.start,
        end=found.end,
        text=words,
        words=count_words(counted),
        raw_role=found.raw_role,
        role=keys[_one_line(found.raw_role)],
        section=path[-1] if path else None,
        section_path=path,
        theme_hint=path[-1].title if path else "",
        marks=marks,
        kind=kind,
        kind_reason=reason,
        notes=found.notes,
    )


def _one_line(label: str) -> str:
    return " ".join(label.split())
