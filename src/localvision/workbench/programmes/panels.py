"""Where higher rooms add to the pages of a programme, without this room knowing them.

A room registers in its `AppConfig.ready`; each provider gets the viewer, and says nothing of
what the viewer may not see.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from localvision.workbench.programmes.models import Locality
from localvision.workbench.programmes.viewers import Viewer


@dataclass(frozen=True, slots=True)
class Panel:
    """One part of the home page, drawn by a template of the room it comes from."""

    title: str
    template: str
    context: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Judgement:
    """Something that wants a person's judgement, and where to exercise it."""

    words: str
    detail: str
    url_name: str
    link_words: str
    url_arguments: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StoryEvent:
    """One dated thing in the story of a place; no date where it is not known."""

    on: date | None
    kind: str
    words: str
    url_name: str = ""
    url_arguments: Mapping[str, Any] = field(default_factory=dict)


#: For each place (by primary key): the keys of the roles heard there.
VoicesHeard = Mapping[int, Collection[str]]

headline_makers: list[Callable[[Viewer], list[str]]] = []
panel_makers: list[Callable[[Viewer], Panel | None]] = []
judgement_makers: list[Callable[[Viewer], list[Judgement]]] = []
story_tellers: list[Callable[[Viewer, Locality], list[StoryEvent]]] = []
voice_finders: list[Callable[[Viewer], VoicesHeard]] = []

Provider = TypeVar("Provider", bound=Callable[..., Any])


def register(into: list[Provider], provider: Provider) -> None:
    """Add a provider once."""
    if provider not in into:
        into.append(provider)


def gathered(makers: list[Callable[[Viewer], list[Any]]], viewer: Viewer) -> list[Any]:
    """Return what all providers give, in the order in which their rooms stand."""
    return [thing for maker in makers for thing in maker(viewer)]
