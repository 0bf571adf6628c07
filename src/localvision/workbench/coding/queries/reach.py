"""Which codings a viewer reaches. Every other query of this room begins here.

The one seam for blind rounds: what a coder may not yet see is left out here, and with it out
of every list, count and export.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.coding.models import LIVE, Coding
from localvision.workbench.coding.queries.frames import FrameNow
from localvision.workbench.programmes.viewers import Viewer


def codings_for(viewer: Viewer) -> QuerySet[Coding]:
    """Return the live codings, of every frame, whose words the viewer may read."""
    found = _reached(viewer, Capability.READ_SOURCES)
    return found.filter(item__frame__programme=viewer.programme)


def codings_to_read(
    viewer: Viewer, now: FrameNow, item_ids: Iterable[int] | None = None
) -> QuerySet[Coding]:
    """Return the live codings of a frame (or of some items) whose words the viewer may read."""
    return _reached(viewer, Capability.READ_SOURCES).filter(item__in=_items(viewer, now, item_ids))


def codings_to_count(viewer: Viewer, now: FrameNow) -> QuerySet[Coding]:
    """Return the live codings of a frame that the viewer may count, though perhaps not read."""
    return _reached(viewer, Capability.SEE_COUNTS).filter(item__in=_items(viewer, now, None))


def _reached(viewer: Viewer, capability: Capability) -> QuerySet[Coding]:
    if not viewer.may(capability):
        return Coding.objects.none()
    found = Coding.objects.filter(LIVE)
    if viewer.locality_ids is not None:
        found = found.filter(text__source__locality_id__in=viewer.locality_ids)
    return found.order_by()


def _items(viewer: Viewer, now: FrameNow, item_ids: Iterable[int] | None) -> list[int]:
    """Return items of the viewer's own frame: a list of numbers, so that one index serves."""
    if now.frame.programme_id != viewer.programme.pk:
        return []
    return sorted(now.items if item_ids is None else now.items.keys() & set(item_ids))
