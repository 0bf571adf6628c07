"""Enhanced standard analysis: assumptions that cannot be held are found and excluded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from localvision.analysis.qca.exclusion import excluded_rows, expression_cubes, rows_of
from localvision.analysis.qca.minimise import minimize
from localvision.analysis.qca.notation import read_expression
from localvision.analysis.qca.result import Provenance, Result, Table, call_text
from localvision.analysis.qca.solution import Solution
from localvision.analysis.qca.truth import TruthTable, negated


@dataclass(frozen=True, repr=False)
class EnhancedAnalysis(Result):
    """Three solutions without untenable assumptions, and what was excluded.

    Parameters
    ----------
    untenable : rows that the caller said cannot be assumed.
    contradictory : unobserved rows that would be assumed for the outcome and for its
        negation.
    simultaneous : observed rows that pass the consistency cut for both.
    intermediate : None without directional expectations.
    """

    outcome: str
    untenable: tuple[int, ...]
    contradictory: tuple[int, ...]
    simultaneous: tuple[int, ...]
    conservative: Solution
    parsimonious: Solution
    intermediate: Solution | None
    about: Provenance

    @property
    def excluded(self) -> tuple[int, ...]:
        """All excluded rows."""
        return tuple(sorted({*self.untenable, *self.contradictory, *self.simultaneous}))

    def _title(self) -> str:
        return f"Enhanced standard analysis for {self.outcome}: {len(self.excluded)} rows excluded"

    def _table(self) -> Table:
        rows: list[list[Any]] = []
        for solution in (self.conservative, self.intermediate, self.parsimonious):
            for number, model in enumerate(solution.models[:20] if solution else (), start=1):
                whole = model.fit
                figures = [whole.consistency, whole.pri, whole.coverage]
                rows.append([solution.kind if solution else "", f"M{number}", str(model), *figures])
        return ["solution", "model", "expression", "consistency", "PRI", "coverage"], rows

    def _facts(self) -> dict[str, Any]:
        return {
            "outcome": self.outcome,
            "untenable": list(self.untenable),
            "contradictory": list(self.contradictory),
            "simultaneous": list(self.simultaneous),
        }


def untenable_rows(
    table: TruthTable, expression: str, *, observed: bool = False
) -> tuple[int, ...]:
    """Find the rows that an expression describes, and that are not observed.

    Use it for assumptions that cannot be held: impossible combinations, or the absence of a
    condition that was found necessary.

    Parameters
    ----------
    expression : `"~A*B + C"`.
    observed : also give observed rows.

    Examples
    --------
    >>> from localvision.analysis.qca.truth import truth_table
    >>> table = truth_table({"A": [1, 1, 0], "B": [1, 0, 0], "Y": [1, 1, 0]}, "Y")
    >>> untenable_rows(table, "~A")
    (2,)
    """
    read = read_expression(expression, table.source.levels)
    cubes = expression_cubes(read, table.conditions, table.source.levels)
    flags = rows_of(cubes, table.levels)
    if not observed:
        known = np.array([row.row - 1 for row in table.rows], dtype=np.int64)
        flags[known] = False
    return tuple((np.flatnonzero(flags) + 1).tolist())


def contradictory_assumptions(table: TruthTable) -> tuple[int, ...]:
    """Find unobserved rows that parsimonious models assume for the outcome and its negation.

    Raises
    ------
    LocalVisionError : where either parsimonious solution cannot be made.

    Source: C. Schneider and C. Wagemann (2012), ch. 8; R QCA 3.25.1 `findRows(type=2)` agrees.
    """
    ours = minimize(table, "parsimonious").simplifying_assumptions
    theirs = minimize(negated(table), "parsimonious").simplifying_assumptions
    return tuple(sorted(set(ours) & set(theirs)))


def simultaneous_subset_rows(table: TruthTable) -> tuple[int, ...]:
    """Find observed rows that are positive for the outcome and for its negation.

    Source: C. Schneider and C. Wagemann (2012), p. 232; R QCA 3.25.1 `findRows(type=3)` agrees.
    """
    ours = {row.row for row in table.rows if row.output == "1"}
    theirs = {row.row for row in negated(table).rows if row.output == "1"}
    return tuple(sorted(ours & theirs))


def enhanced_standard_analysis(
    table: TruthTable,
    *,
    untenable: str | Iterable[int | str] | None = None,
    necessary: str | None = None,
    directional_expectations: Any = None,
    contradictory: bool = True,
    simultaneous: bool = True,
) -> EnhancedAnalysis:
    """Give all solutions with untenable and contradictory assumptions excluded.

    Parameters
    ----------
    table : see `truth_table`.
    untenable : rows that cannot be assumed: expressions, for unobserved rows (impossible
        combinations), or row numbers, which may also be observed rows that contradict what is
        known.
    necessary : an expression that was found necessary: every row without it is excluded, an
        observed one too.
    directional_expectations : see `minimize`; without them there is no intermediate solution.
    contradictory : exclude rows assumed for the outcome and for its negation.
    simultaneous : exclude observed rows that pass the cut for both.

    Raises
    ------
    LocalVisionError : as `minimize`.

    Source: C. Schneider and C. Wagemann (2013), "Doing justice to logical remainders in QCA",
    Comparative Sociology 12.

    Examples
    --------
    >>> from localvision.analysis.qca.truth import truth_table
    >>> table = truth_table(
    ...     {"A": [1, 1, 0, 0], "B": [1, 0, 1, 0], "C": [1, 0, 1, 1], "Y": [1, 1, 0, 0]}, "Y")
    >>> found = enhanced_standard_analysis(table, untenable="A*~B*C")
    >>> [str(model) for model in found.parsimonious.models]
    ['~C + A*B']
    """
    seen = {row.row for row in table.rows}
    named = excluded_rows(untenable, table.conditions, table.levels, table.source, seen)
    if necessary is not None:
        missing = untenable_rows(table, f"~({necessary})", observed=True)
        named = tuple(sorted({*named, *missing}))
    against = contradictory_assumptions(table) if contradictory else ()
    both = simultaneous_subset_rows(table) if simultaneous else ()
    excluded = sorted({*named, *against, *both})
    conservative = minimize(table, "conservative", exclude=excluded)
    parsimonious = minimize(table, "parsimonious", exclude=excluded)
    intermediate = (
        minimize(
            table,
            "intermediate",
            directional_expectations=directional_expectations,
            exclude=excluded,
        )
        if directional_expectations is not None
        else None
    )
    call = call_text(
        "enhanced_standard_analysis",
        untenable=untenable,
        necessary=necessary,
        directional_expectations=directional_expectations,
        contradictory=contradictory,
        simultaneous=simultaneous,
    )
    last = intermediate or parsimonious
    about = Provenance(call, table.n, table.missing, last.warnings)
    return EnhancedAnalysis(
        table.outcome, named, against, both, conservative, parsimonious, intermediate, about
    )
