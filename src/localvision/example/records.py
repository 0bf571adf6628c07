"""The shapes of the invented programme: what the generator hands to the store.

Everything here is a frozen record of plain values. Read it in this order:

* `ExampleProgramme` (in `localvision.example.programme`) holds what belongs to the programme as a
  whole and *streams* what belongs to the places, one place at a time.
* `LocalityRecords` is one place with all that is known of it, except its texts.
* `ExampleSource` is one text, with its turns and the passages that were planted in it
  (`localvision.example.texts` holds the shapes of texts).

Keys, stable whatever the size of the programme:

=================  ===========================================================
locality           `L001` ... `L2500`
project            `L001-P1` (each locality has one project)
wave               `W1`, `W2`, `W3`, ...
organisation       `L001-O01`; national bodies `N-O01`
person             `P0021` ...: a code, never a name; national people are below `P0020`
source             `L001-W1-01` (place, wave, number); national ones `N-W1-01`
passage            `L001-W1-01#03` (source, number in order of the text)
=================  ===========================================================

Vocabulary keys (roles, sectors, stages, seniority bands, framings, themes, hypotheses) are those
of the `local_vision` programme template. An empty string means "does not apply"; `None` means
"not known", and stays not known.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Condition = Literal[
    "dedicated_lead",
    "political_support",
    "partnership_history",
    "enabler_fit",
    "turnover",
    "organisational_support",
    "alignment",
    "culture",
]

CONDITIONS: tuple[Condition, ...] = (
    "dedicated_lead",
    "political_support",
    "partnership_history",
    "enabler_fit",
    "turnover",
    "organisational_support",
    "alignment",
    "culture",
)
"""Start-up conditions that every project is rated on, in the same fields from bid to exit."""

OUTCOMES: tuple[str, ...] = ("leadership", "learning", "legacy", "lasting", "said_lasting")
"""`lasting` rests on checks after the exit; `said_lasting` is what the place says of itself."""


@dataclass(frozen=True, slots=True)
class ExampleWave:
    """One round of evidence: when it was in the field and what it was meant to see."""

    key: str
    name: str
    starts_on: date
    ends_on: date
    stage: str  # the stage most projects were in: start_up, action, afterlife


@dataclass(frozen=True, slots=True)
class ExampleOrganisation:
    """An invented organisation; `locality` is empty for national bodies."""

    key: str
    name: str
    sector: str
    locality: str


@dataclass(frozen=True, slots=True)
class ExamplePerson:
    """An invented person by code: role, band and organisation, and no name.

    `role` is a template key (`enabler`, `partner`, `participant`, `citizen`, `elected_member`,
    `steering_group`, `programme_team`); `raw_role` is how a typist might have written it.
    `voice` is the manner of speaking: `enabler`, `council`, `nhs`, `voluntary`, `member`,
    `citizen`, `frontline`, `national`. `left_on` is set where the person left the post.
    """

    key: str
    locality: str
    organisation: str
    role: str
    raw_role: str
    voice: str
    job_title: str
    seniority: str
    joined_on: date
    left_on: date | None


@dataclass(frozen=True, slots=True)
class ExampleIdentity:
    """Who a code stands for, held apart from everything else: invented name and address."""

    person: str
    name: str
    email: str  # always at example.invalid


@dataclass(frozen=True, slots=True)
class ExamplePlaceCode:
    """One area code that a place was made of, for as long as it was valid."""

    code: str  # X99000001 ...: no real code begins with X99
    name: str
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class ExampleLocality:
    """An invented place: a dated set of area codes, and what kind of place it is."""

    key: str
    name: str
    kind: str  # coastal town, market towns, city district, ...
    codes: tuple[ExamplePlaceCode, ...]
    note: str


@dataclass(frozen=True, slots=True)
class ExampleProject:
    """What a place took on, who chose and framed it, and the money promised and paid."""

    key: str
    locality: str
    title: str
    issue: str  # key in the issue vocabulary of the template
    sensitive: bool
    chosen_by: str  # person code
    chosen_how: str
    lead: str  # person code of the project lead
    lead_days_per_week: float | None
    award_gbp: int
    local_commitment_gbp: int | None  # what the local board pledged
    local_paid_gbp: int | None  # None: not known
    enabler_days: int


@dataclass(frozen=True, slots=True)
class ExampleStage:
    """One stage of a project; `ended_on` is None while it lasts."""

    project: str
    stage: str
    started_on: date
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class ExampleFraming:
    """How one person, or a group, framed the issue on a day: tame, wicked or critical."""

    project: str
    person: str  # empty when a group spoke
    group: str  # empty when a person spoke
    framed_on: date
    framing: str
    words: str


@dataclass(frozen=True, slots=True)
class ExampleLevel:
    """Level of the intervention on a day: 0 community and grassroots, 1 senior and strategic."""

    project: str
    judged_on: date
    level: float | None
    label: str  # community, mixed, strategic, not known
    evidence: str


@dataclass(frozen=True, slots=True)
class ExamplePartner:
    """An organisation's time at the table: who invited it, why it came, why it left."""

    project: str
    organisation: str
    joined_on: date
    invited_by: str
    why_joined: str
    left_on: date | None
    why_left: str


@dataclass(frozen=True, slots=True)
class ExampleInvitation:
    """One person asked once: so that n, denominator and non-response are real."""

    person: str
    locality: str
    wave: str
    instrument: str  # interview, survey, focus_group
    invited_on: date
    outcome: str  # answered, declined, no_reply, post_vacant, not_reached
    reason: str
    source: str  # key of the source that holds the answer, else empty


@dataclass(frozen=True, slots=True)
class ExampleRating:
    """One rater's judgement of one condition: 0 fully out, 1 fully in, None not known.

    `missing_reason` is empty when there is a value.
    """

    project: str
    wave: str
    condition: str
    value: float | None
    rater: str  # person code, or "evaluator"
    reason: str
    missing_reason: str


@dataclass(frozen=True, slots=True)
class ExampleOutcomeRating:
    """One judgement of one outcome; `basis` keeps what was said apart from what was seen."""

    project: str
    wave: str
    outcome: str
    value: float | None
    basis: str  # self_report, reported_by_others, observed
    rater: str
    reason: str
    missing_reason: str


@dataclass(frozen=True, slots=True)
class ExampleEmbeddingCheck:
    """A new practice, process or structure, looked for again after the Enabler had gone."""

    project: str
    item: str
    kind: str  # practice, process, structure
    begun_on: date
    checked_on: date
    still_in_place: bool | None
    note: str


@dataclass(frozen=True, slots=True)
class LocalityRecords:
    """Everything that is known of one invented place, except its texts."""

    locality: ExampleLocality
    organisations: tuple[ExampleOrganisation, ...]
    people: tuple[ExamplePerson, ...]
    identities: tuple[ExampleIdentity, ...]
    project: ExampleProject
    stages: tuple[ExampleStage, ...]
    framings: tuple[ExampleFraming, ...]
    levels: tuple[ExampleLevel, ...]
    partners: tuple[ExamplePartner, ...]
    invitations: tuple[ExampleInvitation, ...]
    ratings: tuple[ExampleRating, ...]
    outcomes: tuple[ExampleOutcomeRating, ...]
    embedding: tuple[ExampleEmbeddingCheck, ...]
