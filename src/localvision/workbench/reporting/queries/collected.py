"""What was collected, from whom, and what did not come back: the figures of the methods (R236)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Max, Min, QuerySet

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.documents.enums import InvitationOutcome, SourceKind
from localvision.workbench.documents.models import Invitation, Source
from localvision.workbench.documents.queries import sources_to_count
from localvision.workbench.programmes.viewers import Viewer

Key = tuple[int, str]
"""Wave number (0 where none is recorded) and kind of source."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Invitations of one kind in one wave, by what came of them."""

    outcomes: dict[str, int]

    @property
    def invited(self) -> int:
        """How many were asked."""
        return sum(self.outcomes.values())

    @property
    def answered(self) -> int:
        """How many answered."""
        return self.outcomes.get(InvitationOutcome.ANSWERED, 0)

    @property
    def missing_words(self) -> str:
        """Who did not answer, in words, by what came of asking them."""
        rest = [
            f"{n} {InvitationOutcome(key).label.lower()}"
            for key, n in sorted(self.outcomes.items())
            if key != InvitationOutcome.ANSWERED and n
        ]
        return ", ".join(rest)


@dataclass(frozen=True, slots=True)
class Collected:
    """Sources of one kind in one wave, with who was asked where that was recorded."""

    wave: int
    wave_name: str
    kind: str
    sources: int
    places: int
    first: date | None
    last: date | None
    asked: Asked | None = None

    @property
    def kind_label(self) -> str:
        """What the kind is called."""
        return str(SourceKind(self.kind).label)

    @property
    def label(self) -> str:
        """Kind and wave, such as "Interview, wave 2"."""
        return f"{self.kind_label}, wave {self.wave}" if self.wave else self.kind_label


@dataclass(frozen=True, slots=True)
class Everything:
    """All that was collected, and in how many of the programme's places."""

    rows: tuple[Collected, ...]
    sources: int
    places: int
    places_in_all: int
    waves: int
    roles: dict[str, dict[int, int]] = field(default_factory=dict)
    wave_names: dict[int, str] = field(default_factory=dict)

    @property
    def invited(self) -> int | None:
        """How many were asked in all; None where no invitation was recorded."""
        asked = [row.asked.invited for row in self.rows if row.asked]
        return sum(asked) if asked else None

    @property
    def answered(self) -> int | None:
        """How many of those answered."""
        asked = [row.asked.answered for row in self.rows if row.asked]
        return sum(asked) if asked else None


def everything_collected(viewer: Viewer) -> Everything:
    """Return what the programme rests on, in a fixed number of queries."""
    sources = sources_to_count(viewer).order_by()
    counted = _counted(sources)
    asked = _asked(viewer)
    names = dict(viewer.programme.waves.values_list("number", "name"))
    order = list(SourceKind.values)
    keys = sorted(set(counted) | set(asked), key=lambda key: (order.index(key[1]), key[0]))
    totals = sources.aggregate(n=Count("id"), places=Count("locality", distinct=True))
    return Everything(
        rows=tuple(_row(key, counted.get(key, {}), asked.get(key), names) for key in keys),
        sources=totals["n"],
        places=totals["places"],
        places_in_all=viewer.programme.localities.count(),
        waves=len({wave for wave, _ in counted if wave}),
        roles=_roles(sources),
        wave_names=names,
    )


def _counted(sources: QuerySet[Source]) -> dict[Key, dict[str, object]]:
    rows = sources.values("wave__number", "kind").annotate(
        sources=Count("id"),
        places=Count("locality", distinct=True),
        first=Min("dated"),
        last=Max("dated"),
    )
    return {
        (r["wave__number"] or 0, r["kind"]): {
            "sources": r["sources"],
            "places": r["places"],
            "first": r["first"],
            "last": r["last"],
        }
        for r in rows
    }


def _asked(viewer: Viewer) -> dict[Key, Asked]:
    if not viewer.may(Capability.SEE_COUNTS):
        return {}
    found: dict[Key, dict[str, int]] = defaultdict(dict)
    rows = (
        Invitation.objects.filter(programme=viewer.programme)
        .order_by()
        .values("wave__number", "instrument", "outcome")
        .annotate(n=Count("id"))
    )
    for row in rows:
        found[(row["wave__number"] or 0, row["instrument"])][row["outcome"]] = row["n"]
    return {key: Asked(outcomes) for key, outcomes in found.items()}


def _row(
    key: Key, counted: dict[str, object], asked: Asked | None, names: dict[int, str]
) -> Collected:
    wave, kind = key
    facts: dict[str, object] = {"sources": 0, "places": 0, "first": None, "last": None, **counted}
    return Collected(wave=wave, wave_name=names.get(wave, ""), kind=kind, asked=asked, **facts)  # type: ignore[arg-type]


def _roles(sources: QuerySet[Source]) -> dict[str, dict[int, int]]:
    """Return interviews by role and wave number."""
    found: dict[str, dict[int, int]] = defaultdict(dict)
    rows = (
        sources.filter(kind=SourceKind.INTERVIEW)
        .values("role", "wave__number")
        .annotate(n=Count("id"))
    )
    for row in rows:
        found[row["role"]][row["wave__number"] or 0] = row["n"]
    return dict(found)
