"""Making accounts."""

from __future__ import annotations

from django.db import transaction

from localvision.workbench.accounts.models import Account
from localvision.workbench.platform.audit import Actor, Thing, record

OWNER_EMAIL = "owner@localhost.invalid"


@transaction.atomic
def make_account(*, by: Actor, email: str, name: str, password: str | None = None) -> Account:
    """Make an account that may sign in; it holds no role in any programme yet."""
    account = Account.objects.create_user(email, password, name=name)
    _record_new(account, by)
    return account


@transaction.atomic
def make_laptop_owner(*, by: Actor | None = None, name: str = "Owner of this workspace") -> Account:
    """Return the one account that a laptop signs in without ceremony, made when missing.

    The first owner has nobody before them: they are recorded as made by themselves.
    """
    owner = Account.objects.filter(is_laptop_owner=True).first()
    if owner is None:
        owner = Account.objects.create_user(OWNER_EMAIL, name=name, is_laptop_owner=True)
        _record_new(owner, by or owner)
    return owner


def _record_new(account: Account, by: Actor) -> None:
    record(
        by=by,
        verb="account.made",
        thing=Thing("account", str(account.pk)),
        summary="An account was made.",
    )
