"""What a reader of one format hands back: text with what only that format knows of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from localvision.errors import Problem
from localvision.intake.document import Turn


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or table row on its way into the text.

    `level` is that of a heading (1 outermost), 0 for other text; `bold` is the number of
    characters at its start set in bold, a speaker's name perhaps; a `tight` block follows
    the one before it without an empty line, as table rows do.
    """

    text: str
    level: int = 0
    bold: int = 0
    tight: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a heading stands in the text, and how deep."""

    start: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A read format: `turns` is None where speakers must be looked for in the text."""

    text: str
    encoding: str = ""
    title: str = ""
    headings: tuple[Heading, ...] = ()
    bold_leads: tuple[tuple[int, int], ...] = ()
    turns: tuple[Turn, ...] | None = None
    problems: tuple[Problem, ...] = ()


def draft_from_blocks(
    blocks: Iterable[Block],
    *,
    title: str = "",
    encoding: str = "",
    problems: Iterable[Problem] = (),
) -> Draft:
    r"""Join blocks with an empty line between, remembering headings and bold beginnings.

    Blocks without words are left out.

    Examples
    --------
    >>> draft = draft_from_blocks([Block("Findings", level=1), Block("Trust grew.")])
    >>> draft.text
    'Findings\n\nTrust grew.'
    >>> draft.headings
    (Heading(start=0, end=8, level=1),)
    """
    parts: list[str] = []
    headings: list[Heading] = []
    bold_leads: list[tuple[int, int]] = []
    position = 0
    for block in blocks:
        if not block.text.strip():
            continue
        joint = "" if not parts else "\n" if block.tight else "\n\n"
        start = position + len(joint)
        position = start + len(block.text)
        parts += [joint, block.text]
        if block.level:
            headings.append(Heading(start, position, block.level))
        elif block.bold:
            bold_leads.append((start, start + block.bold))
    return Draft(
        text="".join(parts),
        encoding=encoding,
        title=title,
        headings=tuple(headings),
        bold_leads=tuple(bold_leads),
        problems=tuple(problems),
    )
