"""What a coincidence analysis gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import polars as pl

from localvision.analysis.qca.result import Provenance, Result, Table


@dataclass(frozen=True, slots=True)
class SufficientCondition:
    """A conjunction that is enough for an outcome, with no part that is enough by itself."""

    outcome: str
    condition: str
    complexity: int
    consistency: float
    coverage: float

    def __str__(self) -> str:
        return f"{self.condition} -> {self.outcome}"


@dataclass(frozen=True, slots=True)
class AtomicSolution:
    """A model of one outcome: a disjunction from which nothing can be left out.

    Parameters
    ----------
    terms : conjunctions joined by "or".
    complexity : number of literals.
    """

    outcome: str
    terms: tuple[str, ...]
    complexity: int
    consistency: float
    coverage: float

    @property
    def expression(self) -> str:
        """What the outcome is said to be equivalent to."""
        return " + ".join(self.terms)

    def __str__(self) -> str:
        return f"{self.expression} <-> {self.outcome}"


@dataclass(frozen=True, slots=True)
class ComplexSolution:
    """A model of the whole structure: one atomic solution for each outcome it explains.

    `consistency` and `coverage` are the lowest of its parts.
    """

    parts: tuple[AtomicSolution, ...]
    complexity: int
    consistency: float
    coverage: float

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The outcomes it explains."""
        return tuple(part.outcome for part in self.parts)

    def __str__(self) -> str:
        if len(self.parts) == 1:
            return str(self.parts[0])
        return "*".join(f"({part})" for part in self.parts)


@dataclass(frozen=True, repr=False)
class CoincidenceAnalysis(Result):
    """Minimally sufficient conditions, atomic and complex solution formulas.

    Parameters
    ----------
    sufficient, atomic : by outcome, the simplest first. `complex` : the simplest first.
    complete : whether these are all; if not, a warning says what stopped the search.
    """

    sufficient: tuple[SufficientCondition, ...]
    atomic: tuple[AtomicSolution, ...]
    complex: tuple[ComplexSolution, ...]
    complete: bool
    about: Provenance

    def _title(self) -> str:
        return (
            f"Coincidence analysis: {len(self.complex)} complex and {len(self.atomic)} atomic "
            f"solutions, {len(self.sufficient)} minimally sufficient conditions"
        )

    def _table(self) -> Table:
        rows: list[list[Any]] = []
        for kind, listed in (("complex", self.complex), ("atomic", self.atomic)):
            rows += [
                [kind, str(one), one.consistency, one.coverage, one.complexity] for one in listed
            ]
        return ["kind", "formula", "consistency", "coverage", "complexity"], rows

    def sufficient_frame(self) -> pl.DataFrame:
        """The minimally sufficient conditions as a polars data frame."""
        return pl.DataFrame(
            {
                "outcome": [one.outcome for one in self.sufficient],
                "condition": [one.condition for one in self.sufficient],
                "consistency": [one.consistency for one in self.sufficient],
                "coverage": [one.coverage for one in self.sufficient],
                "complexity": [one.complexity for one in self.sufficient],
            }
        )

    def _facts(self) -> dict[str, Any]:
        return {
            "complete": self.complete,
            "sufficient": [
                {"formula": str(one), "consistency": one.consistency, "coverage": one.coverage}
                for one in self.sufficient
            ],
        }
