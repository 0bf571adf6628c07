"""Ways from a report into the other rooms, for those who may enter them."""

from __future__ import annotations

from collections.abc import Mapping

from django.urls import reverse

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.programmes.viewers import Viewer
from localvision.workbench.reporting.composing import Links


def claim_ways(viewer: Viewer, links: Links) -> Mapping[int, str]:
    """Return the address of each claim's page by its number; none for those who may not read."""
    if not viewer.may(Capability.READ_CLAIMS):
        return {}
    slug = viewer.programme.slug
    return {int(n): reverse("claims:claim", args=[slug, int(n)]) for n in links.claims}


def passage_ways(viewer: Viewer, links: Links) -> Mapping[str, str]:
    """Return the address of each passage in its source; none for those who may not read it."""
    if not viewer.may(Capability.READ_SOURCES):
        return {}
    slug = viewer.programme.slug
    return {
        mark: reverse("coding:passage", args=[slug, pk]) for mark, (_, pk) in links.passages.items()
    }
