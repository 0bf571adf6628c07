"""From a cross-case comparison to what is drawn of it."""

from __future__ import annotations

import numpy as np

from localvision.analysis.qca import Model, RobustnessGrid, TruthTable
from localvision.outputs.blocks import Base
from localvision.outputs.charts.robustness_grid import Holds, RobustnessPicture, TermRow
from localvision.outputs.charts.solution_map import SolutionMap, SolutionMapRow
from localvision.outputs.charts.truth_table_view import ConfigurationRow, TruthTableView
from localvision.outputs.charts.venn import Venn, VennRegion
from localvision.outputs.charts.xy_plot import XYPlot, XYPoint


def xy_plot_of(model: Model, *, unit: str = "cases", width: float = 640) -> XYPlot:
    """Return the XY plot of a model and its outcome."""
    whole, outcome = _whole(model), model.problem.frame.outcome
    table = model.problem.table
    return XYPlot(
        points=tuple(
            XYPoint(case=name, x=float(x), y=float(y))
            for name, x, y in zip(table.source.names, whole, outcome, strict=True)
        ),
        x_label=str(model),
        y_label=table.outcome,
        caption=f"Cases in {model} and in {table.outcome}",
        base=Base(n=table.n, unit=unit),
        width=width,
    )


def truth_table_of(table: TruthTable, *, unit: str = "cases", width: float = 640) -> TruthTableView:
    """Return the view of a truth table: positive rows first, then by consistency."""
    order = {"1": 0, "C": 1, "0": 2}
    rows = sorted(table.rows, key=lambda row: (order[row.output], -row.consistency))
    return TruthTableView(
        conditions=table.conditions,
        rows=tuple(
            ConfigurationRow(
                values=tuple(row.configuration),
                output=row.output,
                consistency=None if row.consistency != row.consistency else row.consistency,
                cases=row.cases,
            )
            for row in rows
        ),
        outcome=table.outcome,
        caption=f"Configurations and {table.outcome}",
        base=Base(n=table.n, unit=unit),
        multi_value=table.multi_value,
        width=width,
    )


def solution_map_of(model: Model, *, unit: str = "cases", width: float = 640) -> SolutionMap:
    """Return the map of cases and terms, the cases by the term that they are most in."""
    frame, table = model.problem.frame, model.problem.table
    terms = np.array([frame.memberships(cube) for cube in model.cubes])
    whole = terms.max(axis=0)
    order = np.lexsort((-whole.round(9), terms.argmax(axis=0), whole <= 0.5))
    return SolutionMap(
        terms=model.terms,
        outcome=table.outcome,
        rows=tuple(
            SolutionMapRow(
                case=table.source.names[i],
                terms=tuple(terms[:, i].tolist()),
                outcome=float(frame.outcome[i]),
            )
            for i in order
        ),
        caption=f"Cases in the terms of {model}",
        base=Base(n=table.n, unit=unit),
        width=width,
    )


def venn_of(table: TruthTable, *, unit: str = "cases", width: float = 640) -> Venn:
    """Return the sets of a truth table of at most five crisp or fuzzy conditions."""
    regions = tuple(
        VennRegion(
            inside=tuple(value == 1 for value in row.configuration),
            cases=row.cases,
            output=row.output,
        )
        for row in table.rows
    )
    return Venn(
        sets=table.conditions,
        regions=regions,
        caption=f"Cases by their conditions, and {table.outcome}",
        base=Base(n=sum(len(row.cases) for row in table.rows), of=table.n, unit=unit),
        width=width,
    )


def robustness_of(grid: RobustnessGrid, *, width: float = 640) -> RobustnessPicture:
    """Return the picture of terms over all defensible choices."""
    rows = tuple(
        TermRow(
            term=one.term,
            holds=tuple(_holds(one.term, cell.models, cell.failed) for cell in grid.cells),
            own=one.own,
        )
        for one in grid.terms
    )
    return RobustnessPicture(
        rows=rows,
        choices=tuple(str(cell.choice) for cell in grid.cells),
        caption=f"Terms for {grid.outcome} over {len(grid.cells)} defensible choices",
        base=Base(n=len(grid.cells), unit="choices"),
        width=width,
    )


def _holds(term: str, models: tuple[tuple[str, ...], ...], failed: str) -> Holds:
    if failed or not models:
        return "failed"
    has = [term in model for model in models]
    return "every" if all(has) else "some" if any(has) else "none"


def _whole(model: Model) -> np.ndarray:
    frame = model.problem.frame
    return np.asarray(np.max([frame.memberships(cube) for cube in model.cubes], axis=0))
