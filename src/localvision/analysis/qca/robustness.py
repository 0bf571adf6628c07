"""Robustness of a solution: ranges, fit of the robust core, kinds of cases, all choices at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from localvision.analysis.executors import Cancelled, Executor, Progress
from localvision.analysis.qca.choices import Analysis, Calibration, Choice
from localvision.analysis.qca.chosen import chosen_model, term_memberships
from localvision.analysis.qca.expression import Floats
from localvision.analysis.qca.minimise import Kind
from localvision.analysis.qca.result import Provenance, Result, Table, call_text
from localvision.analysis.qca.robust_core import (
    RobustCases,
    RobustFit,
    overlap,
    robust_cases,
    robust_fit,
)
from localvision.analysis.qca.sensitivity import SensitivityRanges, sensitivity_ranges
from localvision.analysis.qca.solution import Model
from localvision.analysis.qca.survival import RobustnessGrid, robustness_grid
from localvision.analysis.qca.truth import TruthTable
from localvision.errors import Problem
from localvision.errors.analysis import qca_checks as say


@dataclass(frozen=True, slots=True)
class SingleTest:
    """One test solution against the initial one.

    Parameters
    ----------
    overlap : shared by united membership, 0 to 1 (SC).
    rank : as in `RobustCases`.
    """

    expression: str
    overlap: float
    rank: int


@dataclass(frozen=True, repr=False)
class Robustness(Result):
    """How far a solution holds when the analysis is done in other defensible ways.

    Parameters
    ----------
    initial : the model whose robustness is asked for.
    tests : the test solutions, each also by itself: the least alike first.
    fit, cases : parameters of all tests together; see `RobustFit` and `RobustCases`.
    core : membership of each case in the robust core, in the order of the cases.
    ranges : how far each choice can move alone.
    grid : the solutions of all choices; None when no other choice was given.
    """

    outcome: str
    initial: str
    tests: tuple[SingleTest, ...]
    fit: RobustFit
    cases: RobustCases
    core: tuple[float, ...]
    ranges: SensitivityRanges
    grid: RobustnessGrid | None
    about: Provenance
    case_names: tuple[str, ...] = field(default=())

    def _title(self) -> str:
        return f"Robustness of {self.initial} for {self.outcome} against {len(self.tests)} tests"

    def _table(self) -> Table:
        fit, cases = self.fit, self.cases
        rows: list[list[Any]] = [
            ["RF_cov", fit.coverage], ["RF_cons", fit.consistency],
            ["RF_SC_minTS", fit.overlap_low], ["RF_SC_maxTS", fit.overlap_high],
            ["consistency of the core", fit.core_consistency],
            ["coverage of the core", fit.core_coverage], ["PRI of the core", fit.core_pri],
            ["RCR_typ", cases.typical_ratio], ["RCR_dev", cases.deviant_ratio],
            ["RCC_Rank", float(cases.rank)],
        ]  # fmt: skip
        named = [[name, value, ""] for name, value in rows]
        counts = [
            [f"{kind} cases", float(len(names)), ", ".join(names)]
            for kind, names in cases.by_kind.items()
        ]
        return ["parameter", "value", "cases"], [*named, *counts]

    def _facts(self) -> dict[str, Any]:
        return {
            "outcome": self.outcome,
            "initial": self.initial,
            "tests": [
                {"expression": one.expression, "overlap": one.overlap, "rank": one.rank}
                for one in self.tests
            ],
            "ranges": self.ranges.to_dict()["rows"],
            "grid": self.grid.to_dict() if self.grid else None,
        }


def robustness(
    table: TruthTable,
    solution: Kind = "conservative",
    *,
    model: int | str | Model | None = None,
    tests: Sequence[str | Model] | None = None,
    directional_expectations: Any = None,
    calibrations: Mapping[str, Calibration] | None = None,
    steps: Mapping[str, float] | None = None,
    consistency_cuts: Sequence[float] = (),
    frequency_cuts: Sequence[int] = (),
    pri_cuts: Sequence[float] = (),
    executor: Executor | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Robustness:
    """Tell how far a solution holds when anchors and cuts are chosen otherwise.

    Parameters
    ----------
    table, solution, directional_expectations : as in `minimize`.
    model : the initial solution: a number counted from 1, or an expression; needed only when
        the solution has several models.
    tests : test solutions, as expressions or as models (which bring their own calibration).
        Default: every model of every choice below that differs from the initial one.
    calibrations : how columns were calibrated, with alternatives; see `Calibration`.
    steps : steps of the anchors for the sensitivity ranges, in the unit of the raw values.
    consistency_cuts, frequency_cuts, pri_cuts : others that could be defended.
    executor, progress, cancelled : see `robustness_grid`.

    Returns
    -------
    Robustness : `.fit` (RF_cov, RF_cons, RF_SC), `.cases` (kinds of cases, RCR, rank),
        `.core`, `.ranges`, `.grid`, `.tests`.

    Raises
    ------
    LocalVisionError : `qca.choose-model` when the solution is ambiguous; `qca.no-tests`;
        `qca.calibration-differs` and others on calibrations; what `minimize` raises.

    Limits
    ------
    A solution is as robust as its tests are demanding: give tests that a critic would.
    All tests count, however many: minimum and maximum are over all of them.

    Source: I.-E. Oana and C. Schneider (2021), "A Robustness Test Protocol for Applied QCA:
    Theory and R Software Application", Sociological Methods & Research.

    Examples
    --------
    >>> from localvision.analysis.qca.truth import truth_table
    >>> data = {"A": [0.9, 0.8, 0.2, 0.1], "B": [0.9, 0.1, 0.8, 0.3], "Y": [0.8, 0.9, 0.3, 0.1]}
    >>> table = truth_table(data, "Y", consistency_cut=0.9, cases=["N", "E", "S", "W"])
    >>> found = robustness(table, "parsimonious", tests=["A*~B", "A + B"])
    >>> round(found.fit.overlap_low, 2), found.cases.by_kind["shaky typical"]
    (0.6, ('N',))
    """
    analysis = Analysis.of(table, solution, directional_expectations, calibrations)
    initial = chosen_model(analysis.solve(table), model)
    others = any((consistency_cuts, frequency_cuts, pri_cuts)) or any(
        one.alternatives for one in analysis.calibrations.values()
    )
    grid = None
    if others:
        grid = robustness_grid(
            table,
            solution,
            directional_expectations=directional_expectations,
            calibrations=calibrations,
            consistency_cuts=consistency_cuts,
            frequency_cuts=frequency_cuts,
            pri_cuts=pri_cuts,
            executor=executor,
            progress=progress,
            cancelled=cancelled,
        )
    ranges = sensitivity_ranges(
        table,
        solution,
        directional_expectations=directional_expectations,
        calibrations=calibrations,
        steps=steps,
    )
    pairs = _given(tests, table) if tests is not None else _from_grid(grid, analysis, initial)
    if not pairs:
        raise say.NO_TESTS.error()
    call = call_text(
        "robustness", solution=solution, model=str(initial), tests=[name for name, _ in pairs]
    )
    warnings = list(grid.warnings if grid else table.warnings)
    if tests is None and grid:
        warnings.append(say.MODELS_AS_TESTS.problem(models=len(pairs), choices=len(grid.cells)))
    return _compare(initial, table, pairs, ranges, grid, _about(call, table, warnings))


def _about(call: str, table: TruthTable, warnings: list[Problem]) -> Provenance:
    return Provenance(call, table.n, table.missing, tuple(warnings))


def _given(tests: Sequence[str | Model], table: TruthTable) -> list[tuple[str, Floats]]:
    return [(str(test), _union(test, table)) for test in tests]


def _from_grid(
    grid: RobustnessGrid | None, analysis: Analysis, initial: Model
) -> list[tuple[str, Floats]]:
    """Every model of every choice, in the memberships of that choice."""
    if grid is None:
        return []
    found: dict[tuple[Any, ...], tuple[str, Floats]] = {}
    sources: dict[Any, TruthTable] = {}
    for cell in grid.cells:
        for terms in cell.models:
            own = cell.choice.anchors == grid.own.anchors and set(terms) == set(initial.terms)
            key = (cell.choice.anchors, terms)
            if own or key in found:
                continue
            if cell.choice.anchors not in sources:
                sources[cell.choice.anchors] = _table_for(analysis, cell.choice)
            text = " + ".join(terms)
            found[key] = (text, _union(text, sources[cell.choice.anchors]))
    return list(found.values())


def _table_for(analysis: Analysis, choice: Choice) -> TruthTable:
    return analysis.chosen(choice).table()


def _union(expression: str | Model, table: TruthTable) -> Floats:
    _, memberships = term_memberships(expression, table)
    return np.maximum.reduce(memberships) if memberships else np.zeros(table.n)


def _compare(
    initial: Model,
    table: TruthTable,
    pairs: Sequence[tuple[str, Floats]],
    ranges: SensitivityRanges,
    grid: RobustnessGrid | None,
    about: Provenance,
) -> Robustness:
    mine, outcome = _union(initial, table), table.outcome_memberships
    tests = np.array([membership for _, membership in pairs])
    singles = [
        SingleTest(
            name,
            overlap(mine, one),
            robust_cases(mine, one[None], outcome, table.source.names).rank,
        )
        for name, one in pairs
    ]
    return Robustness(
        table.outcome,
        str(initial),
        tuple(sorted(singles, key=lambda one: (one.overlap, one.expression))),
        robust_fit(mine, tests, outcome),
        robust_cases(mine, tests, outcome, table.source.names),
        tuple(np.minimum(mine, tests.min(axis=0)).tolist()),
        ranges,
        grid,
        about,
        table.source.names,
    )
