"""Bringing in many claims at once, all or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import models, transaction

from localvision.errors import workbench_claims as messages
from localvision.workbench.accounts.enums import Capability
from localvision.workbench.claims.actions.holding import make_findable, worded
from localvision.workbench.claims.actions.limits import check_role
from localvision.workbench.claims.actions.wording import next_number
from localvision.workbench.claims.arrivals import NewClaim
from localvision.workbench.claims.enums import Bearing, Status
from localvision.workbench.claims.models import (
    Caveat,
    Claim,
    ClaimEvidence,
    ContrarySearch,
    Dissent,
    EarlierFinding,
    Rival,
)
from localvision.workbench.claims.rules import check_can_be_final
from localvision.workbench.documents.queries import passages_for
from localvision.workbench.platform.audit import Thing, record
from localvision.workbench.programmes.viewers import Viewer

ROWS = 500
Pairs = list[tuple[Claim, NewClaim]]


@transaction.atomic
def import_claims(*, by: Viewer, claims: Sequence[NewClaim]) -> list[Claim]:
    """Bring in claims with their evidence and limits, numbered on from the last, in one event.

    Raises `claim.key-taken`, `claim.words-needed`, `claim.no-role`, `claim.no-passage`, and
    `claim.not-searched` for a final claim against which nobody has looked; then nothing is
    kept.
    """
    by.check(Capability.WRITE_CLAIMS)
    _check(by, claims)
    first = next_number(by.programme)
    made = Claim.objects.bulk_create(
        [_claim(by, number, new) for number, new in enumerate(claims, start=first)],
        batch_size=ROWS,
    )
    pairs: Pairs = list(zip(made, claims, strict=True))
    _evidence(by, pairs)
    _limits(by, pairs)
    make_findable(made)
    record(
        by=by.account,
        verb="claims.imported",
        thing=Thing("programme", str(by.programme.pk)),
        summary=f"{len(made)} claims were brought in.",
        programme_key=str(by.programme.pk),
        facts={"claims": [claim.pk for claim in made]},
    )
    return made


def _check(by: Viewer, claims: Sequence[NewClaim]) -> None:
    keys = Counter(new.key for new in claims)
    taken = Claim.objects.filter(programme=by.programme, key__in=keys)
    again = [*taken.values_list("key", flat=True), *(key for key, n in keys.items() if n > 1)]
    if again:
        raise messages.KEY_TAKEN.error(key=again[0])
    for role in {role for new in claims for role, _ in new.dissent}:
        check_role(by, role)
    wanted = {each.passage.pk for new in claims for each in new.evidence}
    readable = passages_for(by).filter(pk__in=wanted).count()
    if readable < len(wanted):
        raise messages.NO_PASSAGE.error(n=len(wanted) - readable)


def _claim(by: Viewer, number: int, new: NewClaim) -> Claim:
    claim = Claim(
        programme=by.programme,
        number=number,
        key=new.key,
        sentence=worded("claim", new.sentence),
        status=new.status,
        strength=new.strength,
        strength_reason=new.strength_reason,
        theme=new.theme,
        hypothesis_key=new.hypothesis_key,
        made_by=by.account,
    )
    if new.status == Status.FINAL:
        against = sum(e.bearing == Bearing.AGAINST and not e.praise for e in new.evidence)
        check_can_be_final(claim, against=against, searches=len(new.searches))
    return claim


def _evidence(by: Viewer, pairs: Pairs) -> None:
    ClaimEvidence.objects.bulk_create(
        (
            ClaimEvidence(
                claim=claim,
                passage=each.passage,
                bearing=each.bearing,
                note=each.note,
                confidence=each.confidence,
                praise=each.praise,
                added_by=by.account,
            )
            for claim, new in pairs
            for each in {(e.passage.pk, e.bearing): e for e in new.evidence}.values()
        ),
        batch_size=ROWS,
    )


def _limits(by: Viewer, pairs: Pairs) -> None:
    def store(
        model: type[models.Model], rows: Callable[[NewClaim], Iterable[dict[str, Any]]]
    ) -> None:
        model._default_manager.bulk_create(
            (model(claim=claim, **row) for claim, new in pairs for row in rows(new)),
            batch_size=ROWS,
        )

    store(
        ContrarySearch, lambda new: ({"note": n, "searched_by": by.account} for n in new.searches)
    )
    store(Caveat, lambda new: ({"text": text} for text in new.caveats))
    store(Dissent, lambda new: ({"role": role, "words": words} for role, words in new.dissent))
    store(Rival, lambda new: ({"explanation": e, "considered": c} for e, c in new.rivals))
    store(
        EarlierFinding,
        lambda new: ({"work": w, "finding": f, "relation": r} for w, f, r in new.earlier),
    )
