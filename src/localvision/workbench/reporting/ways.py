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


#: Rooms that count what a figure or table shows: route, and who may go there.
ROOMS = {
    "matrix": ("coding:matrix", Capability.SEE_COUNTS),
    "voices": ("coding:voices", Capability.SEE_COUNTS),
    "together": ("coding:together", Capability.SEE_COUNTS),
    "codes": ("coding:codes", Capability.SEE_COUNTS),
    "claims": ("claims:list", Capability.READ_CLAIMS),
    "sources": ("documents:sources", Capability.READ_SOURCES),
    "places": ("programmes:places", Capability.SEE_PROGRAMME),
}


def figure_ways(viewer: Viewer, links: Links, anchors: Mapping[int, str]) -> Mapping[str, str]:
    """Return where each figure or table is counted, by its anchor in the report."""
    found = {}
    for at, room in links.rooms.items():
        name, capability = ROOMS[room]
        if int(at) in anchors and viewer.may(capability):
            found[anchors[int(at)]] = reverse(name, args=[viewer.programme.slug])
    return found


def passage_ways(viewer: Viewer, links: Links) -> Mapping[str, str]:
    """Return the address of each passage in its source; none for those who may not read it."""
    if not viewer.may(Capability.READ_SOURCES):
        return {}
    slug = viewer.programme.slug
    return {
        mark: reverse("coding:passage", args=[slug, pk]) for mark, (_, pk) in links.passages.items()
    }
