"""Which two cases to compare: pairs, the best first.

Distances, lower is better, with X, Y and C as in `selection`, 1 and 2 for the two cases:

    typical, typical              (1 - (X1 - X2)) - (Y1 - Y2) + 2(|Y1 - X1| + |Y2 - X2|)
                                  and, for a focal conjunct, + |C1 - C2|
    typical, irrelevant (focal)   (1 - (X1 - X2)) + (1 - (Y1 - Y2)) + |C1 - C2|
                                  + 2|Y1 - X1| + |Y2 - X2|
    typical, deviant consistency  |X1 - X2| + (1 - (Y1 - Y2)) + (1 - X1) + (1 - X2)
    deviant coverage, irrelevant  the same, X in the truth-table row both are in
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from localvision.analysis.qca.cases import check_choice
from localvision.analysis.qca.configuration import HALF
from localvision.analysis.qca.expression import Floats
from localvision.analysis.qca.pairs import MatchedPair, Matching
from localvision.analysis.qca.result import Provenance, call_text
from localvision.analysis.qca.selection import (
    best_of,
    clear_corridor,
    conjuncts,
    deviant_distance,
    deviant_in,
    focal_distance,
    typical_distance,
    typical_in,
    uncovered,
)
from localvision.analysis.qca.solution import Model, Solution
from localvision.analysis.qca.standing import Flags, Standing

PairKind = Literal[
    "typical with typical",
    "typical with typical, focal",
    "typical with irrelevant, focal",
    "typical with deviant consistency",
    "deviant coverage with irrelevant",
]
KINDS = (
    "typical with typical",
    "typical with typical, focal",
    "typical with irrelevant, focal",
    "typical with deviant consistency",
    "deviant coverage with irrelevant",
)
WHO = ("both", "first", "second", "none")  # what holds of which of the two, best first


def match_cases(
    solution: Solution | Model,
    kind: PairKind,
    *,
    model: int | str | None = None,
    term: int | str | None = None,
    at_most: int | None = None,
) -> Matching:
    """Tell which two cases are best compared with each other.

    Parameters
    ----------
    solution, model, term : as in `select_cases`.
    kind : "typical with typical" (does the same mechanism run in both?), "typical with
        typical, focal" and "typical with irrelevant, focal" (for each conjunct of a term: what
        does it do?), "typical with deviant consistency" (what is missing?), "deviant coverage
        with irrelevant" (what else leads there?).
    at_most : this many pairs of each group; default: all.

    Returns
    -------
    Matching : `.pairs`, group by group, the best first. Of two typical cases the more typical
        one comes first.

    Raises
    ------
    LocalVisionError : as `select_cases`.

    Limits
    ------
    As `select_cases`. Pairs grow with the square of the number of cases.

    Source: as `select_cases`. SetMethods 4.0 agrees on distances and ranks.

    Examples
    --------
    >>> from localvision.analysis.qca import minimize, truth_table
    >>> data = {"A": [0.9, 0.8, 0.2, 0.7], "Y": [0.95, 0.9, 0.1, 0.3]}
    >>> table = truth_table(data, "Y", consistency_cut=0.8, cases=["N", "E", "S", "W"])
    >>> found = match_cases(minimize(table), "typical with deviant consistency")
    >>> [(one.first, one.second, round(one.distance, 2)) for one in found.pairs]
    [('N', 'W', 0.95), ('E', 'W', 1.0)]
    """
    check_choice("kind", kind, KINDS)
    standing = Standing.of(solution, model)
    places = standing.chosen_terms(term)
    if kind == "deviant coverage with irrelevant":
        groups = _coverage_pairs(standing)
    else:
        make = {
            "typical with typical": _typical_pairs,
            "typical with typical, focal": _focal_pairs,
            "typical with irrelevant, focal": _irrelevant_pairs,
            "typical with deviant consistency": _deviant_pairs,
        }[kind]
        groups = [group for place in places for group in make(standing, place)]
    pairs = tuple(pair for group in groups for pair in group[:at_most])
    call = call_text(
        "match_cases", kind=kind, model=str(standing.model), term=term, at_most=at_most
    )
    about = Provenance(call, standing.table.n, standing.table.missing)
    return Matching(kind, str(standing.model), standing.table.outcome, pairs, about)


def who(first: Flags, second: Flags) -> np.ndarray:
    """Of which of the two something holds, as a place in `WHO`."""
    return np.asarray(np.where(first, np.where(second, 0, 1), np.where(second, 2, 3)))


def _ordered_pairs(standing: Standing, place: int) -> tuple[np.ndarray, np.ndarray]:
    """Every two typical cases of a term, the more typical one first."""
    members = typical_in(standing, place)
    inside, outcome = standing.terms[place][members], standing.outcome[members]
    # Of two equals the one higher in both comes first: so the pair is the better one.
    keys = (-(inside + outcome).round(9), typical_distance(inside, outcome).round(9))
    members = members[np.lexsort(keys)]
    one, other = np.triu_indices(len(members), k=1)
    return members[one], members[other]


def _similar(inside: Floats, outcome: Floats, one: np.ndarray, other: np.ndarray) -> Floats:
    apart = np.abs(outcome - inside)
    return np.asarray(
        (1 - (inside[one] - inside[other]))
        - (outcome[one] - outcome[other])
        + 2 * (apart[one] + apart[other])
    )


def _different(inside: Floats, outcome: Floats, one: np.ndarray, other: np.ndarray) -> Floats:
    return np.asarray(
        np.abs(inside[one] - inside[other])
        + (1 - (outcome[one] - outcome[other]))
        + (1 - inside[one])
        + (1 - inside[other])
    )


def _most(standing: Standing, members: np.ndarray, distances: Floats) -> Flags:
    flags = np.zeros(len(standing.names), dtype=bool)
    flags[members[best_of(distances)]] = True
    return flags


def _typical_pairs(standing: Standing, place: int) -> list[list[MatchedPair]]:
    one, other = _ordered_pairs(standing, place)
    inside = standing.terms[place]
    distance = _similar(inside, standing.outcome, one, other)
    unique = who(standing.unique[one], standing.unique[other])
    most = who(*_most_typical(standing, place, one, other))
    return [
        [
            MatchedPair(
                standing.names[one[i]],
                standing.names[other[i]],
                standing.model.terms[place],
                float(distance[i]),
                unique=WHO[unique[i]],
                most=WHO[most[i]],
            )
            for i in np.lexsort((distance.round(9), unique))
        ]
    ]


def _most_typical(
    standing: Standing, place: int, one: np.ndarray, other: np.ndarray
) -> tuple[Flags, Flags]:
    members = typical_in(standing, place)
    inside, outcome = standing.terms[place][members], standing.outcome[members]
    flags = _most(standing, members, typical_distance(inside, outcome))
    return flags[one], flags[other]


def _focal_pairs(standing: Standing, place: int) -> list[list[MatchedPair]]:
    one, other = _ordered_pairs(standing, place)
    outcome, members = standing.outcome, typical_in(standing, place)
    groups: list[list[MatchedPair]] = []
    for name, focal, rest in conjuncts(standing, place):
        distance = _similar(focal, outcome, one, other) + np.abs(rest[one] - rest[other])
        lowest, clear = focal < rest, clear_corridor(focal, rest, outcome)
        most = _most(
            standing, members, focal_distance(focal[members], rest[members], outcome[members])
        )
        facts = _PairFacts(
            rank=1 + who(lowest[one], lowest[other]),
            clear=who(clear[one], clear[other]),
            within=who((focal <= outcome)[one], (focal <= outcome)[other]),
            unique=who(standing.unique[one], standing.unique[other]),
            most=who(most[one], most[other]),
            most_of_term=who(*_most_typical(standing, place, one, other)),
            uncovered=None,
        )
        groups.append(_listed(standing, place, name, one, other, distance, facts))
    return groups


def _irrelevant_pairs(standing: Standing, place: int) -> list[list[MatchedPair]]:
    typical, outcome = typical_in(standing, place), standing.outcome
    groups: list[list[MatchedPair]] = []
    for name, focal, rest in conjuncts(standing, place):
        irrelevant = np.flatnonzero((focal < HALF) & (outcome < HALF))
        one, other = (grid.ravel() for grid in np.meshgrid(typical, irrelevant, indexing="ij"))
        apart = np.abs(outcome - focal)
        distance = (
            (1 - (focal[one] - focal[other]))
            + (1 - (outcome[one] - outcome[other]))
            + np.abs(rest[one] - rest[other])
            + 2 * apart[one]
            + apart[other]
        )
        lowest, clear = focal < rest, clear_corridor(focal, rest, outcome)
        most = _most(
            standing, typical, focal_distance(focal[typical], rest[typical], outcome[typical])
        )
        nobody = np.zeros(len(other), dtype=bool)
        facts = _PairFacts(
            rank=_irrelevant_rank(lowest[one], lowest[other], rest[other] > HALF),
            clear=who(clear[one], clear[other]),
            within=who((focal <= outcome)[one], (focal <= outcome)[other]),
            unique=who(standing.unique[one], nobody),
            most=who(most[one], nobody),
            most_of_term=who(_most_typical(standing, place, one, other)[0], nobody),
            uncovered=standing.whole[other] < HALF,
        )
        groups.append(_listed(standing, place, name, one, other, distance, facts))
    return groups


def _irrelevant_rank(first_lowest: Flags, second_lowest: Flags, held: Flags) -> np.ndarray:
    """1 and 2: only the focal conjunct is missing in the second case; else more is missing."""
    more = 3 + 2 * ~first_lowest + ~second_lowest
    return np.asarray(np.where(held, 1 + ~first_lowest, more))


@dataclass(frozen=True)
class _PairFacts:
    rank: np.ndarray
    clear: np.ndarray
    within: np.ndarray
    unique: np.ndarray
    most: np.ndarray
    most_of_term: np.ndarray
    uncovered: Flags | None


def _listed(
    standing: Standing,
    place: int,
    name: str,
    one: np.ndarray,
    other: np.ndarray,
    distance: Floats,
    facts: _PairFacts,
) -> list[MatchedPair]:
    keys = _reading_keys(distance, facts)
    return [
        MatchedPair(
            standing.names[one[i]],
            standing.names[other[i]],
            f"{name} in {standing.model.terms[place]}",
            float(distance[i]),
            int(facts.rank[i]),
            WHO[facts.clear[i]],
            WHO[facts.within[i]],
            WHO[facts.unique[i]],
            WHO[facts.most[i]],
            WHO[facts.most_of_term[i]],
            None if facts.uncovered is None else bool(facts.uncovered[i]),
        )
        for i in np.lexsort(keys)
    ]


def _reading_keys(distance: Floats, facts: _PairFacts) -> tuple[np.ndarray, ...]:
    """What pairs are sorted by, the last first (as `numpy.lexsort` has it)."""
    if facts.uncovered is None:
        return (distance.round(9), facts.unique, facts.within, facts.clear, facts.rank)
    # With an irrelevant second case, all that speaks for the first one comes before.
    first = {name: getattr(facts, name) >= 2 for name in ("clear", "within")}
    second = {name: getattr(facts, name) % 2 == 1 for name in ("clear", "within")}
    return (
        distance.round(9), ~facts.uncovered, second["within"], second["clear"], facts.unique,
        first["within"], first["clear"], facts.rank,
    )  # fmt: skip


def _deviant_pairs(standing: Standing, place: int) -> list[list[MatchedPair]]:
    typical, deviant = typical_in(standing, place), deviant_in(standing, place)
    one, other = (grid.ravel() for grid in np.meshgrid(typical, deviant, indexing="ij"))
    inside, outcome = standing.terms[place], standing.outcome
    distance = _different(inside, outcome, one, other)
    first = _most(standing, typical, typical_distance(inside[typical], outcome[typical]))
    second = _most(standing, deviant, deviant_distance(inside[deviant], outcome[deviant]))
    most = who(first[one], second[other])
    return [
        [
            MatchedPair(
                standing.names[one[i]],
                standing.names[other[i]],
                standing.model.terms[place],
                float(distance[i]),
                most=WHO[most[i]],
            )
            for i in np.argsort(distance.round(9), kind="stable")
        ]
    ]


def _coverage_pairs(standing: Standing) -> list[list[MatchedPair]]:
    """Within each row of the truth table: cases that differ in the outcome only."""
    with_outcome, without = uncovered(standing, covered=True), uncovered(standing, covered=False)
    groups: list[list[MatchedPair]] = []
    for row in np.unique(standing.rows[with_outcome]).tolist():
        mine = with_outcome[standing.rows[with_outcome] == row]
        theirs = without[standing.rows[without] == row]
        one, other = (grid.ravel() for grid in np.meshgrid(mine, theirs, indexing="ij"))
        distance = _different(standing.corner, standing.outcome, one, other)
        within = (standing.corner <= standing.outcome)[one]
        groups.append(
            [
                MatchedPair(
                    standing.names[one[i]],
                    standing.names[other[i]],
                    standing.written[one[i]],
                    float(distance[i]),
                    within="first" if within[i] else "none",
                )
                for i in np.lexsort((distance.round(9), ~within))
            ]
        )
    return groups
