"""A transcript as the coder reads it: turns, words, and what was coded where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import QuerySet

from localvision.workbench.coding.models import Coding
from localvision.workbench.coding.queries.cells import Reading, readings_of
from localvision.workbench.coding.queries.frames import FrameNow, frame_now
from localvision.workbench.coding.queries.reach import codings_to_read
from localvision.workbench.documents.models import Passage, SourceText
from localvision.workbench.documents.queries import passages_for, sources_for, text_for
from localvision.workbench.documents.transcripts import Paragraph, paragraphs
from localvision.workbench.programmes.queries import role_labels
from localvision.workbench.programmes.viewers import Viewer


@dataclass(frozen=True, slots=True)
class Marked:
    """Coded words of the transcript with every reading of them."""

    passage: Passage
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class CodedTurn:
    """A turn (or paragraph) with the coded passages that begin in it."""

    paragraph: Paragraph
    marked: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Transcript:
    """One version of a source's text, ready to be read and coded."""

    text: SourceText
    frame: FrameNow
    turns: tuple[CodedTurn, ...]
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

    def removable_by(self, account_id: int) -> frozenset[int]:
        """Return the codings that somebody may take out."""
        return frozenset(r.coding_id for _, r in self.codings if r.removable_by(account_id))

    def turn(self, number: int | None) -> CodedTurn | None:
        """Return the turn of a number, or None where there is none."""
        return next((t for t in self.turns if t.paragraph.number == number), None)


def transcript_for(viewer: Viewer, source_key: str, frame_key: str = "themes") -> Transcript | None:
    """Return the newest text of a source with its codings, or None where there is none.

    A fixed number of database queries, whatever the length of the text.
    """
    text = text_for(viewer, source_key)
    now = frame_now(viewer, frame_key)
    if text is None or now is None:
        return None
    codings = codings_to_read(viewer, now).filter(text__source_id=text.source_id)
    marked = _marked_by_place(now, codings.filter(text=text))
    turns = tuple(_with_marks(paragraphs(text), marked))
    earlier = codings.exclude(text=text).count() if text.version > 1 else 0
    role = role_labels(viewer).get(text.source.role, text.source.role)
    return Transcript(text, now, turns, role, earlier)


def newest_text(viewer: Viewer, source_key: str) -> SourceText | None:
    """Return the newest text of a source that the viewer may read, without its turns."""
    texts = SourceText.objects.filter(
        source__in=sources_for(viewer), source__key=source_key
    ).select_related("source")
    return texts.order_by("-version").first()


def coding_here(viewer: Viewer, source_key: str, number: int) -> Coding | None:
    """Return a coding of a source, live or taken out, if the viewer may read its words."""
    return (
        Coding.objects.filter(
            pk=number, text__source__in=sources_for(viewer), text__source__key=source_key
        )
        .select_related("passage", "item", "coder", "text__source")
        .first()
    )


def coding_by_number(viewer: Viewer, number: int) -> Coding | None:
    """Return a coding, live or taken out, if the viewer may read its words."""
    return (
        Coding.objects.filter(pk=number, text__source__in=sources_for(viewer))
        .select_related("text__source")
        .first()
    )


def passage_by_number(viewer: Viewer, number: int) -> Passage | None:
    """Return a passage with its source, if the viewer may read its words."""
    return passages_for(viewer).filter(pk=number).first()


def _marked_by_place(now: FrameNow, codings: QuerySet[Coding]) -> list[Marked]:
    readings = readings_of(now, codings)
    passages = Passage.objects.filter(pk__in=list(readings)).order_by("start", "end")
    return [Marked(passage, tuple(readings[passage.pk])) for passage in passages]


def _with_marks(turns: list[Paragraph], marked: list[Marked]) -> Iterator[CodedTurn]:
    """Yield the turns, each with the passages that begin in it (or just before it)."""
    by_turn: defaultdict[int, list[Marked]] = defaultdict(list)
    place = 0
    for each in marked:
        while place + 1 < len(turns) and turns[place + 1].start <= each.passage.start:
            place += 1
        by_turn[place].append(each)
    for place, turn in enumerate(turns):
        yield CodedTurn(turn, tuple(by_turn[place]))
