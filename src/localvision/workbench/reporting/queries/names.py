"""Names that must not leave: read here so that they can be taken out, and for nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.programmes.models import Identity
from localvision.workbench.programmes.queries import localities_for
from localvision.workbench.programmes.viewers import Viewer


@dataclass(frozen=True, slots=True, repr=False)
class NamesToMask:
    """Names of places, organisations and people. Never shown: it has no representation."""

    places: tuple[str, ...]
    organisations: tuple[str, ...]
    people: tuple[str, ...]


def names_to_mask(viewer: Viewer) -> NamesToMask:
    """Return the names that no quotation of a report may carry.

    No person reads them: they go to the masks, and nothing of them into a page, a file or the
    log. That is why this is not a reading of identities.
    """
    if not viewer.may(Capability.BUILD_REPORTS):
        return NamesToMask((), (), ())
    identities = Identity.objects.filter(person__programme=viewer.programme)
    return NamesToMask(
        places=tuple(localities_for(viewer).values_list("name", flat=True)),
        organisations=tuple(viewer.programme.organisations.values_list("name", flat=True)),
        people=tuple(identities.order_by().values_list("name", flat=True)),
    )
