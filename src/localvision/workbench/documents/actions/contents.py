"""Storing what stands in new texts: speakers, turns, sections, passages and their marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db import models

from localvision.workbench.documents.arrivals import Arrival, NewPassage, NewSource
from localvision.workbench.documents.models import (
    Passage,
    PassageEdit,
    Section,
    SourceText,
    Speaker,
    Turn,
)
from localvision.workbench.programmes.viewers import Viewer

ROWS = 500


def store_contents(
    by: Viewer, texts: Sequence[SourceText], news: Sequence[NewSource]
) -> list[Arrival]:
    """Store the contents of several texts, one bulk write a table."""
    pairs = list(zip(texts, news, strict=True))
    speakers = _bulk(Speaker, pairs, _speakers, lambda s: (s.text_id, s.label))
    sections = _bulk(Section, pairs, _sections, lambda s: (s.text_id, s.start, s.level))
    Turn.objects.bulk_create(
        (turn for text, new in pairs for turn in _turns(text, new, speakers)), batch_size=ROWS
    )
    rows = [row for text, new in pairs for row in _passages(text, new, sections)]
    Passage.objects.bulk_create(rows, batch_size=ROWS)
    spans = {(p.text_id, p.start, p.end): p for p in rows}
    PassageEdit.objects.bulk_create(
        (edit for text, new in pairs for edit in _edits(by, text, new, spans)), batch_size=ROWS
    )
    return [_arrival(text, spans) for text, _ in pairs]


def _bulk(
    model: type[models.Model],
    pairs: list[tuple[SourceText, NewSource]],
    rows_of: Callable[[SourceText, NewSource], list[Any]],
    key: Callable[[Any], tuple[Any, ...]],
) -> dict[tuple[Any, ...], Any]:
    rows = [row for text, new in pairs for row in rows_of(text, new)]
    made = model._default_manager.bulk_create(rows, batch_size=ROWS)
    return {key(row): row for row in made}


def _speakers(text: SourceText, new: NewSource) -> list[Speaker]:
    return [
        Speaker(
            text=text,
            label=s.label[:200],
            role=s.role,
            interviewer=s.interviewer,
            person_id=s.person_id,
        )
        for s in new.speakers
    ]


def _sections(text: SourceText, new: NewSource) -> list[Section]:
    return [
        Section(
            text=text, number=s.number, title=s.title[:300], level=s.level, start=s.start, end=s.end
        )
        for s in new.sections
    ]


def _turns(
    text: SourceText, new: NewSource, speakers: dict[tuple[Any, ...], Speaker]
) -> list[Turn]:
    return [
        Turn(
            text=text,
            number=number,
            speaker=speakers.get((text.pk, t.speaker[:200])),
            start=t.start,
            words_start=t.words_start,
            end=t.end,
            starts_s=t.starts_s,
            ends_s=t.ends_s,
        )
        for number, t in enumerate(new.turns, start=1)
    ]


def _passages(
    text: SourceText, new: NewSource, sections: dict[tuple[Any, ...], Section]
) -> list[Passage]:
    return [
        Passage(
            text=text,
            start=p.start,
            end=p.end,
            quote=new.text[p.start : p.end],
            kind=p.kind,
            attributed=p.attributed,
            role=p.role,
            raw_role=p.raw_role,
            person_id=p.person_id,
            section=_section_of(p, text, sections),
        )
        for p in {(p.start, p.end): p for p in new.passages}.values()
    ]


def _section_of(
    new: NewPassage, text: SourceText, sections: dict[tuple[Any, ...], Section]
) -> Section | None:
    found = new.section
    return sections[(text.pk, found.start, found.level)] if found else None


def _edits(
    by: Viewer, text: SourceText, new: NewSource, spans: dict[tuple[int, int, int], Passage]
) -> list[PassageEdit]:
    return [
        PassageEdit(
            passage=spans[(text.pk, p.start, p.end)],
            kind=m.kind,
            start=m.start,
            end=m.end,
            shown=m.shown,
            made_by=by.account,
            reason="As in the source.",
        )
        for p in new.passages
        for m in p.marks
    ]


def _arrival(text: SourceText, spans: dict[tuple[int, int, int], Passage]) -> Arrival:
    mine = {(s, e): p for (pk, s, e), p in spans.items() if pk == text.pk}
    return Arrival(text.source, mine)
