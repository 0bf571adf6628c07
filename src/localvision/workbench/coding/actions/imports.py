"""Bringing in many codings at once: from a report, an example or another tool."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.db import transaction
from django.utils import timezone

from localvision.errors import workbench_coding as messages
from localvision.workbench.accounts.enums import Capability
from localvision.workbench.accounts.models import Account
from localvision.workbench.coding.actions.findable import refresh_passages
from localvision.workbench.coding.enums import Origin
from localvision.workbench.coding.models import LIVE, Coding
from localvision.workbench.documents.models import Passage
from localvision.workbench.platform.audit import Thing, record
from localvision.workbench.programmes.models import Frame, FrameItem
from localvision.workbench.programmes.viewers import Viewer

BATCH = 1_000


@dataclass(frozen=True, slots=True)
class NewCoding:
    """One coding to bring in; `coded_at` None means now."""

    passage: Passage
    item: FrameItem
    coder: Account
    round: int = 1
    origin: str = Origin.IMPORT
    coded_at: datetime | None = None


Key = tuple[int, int, int, int]


@transaction.atomic
def import_codings(*, by: Viewer, codings: Iterable[NewCoding]) -> int:
    """Bring in codings, in batches, all or none; those that are there already stay as they are.

    Returns how many are new. Raises `coding.passage-elsewhere` where a passage or a code is
    not of this programme.
    """
    by.check(Capability.CODE)
    versions = dict(Frame.objects.filter(programme=by.programme).values_list("pk", "version"))
    done = sum(_store(by, batch, versions) for batch in _batches(codings))
    record(
        by=by.account,
        verb="codings.imported",
        thing=Thing("programme", str(by.programme.pk)),
        summary=f"{done} codings were brought in.",
        programme_key=str(by.programme.pk),
        facts={"codings": done},
    )
    return done


def _batches(codings: Iterable[NewCoding]) -> Iterator[list[NewCoding]]:
    rest = iter(codings)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _store(by: Viewer, batch: list[NewCoding], versions: dict[int, int]) -> int:
    _check_ours(by, batch, versions)
    there = _there_already(batch)
    new = {_key(each): each for each in batch if _key(each) not in there}
    now = timezone.now()
    Coding.objects.bulk_create(
        [_row(each, versions[each.item.frame_id], now) for each in new.values()], batch_size=500
    )
    refresh_passages({each.passage.pk for each in new.values()})
    return len(new)


def _check_ours(by: Viewer, batch: list[NewCoding], versions: dict[int, int]) -> None:
    passages = {each.passage.pk for each in batch}
    ours = set(
        Passage.objects.filter(pk__in=passages, text__source__programme=by.programme).values_list(
            "pk", flat=True
        )
    )
    strange = [
        each for each in batch if each.passage.pk not in ours or each.item.frame_id not in versions
    ]
    if strange:
        raise messages.PASSAGE_ELSEWHERE.error(n=len(strange))


def _there_already(batch: list[NewCoding]) -> set[Key]:
    passages = {each.passage.pk for each in batch}
    return set(
        Coding.objects.filter(LIVE, passage_id__in=passages).values_list(
            "passage_id", "item_id", "coder_id", "round"
        )
    )


def _key(each: NewCoding) -> Key:
    return each.passage.pk, each.item.pk, each.coder.pk, each.round


def _row(each: NewCoding, version: int, now: datetime) -> Coding:
    return Coding(
        passage=each.passage,
        text_id=each.passage.text_id,
        start=each.passage.start,
        item=each.item,
        frame_version=version,
        coder=each.coder,
        round=each.round,
        origin=Origin(each.origin),
        coded_at=each.coded_at or now,
    )
