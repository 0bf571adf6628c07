"""The project of a place: money, stages, framings, level of work, and partners over time."""

from __future__ import annotations

import random
from datetime import date, timedelta
from functools import cache

from localvision import programme_templates
from localvision.example.calendar import (
    AWARDED,
    BOUNDARY_CHANGE,
    CALL_OPENED,
    ENABLER_LEFT,
    about,
)
from localvision.example.design import LocalityDesign
from localvision.example.records import (
    ExampleFraming,
    ExampleLevel,
    ExampleLocality,
    ExamplePartner,
    ExamplePlaceCode,
    ExampleProject,
    ExampleStage,
)
from localvision.example.roster import Roster
from localvision.example.setting import Setting

FOUNDED = date(1974, 4, 1)
CHOSEN_HOW = (
    "Chosen by the partners at an open morning",
    "Put forward by the council and agreed by the board",
    "Carried over from an earlier partnership",
    "Chosen by the chief officers over two meetings",
    "Raised by residents and taken up by the board",
)
TAME = ("It wants a better pathway and a clear owner.", "It is a matter of capacity and process.",
        "We know what works; it needs rolling out.")  # fmt: skip
WICKED = ("No one of us can mend this, and we do not agree what it is.",
          "Each answer we try moves it somewhere else.",
          "We have to ask those who live with it, and then ask again.")  # fmt: skip
CRITICAL = ("We are one bad winter from collapse; somebody must decide now.",
            "There is no time for talk.")  # fmt: skip
WORDS = {"tame": TAME, "wicked": WICKED, "critical": CRITICAL}
WHY_JOINED = ("Was in the bid", "Asked by the Enabler", "Invited after the first session",
              "Came of their own accord", "Invited for what they know of the streets")  # fmt: skip
WHY_LEFT = ("Restructure: the post went", "Other priorities", "Funding ended",
            "Did not see what they could add", "Merged with another body")  # fmt: skip


def locality_of(index: int, name: str, kind: str) -> ExampleLocality:
    """Return a place as a dated set of codes; every eighth had a boundary change."""
    first, second = 99_000_000 + index * 4, 99_000_001 + index * 4
    codes: tuple[ExamplePlaceCode, ...]
    if index % 8 == 3:
        end = BOUNDARY_CHANGE - timedelta(days=1)
        codes = (
            ExamplePlaceCode(f"X{first}", f"{name} North", FOUNDED, end),
            ExamplePlaceCode(f"X{second}", f"{name} South", FOUNDED, end),
            ExamplePlaceCode(f"X{second + 1}", name, BOUNDARY_CHANGE, None),
        )
        note = "Invented. Two districts became one on 1 April 2023; older figures need both codes."
    elif index % 8 == 6:
        codes = (
            ExamplePlaceCode(f"X{first}", name, FOUNDED, None),
            ExamplePlaceCode(f"X{second}", f"{name} villages", FOUNDED, None),
        )
        note = "Invented. The place is wider than any one authority."
    else:
        codes = (ExamplePlaceCode(f"X{first}", name, FOUNDED, None),)
        note = "Invented."
    return ExampleLocality(f"L{index:03d}", name, kind, codes, note)


def project_of(
    seed: int, index: int, design: LocalityDesign, setting: Setting, roster: Roster
) -> ExampleProject:
    """Return the project with its money; the pledge may be short, or not known to be paid."""
    rng = random.Random(f"{seed}/{index}/project")
    rules = {rule.key: rule.amount_gbp for rule in template().money_rules}
    cap, commitment = rules["award_cap"], rules["local_commitment"]
    issues = template().frame("issues")
    backed = design.conditions["political_support"]
    paid = commitment if backed else rng.choice((commitment, 5000, 0, None))
    lead_days = rng.choice((2.0, 2.0, 2.5, 3.0)) if design.conditions["dedicated_lead"] else None
    if lead_days is None and rng.random() < 0.6:
        lead_days = rng.choice((0.0, 0.2, 0.5))
    return ExampleProject(
        key=f"L{index:03d}-P1",
        locality=f"L{index:03d}",
        title=setting.title,
        issue=setting.issue,
        sensitive=bool(issues.item(setting.issue).attributes["sensitive"]),
        chosen_by=rng.choice(roster.people[1:7]).key,
        chosen_how=rng.choice(CHOSEN_HOW),
        lead=roster.lead.key,
        lead_days_per_week=lead_days,
        award_gbp=rng.randrange(19_000, cap + 1, 500),
        local_commitment_gbp=commitment if backed or rng.random() < 0.8 else None,
        local_paid_gbp=paid,
        enabler_days=rng.randrange(28, 49),
    )


def stages_of(seed: int, index: int, design: LocalityDesign) -> tuple[ExampleStage, ...]:
    """Return the stages; an old partnership is through diagnosis sooner."""
    rng = random.Random(f"{seed}/{index}/stages")
    key = f"L{index:03d}-P1"
    slow = 60 if design.conditions["partnership_history"] else 150
    started = about(rng, date(2021, 6, 1), 25)
    diagnosis = about(rng, date(2021, 9, 15), 30)
    action = diagnosis + timedelta(days=slow + 120 + rng.randrange(40))
    leaving = about(rng, date(2023, 7, 14), 40)
    left = about(rng, ENABLER_LEFT, 25)
    return (
        ExampleStage(key, "bid", about(rng, CALL_OPENED, 20), AWARDED),
        ExampleStage(key, "start_up", started, diagnosis),
        ExampleStage(key, "diagnosis", diagnosis, action),
        ExampleStage(key, "action", action, leaving),
        ExampleStage(key, "exit", leaving, left),
        ExampleStage(key, "afterlife", left, None),
    )


def framings_of(
    seed: int, index: int, design: LocalityDesign, roster: Roster
) -> tuple[ExampleFraming, ...]:
    """Return how people framed the issue: apart at first, nearer where the change lasted."""
    rng = random.Random(f"{seed}/{index}/framings")
    key = f"L{index:03d}-P1"
    people = roster.people
    early = {people[1].key: "tame", people[3].key: rng.choice(("critical", "tame")),
             people[5].key: "wicked", people[12].key: rng.choice(("critical", "tame"))}  # fmt: skip
    later = "wicked" if design.lasting else rng.choice(("tame", "wicked", "critical"))
    made = [
        _framing(rng, key, person, "", date(2021, 9, 20), framing)
        for person, framing in early.items()
    ]
    made.append(_framing(rng, key, people[1].key, "", date(2022, 6, 20), later))
    made.append(_framing(rng, key, people[3].key, "", date(2023, 2, 20), later))
    made.append(_framing(rng, key, "", "The partners together", date(2023, 5, 15), later))
    return tuple(made)


def _framing(
    rng: random.Random, project: str, person: str, group: str, day: date, framing: str
) -> ExampleFraming:
    words = rng.choice(WORDS[framing])
    return ExampleFraming(project, person, group, about(rng, day, 15), framing, words)


def levels_of(seed: int, index: int, setting: Setting) -> tuple[ExampleLevel, ...]:
    """Return the level of the work over time: from community (0) to strategic (1)."""
    rng = random.Random(f"{seed}/{index}/levels")
    level = 0.8 if setting.issue == "integration" else rng.choice((0.15, 0.3, 0.5, 0.7))
    made = []
    for day in (date(2021, 9, 15), date(2022, 9, 15), date(2023, 9, 15)):
        known: float | None = round(level, 2) if rng.random() > 0.1 else None
        evidence = "Judged from who was in the room" if known is not None else "Nobody could say"
        made.append(ExampleLevel(f"L{index:03d}-P1", day, known, _label(known), evidence))
        level = min(1.0, max(0.0, level + rng.choice((-0.25, -0.1, 0.0, 0.1))))
    return tuple(made)


def _label(level: float | None) -> str:
    if level is None:
        return "not known"
    if level < 0.35:
        return "community"
    return "mixed" if level < 0.65 else "strategic"


def partners_of(
    seed: int, index: int, design: LocalityDesign, roster: Roster
) -> tuple[ExamplePartner, ...]:
    """Return who was at the table from when to when, invited by whom, and why they left."""
    rng = random.Random(f"{seed}/{index}/partners")
    made = []
    for number, body in enumerate(roster.organisations[1:]):
        founding = number < 3
        joined = date(2021, 4, 12) if founding else about(rng, date(2022, 1, 20), 150)
        leaves = not founding and rng.random() < (0.45 if not design.lasting else 0.15)
        left = about(rng, date(2023, 4, 3), 100) if leaves else None
        made.append(
            ExamplePartner(
                project=f"L{index:03d}-P1",
                organisation=body.key,
                joined_on=joined,
                invited_by=rng.choice((roster.lead.key, roster.enabler.key)),
                why_joined=WHY_JOINED[0] if founding else rng.choice(WHY_JOINED[1:]),
                left_on=left,
                why_left=rng.choice(WHY_LEFT) if left else "",
            )
        )
    return tuple(made)


@cache
def template() -> programme_templates.ProgrammeTemplate:
    """Return the template that the example programme follows, read once."""
    return programme_templates.load("local_vision")
