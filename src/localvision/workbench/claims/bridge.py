"""The one way from claims to the workshop: plain rows across, coverage and verdicts back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from localvision.analysis.evidence import (
    Coverage,
    Denominators,
    EvidenceRow,
    QuantifierCheck,
    Side,
    StrengthProposal,
    Verdict,
    coverage,
    quantifier_check,
    reworded,
    strength,
)
from localvision.workbench.claims import queries
from localvision.workbench.claims.models import Claim
from localvision.workbench.claims.queries import EvidenceLine, Heard
from localvision.workbench.claims.rules import can_be_final
from localvision.workbench.programmes.queries import role_labels, role_synonyms
from localvision.workbench.programmes.viewers import Viewer

__all__ = ["Coverage", "QuantifierCheck", "Side", "StrengthProposal", "Verdict", "WeighedClaim",
           "proposed_sentence", "weigh", "weighed_claim"]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedClaim:
    """A claim with what stands behind and against it, its loose words, and who is silent.

    `evidence` holds passage and bearing of everything live; `praise` and `doubtful` count
    passages that are only praise (in no fraction), and those whose speakers doubt them.
    """

    claim: Claim
    coverage: Coverage
    checks: tuple[QuantifierCheck, ...]
    proposal: StrengthProposal
    evidence: tuple[tuple[int, str], ...]
    praise: int
    doubtful: int
    searched: bool
    silent: tuple[str, ...]
    used_once: tuple[str, ...]
    labels: Mapping[str, str]

    @property
    def flagged(self) -> tuple[QuantifierCheck, ...]:
        """Loose words on which a person should decide."""
        return tuple(check for check in self.checks if check.wants_judgement)


def weigh(viewer: Viewer, claims: Sequence[Claim]) -> list[WeighedClaim]:
    """Weigh claims, in a fixed number of database queries whatever their number.

    Parameters
    ----------
    claims : as `queries.claims_for` gives them (with `searches_made`).
    """
    lines = queries.evidence_lines(viewer, claims)
    base = _denominators(viewer, queries.heard(viewer))
    labels = role_labels(viewer)
    words = _role_words(labels, role_synonyms(viewer))
    counts = queries.passages_for_each(viewer)
    return [
        _weighed(
            claim,
            lines.get(claim.pk, []),
            base,
            labels,
            words,
            [n for pk, n in counts.items() if pk != claim.pk],
        )
        for claim in claims
    ]


def weighed_claim(viewer: Viewer, number: int) -> WeighedClaim | None:
    """Weigh one claim; None where there is none that the viewer may read."""
    claim = queries.claim_for(viewer, number)
    return weigh(viewer, [claim])[0] if claim is not None else None


def proposed_sentence(weighed: WeighedClaim, at: int) -> str:
    """Return the claim's sentence with one loose word made a fraction; as it is without one."""
    sentence = weighed.claim.sentence
    return next(
        (reworded(sentence, check) for check in weighed.checks if check.found.start == at), sentence
    )


def _weighed(
    claim: Claim,
    lines: Sequence[EvidenceLine],
    base: Denominators,
    labels: Mapping[str, str],
    words: Mapping[str, str],
    others: Sequence[int],
) -> WeighedClaim:
    counted = [line for line in lines if not line.praise]
    found = coverage([_row(line) for line in counted], base)
    searches = getattr(claim, "searches_made", 0)
    searched = can_be_final(against=found.contrary.passages, searches=searches)
    return WeighedClaim(
        claim=claim,
        coverage=found,
        checks=_checks(claim, found if counted else None, words, others),
        proposal=strength(found, searched_against=searched),
        evidence=tuple((line.passage, line.bearing) for line in lines),
        praise=len(lines) - len(counted),
        doubtful=sum(line.confidence == "doubtful" for line in counted),
        searched=searched,
        silent=_named((*found.silent_here, *found.never_heard), labels),
        used_once=_named(found.used_once, labels),
        labels=labels,
    )


def _checks(
    claim: Claim, found: Coverage | None, words: Mapping[str, str], others: Sequence[int]
) -> tuple[QuantifierCheck, ...]:
    """Check a claim's words; while no passage bears on it, nothing is counted."""
    return quantifier_check(claim.sentence, found, role_words=words, others=others)


def _row(line: EvidenceLine) -> EvidenceRow:
    return EvidenceRow(line.person, line.place, line.role, line.bearing, line.source)


def _denominators(viewer: Viewer, heard: Heard) -> Denominators:
    return Denominators(
        people_heard=heard.people.keys(),
        places_heard=heard.places,
        places=heard.places_in_all,
        sources=heard.sources,
        people_invited=heard.invited,
        expected_roles=tuple(viewer.programme.expected_roles),
        role_uses=heard.role_uses,
        people_by_role=heard.people_by_role,
        quotations=heard.passages,
    )


def _named(roles: Sequence[str], labels: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(labels.get(role, role) for role in roles)


def _role_words(labels: Mapping[str, str], synonyms: Mapping[str, str]) -> dict[str, str]:
    """Return the single words, one or many, that stand for a role; doubtful words are left out.

    The last word of a label stands for it ("Project partner": partner) unless two roles share
    it ("Elected member", "Steering Group member").
    """
    names = [(name, role) for name, role in synonyms.items() if " " not in name]
    names += [(label.split()[-1], role) for role, label in labels.items() if label]
    found: dict[str, str | None] = {}
    for name, role in names:
        singular = name.lower().rstrip("s")
        found[singular] = role if found.get(singular, role) == role else None
    known = {word: role for word, role in found.items() if role and word.isalpha()}
    return {form: role for word, role in known.items() for form in (word, f"{word}s")}
