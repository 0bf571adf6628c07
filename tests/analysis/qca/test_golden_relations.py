from __future__ import annotations

from typing import Any

from localvision.analysis import qca
from tests.analysis.qca.golden_cases import data_of, disjunction, each, same

FIGURES = {
    "inclN": "consistency",
    "RoN": "relevance",
    "covN": "coverage",
    "inclS": "consistency",
    "PRI": "pri",
    "covS": "coverage",
}


@each("relations")
def test_relations_are_those_of_r(case: dict[str, Any]) -> None:
    given = case["args"]
    options = {
        "consistency_cut": given["incl.cut"],
        "coverage_cut": given.get("cov.cut", 0.0),
        "depth": given.get("depth"),
    }
    columns = data_of(case)["columns"]
    if given.get("relation") == "sufficiency":
        found = qca.sufficient_conditions(columns, given["outcome"], **options)
    else:
        found = qca.necessary_conditions(
            columns, given["outcome"], relevance_cut=given.get("ron.cut", 0.0), **options
        )
    expected = case["result"]
    ours = {disjunction(row.expression): row for row in found}
    theirs = {disjunction(text): place for place, text in enumerate(expected.get("term", ()))}
    assert set(ours) == set(theirs)
    assert len(found) == len(theirs)
    for expression, place in theirs.items():
        for name, figure in FIGURES.items():
            if name in expected:
                assert same(expected[name][place], getattr(ours[expression], figure))
