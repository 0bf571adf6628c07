"""A transcript as the coder reads it: turns, words, and what was coded where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from localvision.workbench.coding.models import Coding
from localvision.workbench.coding.queries.cells import Reading, readings_of
from localvision.workbench.coding.queries.frames import FrameNow, frame_now
from localvision.workbench.coding.queries.reach import codings_for
from localvision.workbench.documents.models import Passage, SourceText
from localvision.workbench.documents.queries import text_for
from localvision.workbench.programmes.queries import role_labels
from localvision.workbench.programmes.viewers import Viewer


@dataclass(frozen=True, slots=True)
class Marked:
    """Coded words of the transcript with every reading of them."""

    passage: Passage
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A turn of speech, or a paragraph where nobody's turns are known.

    `words` are exactly the text from `words_start` on, so that an offset in them is an offset
    in the text.
    """

    number: int
    start: int
    words_start: int
    end: int
    speaker: str
    interviewer: bool
    words: str
    marked: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Transcript:
    """One version of a source's text, ready to be read and coded."""

    text: SourceText
    frame: FrameNow
    turns: tuple[Stretch, ...]
    role: str
    codings_in_earlier_versions: int

    @property
    def turns_coded(self) -> int:
        """Turns in which a coded passage begins."""
        return sum(bool(turn.marked) for turn in self.turns)

    @property
    def codings(self) -> Iterator[tuple[Passage, Reading]]:
        """Every coding with its passage, in the order of the text."""
        for turn in self.turns:
            for marked in turn.marked:
                for reading in marked.readings:
                    yield marked.passage, reading


def transcript_for(viewer: Viewer, source_key: str, frame_key: str = "themes") -> Transcript | None:
    """Return the newest text of a source with its codings, or None where there is none.

    A fixed number of database queries, whatever the length of the text.
    """
    text = text_for(viewer, source_key)
    now = frame_now(viewer, frame_key)
    if text is None or now is None:
        return None
    source_codings = codings_for(viewer).filter(
        text__source_id=text.source_id, item__in=list(now.items)
    )
    here = source_codings.filter(text=text)
    marked = _marked_by_place(now, here)
    turns = tuple(_with_marks(list(_turns(text)), marked))
    earlier = source_codings.exclude(text=text).count() if text.version > 1 else 0
    role = role_labels(viewer).get(text.source.role, text.source.role)
    return Transcript(text, now, turns, role, earlier)


def _marked_by_place(now: FrameNow, codings: QuerySet[Coding]) -> list[Marked]:
    readings = readings_of(now, codings.select_related("passage"))
    passages = Passage.objects.filter(pk__in=list(readings)).order_by("start", "end")
    return [Marked(passage, tuple(readings[passage.pk])) for passage in passages]


def _turns(text: SourceText) -> Iterator[Stretch]:
    turns = list(text.turns.all())
    if not turns:
        yield from _paragraphs(text.text)
        return
    for turn in turns:
        speaker = turn.speaker
        yield Stretch(
            number=turn.number,
            start=turn.start,
            words_start=turn.words_start,
            end=turn.end,
            speaker=speaker.label if speaker else "",
            interviewer=bool(speaker and speaker.interviewer),
            words=text.text[turn.words_start : turn.end],
            marked=(),
        )


def _paragraphs(text: str) -> Iterator[Stretch]:
    """Yield the lines that hold words, as turns without a speaker."""
    start = number = 0
    for line in text.split("\n"):
        if line.strip():
            number += 1
            yield Stretch(number, start, start, start + len(line), "", False, line, ())
        start += len(line) + 1


def _with_marks(turns: list[Stretch], marked: list[Marked]) -> Iterator[Stretch]:
    """Yield the turns, each with the passages that begin in it (or just before it)."""
    by_turn: defaultdict[int, list[Marked]] = defaultdict(list)
    place = 0
    for each in marked:
        while place + 1 < len(turns) and turns[place + 1].start <= each.passage.start:
            place += 1
        by_turn[place].append(each)
    for place, turn in enumerate(turns):
        yield Stretch(
            turn.number,
            turn.start,
            turn.words_start,
            turn.end,
            turn.speaker,
            turn.interviewer,
            turn.words,
            tuple(by_turn[place]),
        )
