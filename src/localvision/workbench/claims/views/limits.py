"""Adding and taking back what stays beside a claim: caveats, dissent, rivals, searches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages as notices
from django.http import Http404, HttpResponse
from django.views.decorators.http import require_POST

from localvision.workbench.claims import queries
from localvision.workbench.claims.actions import (
    add_caveat,
    add_dissent,
    add_earlier_finding,
    add_rival,
    record_search,
    take_back,
    weigh_rival,
)
from localvision.workbench.claims.forms import (
    CaveatForm,
    DissentForm,
    EarlierForm,
    RivalForm,
    SearchForm,
    WeighRivalForm,
)
from localvision.workbench.claims.models import Caveat, Dissent, EarlierFinding, Limit, Rival
from localvision.workbench.claims.views.asking import ask, claim_or_404, sent, to_claim
from localvision.workbench.programmes.queries import role_labels
from localvision.workbench.programmes.rooms import MemberRequest


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing that stays beside a claim; `model` None: it is never taken back."""

    form: type[forms.Form]
    action: Callable[..., object]
    title: str
    lead: str
    done: str
    model: type[Limit] | None = None


KINDS = {
    "caveat": Kind(
        CaveatForm, add_caveat, "What limits claim {number}?",
        "A caveat is shown wherever the claim is shown.", "The caveat is kept.", Caveat,
    ),
    "dissent": Kind(
        DissentForm, add_dissent, "Who sees claim {number} otherwise?",
        "Dissent stays beside the claim. It is kept by role, never by name.",
        "The dissent is kept.", Dissent,
    ),
    "rival": Kind(
        RivalForm, add_rival, "What else would explain claim {number}?",
        "A rival explanation stands until you say how it was weighed.",
        "The rival explanation is kept.", Rival,
    ),
    "earlier": Kind(
        EarlierForm, add_earlier_finding, "What was found before?",
        "Both the earlier finding and the claim are kept.",
        "The earlier finding is kept.", EarlierFinding,
    ),
    "search": Kind(
        SearchForm, record_search, "Who speaks against claim {number}?",
        "A claim is final only when somebody has looked for what speaks against it.",
        "The search is recorded.",
    ),
}  # fmt: skip


def add(request: MemberRequest, number: int, kind: str) -> HttpResponse:
    """Ask for a caveat, dissent, rival explanation, earlier finding or search."""
    chosen = _kind(kind)
    claim = claim_or_404(request, number)
    extra: dict[str, Any] = {}
    if chosen.form is DissentForm:
        extra["roles"] = role_labels(request.viewer).items()
    return ask(
        request,
        claim,
        chosen.form(sent(request), **extra),
        lambda data: chosen.action(by=request.viewer, claim=claim, **data),
        title=chosen.title.format(number=number),
        lead=chosen.lead,
        button="Keep it",
        done=chosen.done,
    )


def weigh(request: MemberRequest, number: int, pk: int) -> HttpResponse:
    """Ask how a rival explanation was weighed."""
    claim = claim_or_404(request, number)
    rival = queries.limit_for(request.viewer, number, Rival, pk)
    if not isinstance(rival, Rival):
        raise Http404
    return ask(
        request,
        claim,
        WeighRivalForm(sent(request), initial={"considered": rival.considered}),
        lambda data: weigh_rival(by=request.viewer, rival=rival, **data),
        title="How was it weighed?",
        lead=rival.explanation,
        button="Keep it",
        done="The rival explanation is weighed.",
    )


@require_POST
def remove(request: MemberRequest, number: int, kind: str, pk: int) -> HttpResponse:
    """Take back a caveat, dissent, rival explanation or earlier finding."""
    model = _kind(kind).model
    found = queries.limit_for(request.viewer, number, model, pk) if model else None
    if found is None:
        raise Http404
    take_back(by=request.viewer, limit=found)
    notices.success(request, "Taken back.")
    return to_claim(request, found.claim)


def _kind(kind: str) -> Kind:
    if kind not in KINDS:
        raise Http404
    return KINDS[kind]
