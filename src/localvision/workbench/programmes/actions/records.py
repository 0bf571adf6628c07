"""Adding waves, places, organisations, people and projects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.platform.audit import Thing, record
from localvision.workbench.programmes.models import (
    Boundary,
    Identity,
    InterventionLevel,
    IssueFraming,
    Locality,
    Organisation,
    Partnership,
    Person,
    Project,
    StagePeriod,
    Wave,
)
from localvision.workbench.programmes.viewers import Viewer

#: The parts of a project that may come with it, and what they are.
PROJECT_PARTS = {
    "stages": StagePeriod,
    "framings": IssueFraming,
    "levels": InterventionLevel,
    "partnerships": Partnership,
}


@transaction.atomic
def add_wave(*, by: Viewer, number: int, name: str, **dates: Any) -> Wave:
    """Add a wave."""
    by.check(Capability.MANAGE_PROGRAMME)
    wave = Wave.objects.create(programme=by.programme, number=number, name=name, **dates)
    _record(by, "wave.added", Thing("wave", str(wave.pk)), f"{name} was added.")
    return wave


@transaction.atomic
def add_locality(
    *, by: Viewer, key: str, name: str, boundaries: Sequence[Mapping[str, Any]] = (), **facts: Any
) -> Locality:
    """Add a place with its dated set of area codes."""
    by.check(Capability.MANAGE_PROGRAMME)
    locality = Locality.objects.create(programme=by.programme, key=key, name=name, **facts)
    Boundary.objects.bulk_create(Boundary(locality=locality, **code) for code in boundaries)
    _record(by, "locality.added", Thing("locality", str(locality.pk)), f"{name} was added.")
    return locality


@transaction.atomic
def add_organisation(*, by: Viewer, key: str, name: str, **facts: Any) -> Organisation:
    """Add an organisation with its sector."""
    by.check(Capability.MANAGE_PROGRAMME)
    made = Organisation.objects.create(programme=by.programme, key=key, name=name, **facts)
    _record(by, "organisation.added", Thing("organisation", str(made.pk)), f"{name} was added.")
    return made


@transaction.atomic
def add_people(
    *,
    by: Viewer,
    people: Sequence[Mapping[str, Any]],
    identities: Mapping[str, Mapping[str, str]] | None = None,
) -> dict[str, Person]:
    """Add people by code; identities, by code, go to their own table. Returns them by code."""
    by.check(Capability.ADD_SOURCES)
    made = Person.objects.bulk_create(Person(programme=by.programme, **facts) for facts in people)
    known = {person.code: person for person in made}
    Identity.objects.bulk_create(
        Identity(person=known[code], **facts) for code, facts in (identities or {}).items()
    )
    _record(
        by,
        "people.added",
        Thing("programme", str(by.programme.pk)),
        f"{len(made)} people were added by code, {len(identities or {})} with an identity.",
    )
    return known


@transaction.atomic
def add_project(
    *,
    by: Viewer,
    locality: Locality,
    key: str,
    title: str,
    parts: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
    **facts: Any,
) -> Project:
    """Add a project; `parts` holds its stages, framings, levels and partnerships, if known."""
    by.check(Capability.MANAGE_PROGRAMME)
    project = Project.objects.create(
        programme=by.programme, locality=locality, key=key, title=title, **facts
    )
    for name, rows in (parts or {}).items():
        model = PROJECT_PARTS[name]
        model._default_manager.bulk_create(model(project=project, **row) for row in rows)
    _record(by, "project.added", Thing("project", str(project.pk)), f"{title} was added.")
    return project


def _record(by: Viewer, verb: str, thing: Thing, summary: str) -> None:
    record(
        by=by.account, verb=verb, thing=thing, summary=summary, programme_key=str(by.programme.pk)
    )
