"""The register of claims: the list, one claim, and what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.claims.enums import Bearing, Status
from localvision.workbench.claims.models import (
    LIVE,
    Caveat,
    Claim,
    ClaimEvidence,
    ClaimRevision,
    ContrarySearch,
    Dissent,
    EarlierFinding,
    Limit,
    Rival,
)
from localvision.workbench.programmes.viewers import Viewer


class Wanted(StrEnum):
    """What a claim may want of a person, as far as the store alone can tell."""

    SEARCH = "search"
    EVIDENCE = "evidence"
    STRENGTH = "strength"


def claims_for(
    viewer: Viewer, *, status: str = "", theme: str = "", wanted: str = ""
) -> QuerySet[Claim]:
    """Return the claims by number, each with `searches_made`; filtered as asked.

    A claim speaks of the whole programme, so whoever may read claims reads all of them; whose
    words stand behind it is another question (see `evidence_passages`).
    """
    found = Claim.objects.filter(programme=viewer.programme)
    if not viewer.may(Capability.READ_CLAIMS):
        return found.none()
    if status:
        found = found.filter(status=status)
    if theme:
        found = found.filter(theme__key=theme)
    if wanted:
        found = found.filter(_wants(wanted))
    return (
        found.select_related("theme", "programme")
        .annotate(searches_made=Count("searches", distinct=True))
        .order_by("number")
    )


def claim_for(viewer: Viewer, number: int) -> Claim | None:
    """Return one claim, or None where there is none that the viewer may read."""
    return claims_for(viewer).filter(number=number).first()


def evidence_for(viewer: Viewer, number: int, pk: int) -> ClaimEvidence | None:
    """Return one piece of a claim's evidence, taken out or not, to whoever may weigh it."""
    if not viewer.may(Capability.WRITE_CLAIMS):
        return None
    return (
        ClaimEvidence.objects.filter(claim__in=claims_for(viewer).filter(number=number), pk=pk)
        .select_related("claim")
        .first()
    )


@dataclass(frozen=True, slots=True)
class Limits:
    """Everything that stays beside a claim, and what it said before."""

    caveats: tuple[Caveat, ...]
    dissents: tuple[Dissent, ...]
    rivals: tuple[Rival, ...]
    earlier_findings: tuple[EarlierFinding, ...]
    searches: tuple[ContrarySearch, ...]
    revisions: tuple[ClaimRevision, ...]


def limits_of(viewer: Viewer, claim: Claim) -> Limits:
    """Return what limits a claim, with its searches and earlier wordings, newest first."""
    mine = {"claim__in": claims_for(viewer).filter(pk=claim.pk)}
    return Limits(
        caveats=tuple(Caveat.objects.filter(**mine)),
        dissents=tuple(Dissent.objects.filter(**mine)),
        rivals=tuple(Rival.objects.filter(**mine)),
        earlier_findings=tuple(EarlierFinding.objects.filter(**mine)),
        searches=tuple(ContrarySearch.objects.filter(**mine).select_related("searched_by")),
        revisions=tuple(ClaimRevision.objects.filter(**mine).select_related("changed_by")),
    )


def limit_for(viewer: Viewer, number: int, model: type[Limit], pk: int) -> Limit | None:
    """Return one caveat, dissent, rival or earlier finding of a claim."""
    claims = claims_for(viewer).filter(number=number)
    return model._default_manager.filter(claim__in=claims, pk=pk).select_related("claim").first()


def _wants(wanted: str) -> Q:
    live = ClaimEvidence.objects.filter(LIVE, claim=OuterRef("pk"), praise=False)
    searches = ContrarySearch.objects.filter(claim=OuterRef("pk"))
    open_claims = ~Q(status=Status.WITHDRAWN)
    if wanted == Wanted.SEARCH:
        against = live.filter(bearing=Bearing.AGAINST)
        return open_claims & ~Q(Exists(searches)) & ~Q(Exists(against))
    if wanted == Wanted.EVIDENCE:
        return open_claims & ~Q(Exists(live.filter(bearing=Bearing.FOR)))
    if wanted == Wanted.STRENGTH:
        return open_claims & Q(strength="")
    return Q()
