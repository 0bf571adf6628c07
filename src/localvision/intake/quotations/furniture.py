"""Page furniture: footnotes, page numbers, rules and running heads between the words.

A quotation may be broken by the foot of a page. To read across it, furniture is blanked
in a copy of the text, character for character, so that every offset still holds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
PAGE_NUMBER = re.compile(
    r"[-–—|]?\s*(?:page\s+)?[0-9]{1,4}(?:\s*(?:of|/)\s*[0-9]{1,4})?\s*[-–—|]?", re.IGNORECASE
)
RULE = re.compile(r"[-_–—=*\\\s]+")
LONGEST_PAGE_NUMBER = 30
FOOTNOTE = re.compile(
    rf"(?:[{SUPERSCRIPTS}]+|\$\^\{{?[0-9]+\}}?\$|\[\^[^\]\s]+\]:|<sup>[0-9]+</sup>)"
    r"|[0-9]{1,3}[ \t]+(?:See\b|Ibid\b|E\.g\.|Cf\.|https?://|www\."
    r"|[A-Z][^\n\"“”\[\]]{0,80}\((?:19|20)[0-9]{2}\))"
)
RUNNING_HEAD_TIMES = 3
LONGEST_RUNNING_HEAD = 80
# A running head closes no sentence, no quotation and no bracket.
SENTENCE_END = re.compile(r"[.?!:;,\"”’'\])]\s*$")

Span = tuple[int, int]


def furniture(text: str) -> tuple[Span, ...]:
    r"""Return the spans of lines that are furniture, in order.

    Examples
    --------
    >>> furniture("and so on\n\n¹ See Smith.\n\n12\n\nit went")
    ((11, 23), (25, 27))
    """
    lines = text.split("\n")
    running = _running_heads(lines)
    spans = []
    position, in_footnote = 0, False
    for line in lines:
        bare = line.strip()
        footnote = bool(FOOTNOTE.match(bare))
        in_footnote = footnote or (in_footnote and bool(bare) and not _starts_quote(bare))
        if bare and (in_footnote or _is_number_or_rule(bare) or _letters(bare) in running):
            spans.append((position, position + len(line)))
        position += len(line) + 1
    return tuple(spans)


def blank(text: str, spans: Sequence[Span]) -> str:
    """Return the text with spaces in place of the spans; no offset moves."""
    pieces, position = [], 0
    for start, end in spans:
        pieces += [text[position:start], " " * (end - start)]
        position = end
    return "".join([*pieces, text[position:]])


def _is_number_or_rule(line: str) -> bool:
    number = len(line) <= LONGEST_PAGE_NUMBER and PAGE_NUMBER.fullmatch(line)
    return bool(number or RULE.fullmatch(line))


def _running_heads(lines: Sequence[str]) -> frozenset[str]:
    counted = Counter(
        _letters(line)
        for line in lines
        if 3 < len(line.strip()) <= LONGEST_RUNNING_HEAD and not SENTENCE_END.search(line)
    )
    return frozenset(
        letters for letters, times in counted.items() if letters and times >= RUNNING_HEAD_TIMES
    )


def _letters(line: str) -> str:
    """Fold a line so that heads that differ only in the page number are one."""
    return " ".join(re.sub(r"[0-9]+", " ", line).casefold().split())


def _starts_quote(line: str) -> bool:
    return line[:1] in {'"', "“", "„", "«", "‘"}
