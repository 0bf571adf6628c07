"""The list of claims, a new one, and one claim with all that it rests on."""

from __future__ import annotations

from typing import Any

from django.contrib import messages as notices
from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.claims import queries
from localvision.workbench.claims.actions import add_claim
from localvision.workbench.claims.bridge import WeighedClaim, weigh, weighed_claim
from localvision.workbench.claims.enums import Bearing
from localvision.workbench.claims.forms import WORDING, FilterForm, NewClaimForm
from localvision.workbench.claims.rules import TRANSITIONS
from localvision.workbench.claims.showing import shown
from localvision.workbench.claims.views.asking import sent
from localvision.workbench.programmes.queries import items_of, role_labels
from localvision.workbench.programmes.rooms import MemberRequest
from localvision.workbench.programmes.viewers import Viewer

PAGE = 50
#: Passages of each side on the claim's own page; all of them have a page of their own.
FIRST = 6


def claims(request: MemberRequest) -> HttpResponse:
    """Show the claims by number with the fractions behind them, filtered as asked."""
    viewer = request.viewer
    form = FilterForm(request.GET, themes=items_of(viewer, "themes"))
    asked = form.chosen()
    page, weighed = _weighed_page(viewer, asked, request.GET.get("page"))
    context = {
        "room": "claims",
        "filters": form,
        "page": page,
        "filtered": any(asked.values()),
        "shown": [shown(each) for each in weighed],
        "may_write": viewer.may(Capability.WRITE_CLAIMS),
    }
    return render(request, "claims/list.html", context)


def _weighed_page(
    viewer: Viewer, asked: dict[str, str], number: str | None
) -> tuple[Page[Any], list[WeighedClaim]]:
    """Return one page of claims, weighed; to find loose words, all have to be weighed."""
    wording = asked["wants"] == WORDING
    wanted = "" if wording else asked["wants"]
    found = queries.claims_for(viewer, status=asked["status"], theme=asked["theme"], wanted=wanted)
    if wording:
        flagged = [each for each in weigh(viewer, list(found)) if each.flagged]
        pages: Page[Any] = Paginator(flagged, PAGE).get_page(number)
        return pages, list(pages.object_list)
    pages = Paginator(found, PAGE).get_page(number)
    return pages, weigh(viewer, list(pages.object_list))


def new(request: MemberRequest) -> HttpResponse:
    """Ask for a new claim."""
    viewer = request.viewer
    form = NewClaimForm(sent(request), themes=items_of(viewer, "themes"))
    if request.method == "POST" and form.is_valid():
        claim = add_claim(by=viewer, **form.cleaned_data)
        notices.success(
            request, f"Claim {claim.number} is kept. Now add evidence for and against it."
        )
        return redirect("claims:claim", viewer.programme.slug, claim.number)
    context = {"room": "claims", "form": form}
    return render(request, "claims/new.html", context, status=422 if form.errors else 200)


def claim(request: MemberRequest, number: int) -> HttpResponse:
    """Show one claim with its fractions, who is silent, what limits it, and its evidence."""
    viewer = request.viewer
    weighed = weighed_claim(viewer, number)
    if weighed is None:
        raise Http404
    reads = viewer.may(Capability.READ_SOURCES)
    sides = [
        {
            "label": bearing.label,
            "key": bearing.value,
            "side": side,
            "passages": queries.evidence_passages(
                viewer, weighed.claim, bearing.value, per_page=FIRST, spread=True
            )
            if reads
            else None,
        }
        for bearing, side in (
            (Bearing.FOR, weighed.coverage.supporting),
            (Bearing.AGAINST, weighed.coverage.contrary),
        )
    ]
    context = {
        "room": "claims",
        "claim": weighed.claim,
        "shown": shown(weighed, every_unit=True, reads=reads),
        "weighed": weighed,
        "limits": queries.limits_of(viewer, weighed.claim),
        "sides": sides,
        "labels": role_labels(viewer),
        "may_write": viewer.may(Capability.WRITE_CLAIMS),
        "may_read": reads,
        "next_statuses": [s.label.lower() for s in TRANSITIONS[weighed.claim.status]],  # type: ignore[index]
        "taken_out": _taken_out(request, number),
    }
    return render(request, "claims/claim.html", context)


def _taken_out(request: MemberRequest, number: int) -> int | None:
    """Return the evidence that was just taken out, so that it can be put back."""
    asked = request.GET.get("taken-out", "")
    found = queries.evidence_for(request.viewer, number, int(asked)) if asked.isdecimal() else None
    return found.pk if found is not None and found.removed_at is not None else None
