"""A frame as it stands now, with what became of its earlier items."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db.models import Case, Expression, F, IntegerField, Q, Value, When

from localvision.workbench.coding.matrix import Column
from localvision.workbench.coding.standing import (
    MERGED,
    SPLIT,
    Change,
    Span,
    Standing,
    moved,
    standing_of,
)
from localvision.workbench.programmes.models import Frame, FrameChange, FrameItem
from localvision.workbench.programmes.queries import frames_of, items_of
from localvision.workbench.programmes.viewers import Viewer


@dataclass(frozen=True)
class FrameNow:
    """A frame's items (retired ones too) in their order, and its merges and splits."""

    frame: Frame
    items: dict[int, FrameItem]
    changes: tuple[Change, ...]

    @cached_property
    def spans(self) -> list[Span]:
        """Codings that do not simply stand for their own item."""
        return moved(self.items, self.changes)

    @cached_property
    def heads(self) -> frozenset[int]:
        """Items under which others stand: the clusters' own lines."""
        return frozenset(item.parent_id for item in self.items.values() if item.parent_id)

    @cached_property
    def cluster_labels(self) -> dict[str, str]:
        """What each cluster is called."""
        heads = [self.items[pk] for pk in self.items if pk in self.heads]
        return {item.cluster: item.label for item in heads if not item.parent_id}

    @property
    def codable(self) -> list[FrameItem]:
        """Items in use that a coder chooses from: those under which no other stands."""
        return [
            item
            for pk, item in self.items.items()
            if pk not in self.heads and item.retired_in is None
        ]

    def item(self, key: str) -> FrameItem | None:
        """Return the item of a key, in use or retired."""
        return next((item for item in self.items.values() if item.key == key), None)

    @property
    def standing(self) -> Expression | F:
        """The code of what a coding stands for now, as the database computes it."""
        whens = [
            When(
                item_id=span.item_id,
                frame_version__gte=span.since,
                frame_version__lt=span.until,
                then=Value(span.standing.code),
            )
            for span in self.spans
        ]
        if not whens:
            return F("item_id")
        return Case(*whens, default=F("item_id"), output_field=IntegerField())

    def standing_for(self, standing: Standing) -> Q:
        """Return the codings that stand for this now, whatever they were coded as."""
        wanted = Q(pk__in=[])
        if not standing.to_recode:
            elsewhere = Q()
            for span in self.spans:
                if span.item_id == standing.item_id:
                    elsewhere |= Q(frame_version__gte=span.since, frame_version__lt=span.until)
            own = Q(item_id=standing.item_id)
            wanted = own & ~elsewhere if elsewhere else own
        for span in self.spans:
            if span.standing == standing:
                wanted |= Q(
                    item_id=span.item_id,
                    frame_version__gte=span.since,
                    frame_version__lt=span.until,
                )
        return wanted

    def items_standing_for(self, standing: Standing) -> set[int]:
        """Return the items whose codings may stand for this now."""
        return {standing.item_id, *(s.item_id for s in self.spans if s.standing == standing)}

    def is_split(self, item: FrameItem) -> bool:
        """Say whether earlier codings of an item wait to be recoded."""
        return any(span.standing == Standing(item.pk, to_recode=True) for span in self.spans)

    def standing_of(self, item_id: int, version: int) -> Standing:
        """Return what one coding stands for now."""
        return standing_of(item_id, version, self.changes)

    def columns(self, counted: set[int]) -> list[Column]:
        """Return the columns to show: items in use, then others that `counted` codings hold."""
        shown = {item.pk for item in self.codable} | counted
        order = {pk: place for place, pk in enumerate(self.items)}
        clusters = list(dict.fromkeys(item.cluster for item in self.items.values()))
        codes = [code for code in shown if abs(code) in self.items]
        codes.sort(
            key=lambda code: (
                clusters.index(self.items[abs(code)].cluster),
                order[abs(code)],
                code < 0,
            )
        )
        return [self._column(code) for code in codes]

    def _column(self, code: int) -> Column:
        item = self.items[abs(code)]
        return Column(code, item.key, item.label, item.cluster, self._note(code), code < 0)

    def _note(self, code: int) -> str:
        item = self.items[abs(code)]
        if code < 0:
            return f"split in version {item.retired_in}: to be recoded"
        if item.retired_in is not None:
            return f"retired in version {item.retired_in}"
        if item.pk in self.heads:
            return "no theme named"
        return ""


def frame_now(viewer: Viewer, frame_key: str = "themes") -> FrameNow | None:
    """Return a frame of the viewer's programme as it stands, or None where there is none."""
    frame = frames_of(viewer).filter(key=frame_key).first()
    if frame is None:
        return None
    items = {item.pk: item for item in items_of(viewer, frame_key, with_retired=True)}
    return FrameNow(frame, items, tuple(_changes(frame)))


def _changes(frame: Frame) -> list[Change]:
    found = (
        FrameChange.objects.filter(frame=frame, kind__in=[MERGED, SPLIT])
        .order_by("version", "id")
        .prefetch_related("before", "after")
    )
    return [
        Change(
            change.version,
            change.kind,
            frozenset(item.pk for item in change.before.all()),
            tuple(item.pk for item in change.after.all()),
        )
        for change in found
    ]


@dataclass(frozen=True, slots=True)
class Happened:
    """One change of a frame in words; items as (key, label)."""

    version: int
    on: datetime
    kind: str
    before: tuple[tuple[str, str], ...]
    after: tuple[tuple[str, str], ...]
    reason: str

    @property
    def keys(self) -> frozenset[str]:
        """Keys of every item that it touched."""
        return frozenset(key for key, _ in self.before + self.after)


def history_of(now: FrameNow) -> list[Happened]:
    """Return what happened to the frame, newest first."""
    found = (
        FrameChange.objects.filter(frame=now.frame)
        .order_by("-version", "-id")
        .prefetch_related("before", "after")
    )
    return [
        Happened(
            version=change.version,
            on=change.changed_at,
            kind=change.get_kind_display(),
            before=tuple((item.key, item.label) for item in change.before.all()),
            after=tuple((item.key, item.label) for item in change.after.all()),
            reason=change.reason,
        )
        for change in found
    ]
