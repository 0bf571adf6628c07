"""Necessary conditions, and minimally sufficient ones, out of all combinations."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, overload

import numpy as np

from localvision.analysis.qca.cases import Cases, MissingPolicy, check_cut, read_cases
from localvision.analysis.qca.expression import Floats, Literal, Term, literal_memberships
from localvision.analysis.qca.fit import necessity, sufficiency
from localvision.analysis.qca.limits import Budget
from localvision.analysis.qca.result import Provenance, Result, Table, call_text
from localvision.analysis.qca.subsets import MOST_LITERALS, Flags, MinimalSets, Parts
from localvision.errors import Problem
from localvision.errors.analysis import qca as say

RELATION_TIME_LIMIT = 60.0
NOTHING = 1e-12  # a sum of memberships this small is none
ROUNDING = 1e-12  # what adding up in another order may change


@dataclass(frozen=True, slots=True)
class Relation:
    """One expression that stands in a subset relation with the outcome.

    Parameters
    ----------
    expression : `A*B` or `~B + C`.
    consistency, coverage : 0 to 1.
    relevance : relevance of necessity; NaN for sufficiency.
    pri : NaN for necessity.
    """

    expression: str
    consistency: float
    coverage: float
    relevance: float = math.nan
    pri: float = math.nan


@dataclass(frozen=True, repr=False)
class Relations(Result, Sequence[Relation]):
    """Expressions in a subset relation with the outcome, shortest first."""

    relation: str
    outcome: str
    rows: tuple[Relation, ...]
    complete: bool
    about: Provenance

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, key: int) -> Relation: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[Relation, ...]: ...
    def __getitem__(self, key: int | slice) -> Relation | tuple[Relation, ...]:
        return self.rows[key]

    def __iter__(self) -> Iterator[Relation]:
        return iter(self.rows)

    def _title(self) -> str:
        return f"{self.relation} for {self.outcome}: {len(self.rows)} expressions"

    def _table(self) -> Table:
        last = "PRI" if self.relation.startswith("Sufficient") else "relevance"
        headings = ["expression", "consistency", "coverage", last]
        rows: list[list[Any]] = [
            [r.expression, r.consistency, r.coverage, r.pri if last == "PRI" else r.relevance]
            for r in self.rows
        ]
        return headings, rows

    def _facts(self) -> dict[str, Any]:
        return {"relation": self.relation, "outcome": self.outcome, "complete": self.complete}


def necessary_conditions(
    data: Any,
    outcome: str,
    *,
    consistency_cut: float = 0.9,
    coverage_cut: float = 0.0,
    relevance_cut: float = 0.0,
    depth: int | None = None,
    conditions: str | Sequence[str] | None = None,
    cases: str | Sequence[str] | None = None,
    missing: MissingPolicy = "error",
    time_limit: float = RELATION_TIME_LIMIT,
) -> Relations:
    """Tell what is (almost) always there when the outcome is.

    Parameters
    ----------
    data : dict of columns, polars or pandas frame.
    outcome : column; `"~Y"` for its negation, `"Y[1]"` for one value.
    consistency_cut : share of the outcome that must be inside, 0 to 1 (met exactly, but for
        rounding).
    coverage_cut, relevance_cut : leave out expressions that are much larger than the outcome,
        or (low relevance) nearly always there.
    depth : at most this many literals.
    conditions : columns; default: all but the outcome.

    Returns
    -------
    Relations : every necessary condition and conjunction (`A`, `A*B`), and every smallest
        disjunction (`~B + C`) of which no part is necessary by itself.

    Raises
    ------
    LocalVisionError : codes on data and options, as `truth_table`.

    Limits
    ------
    A disjunction is necessary only in so far as its parts stand for one idea; with many
    conditions some disjunction always passes. Low relevance means a trivial condition.

    Source: C. Schneider and C. Wagemann (2012), ch. 9; R QCA 3.25.1 `superSubset` agrees.

    Examples
    --------
    >>> data = {"A": [1, 1, 1, 0], "B": [1, 0, 1, 0], "Y": [1, 1, 0, 0]}
    >>> [row.expression for row in necessary_conditions(data, "Y")]
    ['A']
    """
    cuts = (consistency_cut, coverage_cut, relevance_cut)
    for name, cut in zip(("consistency_cut", "coverage_cut", "relevance_cut"), cuts, strict=True):
        check_cut(name, cut)
    source, wanted, stated = read_cases(data, outcome, conditions, cases=cases, missing=missing)
    work = _Work(source, wanted, source.union(stated), depth, Budget(time_limit))
    singles = work.necessary_conjunctions(cuts)
    rows = [*singles, *work.necessary_disjunctions(cuts)]
    call = call_text(
        "necessary_conditions",
        outcome=outcome,
        consistency_cut=consistency_cut,
        coverage_cut=coverage_cut,
        relevance_cut=relevance_cut,
        depth=depth,
    )
    return work.results("Necessary conditions", outcome, rows, call)


def sufficient_conditions(
    data: Any,
    outcome: str,
    *,
    consistency_cut: float = 0.9,
    coverage_cut: float = 0.0,
    pri_cut: float = 0.0,
    depth: int | None = None,
    conditions: str | Sequence[str] | None = None,
    cases: str | Sequence[str] | None = None,
    missing: MissingPolicy = "error",
    time_limit: float = RELATION_TIME_LIMIT,
) -> Relations:
    """Tell which conjunctions are (almost) enough for the outcome, with no part enough alone.

    Parameters are as for `necessary_conditions`; `pri_cut` leaves out conjunctions that are
    as good for the outcome's negation.

    Returns
    -------
    Relations : every minimally sufficient conjunction.

    Source: R QCA 3.25.1 `superSubset(relation="sufficiency")` agrees.

    Examples
    --------
    >>> data = {"A": [1, 1, 1, 0], "B": [1, 0, 1, 0], "Y": [1, 0, 1, 0]}
    >>> [row.expression for row in sufficient_conditions(data, "Y")]
    ['B']
    """
    for name, cut in (
        ("consistency_cut", consistency_cut),
        ("coverage_cut", coverage_cut),
        ("pri_cut", pri_cut),
    ):
        check_cut(name, cut)
    source, wanted, stated = read_cases(data, outcome, conditions, cases=cases, missing=missing)
    work = _Work(source, wanted, source.union(stated), depth, Budget(time_limit))
    rows = work.sufficient_conjunctions((consistency_cut, coverage_cut, pri_cut))
    call = call_text(
        "sufficient_conditions",
        outcome=outcome,
        consistency_cut=consistency_cut,
        coverage_cut=coverage_cut,
        depth=depth,
    )
    return work.results("Sufficient conditions", outcome, rows, call)


class _Work:
    """Literals of the conditions with their memberships, and the searches on them."""

    def __init__(
        self,
        source: Cases,
        conditions: Sequence[str],
        target: Floats,
        depth: int | None,
        budget: Budget,
    ) -> None:
        bracketed = any(source.levels[name] > 2 for name in conditions)
        self.names = [
            [Literal(name, (value,), bracketed) for value in range(source.levels[name])]
            for name in conditions
        ]
        if sum(map(len, self.names)) > MOST_LITERALS:
            raise say.CUT_OUT_OF_RANGE.error(
                option="number of literals",
                value=sum(map(len, self.names)),
                low=1,
                high=MOST_LITERALS,
            )
        self.flat = [literal for group in self.names for literal in group]
        self.parts = [
            [
                literal_memberships(
                    literal, source.columns[literal.condition], source.fuzzy[literal.condition]
                )
                for literal in group
            ]
            for group in self.names
        ]
        self.source = source
        self.target = target
        self.depth = len(conditions) if depth is None else depth
        self.budget = budget

    def necessary_conjunctions(self, cuts: tuple[float, float, float]) -> list[Relation]:
        """All conjunctions that hold the outcome: a longer one needs every shorter one."""
        found: list[Relation] = []
        level: list[tuple[int, Term, Floats]] = [(-1, (), np.ones(len(self.target)))]
        for _ in range(self.depth):
            longer: list[tuple[int, Term, Floats]] = []
            for last, term, memberships in level:
                for place in range(last + 1, len(self.names)):
                    for literal, part in zip(self.names[place], self.parts[place], strict=True):
                        joined = np.minimum(memberships, part)
                        if self._inside(joined) + ROUNDING >= cuts[0]:
                            longer.append((place, (*term, literal), joined))
                if self.budget.out_of_time():
                    break
            found.extend(self._necessary("*", [term for _, term, _ in longer], cuts))
            level = longer
        return found

    def _inside(self, memberships: Floats) -> float:
        return float(np.minimum(memberships, self.target).sum() / self.target.sum())

    def necessary_disjunctions(self, cuts: tuple[float, float, float]) -> list[Relation]:
        """The smallest disjunctions that hold the outcome."""
        # Within the outcome: min(max(a, b), y) is max(min(a, y), min(b, y)).
        capped = [[(np.minimum(part, self.target),) for part in group] for group in self.parts]
        whole = self.target.sum()

        def passes(parts: Parts) -> Flags:
            return np.asarray(parts[0].sum(axis=1) / whole + ROUNDING >= cuts[0])

        def hopeless(parts: Parts) -> Flags:
            return np.zeros(len(parts[0]), dtype=bool)

        search = MinimalSets(capped, np.maximum, passes, hopeless, self.depth, self.budget)
        terms = [self._literals(code) for code in search.run()]
        return self._necessary(" + ", [term for term in terms if len(term) > 1], cuts)

    def sufficient_conjunctions(self, cuts: tuple[float, float, float]) -> list[Relation]:
        """The smallest conjunctions that lie in the outcome."""
        pairs = [[(part, np.minimum(part, self.target)) for part in group] for group in self.parts]
        whole = self.target.sum()

        def passes(parts: Parts) -> Flags:
            size, shared = parts[0].sum(axis=1), parts[1].sum(axis=1)
            with np.errstate(divide="ignore", invalid="ignore"):
                enough = np.where(size > NOTHING, shared / size, -1.0) + ROUNDING >= cuts[0]
            return np.asarray(enough & (shared / whole + ROUNDING >= cuts[1]))

        def hopeless(parts: Parts) -> Flags:
            shared = parts[1].sum(axis=1)  # it only shrinks as a conjunction grows
            return np.asarray((shared <= NOTHING) | (shared / whole + ROUNDING < cuts[1]))

        search = MinimalSets(pairs, np.minimum, passes, hopeless, self.depth, self.budget)
        return self._sufficient([self._literals(code) for code in search.run()], cuts)

    def _literals(self, code: int) -> Term:
        return tuple(lit for place, lit in enumerate(self.flat) if code >> place & 1)

    def _rows(self, terms: Sequence[Term], disjunction: bool) -> Floats:
        known = dict(zip(self.flat, [p for group in self.parts for p in group], strict=True))
        join = np.maximum if disjunction else np.minimum
        rows = [join.reduce([known[literal] for literal in term]) for term in terms]
        return np.array(rows).reshape(len(rows), len(self.target))

    def _necessary(
        self, sign: str, terms: Sequence[Term], cuts: tuple[float, float, float]
    ) -> list[Relation]:
        rows = self._rows(terms, disjunction=sign != "*")
        consistency, coverage, _, relevance = necessity(rows, self.target)
        return [
            Relation(sign.join(map(str, term)), float(c), float(v), relevance=float(r))
            for term, c, v, r in zip(terms, consistency, coverage, relevance, strict=True)
            if all(value + ROUNDING >= cut for value, cut in zip((c, v, r), cuts, strict=True))
        ]

    def _sufficient(
        self, terms: Sequence[Term], cuts: tuple[float, float, float]
    ) -> list[Relation]:
        numbers = sufficiency(self._rows(terms, disjunction=False), self.target)
        consistency, coverage, pri, _ = numbers
        return [
            Relation("*".join(map(str, term)), float(c), float(v), pri=float(p))
            for term, c, v, p in zip(terms, consistency, coverage, pri, strict=True)
            if cuts[2] == 0 or p + ROUNDING >= cuts[2]
        ]

    def results(
        self, relation: str, outcome: str, rows: Sequence[Relation], call: str
    ) -> Relations:
        """Gather rows into a result."""
        warnings: list[Problem] = list(self.source.warnings())
        if self.budget.spent:
            bounds = f"at least {len(rows)} expressions"
            warnings.append(say.LIMIT_REACHED.problem(limit=self.budget.spent, bounds=bounds))
        n = len(self.source.names)
        about = Provenance(call, n, self.source.dropped, tuple(warnings))
        return Relations(relation, outcome, tuple(rows), not self.budget.spent, about)
