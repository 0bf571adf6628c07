"""An operation's door: the same check as a page's, answered in JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import URLPattern
from ninja import NinjaAPI
from ninja.errors import HttpError
from ninja.security import APIKeyCookie

from localvision.workbench.platform.doors import Door
from localvision.workbench.programmes.viewers import Viewer


class Through(APIKeyCookie):
    """Lets a person through a door; a forged request is refused before it (CSRF)."""

    def __init__(self, door: Door) -> None:
        self.door = door
        self.param_name = settings.SESSION_COOKIE_NAME
        super().__init__(csrf=True)

    def authenticate(self, request: HttpRequest, key: str | None) -> Viewer:
        """Return the viewer; raises 401 (not signed in), 403 (may not), or 404 (not a member)."""
        match = request.resolver_match
        refusal = self.door.check(request, dict(match.kwargs) if match else {})
        if refusal is None:
            return request.viewer  # type: ignore[attr-defined]
        if 300 <= refusal.status_code < 400:
            raise HttpError(401, "Sign in first.")
        raise HttpError(refusal.status_code, f"Only {self.door.words}.")


def routes_with_doors(api: NinjaAPI, doors: Mapping[str, Door]) -> list[URLPattern]:
    """Return the routes of an API, each carrying its door for whoever walks all routes.

    Raises KeyError for an operation whose route has none. The API's own root page is left out.
    """
    patterns: list[Any] = [each for each in api.urls[0] if each.name != "api-root"]  # type: ignore[union-attr]
    for pattern in patterns:
        pattern.callback.door = doors[pattern.name]
    return patterns
