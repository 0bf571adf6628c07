"""What goes over the wire. Offsets are code points, an end is exclusive, times are ISO 8601."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from ninja import Schema

from localvision.errors import LocalVisionError
from localvision.workbench.coding.models import Coding
from localvision.workbench.coding.queries.cells import Reading
from localvision.workbench.coding.queries.transcripts import Transcript
from localvision.workbench.coding.rules import can_remove
from localvision.workbench.documents.models import Passage
from localvision.workbench.programmes.models import FrameItem
from localvision.workbench.programmes.viewers import Viewer

SHORTCUTS = "123456789"


class CodingOut(Schema):
    """One coding. `own` says that the reader made it, `removable` that they may take it out."""

    id: int
    passage_id: int
    start: int
    end: int
    item_key: str
    label: str
    cluster: str
    meant: str
    note: str
    coder: str
    own: bool
    removable: bool
    round: int
    origin: str
    at: datetime
    removed: bool = False


class ItemOut(Schema):
    """One code in use with its rules; `shortcut` is a number key, or empty."""

    key: str
    label: str
    cluster: str
    parent: str
    definition: str
    use_when: str
    not_when: str
    example: str
    shortcut: str


class SourceOut(Schema):
    """Everything that the coder needs besides the words, which stand in the page."""

    text_version: int
    may_code: bool
    codings: list[CodingOut]
    items: list[ItemOut]


class WordsIn(Schema):
    """Words to be coded: a span of one version of the text, and the code's key."""

    text_version: int
    start: int
    end: int
    item_key: str
    request_key: UUID


class ProblemOut(Schema):
    """What was wrong, as every error of the house says it."""

    code: str
    what: str
    remedy: str


class ProblemsOut(Schema):
    """One list of what was wrong."""

    problems: list[ProblemOut]


def source_out(viewer: Viewer, transcript: Transcript, may_code: bool) -> dict[str, Any]:
    """Return a transcript's codings and codes."""
    return {
        "text_version": transcript.text.version,
        "may_code": may_code,
        "codings": [reading_out(viewer, *each) for each in transcript.codings],
        "items": items_out(transcript.frame.codable),
    }


def reading_out(viewer: Viewer, passage: Passage, reading: Reading) -> dict[str, Any]:
    """Return one coding as the transcript holds it."""
    return {
        "id": reading.coding_id,
        "passage_id": passage.pk,
        "start": passage.start,
        "end": passage.end,
        "item_key": reading.key,
        "label": reading.label,
        "cluster": reading.cluster,
        "meant": reading.meant,
        "note": reading.note,
        "coder": reading.coder,
        "own": reading.coder_id == viewer.account.pk,
        "removable": reading.removable_by(viewer.account.pk),
        "round": reading.round,
        "origin": reading.origin,
        "at": reading.at,
    }


def coding_out(viewer: Viewer, coding: Coding) -> dict[str, Any]:
    """Return one coding as it was just written."""
    return {
        "id": coding.pk,
        "passage_id": coding.passage_id,
        "start": coding.passage.start,
        "end": coding.passage.end,
        "item_key": coding.item.key,
        "label": coding.item.label,
        "cluster": coding.item.cluster,
        "meant": "",
        "note": "",
        "coder": coding.coder.name,
        "own": coding.coder_id == viewer.account.pk,
        "removable": can_remove(coding, viewer.account.pk),
        "round": coding.round,
        "origin": coding.origin,
        "at": coding.coded_at,
        "removed": coding.removed_at is not None,
    }


def items_out(items: list[FrameItem]) -> list[dict[str, Any]]:
    """Return codes with their rules, the first nine with a number key."""
    keys = [*SHORTCUTS, *[""] * len(items)]
    return [_item_out(item, key) for item, key in zip(items, keys, strict=False)]


def _item_out(item: FrameItem, shortcut: str) -> dict[str, Any]:
    wording = list(item.wordings.all())[-1]
    return {
        "key": item.key,
        "label": item.label,
        "cluster": item.cluster,
        "parent": item.parent.key if item.parent else "",
        "definition": wording.definition,
        "use_when": wording.use_when,
        "not_when": wording.not_when,
        "example": wording.example,
        "shortcut": shortcut,
    }


def problems_out(error: LocalVisionError) -> dict[str, Any]:
    """Return what was wrong."""
    return {
        "problems": [
            {"code": each.code, "what": each.what, "remedy": each.remedy} for each in error.problems
        ]
    }
