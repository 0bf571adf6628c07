"""Forms that ask for one change: shown, refused with reasons, or done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages as notices
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from localvision.errors import LocalVisionError
from localvision.workbench.claims import queries
from localvision.workbench.claims.models import Claim
from localvision.workbench.programmes.rooms import MemberRequest


def claim_or_404(request: MemberRequest, number: int) -> Claim:
    """Return the claim, or answer that it is not there."""
    claim = queries.claim_for(request.viewer, number)
    if claim is None:
        raise Http404
    return claim


def sent(request: MemberRequest) -> QueryDict | None:
    """Return what was sent, also when it is empty; None where the page is only asked for."""
    return request.POST if request.method == "POST" else None


def ask(
    request: MemberRequest,
    claim: Claim,
    form: forms.Form,
    do: Callable[[dict[str, Any]], object],
    *,
    title: str,
    button: str,
    done: str,
    lead: str = "",
    context: dict[str, Any] | None = None,
) -> HttpResponse:
    """Show a form; when it is sent and holds, do what it asks and go to the claim.

    Trouble that the action finds is shown on the form, with its remedy.
    """
    if request.method == "POST" and form.is_valid():
        try:
            do(form.cleaned_data)
        except LocalVisionError as error:
            for problem in error.problems:
                form.add_error(None, f"{problem.what} {problem.remedy}")
        else:
            notices.success(request, done)
            return to_claim(request, claim)
    shown = {
        "room": "claims", "claim": claim, "form": form, "title": title, "button": button,
        "lead": lead, **(context or {}),
    }  # fmt: skip
    return render(request, "claims/ask.html", shown, status=422 if form.errors else 200)


def to_claim(request: MemberRequest, claim: Claim) -> HttpResponse:
    """Go to the claim's page."""
    return redirect("claims:claim", request.viewer.programme.slug, claim.number)
