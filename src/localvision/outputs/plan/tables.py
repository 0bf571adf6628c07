"""Blocks that are tables, as one kind of table part."""

from __future__ import annotations

from localvision.outputs.blocks import (
    CLUSTER_NAMES,
    Cell,
    Insight,
    InsightsBlock,
    MatrixBlock,
    MethodsBlock,
    MethodsSource,
    Missing,
    TableBlock,
    VoicesBlock,
)
from localvision.outputs.plan.numbering import Numbering
from localvision.outputs.plan.parts import (
    CellPart,
    ColumnPart,
    GroupPart,
    Run,
    Runs,
    TablePart,
)

LEVELS = 8
_NOT_HEARD = Missing("no-answer", "○ not heard")


def cell_part(cell: Cell, numbering: Numbering | None = None) -> CellPart:
    """Write one cell: numbers with thousands separators, missing values in their own words."""
    if isinstance(cell, Missing):
        return CellPart(runs=(Run(cell.words),), missing=cell.kind)
    if isinstance(cell, str):
        runs = numbering.runs(cell) if numbering else (Run(cell),)
        return CellPart(runs=runs)
    return CellPart(runs=(Run(f"{cell:,}"),))


def plain_table(
    table: TableBlock, label: str, anchor: str, numbering: Numbering, back: str = ""
) -> TablePart:
    """Lay out a plain table."""
    return TablePart(
        label=label,
        caption=table.caption,
        base=str(table.base),
        columns=tuple(
            ColumnPart(label=c.label, numeric=c.numeric, width=c.width) for c in table.columns
        ),
        rows=tuple(tuple(cell_part(c, numbering) for c in row) for row in table.rows),
        notes=tuple(numbering.runs(note) for note in table.notes),
        anchor=anchor,
        back=back,
    )


def matrix_table(m: MatrixBlock, label: str, anchor: str, numbering: Numbering) -> TablePart:
    """Lay out case by theme with tinted cells under turned heads."""
    highest = max((c for row in m.counts for c in row if not isinstance(c, Missing)), default=0)
    rows = tuple(
        (
            cell_part(case),
            *(
                _matrix_cell(c, column.cluster, highest)
                for c, column in zip(row, m.columns, strict=True)
            ),
        )
        for case, row in zip(m.cases, m.counts, strict=True)
    )
    notes = [numbering.runs(note) for note in m.notes]
    below = f" (fewer than {m.threshold})" if m.threshold else ""
    signs = [f"· none; w withheld{below}; n/a not asked. Darker cells hold more {m.unit}."]
    return TablePart(
        label=label,
        caption=m.caption,
        base=str(m.base),
        columns=(
            ColumnPart(label=m.case_word, width=3.2),
            *(
                ColumnPart(label=c.label, numeric=True, cluster=c.cluster, turned=True)
                for c in m.columns
            ),
        ),
        rows=rows,
        groups=_groups([c.cluster for c in m.columns]),
        notes=(*(numbering.runs(sign) for sign in signs), *notes),
        anchor=anchor,
    )


def _matrix_cell(cell: int | Missing, cluster: str, highest: int) -> CellPart:
    if isinstance(cell, Missing):
        sign = {"withheld": "w", "not-asked": "n/a", "no-answer": "–"}[cell.kind]
        return CellPart(runs=(Run(sign),), missing=cell.kind)
    level = 0 if cell <= 0 else max(1, round(LEVELS * cell / max(1, highest)))
    return CellPart(runs=(Run(f"{cell:,}" if cell else "·"),), tint=cluster or "brand", level=level)


def _groups(clusters: list[str]) -> tuple[GroupPart, ...]:
    """Join neighbouring columns of one cluster under its name; none without clusters."""
    if not any(clusters):
        return ()
    groups = [GroupPart(label="", span=1)]
    for cluster in clusters:
        name = CLUSTER_NAMES.get(cluster, cluster)
        if groups[-1].cluster == cluster and len(groups) > 1:
            groups[-1] = GroupPart(label=name, span=groups[-1].span + 1, cluster=cluster)
        else:
            groups.append(GroupPart(label=name, span=1, cluster=cluster))
    return tuple(groups)


def voices_table(v: VoicesBlock, label: str, anchor: str, numbering: Numbering) -> TablePart:
    """Lay out who was heard; a nought on a cluster is printed as not heard."""
    rows = [
        (
            CellPart(runs=(Run(r.role), *((Run(f" {r.flag}", "em"),) if r.flag else ()))),
            cell_part(r.people),
            cell_part(r.places),
            *(cell_part(_NOT_HEARD if c == 0 else c) for c in r.counts),
        )
        for r in v.rows
    ]
    unheard = tuple(cell_part(_NOT_HEARD) for _ in v.clusters)
    rows += [
        (CellPart(runs=(Run(s),), missing="no-answer"), cell_part(0), cell_part(0), *unheard)
        for s in v.silent
    ]
    return TablePart(
        label=label,
        caption=v.caption,
        base=str(v.base),
        columns=(
            ColumnPart(label="Role", width=3),
            ColumnPart(label="People", numeric=True),
            ColumnPart(label="Places", numeric=True),
            *(
                ColumnPart(label=CLUSTER_NAMES.get(c, c), numeric=True, width=1.5, cluster=c)
                for c in v.clusters
            ),
        ),
        rows=tuple(rows),
        notes=(
            (Run(f"Under each cluster: {v.unit}. An open circle marks a group not heard on it."),),
            *(numbering.runs(note) for note in v.notes),
        ),
        anchor=anchor,
    )


def methods_table(m: MethodsBlock, label: str, anchor: str, numbering: Numbering) -> TablePart:
    """Lay out what was collected, with response rates where they can be known."""
    return TablePart(
        label=label,
        caption=m.caption,
        base=str(m.base),
        columns=(
            ColumnPart(label="Evidence", width=2.3),
            ColumnPart(label="Approached", numeric=True, width=1.45),
            ColumnPart(label="Took part", numeric=True, width=1.6),
            ColumnPart(label="Response", numeric=True, width=1.25),
            ColumnPart(label="Places", numeric=True, width=1.05),
            ColumnPart(label="Who is missing", width=2.6),
        ),
        rows=tuple(_method(s) for s in m.sources),
        notes=tuple(numbering.runs(note) for note in m.notes),
        anchor=anchor,
    )


def _method(s: MethodsSource) -> tuple[CellPart, ...]:
    unknown = Missing("no-answer", "not recorded")
    when = (Run(f" ({s.when})"),) if s.when else ()
    share = f"{100 * s.n / s.approached:.0f}%" if s.approached else None
    return (
        CellPart(runs=(Run(s.kind), *when)),
        cell_part(unknown if s.approached is None else s.approached),
        cell_part(f"{s.n:,} {s.unit}"),
        cell_part(Missing("no-answer", "not known") if share is None else share),
        cell_part(unknown if s.places is None else s.places),
        cell_part(s.missing or "none known"),
    )


def insights_table(b: InsightsBlock, label: str, anchor: str, numbering: Numbering) -> TablePart:
    """Lay out enablers, outcomes and challenges; an empty column says so (R214)."""
    sides = (b.enablers, b.outcomes, b.challenges)
    empty = CellPart(runs=(Run("Nothing coded yet"),), missing="not-asked")
    blank = CellPart(runs=())

    def at(side: tuple[Insight, ...], i: int) -> CellPart:
        if not side and i == 0:
            return empty
        return CellPart(runs=_insight(side[i], numbering)) if i < len(side) else blank

    longest = max(1, *(len(side) for side in sides))
    return TablePart(
        label=label,
        caption=b.caption,
        base=str(b.base),
        columns=tuple(ColumnPart(label=c) for c in ("Enablers", "Outcomes", "Challenges")),
        rows=tuple(tuple(at(side, i) for side in sides) for i in range(longest)),
        notes=tuple(numbering.runs(note) for note in b.notes),
        anchor=anchor,
        row_heads=False,
    )


def _insight(insight: Insight, numbering: Numbering) -> Runs:
    link: Runs = ()
    if insight.claim is not None:
        link = (Run("; "), Run(f"claim {insight.claim}", href=f"#claim-{insight.claim}"))
    carried = Run(f" {insight.carried_by}", "em")
    return (*numbering.runs(insight.text), carried, *link)
