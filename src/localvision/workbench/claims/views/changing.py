"""Changing what a claim says, how settled and how strong it is, and where it belongs."""

from __future__ import annotations

from django.http import HttpResponse

from localvision.workbench.claims.actions import (
    change_status,
    judge_strength,
    place_in_frame,
    reword_claim,
)
from localvision.workbench.claims.bridge import proposed_sentence, weighed_claim
from localvision.workbench.claims.forms import RewordForm, StatusForm, StrengthForm, ThemeForm
from localvision.workbench.claims.views.asking import ask, claim_or_404, sent
from localvision.workbench.programmes.queries import items_of
from localvision.workbench.programmes.rooms import MemberRequest


def reword(request: MemberRequest, number: int) -> HttpResponse:
    """Ask for another sentence; a proposed one is there to begin with, where one was chosen."""
    claim = claim_or_404(request, number)
    at = request.GET.get("at", "")
    initial = {"sentence": claim.sentence}
    if at.isdecimal() and (weighed := weighed_claim(request.viewer, number)) is not None:
        sentence = proposed_sentence(weighed, int(at))
        if sentence != claim.sentence:
            initial = {"sentence": sentence, "why": "The words said more than was counted."}
    form = RewordForm(sent(request), initial=initial)
    return ask(
        request,
        claim,
        form,
        lambda data: reword_claim(by=request.viewer, claim=claim, **data),
        title=f"Reword claim {number}",
        lead=f"It says: {claim.sentence}",
        button="Keep the new wording",
        done=f"Claim {number} is reworded; the earlier wording is kept.",
    )


def status(request: MemberRequest, number: int) -> HttpResponse:
    """Ask how settled the claim is now."""
    claim = claim_or_404(request, number)
    return ask(
        request,
        claim,
        StatusForm(sent(request), now=claim.status),
        lambda data: change_status(by=request.viewer, claim=claim, **data),
        title=f"How settled is claim {number}?",
        lead=f"It is {claim.get_status_display().lower()}: {claim.sentence}",
        button="Keep the status",
        done=f"The status of claim {number} is changed.",
    )


def strength(request: MemberRequest, number: int) -> HttpResponse:
    """Ask how strong the claim is, beside what the counts would carry."""
    claim = claim_or_404(request, number)
    initial = {"strength": claim.strength, "reason": claim.strength_reason}
    return ask(
        request,
        claim,
        StrengthForm(sent(request), initial=initial),
        lambda data: judge_strength(by=request.viewer, claim=claim, **data),
        title=f"How strong is claim {number}?",
        lead=claim.sentence,
        button="Keep the judgement",
        done=f"The strength of claim {number} is kept with its reason.",
        context={"weighed": weighed_claim(request.viewer, number)},
    )


def theme(request: MemberRequest, number: int) -> HttpResponse:
    """Ask where the claim belongs in the frame."""
    claim = claim_or_404(request, number)
    form = ThemeForm(
        sent(request),
        initial={"theme": claim.theme},
        themes=items_of(request.viewer, "themes"),
    )
    return ask(
        request,
        claim,
        form,
        lambda data: place_in_frame(by=request.viewer, claim=claim, **data),
        title=f"Where does claim {number} belong?",
        lead=claim.sentence,
        button="Keep the theme",
        done=f"Claim {number} is placed.",
    )
