"""What a reader of a small-n comparison must be told (requirements R311 and R312)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from localvision.analysis.qca.cases import Cases, some
from localvision.analysis.qca.configuration import HALF, half_cases
from localvision.analysis.qca.expression import Expression
from localvision.errors import Problem
from localvision.errors.analysis import qca as say

if TYPE_CHECKING:
    from localvision.analysis.qca.truth import Settings, TruthTableRow

CONDITIONS_FOR_FEW_CASES = 4
FEW_CASES = 25
CUT_TIE = 1.5e-8  # as in the table itself
SKEWED_SHARE = 0.85  # more than this share of cases on one side of 0.5


def table_warnings(
    source: Cases,
    stated: Expression,
    outcome: str,
    conditions: Sequence[str],
    levels: Sequence[int],
    rows: Sequence[TruthTableRow],
    dropped: Sequence[TruthTableRow],
    settings: Settings,
) -> tuple[Problem, ...]:
    """Collect the warnings that a truth table carries."""
    found = [*source.warnings(), *_too_many_conditions(source, conditions, levels, rows)]
    found.extend(_skewed(source, stated, conditions))
    for name, cases in half_cases(source, conditions).items():
        found.append(say.HALF_TREATED.problem(half=settings.half, cases=f"{some(cases)} in {name}"))
    at_half = np.flatnonzero(source.union(stated) == HALF)
    if len(at_half):
        named = some([source.names[place] for place in at_half])
        found.append(say.OUTCOME_HALF.problem(outcome=outcome, cases=named))
    if dropped:
        listed = some([f"{row.row} ({', '.join(row.cases)})" for row in dropped])
        found.append(
            say.ROWS_BELOW_FREQUENCY.problem(
                count=len(dropped), frequency_cut=settings.frequency_cut, rows=listed
            )
        )
    contradictory = [row.row for row in rows if row.output == "C"]
    if contradictory:
        found.append(
            say.CONTRADICTORY_ROWS.problem(count=len(contradictory), rows=some(contradictory))
        )
    both = simultaneous_rows(rows, settings.cuts[0])
    if both:
        found.append(say.SIMULTANEOUS_SUBSETS.problem(rows=some(both)))
    return tuple(found)


def simultaneous_rows(rows: Sequence[TruthTableRow], cut: float) -> list[int]:
    """Rows that meet the consistency cut for the outcome and for its negation."""
    return [
        row.row
        for row in rows
        if row.consistency + CUT_TIE > cut and row.negation_consistency + CUT_TIE > cut
    ]


def _too_many_conditions(
    source: Cases,
    conditions: Sequence[str],
    levels: Sequence[int],
    rows: Sequence[TruthTableRow],
) -> list[Problem]:
    total = int(np.prod(np.array(levels, dtype=object)))
    cases = len(source.names)
    found: list[Problem] = []
    # As many configurations as cases, and again as many, is where 25 cases and 5 conditions are.
    allowed = max(CONDITIONS_FOR_FEW_CASES, int(np.log2(max(1, cases * 32 / FEW_CASES))))
    if len(conditions) > allowed:
        found.append(
            say.TOO_MANY_CONDITIONS.problem(
                conditions=len(conditions), configurations=total, cases=cases
            )
        )
    if len(rows) < total:
        share = f"{1 - len(rows) / total:.0%}"
        found.append(
            say.LIMITED_DIVERSITY.problem(observed=len(rows), configurations=total, share=share)
        )
    return found


def _skewed(source: Cases, stated: Expression, conditions: Sequence[str]) -> list[Problem]:
    sets = {name: source.columns[name] for name in conditions if source.levels[name] == 2}
    sets[str(stated)] = source.union(stated)
    found: list[Problem] = []
    for name, column in sets.items():
        inside, cases = int((column > HALF).sum()), int((~np.isnan(column)).sum())
        if cases and not 1 - SKEWED_SHARE <= inside / cases <= SKEWED_SHARE:
            found.append(say.SKEWED_MEMBERSHIP.problem(column=name, inside=inside, cases=cases))
    return found
