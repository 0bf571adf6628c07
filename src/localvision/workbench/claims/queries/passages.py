"""The words behind a claim, and those that could be put there: for those who may read them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Exists, F, OuterRef, QuerySet, Window
from django.db.models.functions import RowNumber

from localvision.workbench.claims.models import LIVE, Claim, ClaimEvidence
from localvision.workbench.coding.queries import codings_for, frame_now
from localvision.workbench.coding.standing import Standing
from localvision.workbench.documents.models import Passage
from localvision.workbench.documents.queries import passages_for
from localvision.workbench.platform.search import find
from localvision.workbench.programmes.viewers import Viewer

PER_PAGE = 50
MOST_FOUND = 1_000
#: Stands for "not recorded" in a link, where an empty value means "any".
NONE_RECORDED = "-"


@dataclass(frozen=True, slots=True)
class EvidencePassage:
    """One passage of a claim's evidence, with where it stands."""

    evidence: ClaimEvidence
    passage: Passage
    source_key: str
    place: str
    wave: str


def evidence_passages(
    viewer: Viewer, claim: Claim, bearing: str = "", *, role: str = "",
    page: int | str | None = 1, per_page: int = PER_PAGE, spread: bool = False,
) -> Page[EvidencePassage]:  # fmt: skip
    """Return one page of the passages that bear on a claim, in the order of the transcripts.

    With `spread`, one of each place comes first, so that a few passages do not all speak of the
    same place. Nothing of sources that the viewer may not read; the number of queries is fixed.
    """
    readable = passages_for(viewer)
    evidence = ClaimEvidence.objects.filter(
        LIVE, claim=claim, claim__programme=viewer.programme
    ).filter(passage__in=readable.values("pk").order_by())
    if bearing:
        evidence = evidence.filter(bearing=bearing)
    if role:
        evidence = evidence.filter(passage__role="" if role == NONE_RECORDED else role)
    order: tuple[str, ...] = ("passage__text__source__key", "passage__start", "pk")
    if spread:
        evidence = evidence.annotate(in_place=_number_in_place(order))
        order = ("in_place", *order)
    found: Any = Paginator(evidence.order_by(*order), per_page).get_page(page)
    rows = list(found.object_list)
    passages = {p.pk: p for p in readable.filter(pk__in=[row.passage_id for row in rows])}
    found.object_list = [_with_place(row, passages[row.passage_id]) for row in rows]
    return found


def _number_in_place(order: Sequence[str]) -> Window:
    """Number the passages of each place, as the database counts them."""
    place = F("passage__text__source__locality")
    return Window(RowNumber(), partition_by=[place], order_by=[F(name).asc() for name in order])


@dataclass(frozen=True, slots=True)
class Picking:
    """What somebody looks for: words, a theme, a place, a role; empty means any."""

    words: str = ""
    theme: str = ""
    place: str = ""
    role: str = ""

    @classmethod
    def of_query(cls, query: Mapping[str, str]) -> Picking:
        """Read a link's end; names that mean nothing here are left alone."""
        return cls(**{name: query[name] for name in cls.__dataclass_fields__ if query.get(name)})


@dataclass(frozen=True, slots=True)
class PassageToPick:
    """A passage that could be evidence; `bears` says how it bears on the claim already."""

    passage: Passage
    source_key: str
    place: str
    wave: str
    bears: tuple[str, ...]


def passages_to_pick(
    viewer: Viewer, claim: Claim, picking: Picking, *, page: int | str | None = 1
) -> Page[PassageToPick]:
    """Return one page of passages that fit, in the order of the transcripts.

    Words are found as everywhere in the workspace: "phrases", -exclusions, `or`.
    """
    fitting = _fitting(viewer, picking).order_by("text__source__key", "start", "pk")
    found: Any = Paginator(fitting, PER_PAGE).get_page(page)
    passages = list(found.object_list)
    bears = defaultdict(list)
    there = ClaimEvidence.objects.filter(LIVE, claim=claim, passage__in=passages).order_by(
        "-bearing"
    )
    for passage_id, bearing in there.values_list("passage_id", "bearing"):
        bears[passage_id].append(bearing)
    found.object_list = [_to_pick(p, tuple(bears[p.pk])) for p in passages]
    return found


def _fitting(viewer: Viewer, picking: Picking) -> QuerySet[Passage]:
    passages = passages_for(viewer)
    if picking.words:
        hits = find(picking.words, viewer.scope, kinds=("passage",), limit=MOST_FOUND)
        passages = passages.filter(pk__in=[int(hit.object_key) for hit in hits])
    if picking.place:
        passages = passages.filter(text__source__locality__key=picking.place)
    if picking.role:
        passages = passages.filter(role="" if picking.role == NONE_RECORDED else picking.role)
    if picking.theme:
        now = frame_now(viewer)
        item = now.item(picking.theme) if now else None
        if now is None or item is None:
            return passages.none()
        read_so = codings_for(viewer).filter(now.standing_for(Standing(item.pk, False)))
        passages = passages.filter(Exists(read_so.filter(passage=OuterRef("pk"))))
    return passages


def _with_place(evidence: ClaimEvidence, passage: Passage) -> EvidencePassage:
    source = passage.text.source
    return EvidencePassage(
        evidence=evidence,
        passage=passage,
        source_key=source.key,
        place=source.locality.name if source.locality else "",
        wave=source.wave.name if source.wave else "",
    )


def _to_pick(passage: Passage, bears: tuple[str, ...]) -> PassageToPick:
    source = passage.text.source
    return PassageToPick(
        passage=passage,
        source_key=source.key,
        place=source.locality.name if source.locality else "",
        wave=source.wave.name if source.wave else "",
        bears=bears,
    )
