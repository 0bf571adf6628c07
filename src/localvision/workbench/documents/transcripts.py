"""A text cut for reading: turns with their speaker, or plain paragraphs; every offset kept."""

from __future__ import annotations

import re
from dataclasses import dataclass

from localvision.workbench.documents.models import SourceText

PARAGRAPH = re.compile(r"\S(?:.*?\S)?(?=[^\S\n]*\n\s*\n|\s*\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One stretch of the text to be drawn; `speaker` is empty where nobody is named.

    `start`..`end` are code points of the text, and `words` is exactly what stands there.
    """

    number: int
    start: int
    end: int
    words: str
    speaker: str = ""
    interviewer: bool = False


def paragraphs(text: SourceText) -> list[Paragraph]:
    """Return the text as turns where it has them, else as paragraphs.

    What stands before the first turn, between turns or after the last is drawn as paragraphs:
    no word of a source is ever out of sight.
    """
    drawn: list[Paragraph] = []
    reached = 0
    for turn in text.turns.all():
        drawn += _plain(text.text, reached, turn.start, len(drawn))
        speaker = turn.speaker
        drawn.append(
            Paragraph(
                len(drawn) + 1,
                turn.words_start,
                turn.end,
                text.text[turn.words_start : turn.end],
                speaker.label if speaker else "",
                bool(speaker and speaker.interviewer),
            )
        )
        reached = max(reached, turn.end)
    return drawn + _plain(text.text, reached, len(text.text), len(drawn))


def paragraph_at(drawn: list[Paragraph], offset: int) -> int:
    """Return the number of the paragraph that holds an offset, or the last one before it."""
    before = [each.number for each in drawn if each.start <= offset]
    return before[-1] if before else 1


def _plain(text: str, start: int, end: int, drawn: int) -> list[Paragraph]:
    return [
        Paragraph(number, found.start(), found.end(), found.group())
        for number, found in enumerate(PARAGRAPH.finditer(text, start, end), start=drawn + 1)
    ]
