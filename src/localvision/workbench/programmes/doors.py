"""Doors to a programme: members only, and only those who hold the capability.

To anybody else the programme is not there: the same answer, whether it exists or not.
"""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from localvision.workbench.accounts.doors import SIGNED_IN
from localvision.workbench.accounts.enums import Capability
from localvision.workbench.platform.doors import Door
from localvision.workbench.programmes.viewers import viewer_of


def member_who_may(capability: Capability) -> Door:
    """Return the door for members with this capability; the route captures `programme`.

    The view finds the person as `request.viewer`.
    """

    def check(request: HttpRequest, captured: dict[str, Any]) -> HttpResponse | None:
        refusal = SIGNED_IN.check(request, captured)
        if refusal is not None:
            return refusal
        viewer = viewer_of(request.user, captured.pop("programme"))  # type: ignore[arg-type]
        if viewer is None:
            raise Http404
        request.viewer = viewer  # type: ignore[attr-defined]
        if not viewer.may(capability):
            return render(request, "403.html", {"what": capability.label}, status=403)
        return None

    return Door(f"member:{capability.value}", f"members who may {capability.label}", check)
