"""Sections of a document: from headings a format declares, or numbered headings in text.

Numbered headings are told from a table of contents, footnotes and numbered lists by the
order of their numbers: of all lines that could be headings, those are taken that form the
best rising chain (1, 1.1, 1.2, 2, ...), where a line that stands by itself and opens into
text weighs more than one in a run of its like.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from localvision.intake.document import Section
from localvision.intake.draft import Heading

NUMBERED = re.compile(
    r"^[ \t]*(?:#{1,6}[ \t]+)?(?:\*\*|__)?"
    r"(?P<number>[0-9]{1,2}(?:\.[0-9]{1,2}){0,4})(?P<stop>[.)]?)[ \t]+"
    r"(?P<title>\S.*?)(?:\*\*|__)?[ \t#]*$"
)
LONGEST_TITLE = 120
# "Aims ........ 7", "Aims<tab>7": a line of a table of contents.
ENDS_IN_PAGE_NUMBER = re.compile(r"(?:\t+|[ .·_…]{3,}|\s\.\s)[ .\t]*[0-9ivxlc]{1,4}$")
NOT_A_TITLE = re.compile(r"https?://|www\.|[.;,:]$|\([12][0-9]{3}\)|\bpp?\. ?[0-9]|^[a-z(]")
CONTENTS = re.compile(r"^[#*\s]*(?:table of )?contents[*\s:]*$", re.IGNORECASE)

Number = tuple[int, ...]
LOOK_BACK = 400  # candidates; a heading farther back is not weighed as the one before
STANDS_ALONE, OPENS_TEXT, HAS_STOP, SUBNUMBERED = 1.0, 2.0, 0.5, 1.0
OPENS_CHILD = 1.5  # 5.2 directly above 5.2.1
IN_A_RUN = -2.5
LEAP = -1.5  # from 2.1 to 4, or from 1 to 1.3: something is missing between
LEAST_WEIGHT = 0.0


@dataclass(frozen=True, slots=True)
class _Candidate:
    number: Number
    title: str
    start: int
    end: int
    weight: float


def sections_from_headings(text: str, headings: Sequence[Heading]) -> tuple[Section, ...]:
    r"""Return the sections that a format's own headings make.

    Examples
    --------
    >>> sections_from_headings("2. Aims\n\nTo learn.", [Heading(0, 7, 1)])
    (Section(number='2', title='Aims', level=1, start=0, end=18),)
    """
    opened = []
    for heading in headings:
        words = " ".join(text[heading.start : heading.end].split())
        match = NUMBERED.match(words)
        number, title = (match["number"], match["title"]) if match else ("", words)
        opened.append((number, title, heading.level, heading.start))
    return _closed(opened, len(text))


def recognise_sections(text: str) -> tuple[Section, ...]:
    r"""Find sections by numbered headings ("5.2.1. Enabler role") in plain text.

    Returns
    -------
    Sections in order; a section ends where the next of its level or above begins. None
    where fewer than two headings are found: one number alone is more likely a list.

    Limits
    ------
    Headings must stand on one line and carry a number; a heading that ends in a full
    stop or colon is taken for a sentence.

    Examples
    --------
    >>> text = "1. Aims\n\nTo learn together.\n\n2. Findings\n\nTrust grew slowly."
    >>> [(section.number, section.title) for section in recognise_sections(text)]
    [('1', 'Aims'), ('2', 'Findings')]
    """
    chain = _best_chain(_candidates(text))
    if len(chain) < 2:
        return ()
    return _closed(
        [(".".join(map(str, c.number)), c.title, len(c.number), c.start) for c in chain], len(text)
    )


def section_path(sections: Sequence[Section], position: int) -> tuple[Section, ...]:
    """Return the sections around a position, outermost first."""
    around = [s for s in sections if s.start <= position < s.end]
    return tuple(sorted(around, key=lambda section: (section.level, section.start)))


def _closed(opened: Sequence[tuple[str, str, int, int]], length: int) -> tuple[Section, ...]:
    """Give each section its end, in one walk from the last to the first."""
    closed = []
    next_at: dict[int, int] = {}  # level to where the next section of that level begins
    for number, title, level, start in reversed(opened):
        end = min((at for other, at in next_at.items() if other <= level), default=length)
        closed.append(Section(number, title, level, start, end))
        next_at = {other: at for other, at in next_at.items() if other < level} | {level: start}
    return tuple(reversed(closed))


def _candidates(text: str) -> list[_Candidate]:
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    contents_end = _end_of_contents(lines)
    shapes = {
        row: match
        for row, line in enumerate(lines)
        if row >= contents_end and (match := _shape(line)) is not None
    }
    found = []
    for row, match in shapes.items():
        title = match["title"].strip("*_ ")
        if not _is_title(title):
            continue
        number = tuple(int(part) for part in match["number"].split("."))
        weight = _weight(row, match, lines, shapes)
        found.append(_Candidate(number, title, starts[row], starts[row] + len(lines[row]), weight))
    return _without_entries(found)


def _without_entries(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """Drop lines that come again farther on: those are entries of a table of contents."""
    kept: list[_Candidate] = []
    later: set[tuple[Number, str]] = set()
    for candidate in reversed(candidates):
        title = candidate.title.casefold()
        entry = re.sub(r"\s+[0-9ivxlc]{1,4}$", "", title)
        if not {(candidate.number, title), (candidate.number, entry)} & later:
            kept.append(candidate)
        later.add((candidate.number, title))
    return kept[::-1]


def _shape(line: str) -> re.Match[str] | None:
    return NUMBERED.match(line) if len(line) < LONGEST_TITLE + 30 else None


def _is_title(title: str) -> bool:
    return (
        len(title) <= LONGEST_TITLE
        and not NOT_A_TITLE.search(title)
        and not ENDS_IN_PAGE_NUMBER.search(title)
        and any(character.isalpha() for character in title)
    )


def _end_of_contents(lines: Sequence[str]) -> int:
    """Return the row after the table of contents, 0 without one.

    From the word "Contents" on, the table goes on while lines look like its entries:
    numbers, page numbers or dots; it ends before the first number that starts anew, or
    where text begins.
    """
    start = next((row for row, line in enumerate(lines) if CONTENTS.match(line)), None)
    if start is None:
        return 0
    end, others = start + 1, 0
    seen: set[str] = set()
    for row in range(start + 1, len(lines)):
        line = lines[row].strip()
        match = _shape(line)
        paged = bool(re.search(r"[\t .…][0-9]{1,4}$", line)) and len(line) < LONGEST_TITLE
        if match and match["number"] in seen and not paged:
            break
        if match or paged:
            end, others = row + 1, 0
            seen |= {match["number"]} if match else set()
        elif line and (len(line) > LONGEST_TITLE or (others := others + 1) > 2):
            break
    return end


def _weight(
    row: int, match: re.Match[str], lines: Sequence[str], shapes: dict[int, re.Match[str]]
) -> float:
    before = next((r for r in range(row - 1, -1, -1) if lines[r].strip()), None)
    after = next((r for r in range(row + 1, len(lines)) if lines[r].strip()), None)
    depth = match["number"].count(".")
    weight = HAS_STOP * (match["stop"] == ".") + SUBNUMBERED * (depth > 0)
    if row in {0, len(lines) - 1} or not (lines[row - 1].strip() or lines[row + 1].strip()):
        weight += STANDS_ALONE
    if after is not None and after not in shapes and len(lines[after].split()) > 5:
        weight += OPENS_TEXT
    if after in shapes and shapes[after]["number"] == f"{match['number']}.1":
        weight += OPENS_CHILD
    for neighbour in (before, after):
        if neighbour in shapes and shapes[neighbour]["number"].count(".") == depth:
            weight += IN_A_RUN
    return weight


def _follows(before: Number, after: Number) -> bool:
    """Say whether a number is the next heading's: first below, next beside, or next above."""
    if after == (*before, 1):
        return True
    depth = len(after)
    if depth > len(before):
        return False
    return after[:-1] == before[: depth - 1] and after[-1] == before[depth - 1] + 1


def _best_chain(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    best: list[float] = []
    came_from: list[int | None] = []
    for index, candidate in enumerate(candidates):
        # A chain should begin with 1; another beginning is a leap.
        total, origin = (0.0 if candidate.number in {(1,), (1, 1)} else LEAP), None
        for earlier in range(max(0, index - LOOK_BACK), index):
            if candidates[earlier].number >= candidate.number:
                continue
            step = 0.0 if _follows(candidates[earlier].number, candidate.number) else LEAP
            if best[earlier] + step > total:
                total, origin = best[earlier] + step, earlier
        best.append(total + candidate.weight)
        came_from.append(origin)
    chain: list[_Candidate] = []
    at = max(range(len(best)), key=best.__getitem__) if best else None
    if at is None or best[at] <= LEAST_WEIGHT:
        return []
    while at is not None:
        chain.append(candidates[at])
        at = came_from[at]
    return chain[::-1]
