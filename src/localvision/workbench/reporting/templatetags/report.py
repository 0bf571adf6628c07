"""Filters of the report pages: runs of text, drawings, and what a block was told to show."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from localvision.outputs.blocks import Chart
from localvision.outputs.plan.parts import ColumnPart, Run
from localvision.workbench.reporting.enums import (
    BlockKind,
    CaseLabels,
    ChartShows,
    MatrixRows,
    TableShows,
)
from localvision.workbench.reporting.models import ReportBlock

register = template.Library()
_TAGS = {"em": "em", "strong": "strong"}


@register.filter
def runs(pieces: Iterable[Run]) -> SafeString:
    """Write runs of text as HTML; every text is escaped, links lead within or to https.

    >>> runs((Run("2 < 3 "), Run("see", href="#claim-4")))
    '2 &lt; 3 <a href="#claim-4">see</a>'
    """
    return format_html_join("", "{}", ((_run(piece),) for piece in pieces))


@register.filter
def drawing(chart: Chart) -> SafeString:
    """Return the drawing: the outputs floor escapes its texts and writes no style, script or id.

    >>> from types import SimpleNamespace
    >>> drawing(SimpleNamespace(svg="<svg/>"))
    '<svg/>'
    """
    return mark_safe(chart.svg)


@register.filter
def way(ways: Mapping[Any, str], key: Any) -> str:
    """Return the address of a claim or passage; empty for those who may not go there."""
    return ways.get(key, "")


@register.filter
def column_is_numeric(columns: Sequence[ColumnPart], at: int) -> bool:
    """Say whether the column at a place holds numbers.

    >>> column_is_numeric((ColumnPart(label="n", numeric=True),), 0)
    True
    """
    return columns[at].numeric


@register.filter
def told(block: ReportBlock) -> str:
    """Say what a computed block was told to show, in words."""
    settings = block.settings
    if block.kind == BlockKind.TABLE:
        return str(TableShows(settings["shows"]).label)
    if block.kind == BlockKind.CHART:
        return str(ChartShows(settings["shows"]).label)
    if block.kind == BlockKind.MATRIX:
        rows = MatrixRows(settings.get("rows", MatrixRows.LOCALITY))
        if rows != MatrixRows.LOCALITY:
            return f"{rows.label} by theme"
        return f"Places by theme; {CaseLabels(settings.get('labels', 'letters')).label.lower()}"
    return ""


def _run(piece: Run) -> SafeString:
    tag = _TAGS.get(piece.kind)
    text = format_html(f"<{tag}>{{}}</{tag}>", piece.text) if tag else format_html("{}", piece.text)
    return format_html('<a href="{}">{}</a>', piece.href, text) if piece.href else text
