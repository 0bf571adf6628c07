"""Ratings of conditions and outcomes, and what was still in place when somebody looked."""

from __future__ import annotations

import random
from datetime import date

from localvision.example.calendar import about
from localvision.example.design import LocalityDesign
from localvision.example.records import (
    CONDITIONS,
    ExampleEmbeddingCheck,
    ExampleOutcomeRating,
    ExampleRating,
    ExampleWave,
)
from localvision.example.roster import Roster
from localvision.example.setting import Setting

EVALUATOR = "evaluator"
HIGH, LOW = (0.75, 0.85, 0.95), (0.05, 0.15, 0.25)
DOUBTED_HIGH, DOUBTED_LOW = 0.6, 0.4
"""What a rater gives who sees it the other way: over the line, but not far."""
NOT_KNOWN = ("not known", "not asked", "did not answer")
REASONS: dict[str, tuple[str, str]] = {
    "dedicated_lead": ("Hours are written down and backfilled", "On top of another job"),
    "political_support": ("Sponsor speaks for it in public", "Noted, and not spoken for"),
    "partnership_history": ("Partners have run things together", "Put together for the bid"),
    "enabler_fit": ("Partners chose and would choose again", "Allocated; style does not suit"),
    "turnover": ("Several key people have gone", "Much the same people as before"),
    "organisational_support": ("Chief officers come and unblock", "Deputies and apologies"),
    "alignment": ("Sits within plans and money already there", "One more thing"),
    "culture": ("Mistakes are spoken of", "People keep their heads down"),
}


def ratings_of(
    seed: int, index: int, design: LocalityDesign, roster: Roster, waves: tuple[ExampleWave, ...]
) -> tuple[ExampleRating, ...]:
    """Return each rater's judgement of each condition in each wave, gaps included."""
    rng = random.Random(f"{seed}/{index}/ratings")
    raters = (roster.enabler.key, roster.lead.key, EVALUATOR)
    return tuple(
        _rating(rng, f"L{index:03d}-P1", wave.key, condition, design, rater)
        for wave in waves
        for condition in CONDITIONS
        for rater in raters
    )


def _rating(
    rng: random.Random,
    project: str,
    wave: str,
    condition: str,
    design: LocalityDesign,
    rater: str,
) -> ExampleRating:
    """Judge one condition: the evaluator sees it as it is, others differ now and then.

    The evaluator rates everything in the first wave, and other views lie near the middle: so the
    mean of a first wave's ratings always falls on the side that is so.
    """
    so = design.conditions[condition]
    evaluator = rater == EVALUATOR
    if rng.random() < (0.03 if evaluator else 0.14) and not (evaluator and wave == "W1"):
        return ExampleRating(project, wave, condition, None, rater, "", rng.choice(NOT_KNOWN))
    seen = so if evaluator or rng.random() > 0.08 else not so
    if seen == so:
        value = rng.choice(HIGH if seen else LOW)
    else:
        value = DOUBTED_HIGH if seen else DOUBTED_LOW
    reason = REASONS[condition][0 if seen else 1]
    return ExampleRating(project, wave, condition, value, rater, reason, "")


def outcomes_of(
    seed: int, index: int, design: LocalityDesign, roster: Roster, waves: tuple[ExampleWave, ...]
) -> tuple[ExampleOutcomeRating, ...]:
    """Return judgements of outcomes: the three families, what lasted, and what is said to have."""
    rng = random.Random(f"{seed}/{index}/outcomes")
    project = f"L{index:03d}-P1"
    made = [
        _family(rng, project, wave.key, family, design)
        for wave in waves
        for family in ("leadership", "learning", "legacy")
    ]
    for wave in waves[2:]:
        made.append(_lasting(rng, project, wave.key, design))
        made.append(_said(rng, project, wave.key, design, roster))
    return tuple(made)


def _family(
    rng: random.Random, project: str, wave: str, family: str, design: LocalityDesign
) -> ExampleOutcomeRating:
    if rng.random() < 0.1:
        return ExampleOutcomeRating(
            project, wave, family, None, "observed", EVALUATOR, "", rng.choice(NOT_KNOWN)
        )
    base = 0.25 * int(wave[1:]) if design.lasting else 0.15 * int(wave[1:])
    value = round(min(1.0, max(0.0, base + rng.choice((-0.1, 0.0, 0.05, 0.15)))), 2)
    reason = "From coded passages and observation"
    return ExampleOutcomeRating(project, wave, family, value, "observed", EVALUATOR, reason, "")


def _lasting(
    rng: random.Random, project: str, wave: str, design: LocalityDesign
) -> ExampleOutcomeRating:
    value = rng.choice(HIGH if design.lasting else LOW)
    reason = "From checks of what was still in place after the Enabler had gone"
    return ExampleOutcomeRating(project, wave, "lasting", value, "observed", EVALUATOR, reason, "")


def _said(
    rng: random.Random, project: str, wave: str, design: LocalityDesign, roster: Roster
) -> ExampleOutcomeRating:
    value = rng.choice(HIGH if design.said else LOW)
    return ExampleOutcomeRating(
        project,
        wave,
        "said_lasting",
        value,
        "self_report",
        roster.lead.key,
        "From the lead's own closing return",
        "",
    )


def embedding_of(
    seed: int, index: int, design: LocalityDesign, setting: Setting
) -> tuple[ExampleEmbeddingCheck, ...]:
    """Return what was begun, looked for twice after the exit; at times nobody could be reached.

    Where change lasted at least the first item is always found again, elsewhere never at the end.
    """
    rng = random.Random(f"{seed}/{index}/embedding")
    made = []
    kinds = ("practice", "process", "structure")
    for number, kind in enumerate(kinds):
        begun = about(rng, date(2022, 10, 3), 90)
        item = str(setting.slots[kind]).removeprefix("the ")
        for check, day in enumerate((date(2024, 1, 22), date(2024, 6, 17))):
            made.append(
                ExampleEmbeddingCheck(
                    project=f"L{index:03d}-P1",
                    item=item[0].upper() + item[1:],
                    kind=kind,
                    begun_on=begun,
                    checked_on=about(rng, day, 12),
                    still_in_place=_found(rng, design, number, check),
                    note="Looked for on site" if number == 0 else "Asked of two people apart",
                )
            )
    return tuple(made)


def _found(rng: random.Random, design: LocalityDesign, number: int, check: int) -> bool | None:
    if number and rng.random() < 0.15:
        return None
    if design.lasting:
        return number == 0 or rng.random() < 0.8
    return check == 0 and rng.random() < 0.4
