"""Cutting passages, and marking what must not be seen of them."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from localvision.errors import workbench as messages
from localvision.workbench.accounts.enums import Capability
from localvision.workbench.documents.enums import EditKind, PassageKind
from localvision.workbench.documents.models import Passage, PassageEdit, SourceText, Turn
from localvision.workbench.documents.queries import sources_for
from localvision.workbench.platform.audit import Thing, record
from localvision.workbench.programmes.viewers import Viewer


@transaction.atomic
def cut_passage(*, by: Viewer, text: SourceText, start: int, end: int, **facts: Any) -> Passage:
    """Return the passage of this span, cut when it is new.

    Role and person are those of the turn that holds the passage, where it is one turn.
    Raises `passage.not-in-text` where the span is empty or beyond the text.
    """
    by.check(Capability.CODE)
    if not sources_for(by).filter(pk=text.source_id).exists():
        raise messages.NO_SOURCE.error(key=text.source_id)
    if not 0 <= start < end <= text.length:
        raise messages.PASSAGE_NOT_IN_TEXT.error(start=start, end=end, length=text.length)
    speaking = {**_who_speaks(text, start, end), **facts}
    passage, new = Passage.objects.get_or_create(
        text=text,
        start=start,
        end=end,
        defaults={"quote": text.text[start:end], **speaking},
    )
    if new:
        _record(by, "passage.cut", passage, "A passage was cut.")
    return passage


@transaction.atomic
def mark_edit(
    *,
    by: Viewer,
    passage: Passage,
    kind: str,
    start: int,
    end: int,
    shown: str = "",
    reason: str = "",
) -> PassageEdit:
    """Mark a redaction, insertion or omission; the source's own words stay untouched.

    Raises `passage.edit-outside` where the edit is not inside the passage, or overlaps another.
    """
    by.check(Capability.CODE)
    inside = passage.start <= start <= end <= passage.end
    needs_words = kind != EditKind.INSERTION and start == end
    overlaps = passage.edits.filter(start__lt=end, end__gt=start).exists()
    if not inside or needs_words or overlaps:
        raise messages.EDIT_OUTSIDE.error(start=start, end=end)
    edit = PassageEdit.objects.create(
        passage=passage,
        kind=EditKind(kind),
        start=start,
        end=end,
        shown=shown,
        reason=reason,
        made_by=by.account,
    )
    Passage.objects.filter(pk=passage.pk, kind=PassageKind.VERBATIM).update(kind=PassageKind.EDITED)
    _record(by, "passage.edited", passage, f"A {EditKind(kind).label.lower()} was marked.")
    return edit


@transaction.atomic
def unmark_edit(*, by: Viewer, edit: PassageEdit) -> None:
    """Take a marked edit back."""
    by.check(Capability.CODE)
    passage = edit.passage
    edit.delete()
    if not passage.edits.exists():
        Passage.objects.filter(pk=passage.pk, kind=PassageKind.EDITED).update(
            kind=PassageKind.VERBATIM
        )
    _record(by, "passage.unedited", passage, "A marked edit was taken back.")


@transaction.atomic
def set_passage_kind(*, by: Viewer, passage: Passage, kind: str) -> None:
    """Say whether the words are verbatim, edited or a paraphrase (R229)."""
    by.check(Capability.CODE)
    passage.kind = PassageKind(kind)
    passage.save(update_fields=["kind"])
    _record(by, "passage.kind-set", passage, f"Words marked as {passage.get_kind_display()}.")


def _who_speaks(text: SourceText, start: int, end: int) -> dict[str, Any]:
    """Return role and person of the one speaker whose turn holds the span, else the source's."""
    turns = list(
        Turn.objects.filter(text=text, start__lt=end, end__gt=start).select_related("speaker")
    )
    speakers = {turn.speaker_id: turn.speaker for turn in turns if turn.speaker}
    if len(speakers) == 1:
        (speaker,) = speakers.values()
        if not speaker.interviewer:
            role = speaker.role or text.source.role
            return {"role": role, "raw_role": speaker.label, "person": speaker.person}
    return {} if turns else {"role": text.source.role}


def _record(by: Viewer, verb: str, passage: Passage, summary: str) -> None:
    record(
        by=by.account,
        verb=verb,
        thing=Thing("passage", str(passage.pk)),
        summary=summary,
        programme_key=str(by.programme.pk),
    )
