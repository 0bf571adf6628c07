"""On a laptop the owner is signed in without ceremony; in team mode this does nothing.

Only for requests from this very machine, as the server itself listens on loopback only.
"""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse

from localvision.workbench.accounts.models import Account

BACKEND = "django.contrib.auth.backends.ModelBackend"


class LaptopOwnerMiddleware:
    """Signs the owner in on the first request of a session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Sign the owner in where the workspace is a laptop's and nobody is signed in."""
        if settings.LAPTOP and not request.user.is_authenticated and _from_here(request):
            owner = Account.objects.filter(is_laptop_owner=True, is_active=True).first()
            if owner is not None:
                login(request, owner, backend=BACKEND)
        return self.get_response(request)


def _from_here(request: HttpRequest) -> bool:
    address = request.META.get("REMOTE_ADDR", "")
    forwarded = "HTTP_X_FORWARDED_FOR" in request.META or "HTTP_FORWARDED" in request.META
    return bool(address) and ip_address(address).is_loopback and not forwarded
