"""Calls that R QCA 3.25.1 could not answer, or answers wrongly: here they must be answered."""

from __future__ import annotations

from typing import Any

import numpy as np

from localvision.analysis import qca
from localvision.analysis.qca.implicants import covers
from tests.analysis.qca.golden_cases import data_of, each, minimise_arguments, table_arguments

MODELS_CHECKED = 200
MINIMISED = (
    "minimize_contradictions",
    "rand_allsol",
    "rand_conservative",
    "rand_intermediate",
    "rand_parsimonious",
)


@each("r_failures", *MINIMISED)
def test_every_model_is_found_and_is_one(case: dict[str, Any]) -> None:
    table = qca.truth_table(**table_arguments(case, case["args"]["truthTable"]))
    options = minimise_arguments(case["args"]["minimize"])
    solution = qca.minimize(table, **options)
    assert solution.complete
    assert solution.n_models >= 1
    refused = {"exclude": ("0", "C"), "include": ("0",), "explain": ("0",)}
    negative = [row for row in table.rows if row.output in refused[options["contradictions"]]]
    rows = np.array([list(row.configuration) for row in negative], dtype=np.int16)
    positives = solution.problem.positives
    seen = set()
    for model in solution.models[:MODELS_CHECKED]:
        seen.add(frozenset(model.terms))
        covered = np.array([covers(positives, cube) for cube in model.cubes])
        assert covered.any(axis=0).all()
        assert (covered.sum(axis=0) == 1).any()  # and each term is needed somewhere:
        for place in range(len(covered)):
            rest = np.delete(covered, place, axis=0)
            assert not rest.any(axis=0).all()
        for cube in model.cubes:
            assert not len(rows) or not covers(rows, cube).any()
    assert len(seen) == min(MODELS_CHECKED, solution.n_models)


@each("r_failures", "truthTable")
def test_two_cuts_put_contradictions_where_they_belong(case: dict[str, Any]) -> None:
    table = qca.truth_table(**table_arguments(case, case["args"]))
    high, low = case["args"]["incl.cut"]
    for row in table.rows:
        above = row.consistency + 1.5e-8 > high
        between = not above and row.consistency + 1.5e-8 > low
        assert row.output == ("1" if above else "C" if between else "0")


@each("r_failures", "superSubset")
def test_necessary_and_sufficient_at_once(case: dict[str, Any]) -> None:
    cut = case["args"]["incl.cut"]
    columns, outcome = data_of(case)["columns"], case["args"]["outcome"]
    both = qca.necessary_conditions(columns, outcome, consistency_cut=cut, coverage_cut=cut)
    for row in both:
        # Coverage of a necessary condition is its consistency as a sufficient one.
        assert qca.fit(row.expression, outcome, columns).consistency + 1e-12 >= cut
        assert qca.fit(row.expression, outcome, columns, "necessity").consistency + 1e-12 >= cut
    everything = qca.necessary_conditions(columns, outcome, consistency_cut=cut)
    assert {row.expression for row in both} == {
        row.expression for row in everything if row.coverage + 1e-12 >= cut
    }
