"""Markdown: kept as written, marks and all; its # headings become sections."""

from __future__ import annotations

import re

from localvision.intake.draft import Draft, Heading
from localvision.intake.encodings import decode
from localvision.intake.reader import Reader

__all__ = ["FORMAT", "read"]

HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(\S.*?)[ \t#]*$")
FENCE = re.compile(r"^ {0,3}(```|~~~)")


def read(content: bytes, file_name: str) -> Draft:
    """Read Markdown as text; headings inside code fences are not headings."""
    decoded = decode(content, file_name)
    headings = _headings(decoded.text)
    top = next((h for h in headings if h.level == 1), None)
    return Draft(
        decoded.text,
        decoded.encoding,
        title=decoded.text[top.start : top.end] if top else "",
        headings=headings,
        problems=decoded.problems(file_name),
    )


def _headings(text: str) -> tuple[Heading, ...]:
    found: list[Heading] = []
    position, fenced = 0, False
    for line in text.split("\n"):
        fenced ^= bool(FENCE.match(line))
        match = HEADING.match(line)
        if match and not fenced:
            found.append(Heading(position + match.start(2), position + match.end(2), len(match[1])))
        position += len(line) + 1
    return tuple(found)


FORMAT = Reader("markdown", "Markdown", (".md", ".markdown"), lambda content: False, read)
