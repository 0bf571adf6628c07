"""Every route has a door, and every door says who may enter.

A house test walks all routes and fails on one without a door, so that nobody can forget.
The check runs before the view; a view never asks again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import URLPattern, path

View = Callable[..., HttpResponseBase]
#: Returns None to let the person in, or the answer that they get instead.
Check = Callable[[HttpRequest, dict[str, Any]], HttpResponse | None]


@dataclass(frozen=True, slots=True)
class Door:
    """Who may enter: a key for tests and documents, words for people, and the check."""

    key: str
    words: str
    check: Check


def _everyone(request: HttpRequest, captured: dict[str, Any]) -> HttpResponse | None:
    return None


PUBLIC = Door("public", "anybody", _everyone)


def route(pattern: str, view: View, *, name: str, door: Door) -> URLPattern:
    """Return Django's route to `view`, with `door` checked before the view runs."""

    @wraps(view)
    def guarded(request: HttpRequest, **captured: Any) -> HttpResponseBase:
        refusal = door.check(request, captured)
        return refusal if refusal is not None else view(request, **captured)

    guarded.door = door  # type: ignore[attr-defined]
    return path(pattern, guarded, name=name)
