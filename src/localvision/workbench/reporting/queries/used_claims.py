"""The claims that a report shows, with everything that must stay beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from localvision.workbench.claims.bridge import (
    Coverage,
    QuantifierCheck,
    Side,
    Verdict,
    WeighedClaim,
    weigh,
)
from localvision.workbench.claims.models import Caveat, Claim, Dissent, Rival
from localvision.workbench.claims.queries import claims_for, evidence_lines
from localvision.workbench.programmes.viewers import Viewer

UNITS = ("people", "places", "roles", "sources")


@dataclass(frozen=True, slots=True)
class Counted:
    """How many of those asked, of one unit, on one side."""

    count: int
    asked: int
    total: int
    no_answer: int = 0
    unattributed: int = 0


@dataclass(frozen=True, slots=True)
class Flag:
    """A loose word of the claim beside its true fraction, or why there is none."""

    word: str
    fraction: str
    agrees: bool | None
    advice: str = ""


@dataclass(frozen=True, slots=True)
class UsedClaim:
    """One claim with its evidence by passage, and what limits it.

    `evidence` leaves out passages that are only praise; `silent` and `used_once` are labels.
    """

    pk: int
    number: int
    key: str
    sentence: str
    status: str
    strength: str
    coverage: Coverage
    supporting: Mapping[str, Counted]
    contrary: Mapping[str, Counted]
    evidence: tuple[tuple[int, str], ...] = ()
    praise: int = 0
    doubtful: int = 0
    silent: tuple[str, ...] = ()
    used_once: tuple[str, ...] = ()
    dissent: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    searched_against: bool = False
    flags: tuple[Flag, ...] = ()
    cluster: str = ""
    theme: str = ""

    @property
    def sources(self) -> int:
        """Sources that bear it out."""
        return self.supporting["sources"].count

    def count(self, stance: str) -> int:
        """Return how many passages bear so."""
        return sum(1 for _, bearing in self.evidence if bearing == stance)


def used_claims(viewer: Viewer, pks: Iterable[int | None]) -> dict[int, UsedClaim]:
    """Return the claims by their row, in a fixed number of queries.

    All claims of the register are weighed, as a ranking ("the most widely cited") needs them.
    """
    wanted = {pk for pk in pks if pk is not None}
    claims = list(claims_for(viewer)) if wanted else []
    chosen = [claim for claim in claims if claim.pk in wanted]
    lines = evidence_lines(viewer, chosen)
    beside = _beside(viewer, chosen)
    weighed = {each.claim.pk: each for each in (weigh(viewer, claims) if chosen else ())}
    return {
        claim.pk: _used(
            weighed[claim.pk],
            [(line.passage, line.bearing) for line in lines.get(claim.pk, ()) if not line.praise],
            beside[claim.pk],
        )
        for claim in chosen
    }


@dataclass
class _Beside:
    caveats: list[str]
    dissent: list[str]
    rivals: list[str]


def _beside(viewer: Viewer, claims: Sequence[Claim]) -> Mapping[int, _Beside]:
    """Return caveats, dissent and the rivals still standing, by claim, in three queries."""
    found: defaultdict[int, _Beside] = defaultdict(lambda: _Beside([], [], []))
    of_these = {"claim__in": claims}
    for caveat in Caveat.objects.filter(**of_these):
        found[caveat.claim_id].caveats.append(caveat.text)
    for rival in Rival.objects.filter(**of_these, considered=""):
        found[rival.claim_id].rivals.append(rival.explanation)
    labels = dict(
        viewer.programme.frames.filter(key="roles").values_list("items__key", "items__label")
    )
    for dissent in Dissent.objects.filter(**of_these):
        role = labels.get(dissent.role, dissent.role)
        found[dissent.claim_id].dissent.append(f"{role}: {dissent.words}")
    return found


def _used(weighed: WeighedClaim, evidence: list[tuple[int, str]], beside: _Beside) -> UsedClaim:
    claim, found = weighed.claim, weighed.coverage
    return UsedClaim(
        pk=claim.pk,
        number=claim.number,
        key=claim.key,
        sentence=claim.sentence,
        status=claim.status,
        strength=claim.get_strength_display().lower(),
        coverage=found,
        supporting=_counted(found.supporting),
        contrary=_counted(found.contrary),
        evidence=tuple(evidence),
        praise=weighed.praise,
        doubtful=weighed.doubtful,
        silent=weighed.silent,
        used_once=weighed.used_once,
        dissent=tuple(beside.dissent),
        caveats=tuple(beside.caveats),
        rivals=tuple(beside.rivals),
        searched_against=weighed.searched,
        flags=tuple(_flag(check) for check in weighed.checks if not _plain(check)),
        cluster=claim.theme.cluster if claim.theme else "",
        theme=claim.theme.label if claim.theme else "",
    )


def _counted(side: Side) -> dict[str, Counted]:
    shares = {unit: getattr(side, unit) for unit in UNITS}
    return {
        unit: Counted(s.count, s.asked, s.total, s.no_answer, s.unattributed)
        for unit, s in shares.items()
    }


def _plain(check: QuantifierCheck) -> bool:
    """Say whether a check needs no word: a stated number that is right."""
    return check.found.exact and check.verdict is Verdict.AGREES


def _flag(check: QuantifierCheck) -> Flag:
    agrees = {Verdict.AGREES: True, Verdict.DISAGREES: False, Verdict.NOT_COUNTED: None}
    fraction = check.fraction
    if check.verdict is Verdict.NOT_COUNTED or not fraction:
        fraction = check.note or "nothing is counted behind it"
    elif check.thin and check.note:
        fraction = f"{fraction}, on thin evidence"
    proposal = check.proposal if check.fraction else ""
    return Flag(check.found.words, fraction, agrees[check.verdict], proposal)
