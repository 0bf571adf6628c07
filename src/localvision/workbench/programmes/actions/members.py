"""Giving and taking roles."""

from __future__ import annotations

from django.db import transaction

from localvision.workbench.accounts.enums import Capability, Role
from localvision.workbench.accounts.models import Account
from localvision.workbench.platform.audit import Thing, record
from localvision.workbench.programmes.models import Locality, Membership
from localvision.workbench.programmes.viewers import Viewer


@transaction.atomic
def give_role(
    *, by: Viewer, account: Account, role: str, locality: Locality | None = None
) -> Membership:
    """Give somebody a role in the programme, for one place or for all."""
    by.check(Capability.MANAGE_PROGRAMME)
    membership, new = Membership.objects.get_or_create(
        programme=by.programme, account=account, role=Role(role), locality=locality
    )
    if new:
        record(
            by=by.account,
            verb="membership.given",
            thing=_thing(membership),
            summary=f"{Role(role).label} role given.",
            programme_key=str(by.programme.pk),
            facts={"account": account.audit_key, "role": role},
        )
    return membership


@transaction.atomic
def take_role(*, by: Viewer, membership: Membership) -> None:
    """Take a role away."""
    by.check(Capability.MANAGE_PROGRAMME)
    record(
        by=by.account,
        verb="membership.taken",
        thing=_thing(membership),
        summary=f"{membership.get_role_display()} role taken away.",
        programme_key=str(by.programme.pk),
    )
    membership.delete()


def _thing(membership: Membership) -> Thing:
    return Thing("membership", str(membership.pk))
