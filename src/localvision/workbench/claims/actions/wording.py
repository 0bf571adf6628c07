"""Making a claim, and changing what it says, how settled and how strong it is."""

from __future__ import annotations

from typing import TypeVar

from django.db import models, transaction
from django.db.models import Max
from django.utils.text import slugify

from localvision.errors import workbench_claims as messages
from localvision.workbench.accounts.enums import Capability
from localvision.workbench.claims.actions.holding import (
    check_looked,
    held,
    keep_earlier,
    make_findable,
    note_event,
    worded,
)
from localvision.workbench.claims.enums import Status, Strength
from localvision.workbench.claims.models import Claim
from localvision.workbench.claims.rules import check_transition, status_when_reworded
from localvision.workbench.programmes.models import FrameItem, Programme
from localvision.workbench.programmes.viewers import Viewer

Choice = TypeVar("Choice", bound=models.TextChoices)


@transaction.atomic
def add_claim(
    *,
    by: Viewer,
    sentence: str,
    theme: FrameItem | None = None,
    key: str = "",
    hypothesis_key: str = "",
) -> Claim:
    """Make a claim; it begins as emerging, with no strength judged.

    Without a key it gets one from its number. Raises `claim.words-needed`, `claim.key-taken`.
    """
    by.check(Capability.WRITE_CLAIMS)
    number = next_number(by.programme)
    key = slugify(key)[:64] or f"claim-{number}"
    if Claim.objects.filter(programme=by.programme, key=key).exists():
        raise messages.KEY_TAKEN.error(key=key)
    claim = Claim.objects.create(
        programme=by.programme,
        number=number,
        key=key,
        sentence=worded("claim", sentence),
        theme=_theme_of(by, theme),
        hypothesis_key=hypothesis_key,
        made_by=by.account,
    )
    make_findable([claim])
    note_event(by, "claim.added", claim, f"Claim {number} was made.")
    return claim


@transaction.atomic
def reword_claim(*, by: Viewer, claim: Claim, sentence: str, why: str) -> Claim:
    """Give a claim another sentence and keep the one before, with the reason (R174).

    A claim that was final or withdrawn becomes revised: what it says now is to be settled anew.
    The same sentence changes nothing. Raises `claim.words-needed`, `claim.reason-needed`.
    """
    claim = held(by, claim)
    sentence = worded("claim", sentence)
    if sentence == claim.sentence:
        return claim
    keep_earlier(by, claim, why)
    before = claim.status
    claim.sentence, claim.status = sentence, status_when_reworded(claim.status)
    claim.save(update_fields=["sentence", "status"])
    make_findable([claim])
    note_event(
        by, "claim.reworded", claim, f"Claim {claim.number} was reworded.",
        status={"before": before, "after": str(claim.status)},
    )  # fmt: skip
    return claim


@transaction.atomic
def change_status(*, by: Viewer, claim: Claim, status: str, why: str) -> Claim:
    """Say that a claim is more, or less, settled. A withdrawn claim keeps everything.

    Raises `claim.no-such-status`, `claim.transition`, `claim.reason-needed`, and
    `claim.not-searched` for a final claim against which nobody has looked (R239).
    """
    claim = held(by, claim)
    then = chosen(Status, status, "status")
    check_transition(claim, then)
    if then is Status.FINAL:
        check_looked(claim)
    keep_earlier(by, claim, why)
    before, claim.status = claim.status, then
    claim.save(update_fields=["status"])
    make_findable([claim])
    note_event(
        by, "claim.status-changed", claim, f"Claim {claim.number} is now {then.label.lower()}.",
        before=before, after=then.value,
    )  # fmt: skip
    return claim


@transaction.atomic
def judge_strength(*, by: Viewer, claim: Claim, strength: str, reason: str) -> Claim:
    """Say how strong a claim is, and why; what the counts propose is only a proposal.

    Raises `claim.no-such-status`, `claim.reason-needed`.
    """
    claim = held(by, claim)
    judged = chosen(Strength, strength, "strength")
    keep_earlier(by, claim, reason)
    before, claim.strength, claim.strength_reason = claim.strength, judged, reason.strip()
    claim.save(update_fields=["strength", "strength_reason"])
    note_event(
        by, "claim.strength-judged", claim, f"The strength of claim {claim.number} was judged.",
        before=before, after=judged.value,
    )  # fmt: skip
    return claim


@transaction.atomic
def place_in_frame(*, by: Viewer, claim: Claim, theme: FrameItem | None) -> Claim:
    """Say to which theme a claim belongs, or that it spans them."""
    claim = held(by, claim)
    claim.theme = _theme_of(by, theme)
    claim.save(update_fields=["theme"])
    note_event(
        by, "claim.placed", claim, f"Claim {claim.number} was placed in the frame.",
        theme=claim.theme.key if claim.theme else "",
    )  # fmt: skip
    return claim


def next_number(programme: Programme) -> int:
    """Return the next number of a claim; one person at a time gets one."""
    Programme.objects.select_for_update().get(pk=programme.pk)
    last = Claim.objects.filter(programme=programme).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def chosen(choices: type[Choice], value: str, field: str) -> Choice:
    """Return the choice of a value; raises `claim.no-such-status` where there is none."""
    if value not in choices.values:
        names = ", ".join(choices.values)
        raise messages.NO_SUCH_STATUS.error(value=value, field=field, choices=names)
    return choices(value)


def _theme_of(by: Viewer, theme: FrameItem | None) -> FrameItem | None:
    """Return the theme where it is one of this programme; anything else is no theme."""
    if theme is None:
        return None
    return FrameItem.objects.filter(pk=theme.pk, frame__programme=by.programme).first()
