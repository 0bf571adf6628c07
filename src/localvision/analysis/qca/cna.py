"""Coincidence analysis (CNA): causal structures with several outcomes, without truth tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from localvision.analysis.qca.cases import Cases, MissingPolicy, check_cut, names_in, read_columns
from localvision.analysis.qca.cna_result import (
    AtomicSolution,
    CoincidenceAnalysis,
    ComplexSolution,
    SufficientCondition,
)
from localvision.analysis.qca.coincidence import (
    Candidate,
    consistency_of,
    coverage_of,
    disjunctions,
    irredundant,
    structures,
)
from localvision.analysis.qca.expression import (
    Floats,
    Literal,
    Term,
    literal_memberships,
    write_term,
)
from localvision.analysis.qca.limits import Budget
from localvision.analysis.qca.notation import read_expression
from localvision.analysis.qca.ordering import Ordering
from localvision.analysis.qca.result import Provenance, call_text
from localvision.analysis.qca.subsets import MinimalSets, Parts
from localvision.errors import Problem
from localvision.errors.analysis import qca as say
from localvision.errors.analysis import qca_checks as checks

ROUNDING = 1e-9
HALF = 0.5
NOTHING = 1e-12
MOST_LITERALS = 62
STEPS = (3, 4, 10)
SECONDS = 30.0
MOST_STRUCTURES = 10_000


def cna(
    data: Any,
    outcomes: str | Sequence[str] | None = None,
    *,
    consistency: float = 1.0,
    coverage: float = 1.0,
    condition_consistency: float | None = None,
    max_step: Sequence[int] = STEPS,
    ordering: str | Sequence[str | Sequence[str]] | None = None,
    factors: str | Sequence[str] | None = None,
    strict: bool = False,
    adjusted: bool = False,
    cases: str | Sequence[str] | None = None,
    missing: MissingPolicy = "error",
    time_limit: float = SECONDS,
    model_limit: int = MOST_STRUCTURES,
) -> CoincidenceAnalysis:
    """Tell which causal structures fit the data, when there may be several outcomes.

    Parameters
    ----------
    data : dict of columns, polars or pandas frame; memberships 0 to 1, or categories 0, 1, ...
    outcomes : what may be an effect, such as `"LASTED"` or `["A", "PB[1]"]`; `"~Y"` for an
        absence. Default: the presence of every factor (with multi-value data, every value).
    consistency, coverage : what a model must reach, 0 to 1.
    condition_consistency : what each conjunction must reach; default: the same.
    max_step : at most so many literals in a conjunction, conjunctions in a disjunction, and
        literals altogether.
    ordering : what may cause what: `"A, B < C < D"` or `[["A", "B"], "C", "D"]`. Factors that
        are not named come first. A factor may be caused by earlier ones and, unless `strict`,
        by those beside it.
    factors : the columns to be used; default: all.
    adjusted : measure consistency and (contrapositive) coverage as if the outcome were as
        frequent as its absence: for outcomes that nearly all or nearly no cases have.
    time_limit : seconds; model_limit : complex solutions. When one is reached, it is said.

    Returns
    -------
    CoincidenceAnalysis : `.sufficient` (minimally sufficient conditions), `.atomic` (models of
        one outcome) and `.complex` (models of the whole structure), each with consistency,
        coverage and complexity.

    Raises
    ------
    LocalVisionError : `qca.ordering-unreadable`, `qca.unknown-factor`, `qca.max-step-wrong`,
        and others on data as `truth_table`.

    Limits
    ------
    CNA finds what makes a difference in these cases; with few cases many structures fit
    equally well, and all are given. At most 62 literals.

    Source: M. Baumgartner and M. Ambühl (2020), "Causal modeling with multi-value and
    fuzzy-set Coincidence Analysis", Political Science Research and Methods 8. cna 4.0 for R
    agrees on all three kinds of results.

    Examples
    --------
    >>> data = {"A": [1, 1, 0, 0], "B": [1, 0, 1, 0], "Y": [1, 1, 1, 0]}
    >>> [str(one) for one in cna(data, "Y").atomic]
    ['A + B <-> Y']
    """
    check_cut("consistency", consistency)
    check_cut("coverage", coverage)
    each = consistency if condition_consistency is None else condition_consistency
    check_cut("condition_consistency", each)
    steps = _steps(max_step)
    source = read_columns(data, _columns(data, factors, cases), cases=cases, missing=missing)
    order = Ordering.read(ordering, tuple(source.columns), strict)
    budget = Budget(time_limit, model_limit)
    search = _Search(source, (each, consistency, coverage), steps, budget, adjusted)
    wanted = search.outcomes(outcomes)
    sufficient: list[tuple[Literal, Term, float, float]] = []
    by_outcome: list[list[Candidate]] = []
    for outcome in wanted:
        conditions, models = search.explain(outcome, order.before(outcome.condition))
        sufficient.extend((outcome, *one) for one in conditions)
        if models:
            by_outcome.append(models)
    complexes = structures(by_outcome, source.levels, budget)
    call = call_text(
        "cna", outcomes=outcomes, consistency=consistency, coverage=coverage,
        condition_consistency=condition_consistency, max_step=list(steps), ordering=ordering,
        strict=strict or None, adjusted=adjusted or None,
    )  # fmt: skip
    warnings = _warnings(source, by_outcome, complexes, (consistency, coverage), budget)
    return CoincidenceAnalysis(
        tuple(
            SufficientCondition(str(outcome), write_term(term), len(term), con, cov)
            for outcome, term, con, cov in sufficient
        ),
        tuple(_atomic(one) for models in by_outcome for one in models),
        tuple(sorted((_complex(one) for one in complexes), key=_reading_order)),
        not budget.spent,
        Provenance(call, len(source.names), source.dropped, tuple(warnings)),
    )


def _steps(given: Sequence[int]) -> tuple[int, int, int]:
    steps = tuple(given)
    if len(steps) != 3 or not all(isinstance(one, int) and one >= 1 for one in steps):
        raise checks.MAX_STEP_WRONG.error(given=given)
    return steps[0], steps[1], steps[2]


def _columns(data: Any, factors: str | Sequence[str] | None, cases: Any) -> list[str]:
    if factors is not None:
        return names_in(factors)
    names = list(data) if isinstance(data, dict) else [str(name) for name in data.columns]
    return [name for name in names if not (isinstance(cases, str) and name == cases)]


class _Search:
    """The literals of all factors with their memberships, and the searches on them."""

    def __init__(
        self,
        source: Cases,
        cuts: tuple[float, float, float],
        steps: tuple[int, int, int],
        budget: Budget,
        adjusted: bool,
    ) -> None:
        self.source = source
        self.cuts = cuts
        self.steps = steps
        self.budget = budget
        self.adjusted = adjusted
        self.bracketed = source.multi_value
        for name, column in source.columns.items():
            if np.isnan(column).any():
                raise say.DONT_CARE_OUTCOME.error(column=name, cases="some cases")

    def literals(self, name: str) -> list[Literal]:
        """Every value of a factor; presence before absence."""
        values = range(self.source.levels[name])
        ordered = values if self.bracketed else reversed(values)
        return [Literal(name, (value,), self.bracketed) for value in ordered]

    def part(self, literal: Literal) -> Floats:
        """Membership of the cases in a literal."""
        name = literal.condition
        return literal_memberships(literal, self.source.columns[name], self.source.fuzzy[name])

    def outcomes(self, given: str | Sequence[str] | None) -> list[Literal]:
        """What may be an effect; a value that every case has cannot be."""
        if given is None:
            listed = [
                literal
                for name in self.source.columns
                for literal in self.literals(name)
                if self.bracketed or literal.values == (1,)
            ]
            return [one for one in listed if 0 < self.part(one).sum() < len(self.source.names)]
        return [self._outcome(text) for text in names_in(given)]

    def _outcome(self, text: str) -> Literal:
        read = read_expression(text, self.source.levels)
        if len(read.terms) != 1 or len(read.terms[0]) != 1:
            raise say.EXPRESSION_UNREADABLE.error(
                expression=text, why="an outcome is one factor, or one value of a factor"
            )
        [literal] = read.terms[0]
        if literal.condition not in self.source.columns:
            raise checks.UNKNOWN_FACTOR.error(
                factor=literal.condition, factors=", ".join(self.source.columns)
            )
        return Literal(literal.condition, literal.values, self.bracketed)

    def explain(
        self, outcome: Literal, causes: Sequence[str]
    ) -> tuple[list[tuple[Term, float, float]], list[Candidate]]:
        """Minimally sufficient conditions of one outcome, and its models."""
        target = self.part(outcome)
        causes = [name for name in causes if name != outcome.condition]
        if not causes or target.sum() <= NOTHING or (1 - target).sum() <= NOTHING:
            return [], []
        terms = self._sufficient(causes, target)
        matrix = np.array(
            [np.minimum.reduce([self.part(lit) for lit in term]) for term in terms]
        ).reshape(len(terms), len(target))
        shared = np.minimum(matrix, target).sum(axis=1)
        consistency = consistency_of(shared, matrix.sum(axis=1), target, self.adjusted)
        coverage = coverage_of(matrix, target, self.adjusted)
        figures = list(zip(consistency.tolist(), coverage.tolist(), strict=True))
        order = sorted(range(len(terms)), key=lambda i: (len(terms[i]), -figures[i][1]))
        found = disjunctions(
            matrix,
            [len(term) for term in terms],
            target,
            self.cuts[1:],
            self.steps[1:],
            self.budget,
            self.adjusted,
        )
        models = [
            Candidate(outcome, tuple(terms[i] for i in places), con, cov)
            for places, con, cov in found
            if irredundant(tuple(terms[i] for i in places), self.source.levels)
        ]
        models.sort(key=lambda one: (one.complexity, -one.consistency * one.coverage))
        return [(terms[i], *figures[i]) for i in order], models

    def _sufficient(self, causes: Sequence[str], target: Floats) -> list[Term]:
        groups = [self.literals(name) for name in causes]
        flat = [literal for group in groups for literal in group]
        if len(flat) > MOST_LITERALS:
            raise say.CUT_OUT_OF_RANGE.error(
                option="number of literals", value=len(flat), low=1, high=MOST_LITERALS
            )
        cut = self.cuts[0]

        def passes(parts: Parts) -> np.ndarray:
            size, shared = parts[0].sum(axis=1), parts[1].sum(axis=1)
            consistency = consistency_of(shared, size, target, self.adjusted)
            enough = (consistency + ROUNDING >= cut) & (shared > NOTHING)
            return np.asarray(enough & _realised(parts[0]))

        def hopeless(parts: Parts) -> np.ndarray:
            return np.asarray((parts[1].sum(axis=1) <= NOTHING) | ~_realised(parts[0]))

        pairs = [
            [(self.part(lit), np.minimum(self.part(lit), target)) for lit in group]
            for group in groups
        ]
        codes = MinimalSets(pairs, np.minimum, passes, hopeless, self.steps[0], self.budget).run()
        return [
            tuple(literal for place, literal in enumerate(flat) if code >> place & 1)
            for code in codes
        ]


def _realised(memberships: Floats) -> np.ndarray:
    """Whether any case is in a conjunction at all: what nobody shows makes no difference."""
    return np.asarray(memberships.max(axis=1) >= HALF)


def _atomic(one: Candidate) -> AtomicSolution:
    terms = tuple(write_term(term) for term in one.terms)
    return AtomicSolution(str(one.outcome), terms, one.complexity, one.consistency, one.coverage)


def _complex(parts: tuple[Candidate, ...]) -> ComplexSolution:
    return ComplexSolution(
        tuple(_atomic(one) for one in parts),
        sum(one.complexity for one in parts),
        min(one.consistency for one in parts),
        min(one.coverage for one in parts),
    )


def _reading_order(one: ComplexSolution) -> tuple[Any, ...]:
    return one.complexity, -one.consistency * one.coverage, str(one)


def _warnings(
    source: Cases,
    by_outcome: Sequence[Sequence[Candidate]],
    complexes: Sequence[Any],
    cuts: tuple[float, float],
    budget: Budget,
) -> list[Problem]:
    found: list[Problem] = list(source.warnings())
    if not by_outcome:
        found.append(checks.CNA_NOTHING.problem(consistency=cuts[0], coverage=cuts[1]))
    if len(complexes) > 1:
        found.append(checks.CNA_AMBIGUITY.problem(models=len(complexes)))
    if budget.spent:
        found.append(
            checks.CNA_STOPPED.problem(
                what="complex solutions", limit=budget.spent, found=len(complexes)
            )
        )
    return found
