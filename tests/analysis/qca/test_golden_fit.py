from __future__ import annotations

from typing import Any

import pytest

from localvision.analysis import qca
from tests.analysis.qca.golden_cases import data_of, each, same, term

FIGURES = {
    "inclN": "consistency",
    "RoN": "relevance",
    "covN": "coverage",
    "inclS": "consistency",
    "PRI": "pri",
    "covS": "coverage",
    "covU": "unique_coverage",
}


@each("fit", "pof", "rand_pof")
def test_parameters_of_fit_are_those_of_r(case: dict[str, Any]) -> None:
    if case["status"] == "error":
        pytest.skip("R asked for a binomial test of fuzzy data; there is no such test here")
    given = case["args"]
    data = data_of(case)
    found = qca.fit(
        given["expression"],
        given["outcome"],
        data["columns"],
        given["relation"],
        cases=data["case_ids"],
    )
    check(found, case["result"])


@each("fit", "pofind")
def test_each_condition_alone_fits_as_in_r(case: dict[str, Any]) -> None:
    given = case["args"]
    found = qca.fit(
        " + ".join(case["result"]["term"]),
        given["outcome"],
        data_of(case)["columns"],
        given["relation"],
    )
    check(found, case["result"])


def check(found: qca.Fit, expected: dict[str, Any]) -> None:
    ours: dict[Any, Any] = {term(one.term): one for one in found.terms}
    for place, text in enumerate(expected["term"]):
        one = found if text == "expression" else ours[term(text)]
        for theirs, name in FIGURES.items():
            if theirs not in expected:
                continue
            value = expected[theirs][place]
            if value is None and theirs == "covU":
                continue  # a single term, or the whole: R leaves its unique coverage open
            assert same(value, getattr(one, name)), (text, theirs)
