"""What every action of this room needs: the claim held for a change, kept words, the event."""

from __future__ import annotations

from typing import Any

from localvision.errors import workbench_claims as messages
from localvision.workbench.accounts.enums import Capability
from localvision.workbench.claims.enums import Bearing
from localvision.workbench.claims.models import LIVE, Claim, ClaimRevision
from localvision.workbench.claims.rules import check_can_be_final
from localvision.workbench.platform.audit import Thing, record
from localvision.workbench.platform.models import SearchEntry
from localvision.workbench.platform.search import EVERYWHERE, remember
from localvision.workbench.programmes.viewers import Viewer

CLAIM = "claim"


def held(by: Viewer, claim: Claim) -> Claim:
    """Return the claim as it stands now, held until the transaction ends.

    Raises `access.not-allowed`, and `claim.not-found` for a claim of another programme.
    """
    by.check(Capability.WRITE_CLAIMS)
    found = (
        Claim.objects.select_for_update(of=("self",))
        .filter(programme=by.programme, pk=claim.pk)
        .select_related("theme")
        .first()
    )
    if found is None:
        raise messages.CLAIM_NOT_FOUND.error(number=claim.number)
    return found


def keep_earlier(by: Viewer, claim: Claim, why: str) -> None:
    """Keep what the claim says, before it is changed; raises `claim.reason-needed`."""
    if not why.strip():
        raise messages.REASON_NEEDED.error(number=claim.number)
    ClaimRevision.objects.create(
        claim=claim,
        sentence=claim.sentence,
        status=claim.status,
        strength=claim.strength,
        strength_reason=claim.strength_reason,
        why=why.strip(),
        changed_by=by.account,
    )


def worded(kind: str, words: str) -> str:
    """Return words without space around them; raises `claim.words-needed` for none."""
    if not words.strip():
        raise messages.WORDS_NEEDED.error(kind=kind)
    return words.strip()


def check_looked(claim: Claim) -> None:
    """Raise `claim.not-searched` where nobody has looked for what speaks against it (R239)."""
    against = claim.evidence.filter(LIVE, bearing=Bearing.AGAINST, praise=False).count()
    check_can_be_final(claim, against=against, searches=claim.searches.count())


def make_findable(claims: list[Claim]) -> None:
    """Renew the search entries of claims."""
    remember(
        SearchEntry(
            programme_key=str(claim.programme_id),
            kind=CLAIM,
            object_key=str(claim.pk),
            capability=Capability.READ_CLAIMS.value,
            locality_key=EVERYWHERE,
            title=f"Claim {claim.number} ({claim.get_status_display().lower()})",
            body=claim.sentence,
        )
        for claim in claims
    )


def note_event(by: Viewer, verb: str, claim: Claim, summary: str, **facts: Any) -> None:
    """Record what was done to a claim; its words stay out of the log."""
    record(
        by=by.account,
        verb=verb,
        thing=Thing(CLAIM, str(claim.pk)),
        summary=summary,
        programme_key=str(by.programme.pk),
        facts={"number": claim.number, **facts},
    )
