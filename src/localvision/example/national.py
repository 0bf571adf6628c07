"""The national people: Steering Group and programme team, who speak of no place by name."""

from __future__ import annotations

import random
from collections.abc import Iterator

from localvision.example.calendar import AWARDED, about, day_within
from localvision.example.design import LocalityDesign
from localvision.example.fieldwork import Meeting
from localvision.example.interviews import CONSENT, Interview, as_source
from localvision.example.naming import identity_name
from localvision.example.records import (
    CONDITIONS,
    ExampleIdentity,
    ExampleOrganisation,
    ExamplePerson,
    ExampleWave,
)
from localvision.example.roster import RAW_ROLES, Roster
from localvision.example.setting import Setting, setting_of
from localvision.example.talk import Conversation
from localvision.example.texts import ExampleSource
from localvision.example.transcript import Transcript

BODIES = (
    ("The Shared Ground Office (invented)", "leadership_development"),
    ("National Association of Places (invented)", "local_government"),
    ("Health Systems Confederation (invented)", "nhs"),
    ("Voluntary Sector Forum (invented)", "voluntary"),
    ("Ministry for Places (invented)", "national_government"),
)
# role, organisation number, job title, wave in which interviewed (0: did not answer)
POSTS = (
    ("steering_group", 1, "association director", 1),
    ("steering_group", 4, "former permanent secretary", 0),
    ("steering_group", 3, "forum chief executive", 3),
    ("steering_group", 2, "medical director", 2),
    ("programme_team", 0, "programme director", 1),
    ("programme_team", 0, "programme manager", 3),
)
QUESTIONS = 8


def national_roster(seed: int) -> Roster:
    """Return the national people; nobody from the ministry was ever asked."""
    rng = random.Random(f"{seed}/national")
    bodies = tuple(
        ExampleOrganisation(f"N-O{number:02d}", name, sector, "")
        for number, (name, sector) in enumerate(BODIES, start=1)
    )
    people = []
    identities = []
    for number, (role, body, title, _) in enumerate(POSTS, start=1):
        code = f"P{number:04d}"
        joined = about(rng, AWARDED, 200)
        raw = rng.choice(RAW_ROLES[role])
        people.append(
            ExamplePerson(code, "", bodies[body].key, role, raw, "national", title, "executive",
                          joined, None)
        )  # fmt: skip
        name = " ".join(identity_name(rng, rng.random() < 0.5))
        identities.append(ExampleIdentity(code, name, f"{code.lower()}@example.invalid"))
    names = {each.person: each.name.split(" ")[0] for each in identities}
    return Roster(bodies, tuple(people), tuple(identities), people[0], names, frozenset())


def national_sources(seed: int, waves: tuple[ExampleWave, ...]) -> Iterator[ExampleSource]:
    """Yield the national interviews of all waves."""
    roster = national_roster(seed)
    talk = _conversation(seed, roster)
    for wave_number, wave in enumerate(waves, start=1):
        chosen = [
            person
            for person, post in zip(roster.people, POSTS, strict=True)
            if post[3] == wave_number
        ]
        for number, person in enumerate(chosen, start=1):
            yield _interview(talk, wave, number, person)


def _conversation(seed: int, roster: Roster) -> Conversation:
    nowhere = LocalityDesign({str(key): True for key in CONDITIONS}, lasting=False, said=False)
    home = setting_of(seed, 0, "the programme")
    setting = Setting(home.kind, "", "", {**home.slots, "town": "the programme"})
    return Conversation(seed, 0, nowhere, setting, roster, random.Random(f"{seed}/0/talk"))


class _NationalInterview(Interview):
    """An interview about the whole programme: one kind of question, no places named."""

    def topics(self) -> list[str]:
        """Tell what comes up: the programme, over and over."""
        return ["national"] * QUESTIONS

    def hold(self) -> Transcript:
        """Hold the interview, with an opening and an end that speak of no place."""
        self._exchange("national_intro", [self._small("intro")])
        for topic in self.topics():
            self._topic(topic)
        self._exchange("national_close", [self._small("close")])
        return self.transcript


def _interview(
    talk: Conversation, wave: ExampleWave, number: int, person: ExamplePerson
) -> ExampleSource:
    rng = random.Random(f"{talk.seed}/national/{wave.key}/{number}")
    key = f"N-{wave.key}-{number:02d}"
    meeting = Meeting(key, wave, person, day_within(rng, wave.starts_on, wave.ends_on))
    transcript = _NationalInterview(talk, meeting, (), rng).hold()
    title = f"Interview, {person.role.replace('_', ' ')}, {wave.name.split(':')[0].lower()}"
    return as_source(transcript, meeting, title, CONSENT)
