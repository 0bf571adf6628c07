"""Reading memos."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.coding.models import Memo
from localvision.workbench.documents.queries import sources_for
from localvision.workbench.programmes.viewers import Viewer


def memos_for(viewer: Viewer, *, about: str = "") -> QuerySet[Memo]:
    """Return the memos that the viewer may read, newest first, of one kind or of all.

    A memo on a source or a passage is read only by those who may read that source.
    """
    if not viewer.may(Capability.READ_SOURCES):
        return Memo.objects.none()
    found = Memo.objects.filter(programme=viewer.programme, removed_at=None)
    if viewer.locality_ids is not None:
        reachable = sources_for(viewer)
        found = found.filter(
            Q(about__in=["item", "programme"])
            | Q(source__in=reachable)
            | Q(passage__text__source__in=reachable)
        )
    if about:
        found = found.filter(about=about)
    return found.select_related("written_by", "item", "source", "passage__text__source")
