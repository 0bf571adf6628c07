"""What sources add to the pages below them: headline, voices, stories and search hits."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Count

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.documents.enums import SourceKind
from localvision.workbench.documents.models import Source, Speaker
from localvision.workbench.documents.queries import response, sources_for, sources_to_count
from localvision.workbench.platform.search import Hit
from localvision.workbench.programmes.models import Locality
from localvision.workbench.programmes.pages import link
from localvision.workbench.programmes.panels import StoryEvent
from localvision.workbench.programmes.viewers import Viewer

CONVERSATIONS = (SourceKind.INTERVIEW, SourceKind.FOCUS_GROUP)


def headline(viewer: Viewer) -> list[str]:
    """Return how much was heard, and of how many asked."""
    counts = sources_to_count(viewer).values_list("kind").annotate(n=Count("pk")).order_by()
    by_kind = dict(counts)
    talks = sum(by_kind.get(kind, 0) for kind in CONVERSATIONS)
    others = sum(by_kind.values()) - talks
    said = [f"{talks:,} conversations"] if talks else []
    asked = response(viewer)
    if asked.share is not None:
        said.append(f"{asked.answered:,} of {asked.invited:,} asked answered ({asked.share:.0%})")
    return [*said, f"{others:,} other sources"] if others else said


def voices_heard(viewer: Viewer) -> dict[int, set[str]]:
    """Return, for each place, the roles that speak in its sources."""
    sources = sources_to_count(viewer).exclude(locality=None)
    speaking = Speaker.objects.filter(text__source__in=sources).exclude(role="")
    pairs = set(speaking.order_by().values_list("text__source__locality_id", "role").distinct())
    pairs |= set(sources.exclude(role="").order_by().values_list("locality_id", "role").distinct())
    found: dict[int, set[str]] = {}
    for place, role in pairs:
        found.setdefault(place, set()).add(role)
    return found


def told(viewer: Viewer, place: Locality) -> list[StoryEvent]:
    """Return the sources of a place as events of its story."""
    if not viewer.may(Capability.READ_SOURCES):
        return []
    return [
        StoryEvent(
            source.dated,
            "source",
            f"{source.get_kind_display()}: {source.title}",
            "documents:source",
            {"key": source.key},
        )
        for source in sources_for(viewer).filter(locality=place)
    ]


def opened(viewer: Viewer, hits: Sequence[Hit]) -> dict[str, str]:
    """Return the addresses of found sources."""
    found = Source.objects.filter(pk__in=[hit.object_key for hit in hits])
    return {
        str(pk): link(viewer, "documents:source", {"key": key})
        for pk, key in found.values_list("pk", "key")
    }
