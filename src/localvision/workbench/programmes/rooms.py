"""The request as a view behind a programme's door gets it."""

from __future__ import annotations

from django.http import HttpRequest

from localvision.workbench.programmes.viewers import Viewer


class MemberRequest(HttpRequest):
    """A request of a member; the door set `viewer`. For types only."""

    viewer: Viewer
