"""The example's outline as blocks of a report: what the store can count, in the outline's order.

Claims that the narrative cites get their block where they are first cited, a summary that lists
claims becomes a summary block, and the evidence of all of them stands at the end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from localvision.example.texts import ExampleBlock, ExampleReport
from localvision.workbench.reporting.composing.markup import cited_keys
from localvision.workbench.reporting.enums import (
    BlockKind,
    ChartShows,
    MatrixRows,
    TableShows,
)
from localvision.workbench.reporting.outline import NewBlock

ROWS = {"place": MatrixRows.LOCALITY, "role": MatrixRows.ROLE, "wave": MatrixRows.WAVE}
#: The chapter that says what is not known, and how its sentences begin.
UNKNOWN = "What we do not know"
NOT_KNOWN = "We do not know "


@dataclass
class Converted:
    """Blocks ready for `import_report`, and what the outline asks for that is not counted yet."""

    blocks: list[NewBlock] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


def blocks_from_example(
    report: ExampleReport, *, claims: Mapping[str, int], passages: Mapping[str, int]
) -> Converted:
    """Return the blocks of the example's outline.

    Parameters
    ----------
    claims, passages : rows in the store, by the keys of the example.

    Returns
    -------
    The blocks, and in `left_out` the words of tables and charts whose figures no room holds.
    """
    return _Conversion(claims, passages).of(report.blocks)


class _Conversion:
    """One walk through the outline, which remembers the claims that have their block."""

    def __init__(self, claims: Mapping[str, int], passages: Mapping[str, int]) -> None:
        self.claims = claims
        self.passages = passages
        self.shown: set[str] = set()
        self.methods_told = False
        self.beside_methods: list[NewBlock] = []
        self.unknowns: list[str] = []
        self.made = Converted()

    def of(self, outline: Sequence[ExampleBlock]) -> Converted:
        """Convert the whole outline."""
        head, rest = _summary_apart(outline)
        self.unknowns = _unknowns(rest)
        if head:
            self.made.blocks += self._summary(head)
        for block in rest:
            self.made.blocks += _COMPOSED[block.kind](self, block)
        self.made.blocks += [block for key in self.claims for block in self._claim(key)]
        self.made.blocks.append(NewBlock(BlockKind.EVIDENCE))
        return self.made

    def _summary(self, head: Sequence[ExampleBlock]) -> Iterator[NewBlock]:
        texts = [block.text for block in head if block.kind == "text"]
        keys = [block.ref for block in head if block.kind == "claim"]
        told = {"claims": keys, "unknowns": self.unknowns}
        yield NewBlock(BlockKind.ONE_PAGE, settings=told)
        yield NewBlock(BlockKind.PAGE_BREAK)
        yield NewBlock(BlockKind.SUMMARY, "\n\n".join(texts), told)
        yield NewBlock(BlockKind.READING_KEY)
        for block in head:
            if block.kind not in ("heading", "text", "claim"):
                self.beside_methods += _COMPOSED[block.kind](self, block)

    def _claim(self, key: str) -> list[NewBlock]:
        if key in self.shown or key not in self.claims:
            return []
        self.shown.add(key)
        return [NewBlock(BlockKind.CLAIM, claim_id=self.claims[key])]

    def heading(self, block: ExampleBlock) -> list[NewBlock]:
        """Return a heading; what is not known rests on what the rest leaves open."""
        settings: dict[str, Any] = {"level": max(block.level, 1)}
        if block.text == UNKNOWN:
            settings["sources"] = "what the other chapters leave open"
        return [NewBlock(BlockKind.HEADING, block.text, settings)]

    def text(self, block: ExampleBlock) -> list[NewBlock]:
        """Return a text, and after it the claims that it is the first to cite."""
        cited = [made for key in cited_keys(block.text) for made in self._claim(key)]
        return [NewBlock(BlockKind.TEXT, block.text), *cited]

    def claim(self, block: ExampleBlock) -> list[NewBlock]:
        """Return a claim, once."""
        return self._claim(block.ref)

    def quotation(self, block: ExampleBlock) -> list[NewBlock]:
        """Return a quotation whose passage is in the store."""
        if block.ref not in self.passages:
            return self._left_out(block)
        return [NewBlock(BlockKind.QUOTATION, passage_id=self.passages[block.ref])]

    def methods(self, block: ExampleBlock) -> list[NewBlock]:
        """Return the methods table first, with what the summary left to it, and its details later.

        The balance of the evidence (R224) stands among the details.
        """
        if not self.methods_told:
            self.methods_told = True
            return [
                NewBlock(BlockKind.METHODS, block.text),
                NewBlock(BlockKind.CHART, settings={"shows": ChartShows.RESPONSE.value}),
                *self.beside_methods,
            ]
        tables = (TableShows.ROLES, TableShows.CLAIMS)
        return [
            NewBlock(BlockKind.CHART, settings={"shows": ChartShows.BALANCE.value}),
            *(NewBlock(BlockKind.TABLE, settings={"shows": each.value}) for each in tables),
        ]

    def theme_map(self, block: ExampleBlock) -> list[NewBlock]:
        """Return the theme map."""
        return [NewBlock(BlockKind.THEME_MAP, block.text)]

    def matrix(self, block: ExampleBlock) -> list[NewBlock]:
        """Return cases by themes."""
        rows = ROWS[str(block.settings.get("rows", "place"))]
        return [NewBlock(BlockKind.MATRIX, block.text, {"rows": rows.value})]

    def voices(self, block: ExampleBlock) -> list[NewBlock]:
        """Return the voices table."""
        return [NewBlock(BlockKind.VOICES, block.text)]

    def chart(self, block: ExampleBlock) -> list[NewBlock]:
        """Return a chart whose figures the store holds."""
        if block.settings.get("chart") != "stage_lengths":
            return self._left_out(block)
        told: dict[str, Any] = {
            "shows": ChartShows.STAGES.value,
            "stage": block.settings["stage"],
        }
        return [NewBlock(BlockKind.CHART, block.text, told)]

    def table(self, block: ExampleBlock) -> list[NewBlock]:
        """Return nothing yet: the example's tables rest on ratings, which no room holds."""
        return self._left_out(block)

    def _left_out(self, block: ExampleBlock) -> list[NewBlock]:
        self.made.left_out.append(block.text or block.ref)
        return []


_COMPOSED: Mapping[str, Callable[[_Conversion, ExampleBlock], list[NewBlock]]] = {
    "heading": _Conversion.heading,
    "text": _Conversion.text,
    "claim": _Conversion.claim,
    "quotation": _Conversion.quotation,
    "methods": _Conversion.methods,
    "theme_map": _Conversion.theme_map,
    "matrix": _Conversion.matrix,
    "voices": _Conversion.voices,
    "chart": _Conversion.chart,
    "table": _Conversion.table,
}


def _unknowns(outline: Sequence[ExampleBlock]) -> list[str]:
    """Return the sentences that say what is not known, for the summary to repeat."""
    for heading, text in pairwise(outline):
        if heading.text == UNKNOWN and text.kind == "text":
            sentences = re.split(r"(?<=[.!?])\s+", text.text)
            return [
                sentence.removeprefix(NOT_KNOWN).capitalize()
                for sentence in sentences
                if sentence.startswith(NOT_KNOWN)
            ]
    return []


def _summary_apart(
    outline: Sequence[ExampleBlock],
) -> tuple[Sequence[ExampleBlock], Sequence[ExampleBlock]]:
    """Return the first chapter, where it is a summary that lists claims, and the rest."""
    if not outline or outline[0].kind != "heading":
        return (), outline
    end = next(
        (at for at, b in enumerate(outline) if at and b.kind == "heading" and b.level == 1),
        len(outline),
    )
    head = outline[:end]
    return (head, outline[end:]) if any(b.kind == "claim" for b in head) else ((), outline)
