"""Pairs of quotation marks, straight or curly, double or single, around a quotation."""

from __future__ import annotations

import re

DOUBLE, SINGLE = '"“”„«»', "'‘’"
ALWAYS_OPENS, ALWAYS_CLOSES = "“„«‘", "”»"
BEFORE_OPENING = re.compile(r"[\s(\[{*_>/–—-]")
LONGEST_QUOTATION = 8000  # characters; more is a missing mark, not a quotation
LONGEST_RUN = 4  # marks side by side
LINE_LEAD = " \t>*_-–•"


def closing_before(text: str, position: int) -> int | None:
    """Return where the closing mark stands that a label at `position` follows, if one does.

    Between them may stand a full stop, a footnote mark, emphasis, dashes and space.

    Examples
    --------
    >>> closing_before('"It went well". [', 16)
    13
    """
    at = _skip_back(text, position, " \t\n*_–—-")
    at = _skip_footnote_mark(text, at)
    at = _skip_back(text, at, " \t\n*_")
    if at > 0 and text[at - 1] in ".,;:!?…":
        at -= 1
        at = _skip_back(text, at, "*_")
    if at > 0 and text[at - 1] in DOUBLE + SINGLE and not opens(text, at - 1):
        return at - 1
    return None


def opening_of(text: str, closing: int, floor: int) -> int | None:
    """Return the opening mark that fits a closing mark, not before `floor`; None if missing.

    Marks of the same kind nest. An opening mark in an earlier paragraph counts only where
    it begins a line or follows a colon: otherwise the opening mark was forgotten.
    """
    family = DOUBLE if text[closing] in DOUBLE else SINGLE
    floor = max(floor, closing - LONGEST_QUOTATION)
    depth = 1
    for at in range(closing - 1, floor - 1, -1):
        if text[at] not in family or (family is SINGLE and _apostrophe(text, at)):
            continue
        depth += -1 if opens(text, at) else 1
        if depth == 0:
            return at if _may_reach(text, at, closing) else None
    return _at_line_start(text, closing, floor, family)


def unclosed_opening(text: str, end: int, floor: int) -> int | None:
    """Return the opening mark of a quotation whose closing mark was forgotten.

    Examples
    --------
    >>> unclosed_opening('“It was "good" work. ', 21, 0)
    0
    """
    depth = 0
    found = None
    for at in range(end - 1, max(floor, end - LONGEST_QUOTATION) - 1, -1):
        if text[at] not in DOUBLE:
            continue
        depth += -1 if opens(text, at) else 1
        if depth < 0:
            found, depth = at, 0
            if starts_line(text, at):
                break
    return found if found is not None and _may_reach(text, found, end) else None


def opens(text: str, at: int) -> bool:
    """Say whether the mark at a position opens: by its shape, or by what stands around it."""
    mark = text[at]
    if mark in ALWAYS_OPENS:
        return True
    if mark in ALWAYS_CLOSES:
        return False
    before = text[at - 1] if at else "\n"
    after = text[at + 1] if at + 1 < len(text) else "\n"
    if mark == "’":
        return False
    if BEFORE_OPENING.match(before) or (before in DOUBLE + SINGLE and _run_opens(text, at)):
        return not after.isspace() or before == "\n"
    return False


def starts_line(text: str, at: int) -> bool:
    """Say whether a mark is the first thing on its line, list and emphasis marks aside."""
    line_start = text.rfind("\n", 0, at) + 1
    return not text[line_start:at].strip(LINE_LEAD)


def paragraph_break(text: str) -> str:
    """Return what parts paragraphs in this text: an empty line, or a line end where none is."""
    return "\n\n" if "\n\n" in text else "\n"


def earlier_paragraph_opening(text: str, opening: int, floor: int) -> int | None:
    """Return the opening mark of a paragraph before that belongs to the same quotation.

    Printers open every paragraph of a long quotation and close only the last: so a
    paragraph just before that begins with an opening mark and never closes it belongs.
    """
    if not starts_line(text, opening):
        return None
    end = len(text[floor:opening].rstrip(LINE_LEAD + "\n")) + floor
    gap = paragraph_break(text)
    start = max(text.rfind(gap, floor, end) + len(gap), floor)
    lead = len(text[start:end]) - len(text[start:end].lstrip(LINE_LEAD + "\n"))
    first = start + lead
    if first >= end or text[first] not in DOUBLE or not opens(text, first):
        return None
    depth = sum(1 if opens(text, at) else -1 for at in range(first, end) if text[at] in DOUBLE)
    return first if depth == 1 and gap in text[end:opening] else None


def _skip_back(text: str, at: int, characters: str) -> int:
    while at > 0 and text[at - 1] in characters:
        at -= 1
    return at


def _skip_footnote_mark(text: str, at: int) -> int:
    beginning = max(0, at - 8)
    match = re.search(
        r"(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\[\^?[0-9]{1,3}\]|(?<![\w])[0-9]{1,3})$", text[beginning:at]
    )
    return beginning + match.start() if match else at


def _run_opens(text: str, at: int) -> bool:
    """Say whether a mark right after other marks opens: as the run of them does."""
    first = at
    while first > 0 and at - first < LONGEST_RUN and text[first - 1] in DOUBLE + SINGLE:
        first -= 1
    return first == 0 or bool(BEFORE_OPENING.match(text[first - 1])) or text[first] in ALWAYS_OPENS


def _apostrophe(text: str, at: int) -> bool:
    before = text[at - 1 : at]
    after = text[at + 1 : at + 2]
    return before.isalnum() and after.isalnum()


def _may_reach(text: str, opening: int, closing: int) -> bool:
    """Say whether a quotation may run on over empty lines from this opening mark."""
    if "\n\n" not in re.sub(r"\n[ \t]+(?=\n)", "\n", text[opening:closing]):
        return True
    return starts_line(text, opening) or text[max(0, opening - 20) : opening].rstrip(
        " \t\n*_"
    ).endswith((":", ",", "…"))


def _at_line_start(text: str, closing: int, floor: int, family: str) -> int | None:
    """Return an opening mark at the start of the paragraph, where marks do not pair up."""
    gap = paragraph_break(text)
    paragraph = max(text.rfind(gap, floor, closing) + len(gap), floor)
    at = (
        paragraph
        + len(text[paragraph:closing])
        - len(text[paragraph:closing].lstrip(LINE_LEAD + "\n"))
    )
    return at if at < closing and text[at] in family and opens(text, at) else None
