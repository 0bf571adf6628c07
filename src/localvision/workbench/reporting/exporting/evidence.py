"""Sources with their text, turns and passages; codings; invitations; people by code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Prefetch

from localvision.workbench.coding.queries import codings_for
from localvision.workbench.documents.models import Invitation, Passage, Section, SourceText, Turn
from localvision.workbench.documents.queries import passages_for, sources_for
from localvision.workbench.programmes.queries import people_for
from localvision.workbench.programmes.viewers import Viewer

#: So many sources are read at a time.
CHUNK = 50
PASSAGE_COLUMNS = (
    "passage", "source", "version", "start", "end", "kind", "role", "raw_role", "person",
    "place", "wave", "words", "marked_edits",
)  # fmt: skip
PEOPLE_COLUMNS = ("person", "role", "seniority", "organisation", "place", "joined_on", "left_on")
INVITATION_COLUMNS = ("person", "wave", "method", "invited_on", "outcome", "source")


def source_rows(viewer: Viewer) -> Iterator[dict[str, Any]]:
    """Yield sources, each with all versions of its text, turns, sections and passages."""
    texts = SourceText.objects.order_by("version").prefetch_related(
        Prefetch("turns", Turn.objects.select_related("speaker__person").order_by("number")),
        Prefetch("sections", Section.objects.order_by("start", "level")),
        Prefetch("passages", Passage.objects.select_related("person").order_by("start", "end")),
        "passages__edits",
    )
    sources = (
        sources_for(viewer)
        .select_related("locality", "project", "wave")
        .prefetch_related(Prefetch("texts", texts))
        .order_by("key")
    )
    for source in sources.iterator(chunk_size=CHUNK):
        yield {
            "key": source.key,
            "title": source.title,
            "kind": source.kind,
            "place": source.locality.key if source.locality else None,
            "project": source.project.key if source.project else None,
            "wave": source.wave.number if source.wave else None,
            "dated": source.dated,
            "role": source.role or None,
            "permitted_uses": source.permitted_uses,
            "texts": [_text(text) for text in source.texts.all()],
        }


def passage_rows(viewer: Viewer) -> Iterator[dict[str, Any]]:
    """Yield passages for a spreadsheet, in the order of the texts."""
    passages = passages_for(viewer).select_related("person").defer("text__text")
    for p in passages.order_by("text_id", "start", "end").iterator(chunk_size=1_000):
        source = p.text.source
        yield {
            **_span(p),
            "source": source.key,
            "version": p.text.version,
            "place": source.locality.key if source.locality else None,
            "wave": source.wave.number if source.wave else None,
            "words": p.quote,
            "marked_edits": len(p.edits.all()),
        }


def coding_rows(viewer: Viewer) -> Iterator[dict[str, Any]]:
    """Yield codings: passage, code, the version of the frame, coder by key, round and origin."""
    codings = codings_for(viewer).select_related("item__frame", "coder").order_by("pk")
    for coding in codings.iterator(chunk_size=1_000):
        yield {
            "passage": coding.passage_id,
            "frame": coding.item.frame.key,
            "code": coding.item.key,
            "frame_version": coding.frame_version,
            "coder": coding.coder.audit_key,
            "round": coding.round,
            "origin": coding.origin,
            "coded_at": coding.coded_at,
        }


def people_rows(viewer: Viewer) -> Iterator[dict[str, Any]]:
    """Yield people by code, with role and organisation; who they are is not read."""
    people = people_for(viewer).select_related("organisation", "locality").order_by("code")
    for person in people.iterator(chunk_size=1_000):
        yield {
            "person": person.code,
            "role": person.role,
            "seniority": person.seniority,
            "organisation": person.organisation.key if person.organisation else None,
            "place": person.locality.key if person.locality else None,
            "joined_on": person.joined_on,
            "left_on": person.left_on,
        }


def invitation_rows(viewer: Viewer) -> Iterator[dict[str, Any]]:
    """Yield who was asked, by code, and what came of it."""
    asked = (
        Invitation.objects.filter(programme=viewer.programme, person__in=people_for(viewer))
        .select_related("person", "wave", "source")
        .order_by("pk")
    )
    for each in asked.iterator(chunk_size=1_000):
        yield {
            "person": each.person.code,
            "wave": each.wave.number if each.wave else None,
            "method": each.instrument,
            "invited_on": each.invited_on,
            "outcome": each.outcome,
            "source": each.source.key if each.source else None,
        }


def _text(text: SourceText) -> dict[str, Any]:
    return {
        "version": text.version,
        "text": text.text,
        "sha256": text.sha256,
        "turns_confirmed": text.turns_confirmed,
        "turns": [_turn(turn) for turn in text.turns.all()],
        "sections": [
            {"number": s.number, "title": s.title, "level": s.level, "start": s.start, "end": s.end}
            for s in text.sections.all()
        ],
        "passages": [
            {
                **_span(p),
                "attributed": p.attributed,
                "marked_edits": [
                    {"kind": e.kind, "start": e.start, "end": e.end, "shown": e.shown}
                    for e in p.edits.all()
                ],
            }
            for p in text.passages.all()
        ],
    }


def _turn(turn: Turn) -> dict[str, Any]:
    speaker = turn.speaker
    return {
        "number": turn.number,
        "start": turn.start,
        "words_start": turn.words_start,
        "end": turn.end,
        "starts_s": turn.starts_s,
        "ends_s": turn.ends_s,
        "speaker": speaker.label if speaker else None,
        "role": speaker.role if speaker else None,
        "interviewer": speaker.interviewer if speaker else None,
        "person": speaker.person.code if speaker and speaker.person else None,
    }


def _span(p: Passage) -> dict[str, Any]:
    return {
        "passage": p.pk,
        "start": p.start,
        "end": p.end,
        "kind": p.kind,
        "role": p.role or None,
        "raw_role": p.raw_role or None,
        "person": p.person.code if p.person else None,
    }
