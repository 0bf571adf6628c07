"""Which codings a viewer reaches. Every other query of this room begins here.

The one seam for blind rounds: what a coder may not yet see is left out here, and with it out
of every list, count and export.
"""

from __future__ import annotations

from django.db.models import QuerySet

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.coding.models import LIVE, Coding
from localvision.workbench.programmes.viewers import Viewer


def codings_for(viewer: Viewer) -> QuerySet[Coding]:
    """Return the live codings whose words the viewer may read."""
    return _reached(viewer, Capability.READ_SOURCES)


def codings_to_count(viewer: Viewer) -> QuerySet[Coding]:
    """Return the live codings that the viewer may count, though perhaps not read."""
    return _reached(viewer, Capability.SEE_COUNTS)


def _reached(viewer: Viewer, capability: Capability) -> QuerySet[Coding]:
    if not viewer.may(capability):
        return Coding.objects.none()
    found = Coding.objects.filter(LIVE, item__frame__programme=viewer.programme)
    if viewer.locality_ids is not None:
        found = found.filter(text__source__locality_id__in=viewer.locality_ids)
    return found.order_by()
