"""Who was asked to speak in which wave, who did, and who did not answer."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from localvision.example.calendar import day_within
from localvision.example.records import ExampleInvitation, ExamplePerson, ExampleWave
from localvision.example.roster import Roster

INTERVIEWS_A_WAVE = 1.6
"""Interviews in one place and wave, on average: 120 for 25 places and three waves."""

# In what order a place's interviews are held: wave, and whom. x0, x1, ... are others by turns.
ORDER = (
    (1, "enabler"), (3, "lead"), (2, "x0"), (1, "x1"), (3, "x2"), (2, "enabler"), (2, "lead"),
    (3, "enabler"), (1, "lead"), (2, "x3"), (1, "x4"), (3, "x0"), (2, "x1"), (3, "x3"),
)  # fmt: skip
OTHERS = (
    "nhs", "voluntary", "frontline", "council", "frontline", "nhs", "voluntary", "frontline",
    "citizen", "council", "voluntary", "nhs", "member", "frontline",
)  # fmt: skip
SURVEY_ANSWER_RATE = {
    "enabler": 0.85, "council": 0.6, "nhs": 0.45, "voluntary": 0.6, "frontline": 0.5,
    "citizen": 0.15, "member": 0.15,
}  # fmt: skip
NO_ANSWER = (
    ("no_reply", "No answer to two messages"),
    ("no_reply", "No answer to two messages"),
    ("declined", "No time"),
    ("declined", "Did not feel able to speak of it"),
    ("not_reached", "No working address"),
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One interview to be held: its number in the place and wave, and with whom."""

    key: str
    wave: ExampleWave
    person: ExamplePerson
    held_on: date


def most_interviews(waves: int) -> int:
    """Return how many interviews one place can give over so many waves."""
    return len(_order(waves))


def _order(waves: int, index: int = 1) -> list[tuple[int, str]]:
    """Return whom to interview when, from first to last.

    Every other place gives its fifth interview in the second wave rather than the third; in one
    place of five the Enabler is first heard in the second wave.
    """
    steps = list(ORDER)
    if index % 5 == 0:
        steps[0], steps[5] = (1, "x3"), (2, "enabler")
    if index % 2:
        steps[4], steps[9] = steps[9], steps[4]
    base = [step for step in steps if step[0] <= waves]
    later = [(wave, who) for wave in range(4, waves + 1) for who in ("lead", "x0", "x2")]
    return base + later


def how_many(rate: float, index: int) -> int:
    """Return the number of interviews in this place, so that the places together keep the rate.

    Examples
    --------
    >>> [how_many(4.8, index) for index in range(1, 6)]
    [4, 5, 5, 5, 5]
    >>> sum(how_many(4.8, index) for index in range(1, 26))
    120
    """
    # Tenths of thousands keep the sum exact, where floats would lose an interview.
    step = round(rate * 100_000)
    return index * step // 100_000 - (index - 1) * step // 100_000


def meetings_of(
    seed: int, index: int, roster: Roster, waves: tuple[ExampleWave, ...], count: int
) -> tuple[Meeting, ...]:
    """Return the interviews of one place in the order of waves."""
    rng = random.Random(f"{seed}/{index}/fieldwork")
    others = _others(index, roster)
    held: list[tuple[ExampleWave, ExamplePerson]] = []
    for wave_number, who in _order(len(waves), index)[:count]:
        wave = waves[wave_number - 1]
        person = _person(who, roster, others, wave)
        if (wave, person) in held:
            person = next(p for p in others if (wave, p) not in held and _in_post(p, wave))
        held.append((wave, person))
    held.sort(key=lambda pair: pair[0].starts_on)
    numbers: dict[str, int] = {}
    meetings = []
    for wave, person in held:
        numbers[wave.key] = numbers.get(wave.key, 0) + 1
        key = f"L{index:03d}-{wave.key}-{numbers[wave.key]:02d}"
        meetings.append(Meeting(key, wave, person, day_within(rng, wave.starts_on, wave.ends_on)))
    return tuple(meetings)


def _others(index: int, roster: Roster) -> list[ExamplePerson]:
    """Return everybody but the Enabler and the lead, beginning where this place's turn is."""
    free = [p for p in roster.people[1:] if p != roster.lead]
    start = index * 3
    turns = [OTHERS[(start + step) % len(OTHERS)] for step in range(len(OTHERS))]
    found: list[ExamplePerson] = []
    for voice in turns:
        person = next((p for p in free if p.voice == voice and p not in found), None)
        if person is not None:
            found.append(person)
    return found


def _in_post(person: ExamplePerson, wave: ExampleWave) -> bool:
    return person.left_on is None or person.left_on > wave.ends_on


def _person(
    who: str, roster: Roster, others: list[ExamplePerson], wave: ExampleWave
) -> ExamplePerson:
    if who == "enabler":
        return roster.enabler
    if who == "lead":
        return roster.lead
    there = [person for person in others if _in_post(person, wave)]
    return there[int(who[1:]) % len(there)]


def invitations_of(
    seed: int,
    index: int,
    roster: Roster,
    waves: tuple[ExampleWave, ...],
    meetings: tuple[Meeting, ...],
) -> tuple[ExampleInvitation, ...]:
    """Return every invitation of one place: interviews first, then the survey of all."""
    rng = random.Random(f"{seed}/{index}/invitations")
    made: list[ExampleInvitation] = []
    for wave in waves:
        held = {m.person.key: m for m in meetings if m.wave == wave}
        made += [_held(rng, m) for m in held.values()]
        silent = [p for p in roster.people[1:] if p.key not in held]
        # Residents and members are asked every time, and seldom answer.
        asked = [p for p in silent if p.voice in ("citizen", "member")]
        asked += rng.sample([p for p in silent if p not in asked], 1)
        made += [_not_held(rng, p, wave) for p in asked]
        made += [_surveyed(rng, p, wave) for p in roster.people]
    return tuple(made)


def _held(rng: random.Random, meeting: Meeting) -> ExampleInvitation:
    asked = meeting.held_on - timedelta(days=rng.randrange(7, 36))
    person = meeting.person
    return ExampleInvitation(
        person.key, person.locality, meeting.wave.key, "interview", asked, "answered", "",
        meeting.key,
    )  # fmt: skip


def _not_held(rng: random.Random, person: ExamplePerson, wave: ExampleWave) -> ExampleInvitation:
    outcome, reason = rng.choice(NO_ANSWER)
    if not _in_post(person, wave):
        outcome, reason = "post_vacant", "Had left the post"
    asked = wave.starts_on - timedelta(days=rng.randrange(3, 15))
    return ExampleInvitation(
        person.key, person.locality, wave.key, "interview", asked, outcome, reason, ""
    )


def _surveyed(rng: random.Random, person: ExamplePerson, wave: ExampleWave) -> ExampleInvitation:
    answered = rng.random() < SURVEY_ANSWER_RATE[person.voice]
    outcome, reason = ("answered", "") if answered else ("no_reply", "No answer to the link")
    if not _in_post(person, wave):
        outcome, reason = "post_vacant", "Had left the post"
    return ExampleInvitation(
        person.key, person.locality, wave.key, "survey", wave.starts_on, outcome, reason, ""
    )
