"""The appendix: for each claim the passages that it rests on, as far as they may be printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from localvision.outputs.blocks import ClaimEvidence, EvidenceAppendix, EvidencePassage
from localvision.workbench.documents.models import Passage
from localvision.workbench.reporting.composing.material import Material
from localvision.workbench.reporting.enums import BlockKind
from localvision.workbench.reporting.models import ReportBlock
from localvision.workbench.reporting.queries.used_claims import UsedClaim
from localvision.workbench.reporting.rules import APPENDIX_LIMIT

#: Passages that share more than this share of their words say nearly the same.
ALIKE = 0.6
#: Each passage is held against so many before it, so that the work stays small.
LOOK_BACK = 200


def mark(pk: int) -> str:
    """Return the id under which a passage stands in a report: it says nothing of its source.

    >>> mark(17)
    'P17'
    """
    return f"P{pk}"


def appendix(material: Material) -> EvidenceAppendix:
    """Return the evidence for every claim of the report."""
    return EvidenceAppendix(
        claims=tuple(_of_claim(material, number, claim) for number, claim in material.numbered),
        lead=(
            "Passages stand under the speaker's role only. What was taken out is marked; "
            "the words are as they were said."
        ),
    )


def printed(material: Material, claim: UsedClaim) -> list[tuple[Passage, str]]:
    """Return the passages of a claim that the appendix prints, each with its stance.

    All passages quoted in the report come first; the rest is taken in turn from each role, so
    that a role with many passages does not crowd out one with few. Both stances are printed.
    """
    quoted = {b.passage_id for b in material.blocks if b.kind == BlockKind.QUOTATION}
    chosen: list[tuple[Passage, str]] = []
    for stance in ("for", "against"):
        usable = [
            passage
            for pk, bearing in claim.evidence
            if bearing == stance and (passage := material.quotable(pk)) is not None
        ]
        ordered = [p for p in usable if p.pk in quoted]
        ordered += _in_turn(material, (p for p in usable if p.pk not in quoted))
        chosen += [(passage, stance) for passage in ordered[: _limit(material)]]
    return chosen


def warrants(material: Material, block: ReportBlock) -> int | None:
    """Return the number of the claim that a quotation warrants; None where it warrants none.

    Of several claims it is the one whose block stands last before the quotation.
    """
    before: list[int] = []
    for other in material.blocks:
        if other.pk == block.pk:
            break
        if other.kind == BlockKind.CLAIM and other.claim_id in material.numbers:
            before.append(other.claim_id)
    rest = [pk for pk in material.numbers if pk not in before]
    for pk in [*reversed(before), *rest]:
        if any(passage == block.passage_id for passage, _ in material.claims[pk].evidence):
            return material.numbers[pk]
    return None


def _of_claim(material: Material, number: int, claim: UsedClaim) -> ClaimEvidence:
    shown = printed(material, claim)
    return ClaimEvidence(
        claim=number,
        passages=tuple(
            EvidencePassage(
                passage=mark(passage.pk),
                role=material.role_of(passage),
                segments=material.words_of(passage).segments,
                kind=material.words_of(passage).kind,
                stance="for" if stance == "for" else "against",
                wave=_wave(passage),
            )
            for passage, stance in shown
        ),
        note=_note(material, claim, len(shown)),
    )


def _note(material: Material, claim: UsedClaim, shown: int) -> str:
    barred = sum(1 for pk, _ in claim.evidence if material.quotable(pk) is None)
    left = len(claim.evidence) - shown - barred
    parts = []
    if left:
        parts.append(f"{left:,} more can be read in the workspace by those who may.")
    if barred:
        verb = "is" if barred == 1 else "are"
        parts.append(
            f"{barred:,} {verb} counted and not printed: quoting was not agreed to, or the "
            "speaker's role is not known."
        )
    return " ".join([f"{shown:,} of {len(claim.evidence):,} passages are printed.", *parts])


def _in_turn(material: Material, passages: Iterable[Passage]) -> list[Passage]:
    by_role: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        by_role[material.role_of(passage)].append(passage)
    turns = [
        (turn, role, passage) for role, held in by_role.items() for turn, passage in enumerate(held)
    ]
    return _unlike_first([p for _, _, p in sorted(turns, key=lambda t: (t[0], t[1]))])


def _unlike_first(passages: list[Passage]) -> list[Passage]:
    """Return passages that say nearly the same as an earlier one after all others (R231)."""
    seen: list[set[str]] = []
    first: list[Passage] = []
    alike: list[Passage] = []
    for passage in passages:
        words = set(passage.quote.casefold().split())
        near = any(len(words & other) > ALIKE * len(words | other) for other in seen[-LOOK_BACK:])
        (alike if near else first).append(passage)
        seen.append(words)
    return first + alike


def _limit(material: Material) -> int:
    for block in material.blocks:
        if block.kind == BlockKind.EVIDENCE:
            return int(block.settings.get("limit", APPENDIX_LIMIT))
    return APPENDIX_LIMIT


def _wave(passage: Passage) -> str:
    wave = passage.text.source.wave
    return f"wave {wave.number}" if wave else ""
