"""What strength the evidence would carry: gates that propose, and never decide."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from localvision.analysis.evidence.coverage import Coverage


class Strength(StrEnum):
    """How much a claim can bear."""

    WEAK = "weak"
    MODERATE = "moderate"
    STRONG = "strong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """One thing asked of a claim of this strength, and whether it is met."""

    strength: Strength
    asks: str
    met: bool
    fact: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthProposal:
    """The highest strength whose gates, and those below, are all met."""

    proposed: Strength
    gates: tuple[Gate, ...]

    @property
    def in_the_way(self) -> tuple[Gate, ...]:
        """Gates not met, the lower strength first: what to look for next."""
        return tuple(gate for gate in self.gates if not gate.met)


def strength(coverage: Coverage, *, searched_against: bool) -> StrengthProposal:
    """Propose how strong a claim may be called, with what stands in the way of more.

    Parameters
    ----------
    coverage : what stands behind and against the claim.
    searched_against : whether somebody looked for contrary evidence and recorded it.

    Returns
    -------
    StrengthProposal: weak, moderate or strong, and each gate with the fact that it was held to.

    Limits
    ------
    Counts and reach only. Whether sources are good, and whether what they say hangs together,
    is a person's judgement; a person may set any strength, and gives the reason.

    Source
    ------
    Thresholds are a convention of this project. They stand for "adequacy of data" and for
    attention to contrary cases; the wider judgement is described by Lewin et al. (2018),
    Applying GRADE-CERQual to qualitative evidence synthesis findings, Implementation Science
    13 (Suppl 1), 2.

    Examples
    --------
    >>> from localvision.analysis.evidence import Denominators, EvidenceRow, coverage
    >>> rows = [EvidenceRow("P1", "L1", "enabler", "for", "S1")]
    >>> proposal = strength(coverage(rows, Denominators()), searched_against=False)
    >>> proposal.proposed.value, proposal.in_the_way[0].fact
    ('weak', '1 person')
    """
    gates = _moderate(coverage, searched_against) + _strong(coverage)
    missing = {gate.strength for gate in gates if not gate.met}
    proposed = Strength.STRONG
    if Strength.MODERATE in missing:
        proposed = Strength.WEAK
    elif missing:
        proposed = Strength.MODERATE
    return StrengthProposal(proposed=proposed, gates=gates)


def _moderate(coverage: Coverage, searched_against: bool) -> tuple[Gate, ...]:
    side, against = coverage.supporting, coverage.contrary.passages
    people = side.people.count
    looked = bool(against) or searched_against
    facts = (
        (
            "three people or more",
            people >= 3,
            f"{people:,} {'person' if people == 1 else 'people'}",
        ),
        ("more than one role", side.roles.count >= 2, side.roles.words),
        ("more than one place", side.places.count >= 2, side.places.words),
        (
            "contrary evidence, or a recorded search for it",
            looked,
            f"{against:,} against" if against else ("searched" if looked else "not searched"),
        ),
    )
    return tuple(Gate(strength=Strength.MODERATE, asks=a, met=m, fact=f) for a, m, f in facts)


def _strong(coverage: Coverage) -> tuple[Gate, ...]:
    side, against = coverage.supporting, coverage.contrary
    share = side.places.share
    spoke = [s for s in coverage.by_role if s.role and (s.passages_for or s.passages_against)]
    silent = len(coverage.silent_here) + len(coverage.never_heard)
    expected = silent + len([s for s in spoke if s.role not in coverage.unexpected])
    facts = (
        ("half of the places asked", share is not None and share >= 0.5, side.places.words),
        ("three roles or more", side.roles.count >= 3, side.roles.words),
        (
            "no more than a third as many people against as for",
            against.people.count * 3 <= side.people.count,
            f"{against.people.count:,} against, {side.people.count:,} for",
        ),
        (
            "at least half of the expected roles heard on it",
            expected > 0 and silent * 2 <= expected,
            f"{silent:,} of {expected:,} expected roles silent",
        ),
    )
    return tuple(Gate(strength=Strength.STRONG, asks=a, met=m, fact=f) for a, m, f in facts)
