"""Parameters of fit: how far an expression is sufficient or necessary for the outcome."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from localvision.analysis.qca.cases import Cases, MissingPolicy, check_choice, read_cases
from localvision.analysis.qca.configuration import HALF
from localvision.analysis.qca.expression import Floats, write_term
from localvision.analysis.qca.notation import conditions_in, read_expression
from localvision.analysis.qca.result import Provenance, Result, Table, call_text
from localvision.analysis.qca.sums import ratio

Relation = Literal["sufficiency", "necessity"]


@dataclass(frozen=True, slots=True)
class TermFit:
    """Fit of one term; all figures are 0 to 1, NaN where undefined.

    Parameters
    ----------
    consistency : sufficiency: share of the term that is in the outcome; necessity: share of
        the outcome that is in the term.
    coverage : the other share.
    pri : consistency without what is as much in the outcome's negation (sufficiency only).
    unique_coverage : what no other term of the same expression covers (sufficiency only).
    relevance : relevance of necessity, low where the term is nearly always there.
    cases : those with a membership above 0.5.
    """

    term: str
    consistency: float
    coverage: float
    pri: float = math.nan
    unique_coverage: float = math.nan
    relevance: float = math.nan
    cases: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class Fit(Result):
    """Fit of a whole expression, with that of each of its terms."""

    expression: str
    outcome: str
    relation: Relation
    consistency: float
    coverage: float
    pri: float
    relevance: float
    terms: tuple[TermFit, ...]
    about: Provenance

    @property
    def unique_coverage(self) -> float:
        """Coverage of the whole: nothing else is there to share it with."""
        return self.coverage if self.relation == "sufficiency" else math.nan

    def _title(self) -> str:
        return f"{self.relation.capitalize()} of {self.expression} for {self.outcome}"

    def _table(self) -> Table:
        if self.relation == "necessity":
            headings = ["expression", "consistency", "coverage", "relevance"]
            rows: list[list[Any]] = [
                [t.term, t.consistency, t.coverage, t.relevance] for t in self.terms
            ]
            rows.append(["whole", self.consistency, self.coverage, self.relevance])
            return headings, rows
        headings = ["expression", "consistency", "PRI", "coverage", "unique coverage", "cases"]
        rows = [
            [t.term, t.consistency, t.pri, t.coverage, t.unique_coverage, ", ".join(t.cases)]
            for t in self.terms
        ]
        rows.append(["whole", self.consistency, self.pri, self.coverage, None, ""])
        return headings, rows

    def _facts(self) -> dict[str, Any]:
        return {
            "expression": self.expression,
            "outcome": self.outcome,
            "relation": self.relation,
            "consistency": _or_none(self.consistency),
            "pri": _or_none(self.pri),
            "coverage": _or_none(self.coverage),
            "relevance": _or_none(self.relevance),
        }


def fit(
    expression: Any,
    outcome: str,
    data: Any,
    relation: Relation = "sufficiency",
    *,
    cases: str | Sequence[str] | None = None,
    missing: MissingPolicy = "error",
) -> Fit:
    """Tell how far an expression goes with the outcome, whole and term by term.

    Parameters
    ----------
    expression : `"A*~B + C"`, brackets allowed; or a model of a solution.
    outcome : column; `"~Y"` for its negation, `"Y[1]"` for one value of several.
    data : dict of columns, polars or pandas frame.
    relation : "sufficiency" (of the expression for the outcome) or "necessity".
    cases : case names, or the column that holds them.
    missing : "error", or "drop" to leave out cases with a missing value.

    Returns
    -------
    Fit : `.consistency`, `.coverage`, `.pri` (sufficiency) or `.relevance` (necessity), and
        `.terms`, in the order written.

    Raises
    ------
    LocalVisionError : `qca.expression-unreadable`, `qca.unknown-column`, and others on data.

    Source: C. Ragin (2006), "Set relations in social research", Political Analysis 14(3);
    PRI and RoN: C. Schneider and C. Wagemann (2012), pp. 236-244. R QCA 3.25.1 agrees.

    Examples
    --------
    >>> data = {"A": [0.2, 0.6, 0.9], "Y": [0.4, 0.6, 0.8]}
    >>> found = fit("A", "Y", data)
    >>> round(found.consistency, 4), round(found.coverage, 4)
    (0.9412, 0.8889)
    >>> round(fit("A", "Y", data, "necessity").relevance, 4)
    0.9286
    """
    check_choice("relation", relation, ("sufficiency", "necessity"))
    written = str(expression)
    source, _, target = read_cases(
        data, outcome, conditions_in(written), cases=cases, missing=missing, conditions_needed=False
    )
    stated = read_expression(written, source.levels)
    memberships = source.memberships(stated)
    names = [write_term(term) for term in stated.terms]
    call = call_text("fit", expression=written, outcome=outcome, relation=relation)
    about = Provenance(call, len(source.names), source.dropped, source.warnings())
    return fit_terms(names, memberships, source, outcome, source.union(target), relation, about)


def fit_terms(
    names: Sequence[str],
    memberships: Sequence[Floats],
    source: Cases,
    outcome: str,
    target: Floats,
    relation: Relation,
    about: Provenance,
) -> Fit:
    """Fit of terms whose memberships are known."""
    matrix = np.array(memberships).reshape(len(names), len(target))
    whole = matrix.max(axis=0) if len(names) else np.zeros(len(target))
    rows = np.vstack([matrix, whole])
    numbers = sufficiency(rows, target) if relation == "sufficiency" else necessity(rows, target)
    alone = unique_coverages(matrix, target) if relation == "sufficiency" else None
    labels = np.array(source.names, dtype=object)
    terms = tuple(
        TermFit(
            name,
            float(numbers[0][place]),
            float(numbers[1][place]),
            pri=float(numbers[2][place]),
            unique_coverage=float(alone[place]) if alone is not None else math.nan,
            relevance=float(numbers[3][place]),
            cases=tuple(labels[matrix[place] > HALF]),
        )
        for place, name in enumerate(names)
    )
    consistency, coverage, pri, relevance = (float(column[-1]) for column in numbers)
    written = " + ".join(names) or "0"
    return Fit(written, outcome, relation, consistency, coverage, pri, relevance, terms, about)


def sufficiency(rows: Floats, target: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """Consistency, coverage, PRI (and no relevance) of each row of memberships."""
    size = rows.sum(axis=1)
    shared = np.minimum(rows, target).sum(axis=1)
    torn = np.minimum(rows, np.minimum(target, 1 - target)).sum(axis=1)
    whole = np.full(len(rows), target.sum())
    none = np.full(len(rows), np.nan)
    return ratio(shared, size), ratio(shared, whole), ratio(shared - torn, size - torn), none


def necessity(rows: Floats, target: Floats) -> tuple[Floats, Floats, Floats, Floats]:
    """Consistency, coverage, (no PRI,) and relevance of each row of memberships."""
    shared = np.minimum(rows, target)
    total = shared.sum(axis=1)
    whole = np.full(len(rows), target.sum())
    relevance = ratio((1 - rows).sum(axis=1), (1 - shared).sum(axis=1))
    none = np.full(len(rows), np.nan)
    return ratio(total, whole), ratio(total, rows.sum(axis=1)), none, relevance


def unique_coverages(matrix: Floats, target: Floats) -> Floats:
    """Coverage that is lost when a term is left out of its expression."""
    if not len(matrix):
        return np.zeros(0)
    whole = np.minimum(matrix.max(axis=0), target).sum()
    order = np.sort(matrix, axis=0)
    second = order[-2] if len(matrix) > 1 else np.zeros(matrix.shape[1])
    # Without a term that is the highest, the second highest is what remains.
    others = np.where(matrix == order[-1], second, order[-1])
    rest = np.minimum(others, target).sum(axis=1)
    return ratio(whole - rest, np.full(len(matrix), target.sum()))


def _or_none(value: float) -> float | None:
    return None if math.isnan(value) else value
