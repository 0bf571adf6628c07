"""Which cases to look into: typical, deviant and irrelevant ones, best first.

Every distance adds up how far a case is from the best place it could have, so the lowest is
the best case. With X the membership in a term (or focal conjunct, or truth-table row), Y in
the outcome, C the lowest of the other conjuncts:

    typical               2|Y - X| + (1 - X)
    typical, focal        2|Y - X| + (1 - X) + max(0, X - C)
    deviant consistency   (1 - (X - Y)) + (1 - X)
    deviant coverage      1 - X, X in the case's own truth-table row
    deviant, necessity    1 - (Y - X)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from localvision.analysis.qca.cases import check_choice, some
from localvision.analysis.qca.chosen import term_memberships
from localvision.analysis.qca.configuration import HALF
from localvision.analysis.qca.expression import Floats
from localvision.analysis.qca.result import Provenance, Result, Table, call_text
from localvision.analysis.qca.solution import Model, Solution
from localvision.analysis.qca.standing import Flags, Standing, case_corners
from localvision.analysis.qca.truth import TruthTable
from localvision.errors import Problem
from localvision.errors.analysis import qca_checks as say

CaseKind = Literal[
    "typical", "typical focal", "deviant consistency", "deviant coverage", "irrelevant"
]
KINDS = ("typical", "typical focal", "deviant consistency", "deviant coverage", "irrelevant")


@dataclass(frozen=True, slots=True)
class SelectedCase:
    """One case worth looking into.

    Parameters
    ----------
    group : the term, the conjunct of a term, or the configuration it is selected for.
    membership, outcome : of the case in that group and in the outcome, 0 to 1.
    distance : lower is better (see the formulas in the documentation); NaN for irrelevant
        cases, which are no better or worse by themselves.
    most : whether no other case of the group is better.
    unique : for a typical case: whether it is typical of no other term of the model.
    within : whether its membership is no higher than that in the outcome.
    rank : for a focal conjunct: 1 when it is the lowest conjunct (so that the term is what it
        is because of it), else 2.
    clear : for a focal conjunct: whether no other conjunct lies between it and the outcome.
    solution : membership in the whole model.
    """

    case: str
    group: str
    membership: float
    outcome: float
    distance: float
    most: bool
    solution: float
    unique: bool | None = None
    within: bool | None = None
    rank: int | None = None
    clear: bool | None = None


@dataclass(frozen=True, repr=False)
class Selection(Result):
    """Cases of one kind, by group, the best first."""

    kind: str
    model: str
    outcome: str
    cases: tuple[SelectedCase, ...]
    about: Provenance

    def __len__(self) -> int:
        return len(self.cases)

    def groups(self) -> dict[str, tuple[SelectedCase, ...]]:
        """The cases of each group."""
        found: dict[str, list[SelectedCase]] = {}
        for one in self.cases:
            found.setdefault(one.group, []).append(one)
        return {group: tuple(members) for group, members in found.items()}

    def _title(self) -> str:
        return f"{self.kind.capitalize()} cases of {self.model} for {self.outcome}"

    def _table(self) -> Table:
        headings = ["group", "case", "membership", "outcome", "distance", "most", "unique",
                    "within", "rank", "clear"]  # fmt: skip
        rows: list[list[Any]] = [
            [
                one.group, one.case, one.membership, one.outcome, one.distance,
                yes_or_no(one.most), yes_or_no(one.unique), yes_or_no(one.within), one.rank,
                yes_or_no(one.clear),
            ]
            for one in self.cases
        ]  # fmt: skip
        return headings, rows

    def _facts(self) -> dict[str, Any]:
        return {"kind": self.kind, "model": self.model, "outcome": self.outcome}


def yes_or_no(value: bool | None) -> str | None:
    """A flag as a reader sees it; what does not apply stays empty."""
    return None if value is None else ("yes" if value else "no")


def select_cases(
    solution: Solution | Model,
    kind: CaseKind,
    *,
    model: int | str | None = None,
    term: int | str | None = None,
) -> Selection:
    """Tell which cases are worth a closer look, and which of them most.

    Parameters
    ----------
    solution : see `minimize`; or one of its models.
    kind : "typical" (in a term and in the outcome, as theory would have it), "typical focal"
        (the same for each conjunct of a term), "deviant consistency" (in a term, not in the
        outcome), "deviant coverage" (in the outcome, in no term: by configuration),
        "irrelevant" (in neither).
    model : which model, where the solution has several: a number from 1, or an expression.
    term : one term only: a number from 1, or the term; default: every term.

    Returns
    -------
    Selection : `.cases`, group by group, the best first.

    Raises
    ------
    LocalVisionError : `qca.choose-model`, `qca.unknown-model`, `qca.unknown-term`,
        `qca.unknown-choice`.

    Limits
    ------
    The distances choose cases for learning how something works; they are no measure of how
    good a case is. Cases at exactly 0.5 are neither in nor out, and are not selected.

    Source: C. Schneider and I. Rohlfing (2013, 2019), on set-theoretic multi-method research;
    I.-E. Oana, C. Schneider and E. Thomann (2021), "Qualitative Comparative Analysis Using R",
    ch. 6. SetMethods 4.0 agrees.

    Examples
    --------
    >>> from localvision.analysis.qca import minimize, truth_table
    >>> data = {"A": [0.9, 0.8, 0.2, 0.7], "Y": [0.95, 0.9, 0.1, 0.3]}
    >>> table = truth_table(data, "Y", consistency_cut=0.8, cases=["N", "E", "S", "W"])
    >>> found = select_cases(minimize(table), "typical")
    >>> [(one.case, round(one.distance, 2), one.most) for one in found.cases]
    [('N', 0.2, True), ('E', 0.4, False)]
    >>> [one.case for one in select_cases(minimize(table), "deviant consistency").cases]
    ['W']
    """
    check_choice("kind", kind, KINDS)
    standing = Standing.of(solution, model)
    places = standing.chosen_terms(term)
    make: dict[str, Callable[[], list[SelectedCase]]] = {
        "typical": lambda: [one for p in places for one in _typical(standing, p)],
        "typical focal": lambda: [one for p in places for one in _focal(standing, p)],
        "deviant consistency": lambda: [one for p in places for one in _deviant(standing, p)],
        "deviant coverage": lambda: _by_row(standing, covered=True),
        "irrelevant": lambda: _by_row(standing, covered=False),
    }
    call = call_text("select_cases", kind=kind, model=str(standing.model), term=term)
    about = Provenance(call, standing.table.n, standing.table.missing, _rowless(standing, kind))
    return Selection(kind, str(standing.model), standing.table.outcome, tuple(make[kind]()), about)


def deviant_from_necessity(expression: str | Model, table: TruthTable) -> Selection:
    """Tell which cases have the outcome without what is said to be necessary for it.

    Parameters
    ----------
    expression : the necessary condition: `"A"` or `"A + B"`.
    table : see `truth_table`.

    Returns
    -------
    Selection : by configuration, the case furthest from being necessary first.

    Source: as `select_cases`. SetMethods 4.0 agrees.

    Examples
    --------
    >>> from localvision.analysis.qca import truth_table
    >>> data = {"A": [0.9, 0.2, 0.4, 0.7], "Y": [0.8, 0.9, 0.7, 0.1]}
    >>> table = truth_table(data, "Y", consistency_cut=0.7, cases=["N", "E", "S", "W"])
    >>> [(one.case, round(one.distance, 2)) for one in deviant_from_necessity("A", table).cases]
    [('E', 0.3), ('S', 0.7)]
    """
    names, memberships = term_memberships(expression, table)
    inside = np.maximum.reduce(memberships)
    standing = table_standing(table)
    chosen = (inside < HALF) & (standing.outcome > HALF) & (standing.rows > 0)
    distance = 1 - (standing.outcome - inside)
    cases = _grouped(standing, chosen, inside, distance, standing.corner <= standing.outcome)
    text = " + ".join(names)
    about = Provenance(call_text("deviant_from_necessity", expression=text), table.n, table.missing)
    return Selection("deviant from necessity", text, table.outcome, tuple(cases), about)


def table_standing(table: TruthTable) -> Standing:
    """Where cases stand when there is no model: only their rows and outcomes."""
    rows, corner, written = case_corners(table)
    n = len(table.source.names)
    none = np.zeros((0, n))
    outcome = table.outcome_memberships
    blank: Any = None
    return Standing(
        blank, table, none, outcome, np.zeros(n), np.zeros(n, dtype=bool), rows, corner, written
    )


def typical_in(standing: Standing, place: int) -> np.ndarray:
    """Places of the typical cases of a term."""
    inside = standing.terms[place]
    chosen = (inside > HALF) & (standing.outcome > HALF) & (inside <= standing.outcome)
    return np.flatnonzero(chosen)


def deviant_in(standing: Standing, place: int) -> np.ndarray:
    """Places of the cases of a term that are not in the outcome."""
    return np.flatnonzero((standing.terms[place] > HALF) & (standing.outcome < HALF))


def typical_distance(inside: Floats, outcome: Floats) -> Floats:
    """How far from the most typical a case can be."""
    return np.asarray(2 * np.abs(outcome - inside) + (1 - inside))


def focal_distance(focal: Floats, others: Floats, outcome: Floats) -> Floats:
    """The same for one conjunct, which should also be the lowest."""
    return typical_distance(focal, outcome) + np.maximum(0, focal - others)


def deviant_distance(inside: Floats, outcome: Floats) -> Floats:
    """How far from the most deviant a case can be."""
    return np.asarray(1 - (inside - outcome) + (1 - inside))


def clear_corridor(focal: Floats, others: Floats, outcome: Floats) -> Flags:
    """Whether the lowest other conjunct is not between the focal one and the outcome."""
    low, high = np.minimum(focal, outcome), np.maximum(focal, outcome)
    return np.asarray((others < low) | (others > high))


def best_of(distances: Floats) -> Flags:
    """Which are the best; rounding does not decide between equals."""
    if not len(distances):
        return np.zeros(0, dtype=bool)
    return np.asarray(distances <= distances.min() + 1e-9)


def _typical(standing: Standing, place: int) -> list[SelectedCase]:
    members = typical_in(standing, place)
    inside, outcome = standing.terms[place][members], standing.outcome[members]
    distance = typical_distance(inside, outcome)
    most = best_of(distance)
    order = np.lexsort((distance.round(9), ~standing.unique[members]))
    return [
        SelectedCase(
            standing.names[members[i]],
            standing.model.terms[place],
            float(inside[i]),
            float(outcome[i]),
            float(distance[i]),
            bool(most[i]),
            float(standing.whole[members[i]]),
            unique=bool(standing.unique[members[i]]),
            within=True,
        )
        for i in order
    ]


def _deviant(standing: Standing, place: int) -> list[SelectedCase]:
    members = deviant_in(standing, place)
    inside, outcome = standing.terms[place][members], standing.outcome[members]
    distance = deviant_distance(inside, outcome)
    most = best_of(distance)
    return [
        SelectedCase(
            standing.names[members[i]],
            standing.model.terms[place],
            float(inside[i]),
            float(outcome[i]),
            float(distance[i]),
            bool(most[i]),
            float(standing.whole[members[i]]),
            within=False,
        )
        for i in np.argsort(distance.round(9), kind="stable")
    ]


def _focal(standing: Standing, place: int) -> list[SelectedCase]:
    members = typical_in(standing, place)
    outcome = standing.outcome[members]
    found: list[SelectedCase] = []
    for name, focal, others in conjuncts(standing, place):
        mine, rest = focal[members], others[members]
        distance = focal_distance(mine, rest, outcome)
        lowest, clear, within = mine < rest, clear_corridor(mine, rest, outcome), mine <= outcome
        unique = standing.unique[members]
        most = best_of(distance)
        order = np.lexsort((distance.round(9), ~unique, ~within, ~clear, ~lowest))
        found.extend(
            SelectedCase(
                standing.names[members[i]],
                f"{name} in {standing.model.terms[place]}",
                float(mine[i]),
                float(outcome[i]),
                float(distance[i]),
                bool(most[i]),
                float(standing.whole[members[i]]),
                unique=bool(unique[i]),
                within=bool(within[i]),
                rank=1 if lowest[i] else 2,
                clear=bool(clear[i]),
            )
            for i in order
        )
    return found


def conjuncts(standing: Standing, place: int) -> list[tuple[str, Floats, Floats]]:
    """Each conjunct of a term: its text, its memberships, and the lowest of the others."""
    parts = standing.literals(place)
    found: list[tuple[str, Floats, Floats]] = []
    for number, (literal, focal) in enumerate(parts):
        rest = [part for other, (_, part) in enumerate(parts) if other != number]
        others = np.minimum.reduce(rest) if rest else np.ones(len(focal))
        found.append((str(literal), focal, others))
    return found


def uncovered(standing: Standing, covered: bool) -> np.ndarray:
    """Places of cases in no term, that have (or lack) the outcome, by row."""
    with_outcome = standing.outcome > HALF if covered else standing.outcome < HALF
    return np.flatnonzero((standing.whole < HALF) & with_outcome & (standing.rows > 0))


def _by_row(standing: Standing, covered: bool) -> list[SelectedCase]:
    chosen = np.zeros(len(standing.names), dtype=bool)
    chosen[uncovered(standing, covered)] = True
    distance = 1 - standing.corner if covered else np.full(len(chosen), np.nan)
    return _grouped(
        standing, chosen, standing.corner, distance, standing.corner <= standing.outcome
    )


def _grouped(
    standing: Standing, chosen: Flags, shown: Floats, distance: Floats, within: Flags
) -> list[SelectedCase]:
    members = np.flatnonzero(chosen)
    keys = (distance[members].round(9), ~within[members], standing.rows[members])
    found: list[SelectedCase] = []
    for member in members[np.lexsort(keys)]:
        same = members[standing.rows[members] == standing.rows[member]]
        best = not np.isnan(distance[member]) and distance[member] <= distance[same].min() + 1e-9
        found.append(
            SelectedCase(
                standing.names[member],
                standing.written[member],
                float(shown[member]),
                float(standing.outcome[member]),
                float(distance[member]),
                bool(best),
                float(standing.whole[member]),
                within=bool(within[member]),
            )
        )
    return found


def _rowless(standing: Standing, kind: str) -> tuple[Problem, ...]:
    if kind not in ("deviant coverage", "irrelevant") or (standing.rows > 0).all():
        return ()
    names = [standing.names[i] for i in np.flatnonzero(standing.rows == 0)]
    return (say.NO_TRUTH_TABLE_ROW.problem(cases=some(names)),)
