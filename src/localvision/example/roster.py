"""The people of a place, by code, and their identities apart."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date

from localvision.example.calendar import AWARDED, about
from localvision.example.design import LocalityDesign
from localvision.example.naming import FIRST_NAMES_F, FIRST_NAMES_M, SURNAMES
from localvision.example.records import ExampleIdentity, ExampleOrganisation, ExamplePerson
from localvision.example.setting import Setting

PEOPLE_A_PLACE = 20
"""Codes set aside for each place: `P0021` to `P0040` are the first place's."""

# voice, role, seniority, organisation number, job titles
POSTS: tuple[tuple[str, str, str, int, tuple[str, ...]], ...] = (
    ("enabler", "enabler", "none", 0, ("Enabler",)),
    ("council", "partner", "executive", 1, ("director of adult services", "director of place",
                                            "director of public health")),
    ("council", "partner", "middle", 1, ("policy and partnerships manager",
                                         "commissioning manager", "neighbourhoods manager")),
    ("nhs", "partner", "senior", 2, ("head of operations", "deputy director of nursing",
                                     "head of integrated care")),
    ("nhs", "partner", "middle", 2, ("discharge manager", "community services manager")),
    ("voluntary", "partner", "executive", 3, ("chief officer", "manager", "director")),
    ("voluntary", "partner", "middle", 3, ("project manager", "volunteer manager")),
    ("frontline", "participant", "front_line", 4, ("housing officer", "tenancy warden")),
    ("frontline", "participant", "front_line", 2, ("community nurse", "support worker")),
    ("frontline", "participant", "front_line", 5, ("family worker", "school nurse",
                                                   "neighbourhood constable")),
    ("citizen", "citizen", "none", 6, ("resident",)),
    ("citizen", "citizen", "none", 6, ("carer", "service user")),
    ("member", "elected_member", "elected", 1, ("ward councillor and portfolio holder",)),
)  # fmt: skip
RAW_ROLES: dict[str, tuple[str, ...]] = {
    "enabler": ("Enabler", "Enabler", "LV Enabler"),
    "partner": ("Project Partner", "LV Project Partner", "Project partner", "Partner"),
    "participant": ("Project Participant", "LV Project Participant", "Participant"),
    "citizen": ("Service user/carer", "Resident", "Citizen"),
    "elected_member": ("Elected member", "Councillor"),
    "steering_group": ("SL Steering Group Member", "SL Steering Group member"),
    "programme_team": ("LV Programme Team",),
}
LEAD_POSTS = (2, 2, 4, 2, 6, 2, 4)
"""Which post leads the project, by turns: mostly the council's manager."""


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody of one place."""

    organisations: tuple[ExampleOrganisation, ...]
    people: tuple[ExamplePerson, ...]
    identities: tuple[ExampleIdentity, ...]
    lead: ExamplePerson
    first_names: dict[str, str]
    women: frozenset[str]

    @property
    def enabler(self) -> ExamplePerson:
        """The place's Enabler."""
        return self.people[0]

    @property
    def member(self) -> ExamplePerson:
        """The elected member."""
        return self.people[-1]


def roster_of(seed: int, index: int, design: LocalityDesign, setting: Setting) -> Roster:
    """Return the people of the place with this number (from 1)."""
    rng = random.Random(f"{seed}/{index}/people")
    locality = f"L{index:03d}"
    organisations = _organisations(locality, setting)
    lead_post = LEAD_POSTS[index % len(LEAD_POSTS)]
    people: list[ExamplePerson] = []
    identities: list[ExampleIdentity] = []
    women: set[str] = set()
    taken = {str(setting.slots[each]) for each in ("woman", "man", "helper")}
    for number, (voice, role, seniority, body, titles) in enumerate(POSTS):
        code = f"P{index * PEOPLE_A_PLACE + number + 1:04d}"
        # The lines of the bank say "she" of a lead with time and "he" of one without.
        leads = number == lead_post
        woman = design.conditions["dedicated_lead"] if leads else rng.random() < 0.6
        identities.append(_identity(rng, code, voice, woman, taken, setting))
        if woman:
            women.add(code)
        people.append(
            ExamplePerson(
                code,
                locality,
                organisations[body].key,
                role,
                rng.choice(RAW_ROLES[role]),
                voice,
                rng.choice(titles),
                seniority,
                about(rng, AWARDED, 60),
                None,
            )
        )
    _some_leave(rng, people, design, lead_post)
    names = {each.person: each.name.split(" ")[0] for each in identities}
    return Roster(
        organisations, tuple(people), tuple(identities), people[lead_post], names, frozenset(women)
    )


def _organisations(locality: str, setting: Setting) -> tuple[ExampleOrganisation, ...]:
    slots = setting.slots
    named = (
        (f"Independent Enablers ({slots['place']})", "leadership_development"),
        (str(slots["council"]), "local_government"),
        (f"{slots['trust']} NHS Trust (invented)", "nhs"),
        (f"{slots['charity']} ({slots['place']})", "voluntary"),
        (f"{slots['landlord']} ({slots['place']})", "housing"),
        (f"{slots['school']} ({slots['place']})", "education"),
        (f"Residents of {slots['place']}", "residents"),
        (f"{slots['surgery']} ({slots['place']})", "nhs"),
        (f"{slots['place']} Fire and Rescue (invented)", "police_fire"),
    )
    return tuple(
        ExampleOrganisation(f"{locality}-O{number:02d}", name, sector, locality)
        for number, (name, sector) in enumerate(named, start=1)
    )


def _identity(
    rng: random.Random, code: str, voice: str, woman: bool, taken: set[str], setting: Setting
) -> ExampleIdentity:
    """Return a name that nobody else in the place has, so that first names stay clear."""
    free = [n for n in (FIRST_NAMES_F if woman else FIRST_NAMES_M) if n not in taken]
    first, last = rng.choice(free), rng.choice(SURNAMES)
    if voice == "member":
        last = str(setting.slots["cllr"]).removeprefix("Councillor ")
    taken.add(first)
    return ExampleIdentity(code, f"{first} {last}", f"{code.lower()}@example.invalid")


def _some_leave(
    rng: random.Random, people: list[ExamplePerson], design: LocalityDesign, lead_post: int
) -> None:
    """Where turnover is high four posts empty during the project, elsewhere at most one."""
    steady = {0, lead_post, 7, 10, 12}
    movable = [number for number in range(len(people)) if number not in steady]
    how_many = 4 if design.conditions["turnover"] else rng.choice((0, 0, 1))
    for number in rng.sample(movable, how_many):
        person = people[number]
        left = about(rng, date(2022, 10, 14), 120)
        people[number] = ExamplePerson(
            person.key,
            person.locality,
            person.organisation,
            person.role,
            person.raw_role,
            person.voice,
            person.job_title,
            person.seniority,
            person.joined_on,
            left,
        )
