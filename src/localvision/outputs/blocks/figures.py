"""Figures: a drawing, the words for those who cannot see it, and the table beside it."""

from __future__ import annotations

from dataclasses import dataclass

from localvision.outputs.blocks.base import Base, Missing
from localvision.outputs.blocks.tables import TableBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A finished drawing: SVG text, alt text, caption, n, and its numbers as a table."""

    svg: str
    alt: str
    caption: str
    base: Base
    table: TableBlock
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartBlock:
    """A chart in the report; `show_table` prints its table below (folded away on screen)."""

    chart: Chart
    show_table: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeNode:
    """A theme of the frame, its cluster, and how many quotations or passages carry it."""

    code: str
    label: str
    cluster: str
    count: int | Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeLink:
    """Passages that carry both themes (R192)."""

    one: str
    other: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeMapBlock:
    """The themes in their clusters with counts and links, drawn from the evidence (R194)."""

    themes: tuple[ThemeNode, ...]
    base: Base
    links: tuple[ThemeLink, ...] = ()
    caption: str = "Themes by cluster, and how often two themes share a passage"
    show_table: bool = False
    anchor: str = ""
