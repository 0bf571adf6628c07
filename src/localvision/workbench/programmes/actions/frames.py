"""Changing a frame: each change makes its next version, and no old coding changes its meaning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max

from localvision.errors import workbench as messages
from localvision.workbench.accounts.enums import Capability
from localvision.workbench.platform.audit import Thing, record
from localvision.workbench.programmes.actions.findable import refresh_items
from localvision.workbench.programmes.enums import ChangeKind
from localvision.workbench.programmes.models import (
    Frame,
    FrameChange,
    FrameItem,
    FrameItemWording,
)
from localvision.workbench.programmes.viewers import Viewer

WORDING = ("label", "definition", "use_when", "not_when", "example")


@transaction.atomic
def add_item(
    *,
    by: Viewer,
    frame: Frame,
    key: str,
    wording: Mapping[str, str],
    cluster: str = "",
    parent: FrameItem | None = None,
    reason: str = "",
) -> FrameItem:
    """Add an item; raises `frame.item-exists` where the key is taken, even by a retired one."""
    frame = _next_version(by, frame)
    item = _make_item(frame, key, wording, cluster, parent)
    _note_change(by, frame, ChangeKind.ADDED, [], [item], reason)
    return item


@transaction.atomic
def reword_item(
    *, by: Viewer, item: FrameItem, wording: Mapping[str, str], reason: str = ""
) -> FrameItem:
    """Rename or redefine an item; words not given stay as they were."""
    frame = _next_version(by, item.frame)
    item = _in_use(frame, item)
    last = item.wordings.latest("version")
    words = {field: wording.get(field, getattr(last, field)) for field in WORDING}
    FrameItemWording.objects.create(item=item, version=frame.version, **words)
    item.label = words["label"]
    item.save(update_fields=["label"])
    _note_change(by, frame, ChangeKind.REWORDED, [item], [item], reason)
    return item


@transaction.atomic
def split_item(
    *, by: Viewer, item: FrameItem, into: Sequence[Mapping[str, Any]], reason: str = ""
) -> list[FrameItem]:
    """Split an item into two or more new ones, each `{"key": ..., "label": ..., ...}`.

    Codings of the old item keep it, and wait for a person to recode them.
    """
    _at_least_two("A split", into)
    frame = _next_version(by, item.frame)
    item = _in_use(frame, item)
    made = [_make_item(frame, part["key"], part, item.cluster, item.parent) for part in into]
    _retire(frame, [item])
    _note_change(by, frame, ChangeKind.SPLIT, [item], made, reason)
    return made


@transaction.atomic
def merge_items(
    *,
    by: Viewer,
    items: Sequence[FrameItem],
    key: str,
    wording: Mapping[str, str],
    reason: str = "",
) -> FrameItem:
    """Merge items into a new one. Old codings keep their item and count under the new one."""
    _at_least_two("A merge", items)
    frame = _next_version(by, items[0].frame)
    merged = [_in_use(frame, item) for item in items]
    made = _make_item(frame, key, wording, merged[0].cluster, merged[0].parent)
    _retire(frame, merged)
    _note_change(by, frame, ChangeKind.MERGED, merged, [made], reason)
    return made


@transaction.atomic
def retire_item(*, by: Viewer, item: FrameItem, reason: str = "") -> FrameItem:
    """Take an item out of use; what was coded with it stays readable."""
    frame = _next_version(by, item.frame)
    item = _in_use(frame, item)
    _retire(frame, [item])
    _note_change(by, frame, ChangeKind.RETIRED, [item], [], reason)
    return item


def _next_version(by: Viewer, frame: Frame) -> Frame:
    by.check(Capability.CODE)
    locked = Frame.objects.select_for_update().get(pk=frame.pk, programme=by.programme)
    locked.version += 1
    locked.save(update_fields=["version"])
    return locked


def _make_item(
    frame: Frame, key: str, wording: Mapping[str, str], cluster: str, parent: FrameItem | None
) -> FrameItem:
    if FrameItem.objects.filter(frame=frame, key=key).exists():
        raise messages.FRAME_ITEM_EXISTS.error(frame=frame.name, key=key)
    last = frame.items.aggregate(last=Max("position"))["last"] or 0
    item = FrameItem.objects.create(
        frame=frame,
        key=key,
        position=last + 1,
        label=wording["label"],
        cluster=cluster,
        parent=parent,
        added_in=frame.version,
    )
    words = {field: wording.get(field, "") for field in WORDING}
    FrameItemWording.objects.create(item=item, version=frame.version, **words)
    return item


def _in_use(frame: Frame, item: FrameItem) -> FrameItem:
    found = FrameItem.objects.filter(pk=item.pk, frame=frame, retired_in=None).first()
    if found is None:
        choices = ", ".join(frame.items.filter(retired_in=None).values_list("key", flat=True))
        raise messages.NO_FRAME_ITEM.error(frame=frame.name, key=item.key, choices=choices)
    return found


def _retire(frame: Frame, items: Iterable[FrameItem]) -> None:
    FrameItem.objects.filter(pk__in=[item.pk for item in items]).update(retired_in=frame.version)


def _at_least_two(change: str, things: Sequence[object]) -> None:
    if len(things) < 2:
        raise messages.TOO_FEW_ITEMS.error(change=change, n=len(things))


def _note_change(
    by: Viewer,
    frame: Frame,
    kind: ChangeKind,
    before: list[FrameItem],
    after: list[FrameItem],
    reason: str,
) -> None:
    change = FrameChange.objects.create(
        frame=frame, version=frame.version, kind=kind, reason=reason
    )
    change.before.set(before)
    change.after.set(after)
    refresh_items(frame)
    record(
        by=by.account,
        verb=f"frame.{kind.value}",
        thing=Thing("frame", str(frame.pk)),
        summary=f"Version {frame.version} of the frame {frame.name}: {kind.label}.",
        programme_key=str(by.programme.pk),
        facts={"before": [i.key for i in before], "after": [i.key for i in after]},
    )
