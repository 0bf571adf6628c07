"""The passages behind a claim: reading, choosing, taking out and putting back."""

from __future__ import annotations

from django.contrib import messages as notices
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from localvision.errors import LocalVisionError
from localvision.workbench.accounts.enums import Capability
from localvision.workbench.claims import queries
from localvision.workbench.claims.actions import add_evidence, remove_evidence, restore_evidence
from localvision.workbench.claims.enums import Bearing
from localvision.workbench.claims.forms import EvidenceForm, PickForm
from localvision.workbench.claims.models import Claim, ClaimEvidence
from localvision.workbench.claims.views.asking import claim_or_404, sent, to_claim
from localvision.workbench.documents.queries import passages_for
from localvision.workbench.programmes.queries import items_of, localities_for, role_labels
from localvision.workbench.programmes.rooms import MemberRequest


def evidence(request: MemberRequest, number: int) -> HttpResponse:
    """Show every passage that bears on a claim, of one side or one role if asked."""
    viewer = request.viewer
    claim = claim_or_404(request, number)
    bearing = request.GET.get("bearing", "")
    bearing = bearing if bearing in Bearing.values else ""
    role = request.GET.get("role", "")
    labels = role_labels(viewer)
    context = {
        "room": "claims",
        "claim": claim,
        "bearing": bearing,
        "role": role,
        "role_label": labels.get(role, "No role recorded" if role == "-" else role),
        "sides": [("", "For and against"), *Bearing.choices],
        "page": queries.evidence_passages(
            viewer, claim, bearing, role=role, page=request.GET.get("page")
        ),
        "labels": labels,
        "may_write": viewer.may(Capability.WRITE_CLAIMS),
    }
    return render(request, "claims/evidence.html", context)


def pick(request: MemberRequest, number: int) -> HttpResponse:
    """Choose passages by words, theme, place and role, and put them for or against."""
    viewer = request.viewer
    claim = claim_or_404(request, number)
    labels = role_labels(viewer)
    filters = PickForm(
        request.GET if "words" in request.GET else _first_choice(claim),
        themes=[(item.key, item.label) for item in items_of(viewer, "themes")],
        places=localities_for(viewer).values_list("key", "name"),
        roles=labels.items(),
    )
    form = EvidenceForm(sent(request))
    if request.method == "POST" and form.is_valid() and _put(request, claim, form):
        return redirect(request.get_full_path())
    context = {
        "room": "claims",
        "claim": claim,
        "filters": filters,
        "form": form,
        "labels": labels,
        "page": queries.passages_to_pick(
            viewer, claim, filters.picking(), page=request.GET.get("page")
        ),
    }
    return render(request, "claims/pick.html", context, status=422 if form.errors else 200)


@require_POST
def take_out(request: MemberRequest, number: int, pk: int) -> HttpResponse:
    """Take a passage out of the claim, with a way back."""
    found = _evidence(request, number, pk)
    try:
        remove_evidence(by=request.viewer, evidence=found)
    except LocalVisionError as error:
        notices.error(request, f"{error.problems[0].what} {error.problems[0].remedy}")
        return to_claim(request, found.claim)
    page = reverse("claims:claim", args=[request.viewer.programme.slug, number])
    return redirect(f"{page}?{urlencode({'taken-out': pk})}#evidence")


@require_POST
def put_back(request: MemberRequest, number: int, pk: int) -> HttpResponse:
    """Put a passage back."""
    found = _evidence(request, number, pk)
    restore_evidence(by=request.viewer, evidence=found)
    notices.success(request, "The passage is back.")
    return to_claim(request, found.claim)


def _evidence(request: MemberRequest, number: int, pk: int) -> ClaimEvidence:
    found = queries.evidence_for(request.viewer, number, pk)
    if found is None:
        raise Http404
    return found


def _first_choice(claim: Claim) -> dict[str, str]:
    """Begin with the passages of the claim's own theme."""
    return {"theme": claim.theme.key} if claim.theme else {}


def _put(request: MemberRequest, claim: Claim, form: EvidenceForm) -> bool:
    """Put the ticked passages to the claim; trouble goes on the form."""
    ticked = [int(pk) for pk in request.POST.getlist("passage") if pk.isdecimal()]
    bearing = request.POST.get("bearing", "")
    if not ticked:
        form.add_error(None, "No passage is ticked. Tick those that bear on the claim.")
        return False
    try:
        made = add_evidence(
            by=request.viewer,
            claim=claim,
            passages=passages_for(request.viewer).filter(pk__in=ticked),
            bearing=bearing,
            **form.cleaned_data,
        )
    except LocalVisionError as error:
        form.add_error(None, f"{error.problems[0].what} {error.problems[0].remedy}")
        return False
    said = (
        f"{len(made)} passage{'' if len(made) == 1 else 's'} added {bearing} claim {claim.number}."
    )
    notices.success(request, said if made else "They bear so already; nothing was added.")
    return True
