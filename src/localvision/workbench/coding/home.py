"""What coding adds to the programme's own pages: what wants judgement, and where hits open."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.coding.models import Memo
from localvision.workbench.coding.queries import frame_now
from localvision.workbench.coding.queries.matrix import counts_by_theme
from localvision.workbench.coding.selections import Selection
from localvision.workbench.platform.search import Hit
from localvision.workbench.programmes.models import FrameItem
from localvision.workbench.programmes.panels import Judgement
from localvision.workbench.programmes.viewers import Viewer


def codings_to_judge(viewer: Viewer) -> list[Judgement]:
    """Return the split codes whose old codings wait for a person."""
    now = frame_now(viewer)
    if now is None or not now.spans or not viewer.may(Capability.CODE):
        return []
    return [
        Judgement(
            words=f"{counted.passages} passages wait to be recoded.",
            detail=f"{now.items[-code].label} was split; nobody can know which part they mean.",
            url_name="coding:code",
            link_words="Recode them",
            url_arguments={"key": now.items[-code].key},
        )
        for code, counted in counts_by_theme(viewer, now).items()
        if code < 0
    ]


def open_passages(viewer: Viewer, hits: Sequence[Hit]) -> dict[str, str]:
    """Return the address of each passage: its words in their transcript."""
    slug = viewer.programme.slug
    return {
        hit.object_key: reverse("coding:passage", args=[slug, int(hit.object_key)]) for hit in hits
    }


def open_memos(viewer: Viewer, hits: Sequence[Hit]) -> dict[str, str]:
    """Return the address of each memo: its place on the page of memos of its kind."""
    page = reverse("coding:memos", args=[viewer.programme.slug])
    kinds = Memo.objects.filter(
        programme=viewer.programme, pk__in=[hit.object_key for hit in hits]
    ).values_list("pk", "about")
    return {str(pk): f"{page}?about={about}#memo-{pk}" for pk, about in kinds}


def open_codes(viewer: Viewer, hits: Sequence[Hit]) -> dict[str, str]:
    """Return the address of each code of the themes: its passages."""
    items = FrameItem.objects.filter(
        frame__programme=viewer.programme,
        frame__key=Selection().frame,
        pk__in=[hit.object_key for hit in hits],
    ).values_list("pk", "key")
    slug = viewer.programme.slug
    return {str(pk): reverse("coding:code", args=[slug, key]) for pk, key in items}
