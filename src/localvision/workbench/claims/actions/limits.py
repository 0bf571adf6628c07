"""What stays beside a claim: caveats, dissent, rival explanations, earlier findings."""

from __future__ import annotations

from django.db import transaction

from localvision.errors import workbench_claims as messages
from localvision.workbench.claims.actions.holding import held, note_event, worded
from localvision.workbench.claims.actions.wording import chosen
from localvision.workbench.claims.enums import Relation
from localvision.workbench.claims.models import Caveat, Claim, Dissent, EarlierFinding, Limit, Rival
from localvision.workbench.programmes.queries import role_labels
from localvision.workbench.programmes.viewers import Viewer


@transaction.atomic
def add_caveat(*, by: Viewer, claim: Claim, text: str) -> Caveat:
    """Say what limits a claim; it is shown wherever the claim is (R302)."""
    claim = held(by, claim)
    made = Caveat.objects.create(claim=claim, text=worded("caveat", text))
    _record(by, claim, made, "added", "A caveat was added")
    return made


@transaction.atomic
def add_dissent(*, by: Viewer, claim: Claim, role: str, words: str) -> Dissent:
    """Keep who sees it otherwise, by role and never by name, and why.

    Raises `claim.no-role` for a role that the programme does not have.
    """
    claim = held(by, claim)
    check_role(by, role)
    made = Dissent.objects.create(claim=claim, role=role, words=worded("dissent", words))
    _record(by, claim, made, "added", "Dissent was kept")
    return made


@transaction.atomic
def add_rival(*, by: Viewer, claim: Claim, explanation: str, considered: str = "") -> Rival:
    """Keep another explanation; without a note on how it was weighed it still stands."""
    claim = held(by, claim)
    made = Rival.objects.create(
        claim=claim,
        explanation=worded("rival explanation", explanation),
        considered=considered.strip(),
    )
    _record(by, claim, made, "added", "A rival explanation was kept")
    return made


@transaction.atomic
def weigh_rival(*, by: Viewer, rival: Rival, considered: str) -> Rival:
    """Say how a rival explanation was weighed."""
    claim = held(by, rival.claim)
    found = _of(claim, rival)
    assert isinstance(found, Rival)
    found.considered = worded("note on the rival explanation", considered)
    found.save(update_fields=["considered"])
    _record(by, claim, found, "weighed", "A rival explanation was weighed")
    return found


@transaction.atomic
def add_earlier_finding(
    *, by: Viewer, claim: Claim, work: str, finding: str, relation: str
) -> EarlierFinding:
    """Say what a claim does to a finding of earlier work: confirms, extends, contradicts (R204)."""
    claim = held(by, claim)
    made = EarlierFinding.objects.create(
        claim=claim,
        work=worded("name of the earlier work", work)[:300],
        finding=worded("earlier finding", finding),
        relation=chosen(Relation, relation, "relation"),
    )
    _record(by, claim, made, "added", "An earlier finding was set beside it")
    return made


@transaction.atomic
def take_back(*, by: Viewer, limit: Limit) -> None:
    """Take back a caveat, dissent, rival or earlier finding; the log keeps that it was there."""
    claim = held(by, limit.claim)
    found = _of(claim, limit)
    _record(by, claim, found, "taken-back", f"{_name(found).capitalize()} was taken back")
    found.delete()


def check_role(by: Viewer, role: str) -> None:
    """Raise `claim.no-role` where the programme has no such role."""
    roles = role_labels(by)
    if role not in roles:
        raise messages.NO_ROLE.error(role=role, choices=", ".join(roles))


def _of(claim: Claim, limit: Limit) -> Limit:
    found = type(limit)._default_manager.filter(claim=claim, pk=limit.pk).first()
    if found is None:
        raise messages.NOTE_NOT_FOUND.error(kind=_name(limit), number=claim.number)
    return found


def _name(limit: Limit) -> str:
    return str(limit._meta.verbose_name)


def _record(by: Viewer, claim: Claim, limit: Limit, did: str, said: str) -> None:
    kind = _name(limit).replace(" ", "-")
    note_event(by, f"claim.{kind}-{did}", claim, f"{said} (claim {claim.number}).", limit=limit.pk)
