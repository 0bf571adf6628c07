"""Coding words, taking a coding out, and putting it back."""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from localvision.errors import workbench as workbench_messages
from localvision.errors import workbench_coding as messages
from localvision.workbench.accounts.enums import Capability
from localvision.workbench.coding.actions.findable import refresh_passages
from localvision.workbench.coding.enums import Origin
from localvision.workbench.coding.models import LIVE, Coding
from localvision.workbench.coding.rules import check_removable
from localvision.workbench.documents.actions import cut_passage
from localvision.workbench.documents.models import Passage, SourceText
from localvision.workbench.documents.queries import sources_for
from localvision.workbench.platform.audit import Thing, record
from localvision.workbench.programmes.models import FrameItem
from localvision.workbench.programmes.viewers import Viewer


@transaction.atomic
def code_passage(
    *,
    by: Viewer,
    text: SourceText,
    start: int,
    end: int,
    item_key: str,
    request_key: UUID | None = None,
    frame_key: str = "themes",
    round: int = 1,
    origin: str = Origin.PERSON,
) -> Coding:
    """Code the words from `start` to `end` (code points, end exclusive) as an item in use.

    The same request key, or the same words, item and round of the same coder, give the coding
    that is there already: a request sent twice never codes twice. Raises `frame.no-item`,
    `passage.not-in-text`, `coding.request-key-used`.
    """
    by.check(Capability.CODE)
    earlier = _of_request(by, request_key, (text.pk, start, end, item_key))
    if earlier is not None:
        return earlier
    item = _item_in_use(by, frame_key, item_key)
    passage = cut_passage(by=by, text=text, start=start, end=end)
    coding, new = _live_or_new(by, passage, item, round, origin, request_key)
    if new:
        _record(by, "coding.added", coding, "Words were coded.")
        refresh_passages([passage.pk])
    return coding


@transaction.atomic
def remove_coding(*, by: Viewer, coding: Coding) -> Coding:
    """Take a coding out; it is kept, out of every count, and can be put back.

    Taking it out twice changes nothing. Raises `coding.not-found`, `coding.of-another`.
    """
    coding = _reachable(by, coding)
    check_removable(coding, by.account.pk)
    if coding.removed_at is None:
        coding.removed_at, coding.removed_by = timezone.now(), by.account
        coding.save(update_fields=["removed_at", "removed_by"])
        _record(by, "coding.removed", coding, "A coding was taken out.")
        refresh_passages([coding.passage_id])
    return coding


@transaction.atomic
def restore_coding(*, by: Viewer, coding: Coding) -> Coding:
    """Put a coding back; where the same was coded anew meanwhile, that one is returned.

    Raises `coding.not-found`, `coding.of-another`.
    """
    coding = _reachable(by, coding)
    check_removable(coding, by.account.pk)
    if coding.removed_at is None:
        return coding
    anew = Coding.objects.filter(LIVE, **_identity(coding)).first()
    if anew is not None:
        return anew
    coding.removed_at = coding.removed_by = None
    coding.save(update_fields=["removed_at", "removed_by"])
    _record(by, "coding.restored", coding, "A coding was put back.")
    refresh_passages([coding.passage_id])
    return coding


def _of_request(
    by: Viewer, request_key: UUID | None, asked: tuple[int, int, int, str]
) -> Coding | None:
    if request_key is None:
        return None
    found = (
        Coding.objects.filter(request_key=request_key)
        .select_related("passage", "item", "coder")
        .first()
    )
    if found is None:
        return None
    made = (found.text_id, found.passage.start, found.passage.end, found.item.key)
    if made != asked or found.coder_id != by.account.pk:
        raise messages.REQUEST_KEY_USED.error()
    return found


def _item_in_use(by: Viewer, frame_key: str, item_key: str) -> FrameItem:
    items = FrameItem.objects.filter(
        frame__programme=by.programme, frame__key=frame_key, retired_in=None
    ).select_related("frame")
    item = items.filter(key=item_key).first()
    if item is None:
        choices = ", ".join(items.values_list("key", flat=True))
        raise workbench_messages.NO_FRAME_ITEM.error(frame=frame_key, key=item_key, choices=choices)
    return item


def _live_or_new(
    by: Viewer,
    passage: Passage,
    item: FrameItem,
    round: int,
    origin: str,
    request_key: UUID | None,
) -> tuple[Coding, bool]:
    same = Coding.objects.filter(LIVE, passage=passage, item=item, coder=by.account, round=round)
    found = same.first()
    if found is not None:
        return found, False
    new = Coding(
        passage=passage,
        text_id=passage.text_id,
        start=passage.start,
        item=item,
        frame_version=item.frame.version,
        coder=by.account,
        round=round,
        origin=Origin(origin),
        request_key=request_key,
        coded_at=timezone.now(),
    )
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError:
        # Somebody sent the same in the same moment: theirs stands, and is what was asked for.
        return same.get(), False
    return new, True


def _reachable(by: Viewer, coding: Coding) -> Coding:
    by.check(Capability.CODE)
    found = (
        Coding.objects.select_for_update(of=("self",))
        .filter(pk=coding.pk, text__source__in=sources_for(by))
        .select_related("passage", "item", "coder")
        .first()
    )
    if found is None:
        raise messages.CODING_NOT_FOUND.error(key=coding.pk)
    return found


def _identity(coding: Coding) -> dict[str, int]:
    return {
        "passage_id": coding.passage_id,
        "item_id": coding.item_id,
        "coder_id": coding.coder_id,
        "round": coding.round,
    }


def _record(by: Viewer, verb: str, coding: Coding, summary: str) -> None:
    record(
        by=by.account,
        verb=verb,
        thing=Thing("coding", str(coding.pk)),
        summary=summary,
        programme_key=str(by.programme.pk),
        facts={
            "passage": coding.passage_id,
            "item": coding.item.key,
            "frame_version": coding.frame_version,
            "round": coding.round,
            "origin": str(coding.origin),
        },
    )
