"""What the core shares with SetMethods: enhanced standard analysis, fit, skewness."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from localvision.analysis import qca
from tests.analysis.qca.golden_cases import golden, models, term

CASES = {case["id"]: case for case in golden("setmethods")}
ROUNDED = 5e-4  # SetMethods prints three decimals


def arguments(case: dict[str, Any]) -> dict[str, Any]:
    data = golden("datasets")[case["data"]]
    return {
        "data": data["columns"],
        "outcome": case["args"]["outcome"],
        "conditions": case["args"]["conditions"],
        "cases": data.get("case_ids"),
        "consistency_cut": case["args"]["incl.cut"],
    }


def excluded(case: dict[str, Any]) -> list[int | str]:
    given = case["args"]
    listed = given.get("untenable_LR", [])
    found: list[int | str] = [listed] if isinstance(listed, str) else list(listed)
    return found + [int(row) for row in given.get("contrad_rows", [])]


@pytest.mark.parametrize("name", ["setmethods__SCHF_esa_b", "setmethods__SCHF_esa_d"])
def test_enhanced_standard_analysis(name: str) -> None:
    case = CASES[name]
    table = qca.truth_table(**arguments(case))
    found = qca.enhanced_standard_analysis(
        table,
        untenable=excluded(case),
        necessary=case["args"].get("nec_cond"),
        directional_expectations=dict.fromkeys(table.conditions, 0),
        contradictory=False,
        simultaneous=False,
    )
    zeros = {row.row for row in table.rows if row.output == "0"}
    assert zeros | set(found.excluded) == set(case["result"]["zeros"])
    assert models(m.terms for m in found.parsimonious.models) == models(case["result"]["pars"])
    assert found.intermediate is not None
    pairs = {frozenset(models(m.terms for m in pair.models)) for pair in found.intermediate.pairs}
    assert pairs == {frozenset(models(listed)) for listed in case["result"]["int"].values()}


@pytest.mark.parametrize("name", ["setmethods__SCHF_QCAfit_nec", "setmethods__SCHF_QCAfit_nec_neg"])
def test_necessity_of_each_condition(name: str) -> None:
    case = CASES[name]
    outcome = "~EXPORT" if case["args"].get("neg.out") else "EXPORT"
    expected = case["result"]
    columns = golden("datasets")[case["data"]]["columns"]
    found = qca.fit(" + ".join(expected["row"]), outcome, columns, "necessity")
    ours = {term(one.term): one for one in found.terms}
    for place, text in enumerate(expected["row"]):
        one = ours[term(text)]
        for name_, figure in (
            ("Cons.Nec", one.consistency),
            ("Cov.Nec", one.coverage),
            ("RoN", one.relevance),
        ):
            assert figure == pytest.approx(expected[name_][place], abs=ROUNDED)


def test_sufficiency_of_the_conservative_model() -> None:
    case = CASES["setmethods__SCHF_QCAfit_cons"]
    table = qca.truth_table(**arguments(case))
    [model] = qca.minimize(table).models
    ours: dict[Any, Any] = {term(one.term): one for one in model.fit.terms}
    expected = case["result"]
    for place, text in enumerate(expected["row"]):
        one = model.fit if text == "solution_formula" else ours[term(text)]
        assert one.consistency == pytest.approx(expected["Cons.Suf"][place], abs=ROUNDED)
        assert one.coverage == pytest.approx(expected["Cov.Suf"][place], abs=ROUNDED)
        assert one.pri == pytest.approx(expected["PRI"][place], abs=ROUNDED)


def test_memberships_in_the_terms_of_a_model() -> None:
    case = CASES["setmethods__SCHF_pimdata_cons"]
    table = qca.truth_table(**arguments(case))
    [model] = qca.minimize(table).models
    ours = {
        term(text): model.problem.frame.memberships(cube)
        for text, cube in zip(model.terms, model.cubes, strict=True)
    }
    for text, column in case["result"].items():
        if term(text) in ours:
            np.testing.assert_allclose(ours[term(text)], column, rtol=1e-12)


def test_enhanced_standard_analysis_that_r_did_not_finish() -> None:
    [case] = [one for one in golden("r_failures") if one["id"] == "setmethods__SCHF_esa_c"]
    table = qca.truth_table(**arguments(case))
    found = qca.enhanced_standard_analysis(
        table, untenable=excluded(case), contradictory=False, simultaneous=False
    )
    assert found.parsimonious.complete
    assert found.parsimonious.n_models > 0
    assert set(found.excluded) == {14, 19, 46, 51}
    assert not set(found.excluded) & set(found.parsimonious.simplifying_assumptions)
