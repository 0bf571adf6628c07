from __future__ import annotations

from typing import Any

import pytest

from localvision.analysis import qca
from localvision.errors import LocalVisionError
from tests.analysis.qca.golden_cases import (
    each,
    minimise_arguments,
    models,
    names,
    same,
    table_arguments,
    term,
    terms,
)

THE_ERROR_IS_THE_ANSWER = {
    "None of the values in OUT is explained": "qca.nothing-to-explain",
    "All truth table configurations are used": "qca.nothing-to-compare",
    "There are no solutions": "qca.no-model-meets-cut",
}
FIGURES = {
    "inclS": "consistency",
    "PRI": "pri",
    "covS": "coverage",
    "covU": "unique_coverage",
}


@each("minimise")
def test_models_and_all_they_rest_on_are_those_of_r(case: dict[str, Any]) -> None:
    options = minimise_arguments(case["args"]["minimize"])
    arguments = table_arguments(case, case["args"]["truthTable"])
    if case["status"] == "error":
        code = next(c for text, c in THE_ERROR_IS_THE_ANSWER.items() if text in case["error"])
        with pytest.raises(LocalVisionError) as caught:
            qca.minimize(qca.truth_table(**arguments), **options)
        assert caught.value.code == code
        return
    solution = qca.minimize(qca.truth_table(**arguments), **options)
    assert solution.complete
    expected = case["result"]
    # R prints the parsimonious solution first, whatever was asked for.
    check_solution(solution.parsimonious or solution, expected)
    if options["solution"] == "intermediate":
        check_pairs(solution, expected["intermediate"])


def check_solution(solution: qca.Solution, expected: dict[str, Any]) -> None:
    assert models(m.terms for m in solution.models) == models(expected["solutions"])
    assert len(solution.models) == len(expected["solutions"]) == solution.n_models
    assert terms(solution.prime_implicants) == terms(expected["PIs"])
    assert terms(solution.essential) == terms(expected["essential"])
    check_chart(solution, expected)
    check_fits(solution.models, expected["fit"]["models"])
    by_terms = {terms(model.terms): model for model in solution.models}
    for rows, model in zip(expected["SA"].values(), expected["solutions"], strict=True):
        assert by_terms[terms(model)].simplifying_assumptions == tuple(sorted(rows))
    if "overall" in expected["fit"]:
        check_terms(solution.overall, expected["fit"]["overall"])


def check_chart(solution: qca.Solution, expected: dict[str, Any]) -> None:
    ours = {
        term(name): line
        for name, line in zip(solution.chart.implicants, solution.chart.matrix, strict=True)
    }
    for name, line in zip(expected["PIs"], expected["chart"], strict=True):
        assert ours[term(name)].astype(int).tolist() == line
    if not any("-" in map(str, row.configuration) for row in solution.problem.rows):
        # With a don't-care R numbers the chart's rows by another rule than its truth table.
        assert list(map(str, solution.chart.rows)) == expected["chart_rows"]


def check_fits(found: Any, expected: list[dict[str, Any]]) -> None:
    by_terms = {terms(model.terms): model for model in found}
    for wanted in expected:
        model = by_terms[terms(wanted["terms"]["term"])]
        check_terms(model.fit, wanted["terms"])
        for theirs, ours in FIGURES.items():
            if theirs in wanted["solution"]:
                assert same(wanted["solution"][theirs], getattr(model.fit, ours))
        for place, text in enumerate(wanted["terms"]["term"]):
            if "cases" in wanted["terms"]:
                [written] = [one for one in model.terms if term(one) == term(text)]
                assert set(model.cases[written]) == names(wanted["terms"]["cases"][place])


def check_terms(fit: qca.Fit, wanted: dict[str, Any]) -> None:
    ours = {term(one.term): one for one in fit.terms}
    for place, text in enumerate(wanted["term"]):
        for theirs, name in FIGURES.items():
            value = wanted[theirs][place]
            if value is None and theirs == "covU":
                continue  # a single term: R leaves its unique coverage open
            assert same(value, getattr(ours[term(text)], name))


def check_pairs(solution: qca.Solution, expected: dict[str, Any]) -> None:
    pairs = {
        (terms(pair.conservative.terms), terms(pair.parsimonious.terms)): pair
        for pair in solution.pairs
    }
    assert len(pairs) == len(expected)
    for wanted in expected.values():
        pair = pairs[terms(wanted["c_sol"]), terms(wanted["p_sol"])]
        assert models(m.terms for m in pair.models) == models(wanted["solutions"])
        assert terms(pair.prime_implicants) == terms(wanted["PIs"])
        assert terms(pair.essential) == terms(wanted["essential"])
        assert pair.easy_counterfactuals == tuple(sorted(wanted["EC"]))
        assert pair.difficult_counterfactuals == tuple(sorted(wanted["DC"]))
        check_fits(pair.models, wanted["fit"]["models"])
    everything = [model for wanted in expected.values() for model in wanted["solutions"]]
    assert models(m.terms for m in solution.models) == models(everything)
    assert len(solution.models) == len(models(everything))
