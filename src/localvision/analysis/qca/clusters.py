"""Cluster diagnostics: does a relation hold everywhere, or only over all places and years?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import narwhals as nw
import numpy as np

from localvision.analysis.qca.cases import check_choice, read_cases, some
from localvision.analysis.qca.expression import Floats, write_term
from localvision.analysis.qca.fit import Relation, necessity, sufficiency
from localvision.analysis.qca.notation import conditions_in, read_expression
from localvision.analysis.qca.result import Provenance, Result, Table, call_text
from localvision.errors import Problem, Where
from localvision.errors.analysis import qca_checks as say


@dataclass(frozen=True, slots=True)
class GroupFit:
    """Fit within one group of cases: n of them; NaN where undefined."""

    label: str
    n: int
    consistency: float
    coverage: float


@dataclass(frozen=True, slots=True)
class ClusterFit:
    """One expression over all cases, in each cluster, and in each unit.

    Parameters
    ----------
    pooled : all cases together.
    between : each cluster (such as a year) by itself; `within` : each unit (such as a place)
        over the clusters.
    between_distance, within_distance : how unequal the consistencies are: the Euclidean
        distance of their shares from equal shares, 0 when all are the same; NaN when fewer
        than two are defined. `undefined` says how many are not.
    """

    expression: str
    pooled: GroupFit
    between: tuple[GroupFit, ...]
    within: tuple[GroupFit, ...]
    between_distance: float
    within_distance: float
    undefined: int


@dataclass(frozen=True, repr=False)
class ClusterDiagnostics(Result):
    """The diagnostics of each term, and of the whole expression."""

    outcome: str
    relation: Relation
    terms: tuple[ClusterFit, ...]
    whole: ClusterFit
    about: Provenance

    def _title(self) -> str:
        return f"{self.relation.capitalize()} of {self.whole.expression} for {self.outcome}"

    def _table(self) -> Table:
        rows: list[list[Any]] = []
        parts = [*self.terms, self.whole] if len(self.terms) > 1 else [self.whole]
        for part in parts:
            for kind, groups in (
                ("pooled", (part.pooled,)), ("between", part.between), ("within", part.within),
            ):  # fmt: skip
                rows += [
                    [part.expression, kind, one.label, one.n, one.consistency, one.coverage]
                    for one in groups
                ]
            rows.append([part.expression, "distance", "between", None, part.between_distance, None])
            if part.within:
                rows.append(
                    [part.expression, "distance", "within", None, part.within_distance, None]
                )
        return ["expression", "kind", "group", "n", "consistency", "coverage"], rows

    def _facts(self) -> dict[str, Any]:
        return {"outcome": self.outcome, "relation": self.relation}


def cluster_diagnostics(
    expression: Any,
    outcome: str,
    data: Any,
    *,
    clusters: str | Sequence[Any],
    units: str | Sequence[Any] | None = None,
    relation: Relation = "sufficiency",
    cases: str | Sequence[str] | None = None,
) -> ClusterDiagnostics:
    """Tell whether a relation that holds over all cases also holds in each cluster and unit.

    Parameters
    ----------
    expression : `"A*~B + C"`, or a model of a solution.
    outcome : column; `"~Y"` for its negation.
    data : dict of columns, polars or pandas frame; one row for each unit in each cluster.
    clusters : the column (or labels) of years, waves or regions.
    units : the column (or labels) of places that come back in every cluster; optional.
    relation : "sufficiency" or "necessity".

    Returns
    -------
    ClusterDiagnostics : `.whole` and `.terms`, each pooled, between and within.

    Raises
    ------
    LocalVisionError : `qca.cluster-labels`, and others on data as `fit`.

    Limits
    ------
    A unit in which nobody is in the expression has no consistency: it is undefined, not
    perfect. Few cases in a cluster make large differences by chance.

    Source: R. García-Castro and M. Ariño (2016), "A General Approach to Panel Data
    Set-Theoretic Research". SetMethods 4.0 agrees.

    Examples
    --------
    >>> data = {"A": [1, 1, 0, 1], "Y": [1, 0, 0, 1], "WAVE": [1, 1, 2, 2]}
    >>> found = cluster_diagnostics("A", "Y", data, clusters="WAVE").whole
    >>> [(one.label, one.n, one.consistency) for one in found.between]
    [('1', 2, 0.5), ('2', 2, 1.0)]
    """
    check_choice("relation", relation, ("sufficiency", "necessity"))
    written = str(expression)
    source, _, target = read_cases(
        data, outcome, conditions_in(written), cases=cases, conditions_needed=False
    )
    stated = read_expression(written, source.levels)
    n = len(source.names)
    by_cluster = _labels(data, clusters, n, "clusters")
    by_unit = _labels(data, units, n, "units") if units is not None else []
    parts, outcomes = source.memberships(stated), source.union(target)
    groupings = (by_cluster, by_unit)
    terms = tuple(
        _diagnose(write_term(term), part, outcomes, groupings, relation)
        for term, part in zip(stated.terms, parts, strict=True)
    )
    whole = _diagnose(str(stated), source.union(stated), outcomes, groupings, relation)
    call = call_text(
        "cluster_diagnostics",
        expression=written,
        outcome=outcome,
        relation=relation,
        clusters=clusters if isinstance(clusters, str) else None,
        units=units if isinstance(units, str) else None,
    )
    about = Provenance(call, n, (), tuple(_unbalanced(by_cluster, by_unit)))
    return ClusterDiagnostics(outcome, relation, terms, whole, about)


def _labels(data: Any, given: str | Sequence[Any], n: int, what: str) -> list[str]:
    column: Any = given
    if isinstance(given, str):
        table: Any = data if isinstance(data, Mapping) else nw.from_native(data, eager_only=True)
        if given not in (table if isinstance(data, Mapping) else table.columns):
            why = f'there is no column "{given}"'
            raise say.CLUSTER_LABELS.error(where=Where(field=given), what=what, why=why)
        column = table[given]
    labels = list(column)
    if len(labels) != n:
        raise say.CLUSTER_LABELS.error(what=what, why=f"{len(labels)} labels for {n} cases")
    blank = [str(i + 1) for i, one in enumerate(labels) if one is None or one != one or one == ""]
    if blank:
        raise say.CLUSTER_LABELS.error(what=what, why=f"missing for case {some(blank)}")
    return [str(label) for label in labels]


def _diagnose(
    expression: str,
    inside: Floats,
    outcome: Floats,
    groupings: tuple[list[str], list[str]],
    relation: Relation,
) -> ClusterFit:
    pooled = _group("pooled", inside, outcome, relation)
    between = _groups(groupings[0], inside, outcome, relation)
    within = _groups(groupings[1], inside, outcome, relation)
    undefined = sum(one.consistency != one.consistency for one in (*between, *within))
    return ClusterFit(
        expression,
        pooled,
        between,
        within,
        _distance([one.consistency for one in between]),
        _distance([one.consistency for one in within]),
        undefined,
    )


def _groups(
    labels: Sequence[str], inside: Floats, outcome: Floats, relation: Relation
) -> tuple[GroupFit, ...]:
    array = np.array(labels, dtype=object)
    return tuple(
        _group(label, inside[array == label], outcome[array == label], relation)
        for label in dict.fromkeys(labels)
    )


def _group(label: str, inside: Floats, outcome: Floats, relation: Relation) -> GroupFit:
    measure = sufficiency if relation == "sufficiency" else necessity
    consistency, coverage, _, _ = measure(inside[None], outcome)
    return GroupFit(label, len(inside), float(consistency[0]), float(coverage[0]))


def _distance(figures: Sequence[float]) -> float:
    """Distance of the shares of each figure from equal shares."""
    known = np.array([figure for figure in figures if figure == figure])
    if len(known) < 2 or known.sum() == 0:
        return float("nan")
    return float(np.sqrt(((known / known.sum() - 1 / len(known)) ** 2).sum()))


def _unbalanced(clusters: Sequence[str], units: Sequence[str]) -> list[Problem]:
    expected = len(set(clusters))
    seen: dict[str, set[str]] = {}
    for cluster, unit in zip(clusters, units, strict=False):
        seen.setdefault(unit, set()).add(cluster)
    fewer = [unit for unit, found in seen.items() if len(found) < expected]
    return [say.UNITS_UNBALANCED.problem(count=len(fewer), units=some(fewer))] if fewer else []
