"""The passages beneath a number, with who coded them and what that meant at the time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet

from localvision.workbench.coding.models import Coding
from localvision.workbench.coding.queries.frames import FrameNow, frame_now
from localvision.workbench.coding.queries.reach import codings_to_read
from localvision.workbench.coding.rules import can_remove
from localvision.workbench.coding.selections import NONE_RECORDED, Selection
from localvision.workbench.coding.standing import Standing
from localvision.workbench.documents.models import Passage
from localvision.workbench.documents.queries import passages_for
from localvision.workbench.programmes.queries import role_labels, wording_at
from localvision.workbench.programmes.viewers import Viewer

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Code:
    """What a passage is read as, as it stands now; `note` says that it waits to be recoded."""

    key: str
    label: str
    cluster: str
    note: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One coding of a passage as a person reads it.

    `meant` is the item's wording when it was coded, empty where it is called the same now;
    `note` says that it waits to be recoded.
    """

    coding_id: int
    key: str
    label: str
    cluster: str
    meant: str
    note: str
    coder: str
    coder_id: int
    round: int
    origin: str
    origin_label: str
    at: datetime

    @property
    def code(self) -> Code:
        """The code alone, by which readings are told together."""
        return Code(self.key, self.label, self.cluster, self.note)

    def removable_by(self, account_id: int) -> bool:
        """Say whether somebody may take this coding out."""
        return can_remove(self, account_id)


@dataclass(frozen=True, slots=True)
class CodedPassage:
    """A passage with where it comes from and every reading of it."""

    passage: Passage
    source_key: str
    place: str
    wave: str
    role: str
    readings: tuple[Reading, ...]


def passages_in_cell(
    viewer: Viewer, selection: Selection, page: int | str | None = 1
) -> Page[CodedPassage] | None:
    """Return one page of the passages beneath a number, in the order of the transcripts.

    None where there is no such frame or theme; nothing of what the viewer may not read. The
    number of database queries is the same for any number of passages.
    """
    now = frame_now(viewer, selection.frame)
    named = filter(None, [selection.theme, selection.also, selection.touching])
    if now is None or any(now.item(key) is None for key in named):
        return None
    places = _in_order(_selected(viewer, now, selection))
    found = Paginator(places, PER_PAGE).get_page(page)
    ids = [passage_id for _, _, passage_id in found.object_list]
    # The page keeps its numbers, with the passages in the place of their ids.
    passages = passages_with_readings(viewer, now, ids)
    return Page(passages, found.number, found.paginator)  # type: ignore[arg-type]


def passages_with_readings(
    viewer: Viewer, now: FrameNow, passage_ids: list[int]
) -> list[CodedPassage]:
    """Return passages in the order of their ids given, each with its readings in the frame."""
    wanted = passages_for(viewer).filter(pk__in=passage_ids).defer("text__text")
    passages = {passage.pk: passage for passage in wanted}
    codings = codings_to_read(viewer, now).filter(passage_id__in=passage_ids)
    readings = readings_of(now, codings)
    roles = role_labels(viewer)
    return [
        _coded(passages[pk], tuple(readings.get(pk, ())), roles)
        for pk in passage_ids
        if pk in passages
    ]


def readings_of(now: FrameNow, codings: QuerySet[Coding]) -> dict[int, list[Reading]]:
    """Return the readings by passage, in the order of the frame."""
    order = {pk: place for place, pk in enumerate(now.items)}
    found: defaultdict[int, list[Reading]] = defaultdict(list)
    for coding in codings.select_related("coder").order_by("id"):
        found[coding.passage_id].append(_reading(now, coding))
    keys = {now.items[pk].key: place for pk, place in order.items()}
    return {pk: sorted(each, key=lambda r: (keys[r.key], r.note)) for pk, each in found.items()}


def _reading(now: FrameNow, coding: Coding) -> Reading:
    standing = now.standing_of(coding.item_id, coding.frame_version)
    item = now.items[standing.item_id]
    meant = wording_at(now.items[coding.item_id], coding.frame_version).label
    return Reading(
        coding_id=coding.pk,
        key=item.key,
        label=item.label,
        cluster=item.cluster,
        meant="" if meant == item.label else meant,
        note="split since: to be recoded" if standing.to_recode else "",
        coder=coding.coder.name,
        coder_id=coding.coder_id,
        round=coding.round,
        origin=coding.origin,
        origin_label=coding.get_origin_display(),
        at=coding.coded_at,
    )


def _coded(passage: Passage, readings: tuple[Reading, ...], roles: dict[str, str]) -> CodedPassage:
    source = passage.text.source
    return CodedPassage(
        passage=passage,
        source_key=source.key,
        place=source.locality.name if source.locality else "",
        wave=source.wave.name if source.wave else "",
        role=roles.get(passage.role, passage.raw_role or passage.role),
        readings=readings,
    )


def _in_order(codings: QuerySet[Coding]) -> QuerySet[Coding, tuple[int, int, int]]:
    """Return each passage once, as (text, start, passage): counted and sliced in one index."""
    place = ("text_id", "start", "passage_id")
    return codings.order_by(*place).values_list(*place).distinct()


def _selected(viewer: Viewer, now: FrameNow, selection: Selection) -> QuerySet[Coding]:
    codings = codings_to_read(viewer, now)
    if selection.theme:
        codings = _read_as(viewer, now, selection.theme, recode=bool(selection.recode))
    elif selection.cluster:
        members = _of_cluster(now, selection.cluster)
        codings = codings.alias(standing=now.standing).filter(standing__in=members)
    for field, value in _conditions(selection):
        codings = codings.filter(**{field: value})
    if selection.also:
        same = Q(passage=OuterRef("passage"))
        codings = codings.filter(Exists(_read_as(viewer, now, selection.also).filter(same)))
    if selection.touching:
        near = Q(
            text=OuterRef("text"),
            start__lt=OuterRef("passage__end"),
            passage__end__gt=OuterRef("start"),
        ) & ~Q(passage=OuterRef("passage"))
        codings = codings.filter(Exists(_read_as(viewer, now, selection.touching).filter(near)))
    return codings


def _read_as(
    viewer: Viewer, now: FrameNow, theme: str, *, recode: bool = False
) -> QuerySet[Coding]:
    """Return the codings that stand for a theme now."""
    item = now.item(theme)
    if item is None:
        return Coding.objects.none()
    standing = Standing(item.pk, recode)
    found = codings_to_read(viewer, now, now.items_standing_for(standing))
    return found.filter(now.standing_for(standing))


def _conditions(selection: Selection) -> Iterable[tuple[str, object]]:
    if selection.place == NONE_RECORDED:
        yield "text__source__locality", None
    elif selection.place:
        yield "text__source__locality__key", selection.place
    if selection.wave == NONE_RECORDED:
        yield "text__source__wave", None
    elif selection.wave:
        yield "text__source__wave__number", int(selection.wave) if selection.wave.isdigit() else -1
    if selection.role:
        yield "passage__role", "" if selection.role == NONE_RECORDED else selection.role


def _of_cluster(now: FrameNow, cluster: str) -> list[int]:
    members = [pk for pk, item in now.items.items() if item.cluster == cluster]
    return [*members, *(-pk for pk in members)]
