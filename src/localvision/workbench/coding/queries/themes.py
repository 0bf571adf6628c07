"""Which themes are spoken of together: what the theme map is drawn from (R194)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import F

from localvision.workbench.coding.overlaps import Stretch, Together, together
from localvision.workbench.coding.queries.counting import standing_codings
from localvision.workbench.coding.queries.frames import frame_now
from localvision.workbench.programmes.models import FrameItem
from localvision.workbench.programmes.viewers import Viewer


@dataclass(frozen=True, slots=True)
class ThemeNode:
    """A theme and how many distinct passages speak of it."""

    key: str
    label: str
    cluster: str
    passages: int


@dataclass(frozen=True, slots=True)
class ThemeLink:
    """Two themes that were spoken of together, by key."""

    first: str
    second: str
    met: Together


@dataclass(frozen=True, slots=True)
class ThemeLine:
    """Two themes that were spoken of together."""

    first: ThemeNode
    second: ThemeNode
    met: Together


@dataclass(frozen=True, slots=True)
class ThemeLinks:
    """Themes and their meetings. Codings of split themes are left out: nobody knows which."""

    nodes: tuple[ThemeNode, ...]
    links: tuple[ThemeLink, ...]
    passages: int

    @property
    def lines(self) -> list[ThemeLine]:
        """The links with their themes, most often together first, then by name."""
        by_key = {node.key: node for node in self.nodes}
        lines = [ThemeLine(by_key[k.first], by_key[k.second], k.met) for k in self.links]
        return sorted(
            lines, key=lambda line: (-line.met.same - line.met.overlapping, line.first.label)
        )


def theme_links(viewer: Viewer, frame_key: str = "themes") -> ThemeLinks | None:
    """Return the themes of a frame with how often they meet in the same or overlapping words.

    Where two coders read the same words as the same theme, that counts once. None where there
    is no such frame.
    """
    now = frame_now(viewer, frame_key)
    if now is None:
        return None
    rows = (
        standing_codings(viewer, now)
        .values_list("text_id", "start", "passage__end", F("standing"))
        .order_by("text_id", "start")
    )
    stretches = [Stretch(*row) for row in rows if row[3] > 0]
    distinct = set(stretches)
    seen = Counter(stretch.item for stretch in distinct)
    spans = {(s.text_id, s.start, s.end) for s in distinct}
    shown = [now.items[column.code] for column in now.columns(set(seen)) if column.code > 0]
    return ThemeLinks(tuple(_nodes(shown, seen)), tuple(_links(now.items, stretches)), len(spans))


def _nodes(items: Iterable[FrameItem], seen: Counter[int]) -> Iterator[ThemeNode]:
    for item in items:
        yield ThemeNode(item.key, item.label, item.cluster, seen[item.pk])


def _links(items: dict[int, FrameItem], stretches: list[Stretch]) -> Iterator[ThemeLink]:
    order = {pk: place for place, pk in enumerate(items)}
    for pair, met in together(stretches).items():
        first, second = sorted(pair, key=lambda pk: order[pk])
        yield ThemeLink(items[first].key, items[second].key, met)
