"""Where a found claim opens."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse

from localvision.workbench.claims import queries
from localvision.workbench.platform.search import Hit
from localvision.workbench.programmes.viewers import Viewer


def open_claims(viewer: Viewer, hits: Sequence[Hit]) -> dict[str, str]:
    """Return the address of each claim that was found."""
    numbers = queries.claims_for(viewer).filter(pk__in=[hit.object_key for hit in hits])
    slug = viewer.programme.slug
    return {
        str(pk): reverse("claims:claim", args=[slug, number])
        for pk, number in numbers.values_list("pk", "number")
    }
