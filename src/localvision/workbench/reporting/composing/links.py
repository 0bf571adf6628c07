"""The ways back from a report into the workbench, for those who may take them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from localvision.workbench.reporting.composing.evidence import mark
from localvision.workbench.reporting.composing.material import Material
from localvision.workbench.reporting.enums import BlockKind, ChartShows, TableShows
from localvision.workbench.reporting.models import ReportBlock

#: Which room of the workbench counts what a block shows, by kind and what it is told to show.
ROOMS: dict[tuple[str, str], str] = {
    (BlockKind.MATRIX, ""): "matrix",
    (BlockKind.VOICES, ""): "voices",
    (BlockKind.THEME_MAP, ""): "together",
    (BlockKind.METHODS, ""): "sources",
    (BlockKind.INSIGHTS, ""): "codes",
    (BlockKind.TABLE, TableShows.CLAIMS): "claims",
    (BlockKind.TABLE, TableShows.RESPONSE): "sources",
    (BlockKind.TABLE, TableShows.ROLES): "sources",
    (BlockKind.TABLE, TableShows.BALANCE): "matrix",
    (BlockKind.TABLE, TableShows.CO_OCCURRENCE): "together",
    (BlockKind.CHART, ChartShows.BALANCE): "matrix",
    (BlockKind.CHART, ChartShows.VOICES): "voices",
    (BlockKind.CHART, ChartShows.RESPONSE): "sources",
    (BlockKind.CHART, ChartShows.PLACES): "claims",
    (BlockKind.CHART, ChartShows.STAGES): "places",
}


@dataclass(frozen=True, slots=True)
class Links:
    """Claim numbers and passage marks of a report with their keys in the workbench.

    `claims` holds the claim's key by number; `passages` holds source key and passage id by mark;
    `rooms` names the room that counts a figure or table, by its place among the blocks. Kept
    beside the report's content and in no file that leaves.
    """

    claims: dict[str, str]
    passages: dict[str, tuple[str, int]]
    rooms: dict[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return plain values."""
        return asdict(self)

    @classmethod
    def of_json(cls, content: dict[str, Any]) -> Links:
        """Read them back."""
        passages = {key: (str(s), int(pk)) for key, (s, pk) in content["passages"].items()}
        rooms = dict(content.get("rooms", {}))
        return cls(claims=dict(content["claims"]), passages=passages, rooms=rooms)


def links_of(material: Material, stored: Sequence[ReportBlock]) -> Links:
    """Return the links of every claim, figure and table, and of every passage printed.

    `stored` names, for each composed block in order, the stored block that it was made from.
    """
    used = {pk for _, claim in material.numbered for pk, _ in claim.evidence}
    used |= {b.passage_id or 0 for b in material.blocks if b.kind == BlockKind.QUOTATION}
    return Links(
        claims={str(number): claim.key for number, claim in material.numbered},
        passages={
            mark(pk): (passage.text.source.key, pk)
            for pk in sorted(used)
            if (passage := material.quotable(pk)) is not None
        },
        rooms={
            str(at): room for at, block in enumerate(stored) if (room := _room(block)) is not None
        },
    )


def _room(block: ReportBlock) -> str | None:
    return ROOMS.get((block.kind, block.settings.get("shows", "")))
