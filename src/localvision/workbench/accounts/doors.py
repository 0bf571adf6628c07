"""The door for anybody who is signed in."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from localvision.workbench.platform.doors import Door


def _signed_in(request: HttpRequest, captured: dict[str, Any]) -> HttpResponse | None:
    if request.user.is_authenticated:
        return None
    return redirect_to_login(request.get_full_path())


SIGNED_IN = Door("signed-in", "anybody who is signed in", _signed_in)
