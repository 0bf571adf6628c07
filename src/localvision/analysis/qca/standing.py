"""Where each case stands: in the terms of a model, in the outcome, in its own configuration."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from localvision.analysis.qca.cases import Cases
from localvision.analysis.qca.chosen import chosen_model
from localvision.analysis.qca.complement import FREE
from localvision.analysis.qca.configuration import HALF, NOWHERE, corners, row_numbers
from localvision.analysis.qca.expression import Floats, Literal, literal_memberships
from localvision.analysis.qca.solution import Model, Solution
from localvision.analysis.qca.terms import Frame
from localvision.analysis.qca.truth import TruthTable
from localvision.errors.analysis import qca_checks as say

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Standing:
    """The cases of a model, as arrays in the order of the cases.

    Parameters
    ----------
    terms : memberships, shape (terms, cases).
    unique : whether a case is typical (in the term and the outcome, and no higher in the term)
        of exactly one term.
    rows : number of each case's truth-table row; 0 for a case that is in none.
    corner : membership in that row; NaN for a case that is in none.
    """

    model: Model
    table: TruthTable
    terms: Floats
    outcome: Floats
    whole: Floats
    unique: Flags
    rows: npt.NDArray[np.int64]
    corner: Floats
    written: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the cases."""
        return self.table.source.names

    @classmethod
    def of(cls, solution: Solution | Model, model: int | str | None) -> Standing:
        """Take the model that is meant, and work out where its cases stand."""
        chosen = solution if isinstance(solution, Model) else chosen_model(solution, model)
        problem = chosen.problem
        table = problem.table
        terms = np.array([problem.frame.memberships(cube) for cube in chosen.cubes])
        rows, corner, written = case_corners(table)
        return cls(
            chosen,
            table,
            terms,
            problem.frame.outcome,
            terms.max(axis=0),
            np.asarray(((terms > HALF) & (terms <= problem.frame.outcome)).sum(axis=0) == 1),
            rows,
            corner,
            written,
        )

    def chosen_terms(self, term: int | str | None) -> list[int]:
        """Places of the terms that are meant: one, or all."""
        names = self.model.terms
        if term is None:
            return list(range(len(names)))
        if isinstance(term, int) and 1 <= term <= len(names):
            return [term - 1]
        wanted = {part.strip() for part in str(term).split("*")}
        for place, name in enumerate(names):
            if set(name.split("*")) == wanted:
                return [place]
        raise say.UNKNOWN_TERM.error(term=term, terms=", ".join(names))

    def literals(self, place: int) -> list[tuple[Literal, Floats]]:
        """The conjuncts of one term, each with its memberships."""
        frame = self.model.problem.frame
        return [
            (literal, literal_part(self.table.source, literal))
            for literal in frame.term(self.model.cubes[place])
        ]


def literal_part(source: Cases, literal: Literal) -> Floats:
    """Membership of the cases in one literal."""
    name = literal.condition
    return literal_memberships(literal, source.columns[name], source.fuzzy[name])


def case_corners(table: TruthTable) -> tuple[npt.NDArray[np.int64], Floats, tuple[str, ...]]:
    """Row of each case in the truth table, its membership there, and the row written out."""
    half = "drop" if table.half == "error" else table.half
    found = corners(table.source, table.conditions, half)
    somewhere = (found != NOWHERE).all(axis=1)
    frame = Frame(table.conditions, table.source, table.outcome_memberships)
    numbers = np.zeros(len(found), dtype=np.int64)
    membership = np.full(len(found), np.nan)
    written = [""] * len(found)
    placed = np.flatnonzero(somewhere)
    numbers[placed] = row_numbers(found[placed], table.levels)
    for number in np.unique(numbers[placed]):
        members = np.flatnonzero(numbers == number)
        cube = np.where(found[members[0]] == NOWHERE, FREE, found[members[0]])
        membership[members] = frame.memberships(cube.tolist())[members]
        for member in members:
            written[member] = frame.write(cube.tolist())
    return numbers, membership, tuple(written)
