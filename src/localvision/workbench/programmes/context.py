"""What every page of a programme needs: the programme, its rooms, and its invented notice."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from localvision.workbench.accounts.enums import Capability


def current_programme(request: HttpRequest) -> dict[str, Any]:
    """Return the programme of the page, the rooms that the person may enter, and the notice."""
    viewer = getattr(request, "viewer", None)
    if viewer is None:
        return {}
    slug = viewer.programme.slug
    return {
        "programme": viewer.programme,
        "viewer": viewer,
        "invented_notice": viewer.programme.invented_notice,
        "nav": [
            (label, reverse(name, kwargs={"programme": slug}), key)
            for key, label, name, capability in settings.ROOMS
            if viewer.may(Capability(capability))
        ],
        "search_url": reverse("programmes:search", kwargs={"programme": slug}),
    }
