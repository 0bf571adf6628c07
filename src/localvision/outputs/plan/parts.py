"""The few parts that every renderer knows, with numbers and links already worked out.

Many kinds of block become about a dozen kinds of part, so a renderer stays small and three
renderers cannot number or word a thing in three ways.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from localvision.outputs.blocks import Chart


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text; `href` is "#anchor" within the report, an address, or empty."""

    text: str
    kind: Literal["text", "em", "strong"] = "text"
    href: str = ""


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadingPart:
    """A heading with its number ("2.1", "A", or empty)."""

    level: int
    number: str
    text: str
    anchor: str
    sources: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphPart:
    """One paragraph; `style` is body, lead or small."""

    runs: Runs
    style: Literal["body", "lead", "small"] = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPart:
    """A list of one-paragraph items."""

    items: tuple[Runs, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePart:
    """A box set apart."""

    title: str
    kind: str
    paragraphs: tuple[Runs, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece of a quotation: words as said, or a mark in brackets."""

    text: str
    mark: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotePart:
    """A quotation ready to print: marks are set in `opening` and `closing`, empty for none."""

    pieces: tuple[Piece, ...]
    opening: str
    closing: str
    role: str
    kind: str
    passage: str = ""
    href: str = ""
    anchor: str = ""
    stance: str = ""
    wave: str = ""
    also: Runs = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CellPart:
    """A cell: runs of text; `missing` is the kind of missing value, or empty.

    `tint` is a cluster and `level` 0-8 how dark its colour lies under the cell.
    """

    runs: Runs
    missing: str = ""
    tint: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnPart:
    """A column: label, whether numbers, relative width, cluster, whether its head is turned."""

    label: str
    numeric: bool = False
    width: float = 1.0
    cluster: str = ""
    turned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPart:
    """A head over several columns."""

    label: str
    span: int
    cluster: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePart:
    """A table with its label ("Table 3"), caption and base."""

    label: str
    caption: str
    base: str
    columns: tuple[ColumnPart, ...]
    rows: tuple[tuple[CellPart, ...], ...]
    anchor: str
    groups: tuple[GroupPart, ...] = ()
    notes: tuple[Runs, ...] = ()
    back: str = ""
    row_heads: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePart:
    """A figure with its label ("Figure 3") and its numbers as a table.

    `beside` says that the table is to be printed right below; else it stands at the end.
    """

    label: str
    caption: str
    base: str
    chart: Chart
    anchor: str
    table: TablePart
    beside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailPart:
    """What stays beside a claim: a label ("Not heard on this") and one or more lines."""

    label: str
    lines: tuple[str, ...]
    kind: Literal["silent", "dissent", "caveat", "rival", "flag"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPart:
    """A claim with its bars (wide and narrow), its details and the way to its evidence."""

    number: int
    anchor: str
    sentence: str
    status: str
    strength: str
    cluster: str
    belongs: str
    wide: Chart
    narrow: Chart
    fractions: tuple[str, ...]
    details: tuple[DetailPart, ...]
    basis: str
    evidence: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryLine:
    """A claim in a summary."""

    number: int
    href: str
    sentence: str
    standing: str
    fraction: str
    bar: Chart | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryPart:
    """The claims restated."""

    lines: tuple[SummaryLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberPart:
    """A key number with its denominator in words."""

    value: str
    of: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OnePagePart:
    """The whole on one page."""

    anchor: str
    title: str
    headline: str
    base: str
    numbers: tuple[NumberPart, ...]
    lines: tuple[SummaryLine, ...]
    chart: Chart | None
    silent: tuple[str, ...]
    unknowns: tuple[Runs, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePart:
    """A claim's passages in the appendix, with the way back."""

    number: int
    anchor: str
    sentence: str
    back: str
    supporting: tuple[QuotePart, ...]
    opposing: tuple[QuotePart, ...]
    note: Runs = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPart:
    """How to read the report: two drawings and the words for status."""

    anchor: str
    title: str
    bar: Chart
    dots: Chart
    terms: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferencePart:
    """A work in the list of references."""

    anchor: str
    runs: Runs


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferencesPart:
    """The list of references."""

    entries: tuple[ReferencePart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakPart:
    """A new page."""


Part: TypeAlias = (
    HeadingPart
    | ParagraphPart
    | ListPart
    | NotePart
    | QuotePart
    | TablePart
    | FigurePart
    | ClaimPart
    | SummaryPart
    | OnePagePart
    | EvidencePart
    | KeyPart
    | ReferencesPart
    | BreakPart
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A report laid out: cover facts and parts in order."""

    title: str
    subtitle: str
    programme: str
    as_at: str
    as_at_iso: str
    edition: str
    status: str
    notice: str
    authors: tuple[str, ...]
    summary_line: str
    language: str
    cover: bool
    parts: tuple[Part, ...]

    @property
    def figures(self) -> tuple[FigurePart, ...]:
        """The figures in order."""
        return tuple(p for p in self.parts if isinstance(p, FigurePart))
