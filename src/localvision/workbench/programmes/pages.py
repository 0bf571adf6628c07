"""What the pages of a programme show, gathered from this room and those above it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict

from django.urls import reverse

from localvision.workbench.programmes import panels
from localvision.workbench.programmes.enums import Stage
from localvision.workbench.programmes.models import IssueFraming, Locality, Project
from localvision.workbench.programmes.panels import StoryEvent
from localvision.workbench.programmes.queries import places_with_stages, role_labels
from localvision.workbench.programmes.viewers import Viewer


class StageMark(TypedDict):
    """One stage on a strip: passed, now or ahead."""

    name: str
    state: str


@dataclass(frozen=True, slots=True)
class VoiceMark:
    """One role that ought to be heard in a place, and whether it was."""

    name: str
    heard: bool


@dataclass(frozen=True, slots=True)
class Tile:
    """One place on the home page."""

    locality: Locality
    projects: tuple[Project, ...]
    stages: tuple[StageMark, ...]
    stage_words: str
    voices: tuple[VoiceMark, ...]

    @property
    def heard(self) -> int:
        """How many of the expected roles were heard."""
        return sum(mark.heard for mark in self.voices)


def tiles(viewer: Viewer) -> list[Tile]:
    """Return every place with its stage and the voices heard there, by name."""
    heard = _voices(viewer)
    labels = role_labels(viewer)
    expected = [(key, labels.get(key, key)) for key in viewer.programme.expected_roles]
    return [_tile(place, heard.get(place.pk, ()), expected) for place in places_with_stages(viewer)]


def _voices(viewer: Viewer) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for finder in panels.voice_finders:
        for place, roles in finder(viewer).items():
            found.setdefault(place, set()).update(roles)
    return found


def _tile(place: Locality, heard: Iterable[str], expected: list[tuple[str, str]]) -> Tile:
    projects = tuple(place.projects.all())
    marks = stage_marks(projects[0]) if projects else ()
    now = [mark["name"] for mark in marks if mark["state"] == "now"]
    voices = tuple(VoiceMark(label, key in set(heard)) for key, label in expected)
    return Tile(place, projects, marks, now[-1] if now else "Stage not known", voices)


def stage_marks(project: Project) -> tuple[StageMark, ...]:
    """Return the six stages of a project: those behind it, the one it is in, those ahead.

    A stage without any record is "not yet", which may also mean "not known": the strip is no
    score, and nothing is inferred from it.
    """
    periods = list(project.stages.all())
    current = {period.stage for period in periods if period.ended_on is None}
    begun = {period.stage for period in periods}
    state = {stage: "now" if stage in current else "passed" for stage in begun}
    return tuple(
        StageMark(name=stage.label, state=state.get(stage.value, "ahead")) for stage in Stage
    )


def story(viewer: Viewer, place: Locality) -> list[StoryEvent]:
    """Return the dated story of a place; what has no date comes last."""
    labels = role_labels(viewer)
    events = [e for project in place.projects.all() for e in _project_events(project, labels)]
    for teller in panels.story_tellers:
        events.extend(teller(viewer, place))
    return sorted(events, key=lambda event: (event.on is None, event.on or date.min, event.kind))


def _project_events(project: Project, labels: Mapping[str, str]) -> list[StoryEvent]:
    stages = [
        StoryEvent(period.started_on, "stage", f"{period.get_stage_display()} began")
        for period in project.stages.all()
    ]
    framings = [
        StoryEvent(framing.framed_on, "framing", _framed(framing, labels))
        for framing in project.framings.all()
    ]
    return stages + framings + _level_events(project) + _partner_events(project)


def _framed(framing: IssueFraming, labels: Mapping[str, str]) -> str:
    """Say how the issue was framed and by whom: a group, or a role; never a person."""
    role = framing.person.role if framing.person else ""
    who = framing.group or (f"one {labels.get(role, role).lower()}" if role else "somebody")
    return f"Framed as {framing.get_framing_display().lower()} by {who}"


def _level_events(project: Project) -> list[StoryEvent]:
    return [
        StoryEvent(level.judged_on, "level", f"Level judged: {level.get_label_display().lower()}")
        for level in project.levels.all()
    ]


def _partner_events(project: Project) -> list[StoryEvent]:
    events = []
    for partnership in project.partnerships.all():
        name = partnership.organisation.name
        events.append(StoryEvent(partnership.joined_on, "partner", f"{name} joined"))
        if partnership.left_on:
            events.append(StoryEvent(partnership.left_on, "partner", f"{name} left"))
    return events


def home(viewer: Viewer) -> dict[str, Any]:
    """Return everything of the home page."""
    made = (maker(viewer) for maker in panels.panel_makers)
    return {
        "tiles": tiles(viewer),
        "headline": panels.gathered(panels.headline_makers, viewer),
        "judgements": [
            (judgement, link(viewer, judgement.url_name, judgement.url_arguments))
            for judgement in panels.gathered(panels.judgement_makers, viewer)
        ],
        "panels": [panel for panel in made if panel is not None],
    }


def link(viewer: Viewer, url_name: str, arguments: Mapping[str, Any]) -> str:
    """Return the address of a page of the viewer's programme."""
    return reverse(url_name, kwargs={"programme": viewer.programme.slug, **arguments})
