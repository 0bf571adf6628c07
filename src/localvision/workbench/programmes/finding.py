"""Search hits as links: each kind of thing says where it opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from localvision.workbench.platform.search import Hit, find
from localvision.workbench.programmes.viewers import Viewer

#: Given the viewer and the hits of one kind, returns their addresses by object key.
Opener = Callable[[Viewer, Sequence[Hit]], dict[str, str]]
_OPENERS: dict[str, tuple[str, Opener]] = {}


@dataclass(frozen=True, slots=True)
class FoundLink:
    """One hit, ready for the page."""

    hit: Hit
    label: str
    url: str


def opens(kind: str, label: str, opener: Opener) -> None:
    """Register where hits of a kind open; called by the kind's room when it is ready."""
    _OPENERS[kind] = (label, opener)


def found_links(viewer: Viewer, words: str) -> list[FoundLink]:
    """Return hits in order of relevance, each with its address; one query a kind."""
    hits = find(words, viewer.scope) if words else []
    urls: dict[tuple[str, str], str] = {}
    for kind in {hit.kind for hit in hits} & set(_OPENERS):
        mine = [hit for hit in hits if hit.kind == kind]
        urls.update({(kind, key): url for key, url in _OPENERS[kind][1](viewer, mine).items()})
    return [
        FoundLink(hit, _OPENERS[hit.kind][0], urls[hit.kind, hit.object_key])
        for hit in hits
        if (hit.kind, hit.object_key) in urls
    ]
