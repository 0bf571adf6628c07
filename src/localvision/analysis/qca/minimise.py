"""Minimisation: the shortest expressions that say in which configurations the outcome occurs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal

import numpy as np

from localvision.analysis.qca.cases import check_choice, check_cut
from localvision.analysis.qca.choosing import Options, solve_chart
from localvision.analysis.qca.complement import FREE, Cubes, complement
from localvision.analysis.qca.configuration import row_values
from localvision.analysis.qca.consistent import consistent_implicants
from localvision.analysis.qca.exclusion import excluded_rows
from localvision.analysis.qca.implicants import NEVER, Implicants, prime_implicants
from localvision.analysis.qca.intermediate import intermediate_solution
from localvision.analysis.qca.limits import MODEL_LIMIT, TIME_LIMIT_SECONDS, Budget
from localvision.analysis.qca.result import call_text
from localvision.analysis.qca.solution import Problem, Solution
from localvision.analysis.qca.terms import Frame
from localvision.analysis.qca.truth import TruthTable, observed_cubes
from localvision.errors.analysis import qca as say

Kind = Literal["conservative", "parsimonious", "intermediate"]
Contradictions = Literal["exclude", "include", "explain"]


def minimize(
    table: TruthTable,
    solution: Kind = "conservative",
    *,
    directional_expectations: Any = None,
    contradictions: Contradictions = "exclude",
    all_solutions: bool = False,
    row_dominance: bool = False,
    pi_consistency: float | None = None,
    solution_consistency: float | None = None,
    exclude: str | Iterable[int | str] | None = None,
    time_limit: float = TIME_LIMIT_SECONDS,
    model_limit: int = MODEL_LIMIT,
) -> Solution:
    """Tell which combinations of conditions are enough for the outcome: every model.

    Parameters
    ----------
    table : see `truth_table`.
    solution : "conservative" assumes nothing about unobserved configurations, "parsimonious"
        whatever makes the expression shortest, "intermediate" only what the expectations
        support.
    directional_expectations : `{"A": 1, "B": 0, "C": None}`: whether presence (1), absence
        (0) or neither is expected to help; several values `(1, 2)`; or `"A*B, ~C"`, where
        conditions joined by `*` are expected jointly.
    contradictions : what rows with output "C" are: "exclude" (negative), "include" (free to
        be assumed), "explain" (positive).
    all_solutions : all covers from which no term can be left out, not only the shortest.
    row_dominance : leave out prime implicants that cover less than another one does.
    pi_consistency : prime implicants are the shortest terms at least this consistent with the
        outcome over all cases, whether or not they touch a negative row.
    solution_consistency : models must be at least this consistent.
    exclude : further rows that may not be assumed, as in `truth_table`.
    time_limit : seconds; model_limit : models. When one is reached the solution says so.

    Returns
    -------
    Solution : `.models`, each with `.terms`, `.fit`, `.cases` and
        `.simplifying_assumptions`.

    Raises
    ------
    LocalVisionError : `qca.nothing-to-explain`, `qca.nothing-to-compare`,
        `qca.no-model-meets-cut`, `qca.needs-expectations`, and others on options.

    Limits
    ------
    More than one model means that the data do not decide between them: report all. A
    parsimonious solution may rest on configurations that cannot exist: look at its
    assumptions.

    Source: W. Quine (1952), "The problem of simplifying truth functions"; C. Ragin (2008),
    chs. 8-9; intermediate: C. Ragin and J. Sonnett (2005). R QCA 3.25.1 agrees on all models.

    Examples
    --------
    >>> from localvision.analysis.qca.truth import truth_table
    >>> table = truth_table({"A": [1, 1, 0, 0], "B": [1, 0, 1, 0], "Y": [1, 1, 0, 0]}, "Y")
    >>> [model.terms for model in minimize(table, "parsimonious").models]
    [('A',)]
    """
    check_choice("solution", solution, ("conservative", "parsimonious", "intermediate"))
    check_choice("contradictions", contradictions, ("exclude", "include", "explain"))
    budget = Budget(time_limit, model_limit)
    options = Options(all_solutions, row_dominance, pi_consistency, solution_consistency, budget)
    _check_cuts(options)
    task = _Task.of(table, contradictions, exclude)
    call = call_text(
        "minimize",
        solution=solution,
        directional_expectations=directional_expectations,
        contradictions=contradictions,
        all_solutions=all_solutions or None,
        row_dominance=row_dominance or None,
        pi_consistency=pi_consistency,
        solution_consistency=solution_consistency,
        exclude=exclude,
    )
    if solution == "conservative":
        return task.solve("conservative", task.outside(), options, call)
    if solution == "parsimonious":
        return task.solve("parsimonious", task.negatives, options, call)
    if directional_expectations is None:
        raise say.NEEDS_EXPECTATIONS.error()
    # The cut on models is for the intermediate ones, not for what they are made from.
    free = replace(options, solution_consistency=None)
    return intermediate_solution(
        task.solve("conservative", task.outside(), free, call),
        task.solve("parsimonious", task.negatives, free, call),
        directional_expectations,
        options,
        call,
    )


def _check_cuts(options: Options) -> None:
    for name in ("pi_consistency", "solution_consistency"):
        cut = getattr(options, name)
        if cut is not None:
            check_cut(name, cut)


@dataclass(frozen=True)
class _Task:
    """Positive rows, what they must be told from, and what is free."""

    problem: Problem
    negatives: Cubes
    free: Cubes
    barred: Cubes

    @classmethod
    def of(cls, table: TruthTable, contradictions: Contradictions, exclude: Any) -> _Task:
        source = table.source
        explained = ("1", "C") if contradictions == "explain" else ("1",)
        refused = ("0", "C") if contradictions == "exclude" else ("0",)
        seen = {row.row for row in table.rows}
        excluded = set(excluded_rows(exclude, table.conditions, table.levels, source, seen))
        rows = [row for row in table.rows if row.output in explained]
        rows = [row for row in rows if row.row not in excluded]
        if not rows:
            raise say.NOTHING_TO_EXPLAIN.error(outcome=table.outcome)
        cubes = [[FREE if v == "-" else v for v in row.configuration] for row in rows]
        positives = np.array(cubes, dtype=np.int16).reshape(len(rows), len(table.conditions))
        negative = observed_cubes(table, refused)
        negative = np.where(negative == FREE, np.int16(NEVER), negative)
        barred = np.array(sorted(excluded | set(table.excluded)), dtype=np.int64)
        plain = np.array([source.levels[name] for name in table.conditions])
        barred_rows = row_values(barred, table.levels)
        barred_rows[barred_rows >= plain] = NEVER
        negative = np.concatenate([negative, barred_rows])
        frame = Frame(table.conditions, source, table.outcome_memberships)
        free = observed_cubes(table, ("C",)) if contradictions == "include" else positives[:0]
        return cls(Problem(table, frame, tuple(rows), positives), negative, free, barred_rows)

    def outside(self) -> Cubes:
        """Everything that was not observed as positive (or as free)."""
        known = np.concatenate([self.problem.positives, self.free])
        return complement(known, self.problem.frame.levels)

    def solve(self, kind: str, negatives: Cubes, options: Options, call: str) -> Solution:
        problem = self.problem
        if not len(negatives):
            raise say.NOTHING_TO_COMPARE.error(outcome=problem.table.outcome)
        if options.pi_consistency is None:
            levels = problem.frame.levels
            found = prime_implicants(problem.positives, negatives, levels, options.budget)
        else:
            found = consistent_implicants(
                problem.positives, self.barred, problem.frame, options.pi_consistency
            )
        if not found.chart.any(axis=0).all():
            raise self._unexplained(found, options)
        return solve_chart(kind, problem, found, options, call)

    def _unexplained(self, found: Implicants, options: Options) -> Exception:
        if options.pi_consistency is not None:
            return say.NO_MODEL_MEETS_CUT.error(option="pi_consistency", cut=options.pi_consistency)
        bare = np.flatnonzero(~found.chart.any(axis=0))
        rows = ", ".join(str(self.problem.rows[place].row) for place in bare)
        return say.POSITIVE_ROW_UNEXPLAINED.error(rows=rows)
