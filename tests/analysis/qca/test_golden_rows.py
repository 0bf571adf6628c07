from __future__ import annotations

from typing import Any

import pytest

from localvision.analysis import qca
from localvision.errors import LocalVisionError
from tests.analysis.qca.golden_cases import each, table_arguments

# R leaves row 42 out of the contradictory assumptions. Its own lists have it: both models for O
# assume row 42 (minimize_parsimonious__d.education_pars) and so does the fifth model for ~O
# (minimize_parsimonious__d.education_pars_neg), which is what makes an assumption contradictory.
LEFT_OUT_BY_R = {
    "findRows__d.education_t0": {42},
    "findRows__d.education_t2": {42},
    "findRows__d.education_t2_lowcut": {42},
}


@each("rows")
def test_rows_to_exclude_are_those_of_r(case: dict[str, Any]) -> None:
    if case["status"] == "error":
        with pytest.raises(LocalVisionError) as caught:
            found_rows(case)
        assert caught.value.code == "qca.nothing-to-compare"
        return
    expected = set(case["result"]["rows"]) | LEFT_OUT_BY_R.get(case["id"], set())
    assert found_rows(case) == expected


def found_rows(case: dict[str, Any]) -> set[int]:
    table = qca.truth_table(**table_arguments(case, case["args"]["truthTable"]))
    given = case["args"]["findRows"]
    kind = given["type"]  # 0 is all of 1 (untenable), 2 (contradictory), 3 (simultaneous)
    found: set[int] = set()
    if kind in (0, 1):
        observed = given.get("observed", False)
        found |= set(qca.untenable_rows(table, given["expression"], observed=observed))
    if kind in (0, 2):
        found |= set(qca.contradictory_assumptions(table))
    if kind in (0, 3):
        found |= set(qca.simultaneous_subset_rows(table))
    return found
