"""Which fields of a block are read for inline markup, and every text that it holds."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from localvision.outputs.blocks import (
    Block,
    Bullets,
    EvidenceAppendix,
    InsightsBlock,
    MatrixBlock,
    MethodsBlock,
    Note,
    Report,
    SummaryBlock,
    TableBlock,
    Text,
    VisualSummaryBlock,
    VoicesBlock,
)


def inline_texts(report: Report) -> Iterator[str]:
    """Yield every text of the report in which links and emphasis are read."""
    for block in report.blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[str]:
    if isinstance(block, Text | Note):
        yield block.text
    elif isinstance(block, Bullets):
        yield from block.items
    elif isinstance(block, TableBlock):
        yield from (cell for row in block.rows for cell in row if isinstance(cell, str))
        yield from block.notes
    elif isinstance(block, MatrixBlock | VoicesBlock | MethodsBlock):
        yield from block.notes
    elif isinstance(block, InsightsBlock):
        for insight in (*block.enablers, *block.outcomes, *block.challenges):
            yield insight.text
        yield from block.notes
    elif isinstance(block, SummaryBlock):
        yield block.lead
        yield from block.unknowns
    elif isinstance(block, VisualSummaryBlock):
        yield from block.unknowns
    elif isinstance(block, EvidenceAppendix):
        yield block.lead
        yield from (claim.note for claim in block.claims)


def every_text(value: Any) -> Iterator[str]:
    """Yield every string held anywhere in a report or a part of it."""
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from every_text(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from every_text(item)
