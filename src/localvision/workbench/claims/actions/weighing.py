"""Putting passages for and against a claim, taking them out, and putting them back."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from localvision.errors import workbench_claims as messages
from localvision.workbench.claims.actions.holding import check_looked, held, note_event, worded
from localvision.workbench.claims.actions.wording import chosen
from localvision.workbench.claims.enums import Bearing, Confidence, Status
from localvision.workbench.claims.models import LIVE, Claim, ClaimEvidence, ContrarySearch
from localvision.workbench.documents.models import Passage
from localvision.workbench.documents.queries import passages_for
from localvision.workbench.programmes.viewers import Viewer


@transaction.atomic
def add_evidence(
    *,
    by: Viewer,
    claim: Claim,
    passages: Iterable[Passage],
    bearing: str,
    note: str = "",
    confidence: str = Confidence.NOT_SAID,
    praise: bool = False,
) -> list[ClaimEvidence]:
    """Let passages bear for or against a claim; what is there already stays as it is.

    Returns the evidence that is new. Raises `claim.no-passage` for passages that the person
    may not read, `claim.no-such-status` for a bearing or confidence that there is not.
    """
    claim = held(by, claim)
    side = chosen(Bearing, bearing, "bearing")
    sure = chosen(Confidence, confidence, "confidence")
    wanted = list(dict.fromkeys(passage.pk for passage in passages))
    readable = set(passages_for(by).filter(pk__in=wanted).values_list("pk", flat=True))
    if len(readable) < len(wanted) or not wanted:
        raise messages.NO_PASSAGE.error(n=len(wanted) - len(readable))
    there = claim.evidence.filter(LIVE, bearing=side, passage_id__in=wanted)
    known = set(there.values_list("passage_id", flat=True))
    made = ClaimEvidence.objects.bulk_create(
        ClaimEvidence(
            claim=claim,
            passage_id=pk,
            bearing=side,
            note=note.strip(),
            confidence=sure,
            praise=praise,
            added_by=by.account,
        )
        for pk in wanted
        if pk not in known
    )
    if made:
        note_event(
            by, "claim.evidence-added", claim, f"Evidence was put to claim {claim.number}.",
            bearing=side.value, evidence=[each.pk for each in made],
        )  # fmt: skip
    return made


@transaction.atomic
def remove_evidence(*, by: Viewer, evidence: ClaimEvidence) -> ClaimEvidence:
    """Take a passage out of a claim; it is kept out of every count, and can be put back.

    Raises `claim.evidence-not-found`, and `claim.not-searched` where a final claim would be
    left without anything against it or a search for it (R239).
    """
    claim = held(by, evidence.claim)
    evidence = _of(claim, evidence)
    if evidence.removed_at is None:
        evidence.removed_at = timezone.now()
        evidence.save(update_fields=["removed_at"])
        if claim.status == Status.FINAL:
            check_looked(claim)
        _record(by, "claim.evidence-removed", evidence, "taken out of")
    return evidence


@transaction.atomic
def restore_evidence(*, by: Viewer, evidence: ClaimEvidence) -> ClaimEvidence:
    """Put a passage back; where the same was added anew meanwhile, that one is returned."""
    claim = held(by, evidence.claim)
    evidence = _of(claim, evidence)
    if evidence.removed_at is None:
        return evidence
    anew = claim.evidence.filter(
        LIVE, passage_id=evidence.passage_id, bearing=evidence.bearing
    ).first()
    if anew is not None:
        return anew
    evidence.removed_at = None
    evidence.save(update_fields=["removed_at"])
    _record(by, "claim.evidence-restored", evidence, "put back to")
    return evidence


@transaction.atomic
def record_search(*, by: Viewer, claim: Claim, note: str) -> ContrarySearch:
    """Record where somebody looked for contrary evidence, also when nothing was found (R239)."""
    claim = held(by, claim)
    search = ContrarySearch.objects.create(
        claim=claim, note=worded("search", note), searched_by=by.account
    )
    note_event(
        by, "claim.searched", claim, f"A search against claim {claim.number} was recorded.",
        search=search.pk,
    )  # fmt: skip
    return search


def _of(claim: Claim, evidence: ClaimEvidence) -> ClaimEvidence:
    found = claim.evidence.filter(pk=evidence.pk).first()
    if found is None:
        raise messages.EVIDENCE_NOT_FOUND.error(number=claim.number)
    return found


def _record(by: Viewer, verb: str, evidence: ClaimEvidence, did: str) -> None:
    note_event(
        by, verb, evidence.claim, f"Evidence was {did} claim {evidence.claim.number}.",
        evidence=evidence.pk, bearing=evidence.bearing,
    )  # fmt: skip
