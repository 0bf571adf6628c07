"""Plain rows to be counted: the evidence of claims, and of how many.

Counts are those of the whole programme, for whoever may read claims: a fraction belongs to its
claim, and a fraction of somebody's own places would be another claim. No word is read here.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef, Q

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.claims.enums import Bearing, Status
from localvision.workbench.claims.models import LIVE, Claim, ClaimEvidence
from localvision.workbench.coding.models import LIVE as LIVE_CODINGS
from localvision.workbench.coding.models import Coding
from localvision.workbench.documents.models import Invitation, Passage, Source, Speaker
from localvision.workbench.programmes.models import Locality, Person
from localvision.workbench.programmes.viewers import Viewer


class EvidenceLine(NamedTuple):
    """One passage that bears on a claim, by keys; None where person or place is not known."""

    claim: int
    passage: int
    bearing: str
    person: int | None
    place: int | None
    role: str
    source: int
    praise: bool
    confidence: str


def evidence_lines(viewer: Viewer, claims: Iterable[Claim]) -> dict[int, list[EvidenceLine]]:
    """Return the live evidence of claims, by claim, in one query."""
    found: defaultdict[int, list[EvidenceLine]] = defaultdict(list)
    if not viewer.may(Capability.READ_CLAIMS):
        return {}
    rows = (
        ClaimEvidence.objects.filter(
            LIVE, claim__programme=viewer.programme, claim__in=[claim.pk for claim in claims]
        )
        .order_by("claim", "bearing", "passage__text", "passage__start", "pk")
        .values_list(
            "claim_id",
            "passage_id",
            "bearing",
            "passage__person_id",
            "passage__text__source__locality_id",
            "passage__role",
            "passage__text__source_id",
            "praise",
            "confidence",
        )
    )
    for row in rows:
        found[row[0]].append(EvidenceLine(*row))
    return dict(found)


def passages_for_each(viewer: Viewer) -> dict[int, int]:
    """Return how many passages bear for each claim that is not withdrawn, praise left out."""
    if not viewer.may(Capability.READ_CLAIMS):
        return {}
    live = ClaimEvidence.objects.filter(
        LIVE, claim__programme=viewer.programme, bearing=Bearing.FOR, praise=False
    ).exclude(claim__status=Status.WITHDRAWN)
    return dict(live.order_by().values("claim").annotate(n=Count("pk")).values_list("claim", "n"))


@dataclass(frozen=True, slots=True)
class Heard:
    """Of how many: who and where was heard in the programme, and who was asked.

    `people` gives the role of everybody heard; `role_uses` the passages of each role;
    `passages` the passages that are coded, or all of them where none is yet. `invited` is None
    where nobody wrote down who was invited.
    """

    people: dict[int, str]
    places: frozenset[int]
    places_in_all: frozenset[int]
    sources: int
    invited: frozenset[int] | None
    role_uses: dict[str, int]
    passages: int

    @property
    def people_by_role(self) -> dict[str, int]:
        """People heard in each role."""
        return dict(Counter(self.people.values()))


def heard(viewer: Viewer) -> Heard:
    """Return the denominators of every claim of the programme, in a fixed number of queries."""
    programme = viewer.programme
    people = Person.objects.filter(programme=programme)
    if not viewer.may(Capability.READ_CLAIMS):
        return Heard({}, frozenset(), frozenset(), 0, None, {}, 0)
    speaks = Exists(Speaker.objects.filter(person=OuterRef("pk"), interviewer=False))
    quoted = Exists(Passage.objects.filter(person=OuterRef("pk")))
    sources = Source.objects.filter(programme=programme).order_by()
    places = sources.exclude(locality=None).values_list("locality_id", flat=True)
    invited = Invitation.objects.filter(programme=programme).order_by()
    uses = _role_uses(viewer)
    return Heard(
        people=dict(people.filter(speaks | quoted).order_by().values_list("pk", "role")),
        places=frozenset(places.distinct()),
        places_in_all=frozenset(
            Locality.objects.filter(programme=programme).values_list("pk", flat=True)
        ),
        sources=sources.count(),
        invited=frozenset(invited.values_list("person_id", flat=True).distinct()) or None,
        role_uses=uses,
        passages=_coded(viewer) or sum(uses.values()),
    )


def _role_uses(viewer: Viewer) -> dict[str, int]:
    passages = Passage.objects.filter(text__source__programme=viewer.programme).order_by()
    return dict(passages.values("role").annotate(n=Count("pk")).values_list("role", "n"))


def _coded(viewer: Viewer) -> int:
    codings = Coding.objects.filter(
        LIVE_CODINGS & Q(text__source__programme=viewer.programme), item__frame__key="themes"
    )
    return codings.aggregate(n=Count("passage", distinct=True))["n"]
