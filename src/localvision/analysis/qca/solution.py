"""What a minimisation gives: every model, its fit, and the assumptions it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
import polars as pl

from localvision.analysis.qca.complement import FREE, Cubes
from localvision.analysis.qca.exclusion import rows_of
from localvision.analysis.qca.family import Family
from localvision.analysis.qca.fit import Fit, fit_terms
from localvision.analysis.qca.implicants import covers
from localvision.analysis.qca.result import Provenance, Result, Table
from localvision.analysis.qca.terms import Frame
from localvision.analysis.qca.truth import TruthTable

MODELS_IN_A_TABLE = 200  # further models are counted in the table's last line


@dataclass(frozen=True, repr=False)
class Model:
    """One model: terms that together cover all positive rows.

    Parameters
    ----------
    cubes : shape (terms, conditions), FREE where a condition is left out.
    """

    cubes: Cubes = field(compare=False)
    terms: tuple[str, ...]
    problem: Problem = field(compare=False, repr=False)

    def __str__(self) -> str:
        return " + ".join(self.terms)

    def __repr__(self) -> str:
        return f"Model({str(self)!r})"

    @property
    def expression(self) -> str:
        """The model as one expression."""
        return str(self)

    @cached_property
    def fit(self) -> Fit:
        """Sufficiency of the model and of each of its terms."""
        problem = self.problem
        table = problem.table
        return fit_terms(
            self.terms,
            [problem.frame.memberships(cube) for cube in self.cubes],
            table.source,
            table.outcome,
            problem.frame.outcome,
            "sufficiency",
            Provenance(f"fit of {self}", table.n, table.missing),
        )

    @cached_property
    def cases(self) -> dict[str, tuple[str, ...]]:
        """For each term, the cases of the positive rows that it covers."""
        found: dict[str, tuple[str, ...]] = {}
        for term, cube in zip(self.terms, self.cubes, strict=True):
            covered = covers(self.problem.positives, cube)
            rows = [row for row, yes in zip(self.problem.rows, covered, strict=True) if yes]
            found[term] = tuple(name for row in rows for name in row.cases)
        return found

    @cached_property
    def simplifying_assumptions(self) -> tuple[int, ...]:
        """Numbers of unobserved rows that the model says would have the outcome."""
        return self.problem.assumed_rows(self.cubes)


@dataclass(frozen=True)
class Problem:
    """The rows to be explained, and the setting."""

    table: TruthTable
    frame: Frame
    rows: tuple[Any, ...]  # the positive rows of the truth table
    positives: Cubes

    def assumed_rows(self, cubes: Cubes) -> tuple[int, ...]:
        """Rows in any of the cubes that are no positive row."""
        flags = rows_of(cubes, self.frame.levels)
        known = self.positives[(self.positives != FREE).all(axis=1)]
        flags &= ~rows_of(known, self.frame.levels)
        return tuple((np.flatnonzero(flags) + 1).tolist())

    def model(self, cubes: Cubes) -> Model:
        """Make a model of some cubes."""
        return Model(cubes, self.frame.write_all(cubes), self)


@dataclass(frozen=True, repr=False)
class PrimeImplicantChart:
    """Which prime implicant covers which positive row.

    `matrix` has shape (implicants, rows).
    """

    implicants: tuple[str, ...]
    rows: tuple[int, ...]
    matrix: np.ndarray = field(compare=False)

    def to_frame(self) -> pl.DataFrame:
        """Return the chart as a polars data frame with one line for each implicant."""
        columns: dict[str, Any] = {"implicant": list(self.implicants)}
        for place, row in enumerate(self.rows):
            columns[str(row)] = self.matrix[:, place].tolist()
        return pl.DataFrame(columns)

    def to_dict(self) -> dict[str, Any]:
        """Return plain values that JSON can hold."""
        return {
            "implicants": list(self.implicants),
            "rows": list(self.rows),
            "matrix": self.matrix.tolist(),
        }

    def __repr__(self) -> str:
        width = max([len(name) for name in self.implicants], default=0)
        head = " " * width + "  " + " ".join(map(str, self.rows))
        lines = [
            name.ljust(width)
            + "  "
            + " ".join(
                ("x" if yes else "-").center(len(str(row)))
                for yes, row in zip(line, self.rows, strict=True)
            )
            for name, line in zip(self.implicants, self.matrix, strict=True)
        ]
        return "\n".join([head, *lines])


@dataclass(frozen=True, repr=False)
class IntermediatePair:
    """What comes of one conservative and one parsimonious model.

    Parameters
    ----------
    easy_cubes : what the pair may assume: the conservative terms without the literals that
        neither the parsimonious model nor the expectations ask for.
    """

    conservative: Model
    parsimonious: Model
    prime_implicants: tuple[str, ...]
    essential: tuple[str, ...]
    models: Family[Model]
    easy_cubes: Cubes = field(compare=False)

    @cached_property
    def easy_counterfactuals(self) -> tuple[int, ...]:
        """Unobserved rows that the expectations allow to be assumed."""
        return self.conservative.problem.assumed_rows(self.easy_cubes)

    @cached_property
    def difficult_counterfactuals(self) -> tuple[int, ...]:
        """Assumptions of the parsimonious model that the expectations do not support."""
        easy = set(self.easy_counterfactuals)
        assumed = self.parsimonious.simplifying_assumptions
        return tuple(row for row in assumed if row not in easy)


@dataclass(frozen=True, repr=False)
class Solution(Result):
    """All models of one kind, with what they rest on.

    Parameters
    ----------
    kind : "conservative", "parsimonious" or "intermediate".
    models : every model; `len(models)` is exact. A long family is made only as it is looked
        at.
    complete : whether these are all models; if not, `bounds` and a warning say what is known.
    bounds : no model has fewer terms than the first; those listed have at most the second.
    prime_implicants, chart, essential : what the models are made of. For an intermediate
        solution: of all its pairs together.
    pairs : for an intermediate solution, each conservative with each parsimonious model.
    conservative, parsimonious : for an intermediate solution, what it was made from.
    """

    kind: str
    outcome: str
    models: Family[Model]
    prime_implicants: tuple[str, ...]
    essential: tuple[str, ...]
    chart: PrimeImplicantChart
    complete: bool
    bounds: tuple[int, int]
    about: Provenance
    problem: Problem = field(compare=False)
    used: Cubes = field(compare=False)
    pairs: tuple[IntermediatePair, ...] = ()
    conservative: Solution | None = None
    parsimonious: Solution | None = None

    @property
    def n_models(self) -> int:
        """Number of models listed: all there are when `complete`."""
        return len(self.models)

    @property
    def easy_counterfactuals(self) -> tuple[int, ...]:
        """Rows that are easy counterfactuals for any pair (see `pairs` for each)."""
        return tuple(sorted({row for pair in self.pairs for row in pair.easy_counterfactuals}))

    @property
    def difficult_counterfactuals(self) -> tuple[int, ...]:
        """Rows that are difficult counterfactuals for any pair (see `pairs` for each)."""
        return tuple(sorted({row for pair in self.pairs for row in pair.difficult_counterfactuals}))

    @property
    def simplifying_assumptions(self) -> tuple[int, ...]:
        """Unobserved rows that any model assumes to have the outcome."""
        return self.problem.assumed_rows(self.used)

    @cached_property
    def overall(self) -> Fit:
        """Fit of all terms of all models together (unique coverage is across models)."""
        frame, table = self.problem.frame, self.problem.table
        return fit_terms(
            [frame.write(cube) for cube in self.used],
            [frame.memberships(cube) for cube in self.used],
            table.source,
            self.outcome,
            frame.outcome,
            "sufficiency",
            Provenance("fit of all models together", self.n, self.missing),
        )

    def _title(self) -> str:
        how_many = "1 model" if self.n_models == 1 else f"{self.n_models} models"
        more = "" if self.complete else " (not all: see below)"
        return f"{self.kind.capitalize()} solution for {self.outcome}: {how_many}{more}"

    def _table(self) -> Table:
        headings = [
            "model", "term", "consistency", "PRI", "coverage", "unique coverage", "cases",
        ]  # fmt: skip
        rows: list[list[Any]] = []
        for number, model in enumerate(self.models[:MODELS_IN_A_TABLE], start=1):
            for term in model.fit.terms:
                named = ", ".join(model.cases[term.term])
                figures = [term.consistency, term.pri, term.coverage, term.unique_coverage]
                rows.append([f"M{number}", term.term, *figures, named])
            whole = model.fit
            rows.append(
                [f"M{number}", "whole", whole.consistency, whole.pri, whole.coverage, None, ""]
            )
        if self.n_models > MODELS_IN_A_TABLE:
            left = self.n_models - MODELS_IN_A_TABLE
            rows.append(["...", f"and {left} more models", None, None, None, None, ""])
        return headings, rows

    def _facts(self) -> dict[str, Any]:
        shown = self.models[:MODELS_IN_A_TABLE]
        return {
            "kind": self.kind,
            "outcome": self.outcome,
            "n_models": self.n_models,
            "complete": self.complete,
            "bounds": list(self.bounds),
            "models": [list(model.terms) for model in shown],
            "prime_implicants": list(self.prime_implicants),
            "essential": list(self.essential),
        }
