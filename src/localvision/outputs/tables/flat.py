"""Any block that is a table, as one plain table."""

from __future__ import annotations

from localvision.outputs.blocks import CLUSTER_NAMES, Cell, Column, MatrixBlock, TableBlock
from localvision.outputs.inline import plain_text


def flat_table(block: TableBlock | MatrixBlock) -> TableBlock:
    """Return a matrix as a table (cluster before theme in the header); a table as it is.

    Inline markup is taken out of text cells, so a file holds what a reader sees.
    """
    if isinstance(block, MatrixBlock):
        columns = [Column(label=block.case_word, width=2)]
        for c in block.columns:
            cluster = CLUSTER_NAMES.get(c.cluster, c.cluster)
            columns.append(
                Column(label=f"{cluster}: {c.label}" if cluster else c.label, numeric=True)
            )
        rows = tuple((case, *row) for case, row in zip(block.cases, block.counts, strict=True))
        block = TableBlock(
            caption=block.caption,
            base=block.base,
            columns=tuple(columns),
            rows=rows,
            notes=block.notes,
        )
    return TableBlock(
        caption=block.caption,
        base=block.base,
        columns=block.columns,
        rows=tuple(tuple(_plain(cell) for cell in row) for row in block.rows),
        notes=block.notes,
    )


def _plain(cell: Cell) -> Cell:
    return plain_text(cell) if isinstance(cell, str) else cell
