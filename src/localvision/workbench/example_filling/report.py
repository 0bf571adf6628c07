"""The outline of the example report as blocks of the report room."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from localvision.example import ExampleProgramme
from localvision.example.texts import ExampleBlock
from localvision.workbench.claims.models import Claim
from localvision.workbench.documents.models import Passage
from localvision.workbench.programmes.viewers import Viewer
from localvision.workbench.reporting.actions import import_report
from localvision.workbench.reporting.enums import BlockKind
from localvision.workbench.reporting.outline import NewBlock

SLUG = "interim"
CITED = re.compile(r"\{claim:(\w+)\}")
#: Blocks that the report room computes in place of what the outline lists.
COMPUTED = {BlockKind.CLAIM, BlockKind.CHART, BlockKind.TABLE}
#: What follows the outline's blocks of a kind, and what ends the report.
AFTER = {
    BlockKind.VOICES: (NewBlock("chart", "Who is heard on what", {"shows": "voices"}),),
    BlockKind.THEME_MAP: (
        NewBlock("chart", "How much of the evidence is on each theme", {"shows": "balance"}),
    ),
    BlockKind.MATRIX: (
        NewBlock("insights", "What helped, what came of it, what stood in the way"),
    ),
}
END = (
    NewBlock("table", "Who was asked and who answered", {"shows": "response"}),
    NewBlock("table", "Claims by status and strength", {"shows": "claims"}),
    NewBlock("evidence"),
)


@dataclass(slots=True)
class Outline:
    """Turns the example's outline into blocks; each claim is shown where it is first cited."""

    claims: Mapping[str, int]
    passages: Mapping[str, Passage]
    shown: set[str] = field(default_factory=set)

    def blocks(self, outline: tuple[ExampleBlock, ...]) -> Iterator[NewBlock]:
        """Yield the blocks in order. The summary is computed and brings its own heading."""
        yield NewBlock("one_page")
        yield NewBlock("summary")
        told: set[BlockKind] = set()
        for each in outline[1:]:
            kind = BlockKind(each.kind)
            if kind not in COMPUTED and not (kind == BlockKind.METHODS and kind in told):
                told.add(kind)
                yield self._block(kind, each)
                yield from self._cited(each.text)
                yield from AFTER.get(kind, ())
        yield from END

    def _block(self, kind: BlockKind, each: ExampleBlock) -> NewBlock:
        passage = self.passages.get(each.ref)
        return NewBlock(
            kind.value,
            each.text,
            {"level": each.level} if each.level else {},
            passage_id=passage.pk if passage else None,
        )

    def _cited(self, text: str) -> Iterator[NewBlock]:
        for key in CITED.findall(text):
            if key not in self.shown:
                self.shown.add(key)
                yield NewBlock("claim", claim_id=self.claims[key])


def fill_report(viewer: Viewer, made: ExampleProgramme, passages: Mapping[str, Passage]) -> None:
    """Bring in the example's interim report."""
    given = made.report
    claims = dict(Claim.objects.filter(programme=viewer.programme).values_list("key", "pk"))
    import_report(
        by=viewer,
        slug=SLUG,
        title=given.title,
        subtitle=given.subtitle,
        as_at=given.as_at,
        status="interim",
        authors_line="The invented evaluation team",
        blocks=list(Outline(claims, passages).blocks(given.blocks)),
    )
