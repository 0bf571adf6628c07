"""Places with their organisations, people and projects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from localvision.example import ExampleProgramme
from localvision.example.records import (
    ExampleIdentity,
    ExampleInvitation,
    ExamplePerson,
    LocalityRecords,
)
from localvision.workbench.documents.actions import add_invitations
from localvision.workbench.documents.enums import SourceKind
from localvision.workbench.documents.models import Source
from localvision.workbench.programmes import actions
from localvision.workbench.programmes.models import Locality, Organisation, Person, Project, Wave
from localvision.workbench.programmes.viewers import Viewer

INSTRUMENTS = {"survey": SourceKind.SURVEY_TEXT.value}


@dataclass(frozen=True, slots=True)
class FilledPlace:
    """A place as it now stands in the store."""

    locality: Locality
    project: Project
    people: Mapping[str, Person]
    invitations: tuple[ExampleInvitation, ...]

    @property
    def ids(self) -> dict[str, int]:
        """What its sources point to."""
        return {"locality_id": self.locality.pk, "project_id": self.project.pk}

    def invite(self, viewer: Viewer, waves: Mapping[str, Wave]) -> None:
        """Note who was asked; after the texts, as an answer points to its source."""
        sources = dict(Source.objects.filter(locality=self.locality).values_list("key", "pk"))
        add_invitations(
            by=viewer,
            invitations=[
                {
                    "person": self.people[each.person],
                    "wave": waves[each.wave],
                    "instrument": INSTRUMENTS.get(each.instrument, each.instrument),
                    "invited_on": each.invited_on,
                    "outcome": each.outcome,
                    "reason": each.reason,
                    "source_id": sources.get(each.source),
                }
                for each in self.invitations
            ],
        )


def fill_waves(viewer: Viewer, made: ExampleProgramme) -> dict[str, Wave]:
    """Add the waves; returns them by key."""
    return {
        wave.key: actions.add_wave(
            by=viewer,
            number=number,
            name=wave.name,
            starts_on=wave.starts_on,
            ends_on=wave.ends_on,
        )
        for number, wave in enumerate(made.waves, start=1)
    }


def fill_national(viewer: Viewer, made: ExampleProgramme) -> Mapping[str, Person]:
    """Add the bodies and people that belong to no place."""
    bodies = {
        body.key: actions.add_organisation(
            by=viewer, key=body.key, name=body.name, sector=body.sector
        )
        for body in made.national_organisations
    }
    return _people(viewer, made.national_people, made.national_identities, bodies, None)


def fill_place(viewer: Viewer, records: LocalityRecords, waves: Mapping[str, Wave]) -> FilledPlace:
    """Add one place with its bodies, people and project."""
    place = records.locality
    locality = actions.add_locality(
        by=viewer,
        key=place.key,
        name=place.name,
        kind=place.kind,
        note=place.note,
        boundaries=[
            {
                "gss_code": code.code,
                "name": code.name,
                "valid_from": code.valid_from,
                "valid_to": code.valid_to,
            }
            for code in place.codes
        ],
    )
    bodies = {
        body.key: actions.add_organisation(
            by=viewer, key=body.key, name=body.name, sector=body.sector, locality=locality
        )
        for body in records.organisations
    }
    people = _people(viewer, records.people, records.identities, bodies, locality)
    project = _project(viewer, records, locality, bodies, people)
    return FilledPlace(locality, project, people, records.invitations)


def _people(
    viewer: Viewer,
    people: Iterable[ExamplePerson],
    identities: Iterable[ExampleIdentity],
    bodies: Mapping[str, Organisation],
    locality: Locality | None,
) -> Mapping[str, Person]:
    facts = [
        {
            "code": each.key,
            "role": each.role,
            "raw_role": each.raw_role,
            "job_title": each.job_title,
            "seniority": each.seniority,
            "organisation": bodies.get(each.organisation),
            "locality": locality,
            "joined_on": each.joined_on,
            "left_on": each.left_on,
        }
        for each in people
    ]
    names = {each.person: {"name": each.name, "email": each.email} for each in identities}
    return actions.add_people(by=viewer, people=facts, identities=names)


def _project(
    viewer: Viewer,
    records: LocalityRecords,
    locality: Locality,
    bodies: Mapping[str, Organisation],
    people: Mapping[str, Person],
) -> Project:
    project = records.project
    return actions.add_project(
        by=viewer,
        locality=locality,
        key=project.key,
        title=project.title,
        issue=project.issue,
        sensitive=project.sensitive,
        chosen_how=project.chosen_how,
        parts=_parts(records, bodies, people),
    )


def _parts(
    records: LocalityRecords, bodies: Mapping[str, Organisation], people: Mapping[str, Person]
) -> dict[str, list[dict[str, Any]]]:
    return {
        "stages": [
            {"stage": s.stage, "started_on": s.started_on, "ended_on": s.ended_on}
            for s in records.stages
        ],
        "framings": [
            {
                "person": people.get(f.person),
                "group": f.group,
                "framed_on": f.framed_on,
                "framing": f.framing,
                "words": f.words,
            }
            for f in records.framings
        ],
        "levels": [
            {
                "judged_on": each.judged_on,
                "level": each.level,
                "evidence": each.evidence,
                "label": each.label.replace(" ", "_"),
            }
            for each in records.levels
        ],
        "partnerships": [
            {
                "organisation": bodies[p.organisation],
                "joined_on": p.joined_on,
                "invited_by": p.invited_by,
                "why_joined": p.why_joined,
                "left_on": p.left_on,
                "why_left": p.why_left,
            }
            for p in records.partners
            if p.organisation in bodies
        ],
    }
