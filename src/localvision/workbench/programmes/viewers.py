"""A viewer: one signed-in person in one programme. Every query starts from here."""

from __future__ import annotations

from dataclasses import dataclass

from localvision.errors import workbench as messages
from localvision.workbench.accounts.enums import Capability
from localvision.workbench.accounts.models import Account
from localvision.workbench.accounts.rules import capabilities_of
from localvision.workbench.platform.search import Scope
from localvision.workbench.programmes.models import Membership, Programme


@dataclass(frozen=True, slots=True)
class Viewer:
    """What one person may do in one programme, and in which places.

    `locality_ids` is None where the person may read of every place.
    """

    account: Account
    programme: Programme
    roles: frozenset[str]
    capabilities: frozenset[Capability]
    locality_ids: frozenset[int] | None

    def may(self, capability: Capability) -> bool:
        """Say whether the person may."""
        return capability in self.capabilities

    def check(self, capability: Capability) -> None:
        """Raise `access.not-allowed` where the person may not."""
        if not self.may(capability):
            raise messages.NOT_ALLOWED.error(what=capability.label)

    @property
    def scope(self) -> Scope:
        """Within what the person may search."""
        keys = None if self.locality_ids is None else {str(pk) for pk in self.locality_ids}
        return Scope(str(self.programme.pk), set(self.capabilities), keys)


def viewer_of(account: Account, programme_slug: str) -> Viewer | None:
    """Return the viewer, or None where the person has no role there (or it is not there)."""
    held = list(
        Membership.objects.filter(
            account_id=account.pk, programme__slug=programme_slug
        ).select_related("programme")
    )
    if not held:
        return None
    roles = frozenset(membership.role for membership in held)
    places = {membership.locality_id for membership in held}
    everywhere = None in places
    return Viewer(
        account=account,
        programme=held[0].programme,
        roles=roles,
        capabilities=capabilities_of(roles),
        locality_ids=None if everywhere else frozenset(pk for pk in places if pk is not None),
    )
