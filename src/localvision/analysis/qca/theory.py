"""Theory evaluation: what was expected, beside what was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from localvision.analysis.qca.algebra import intersection, negate
from localvision.analysis.qca.chosen import term_memberships
from localvision.analysis.qca.configuration import HALF
from localvision.analysis.qca.expression import Floats
from localvision.analysis.qca.fit import sufficiency
from localvision.analysis.qca.result import Provenance, Result, Table, call_text
from localvision.analysis.qca.solution import Model, Solution
from localvision.analysis.qca.standing import Standing
from localvision.errors import LocalVisionError

# In the theory, in the solution, in the outcome: what a case is then called.
KINDS = {
    (True, True, True): "covered most likely",
    (False, True, True): "covered least likely",
    (True, False, True): "uncovered most likely",
    (False, False, True): "uncovered least likely",
    (True, True, False): "inconsistent most likely",
    (False, True, False): "inconsistent least likely",
    (True, False, False): "consistent most likely",
    (False, False, False): "consistent least likely",
}
AREAS = {(True, True): "T*S", (False, True): "~T*S", (True, False): "T*~S", (False, False): "~T*~S"}


@dataclass(frozen=True, slots=True)
class Area:
    """Where theory (T) and solution (S) agree, or one goes without the other.

    Parameters
    ----------
    area : "T*S", "~T*S", "T*~S" or "~T*~S".
    expression : the area in conditions, as short as it gets; None where that would take too
        many configurations to work out.
    consistency, coverage, pri : as sufficient for the outcome; NaN where undefined.
    """

    area: str
    expression: str | None
    consistency: float
    coverage: float
    pri: float


@dataclass(frozen=True, slots=True)
class KindOfCase:
    """Cases of one kind.

    Parameters
    ----------
    kind : what the theory says of them (most or least likely to have the outcome), and
        whether the solution covers them, or is consistent with them.
    share : of all cases; `share_of_outcome` : of the cases with (or without) the outcome, NaN
        when there are none.
    """

    kind: str
    area: str
    cases: tuple[str, ...]
    share: float
    share_of_outcome: float


@dataclass(frozen=True, repr=False)
class TheoryEvaluation(Result):
    """The four areas and the eight kinds of cases."""

    theory: str
    model: str
    outcome: str
    areas: tuple[Area, ...]
    kinds: tuple[KindOfCase, ...]
    theory_fit: Area
    model_fit: Area
    about: Provenance

    def __getitem__(self, kind: str) -> KindOfCase:
        """The cases of one kind, by its name."""
        return next(one for one in self.kinds if one.kind == kind)

    def _title(self) -> str:
        return f"Theory {self.theory} beside {self.model} for {self.outcome}"

    def _table(self) -> Table:
        headings = ["kind", "area", "cases", "share", "share of outcome", "names"]
        rows: list[list[Any]] = [
            [
                one.kind, one.area, len(one.cases), one.share, one.share_of_outcome,
                ", ".join(one.cases),
            ]
            for one in self.kinds
        ]  # fmt: skip
        return headings, rows

    def _facts(self) -> dict[str, Any]:
        return {
            "theory": self.theory,
            "model": self.model,
            "outcome": self.outcome,
            "areas": [
                {
                    "area": one.area,
                    "expression": one.expression,
                    "consistency": _or_none(one.consistency),
                    "coverage": _or_none(one.coverage),
                    "pri": _or_none(one.pri),
                }
                for one in self.areas
            ],
        }


def theory_evaluation(
    theory: str, solution: Solution | Model, *, model: int | str | None = None
) -> TheoryEvaluation:
    """Tell where a theory and a solution agree, and which cases speak for or against each.

    Parameters
    ----------
    theory : what was expected to be enough, written before the analysis: `"A*~B + C"`.
    solution : see `minimize`; or one of its models.
    model : which model, where the solution has several: a number from 1, or an expression.

    Returns
    -------
    TheoryEvaluation : `.areas` (T*S, ~T*S, T*~S, ~T*~S with their fit) and `.kinds`: covered
        and uncovered, most and least likely cases with the outcome, and consistent and
        inconsistent ones without it.

    Raises
    ------
    LocalVisionError : `qca.choose-model`, `qca.unknown-model`, `qca.unknown-column`,
        `qca.expression-unreadable`.

    Limits
    ------
    A case is in a set above 0.5; a case at exactly 0.5 in the outcome is of no kind. The test
    means something only if the theory was written down before the solution was known.

    Source: C. Ragin (1987), "The Comparative Method", ch. 7; C. Schneider and C. Wagemann
    (2012), ch. 11. SetMethods 4.0 agrees.

    Examples
    --------
    >>> from localvision.analysis.qca import minimize, truth_table
    >>> data = {"A": [1, 1, 0, 0], "B": [1, 0, 1, 0], "Y": [1, 1, 0, 0]}
    >>> table = truth_table(data, "Y", cases=["N", "E", "S", "W"])
    >>> found = theory_evaluation("B", minimize(table))
    >>> found["covered least likely"].cases, found["consistent most likely"].cases
    (('E',), ('S',))
    """
    standing = Standing.of(solution, model)
    names, memberships = term_memberships(theory, standing.table)
    expected = np.maximum.reduce(memberships) if memberships else np.zeros(len(standing.names))
    text = " + ".join(names) or "0"
    found, outcome = standing.whole, standing.outcome
    parts = {
        (t, s): np.minimum(expected if t else 1 - expected, found if s else 1 - found)
        for t, s in AREAS
    }
    areas = tuple(
        _area(AREAS[key], _written(key, theory, standing), part, outcome)
        for key, part in parts.items()
    )
    call = call_text("theory_evaluation", theory=text, model=str(standing.model))
    table = standing.table
    return TheoryEvaluation(
        text,
        str(standing.model),
        table.outcome,
        areas,
        tuple(_kind(key, parts[key[:2]], standing) for key in KINDS),
        _area("T", text, expected, outcome),
        _area("S", str(standing.model), found, outcome),
        Provenance(call, table.n, table.missing, table.warnings),
    )


def _area(name: str, expression: str | None, part: Floats, outcome: Floats) -> Area:
    consistency, coverage, pri, _ = sufficiency(part[None], outcome)
    return Area(name, expression, float(consistency[0]), float(coverage[0]), float(pri[0]))


def _written(key: tuple[bool, bool], theory: str, standing: Standing) -> str | None:
    """The area in conditions; with very many conditions it is left unwritten."""
    levels = standing.table.source.levels if standing.table.multi_value else None
    sides = (theory, str(standing.model))
    try:
        chosen = [
            side if positive else negate(side, levels=levels)
            for positive, side in zip(key, sides, strict=True)
        ]
        return intersection(*chosen, levels=levels)
    except LocalVisionError as error:
        if error.problems[0].code != "qca.too-many-to-simplify":
            raise
        return None


def _kind(key: tuple[bool, bool, bool], part: Floats, standing: Standing) -> KindOfCase:
    with_outcome = standing.outcome > HALF if key[2] else standing.outcome < HALF
    members = np.flatnonzero((part > HALF) & with_outcome)
    names = tuple(standing.names[member] for member in members)
    total = int(with_outcome.sum())
    share = len(names) / total if total else float("nan")
    return KindOfCase(KINDS[key], AREAS[key[:2]], names, len(names) / len(standing.names), share)


def _or_none(value: float) -> float | None:
    return None if value != value else value
