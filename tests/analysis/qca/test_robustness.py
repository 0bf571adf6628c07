"""Robustness against SetMethods, against exact values where SetMethods is wrong, and by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localvision.analysis import qca
from localvision.analysis.executors import AllCores
from localvision.analysis.qca.robust_core import KINDS, robust_cases, robust_fit
from localvision.errors import LocalVisionError
from tests.analysis.qca.golden_cases import golden, term

CASES = {case["id"]: case for case in golden("setmethods")}
EXACT = CASES["PAYF_rob_exact"]["result"]
TESTS = {
    "one": ["T1"],
    "two": ["T1", "T2"],
    "three": ["T1", "T2", "T3"],
    "four": ["T1", "T3", "T2", "T4"],
}
ROUNDED = 5e-4
ROUNDED_TWICE = 2e-3  # SetMethods divides figures that it has rounded before


def table_of_paper() -> qca.TruthTable:
    data = golden("datasets")[CASES["setmethods__PAYF_sols"]["data"]]
    return qca.truth_table(
        data["columns"],
        "HL",
        ["HE", "GG", "AH", "HI", "HW"],
        consistency_cut=0.87,
        frequency_cut=2,
        half="drop",
        cases=data["case_ids"],
    )


def against(name: str) -> qca.Robustness:
    listed = CASES["setmethods__PAYF_sols"]["result"]
    tests = [listed[test][0][0] for test in TESTS[name]]
    return qca.robustness(table_of_paper(), "parsimonious", tests=tests)


@pytest.mark.parametrize("name", TESTS)
def test_fit_parameters_are_exact_also_with_three_and_four_tests(name: str) -> None:
    found, expected = against(name), EXACT[name]
    assert found.fit.coverage == pytest.approx(expected["RF_cov"], rel=1e-12)
    assert found.fit.consistency == pytest.approx(expected["RF_cons"], rel=1e-12)
    assert found.fit.overlap_low == pytest.approx(expected["RF_SC_minTS"], rel=1e-12)
    assert found.fit.overlap_high == pytest.approx(expected["RF_SC_maxTS"], rel=1e-12)
    kinds = found.cases.by_kind
    shaky = len(kinds["shaky typical"]) + len(kinds["shaky deviant"])
    possible = len(kinds["possible typical"]) + len(kinds["possible deviant"])
    assert (shaky, possible) == (expected["n_shaky"], expected["n_possible"])


def test_fit_parameters_are_those_of_setmethods_with_two_tests() -> None:
    found, expected = against("two").fit, CASES["setmethods__PAYF_robfit_two"]["result"]
    ours = (found.coverage, found.consistency, found.overlap_low, found.overlap_high)
    theirs = [expected[name][0] for name in ("RF_cov", "RF_cons", "RF_SC_minTS", "RF_SC_maxTS")]
    assert ours == pytest.approx(theirs, abs=ROUNDED_TWICE)


@pytest.mark.parametrize("name", ["one", "two", "four"])
def test_the_robust_core_fits_as_in_setmethods(name: str) -> None:
    found = against(name).fit
    expected = CASES[f"setmethods__PAYF_corefit_{name}"]["result"]
    ours = (found.core_consistency, found.core_coverage, found.core_pri)
    assert ours == pytest.approx(expected, abs=ROUNDED)


@pytest.mark.parametrize("name", ["one", "two"])
def test_kinds_of_cases_are_those_of_setmethods(name: str) -> None:
    found, expected = against(name).cases, CASES[f"setmethods__PAYF_robcases_{name}"]["result"]
    parameters = expected["CaseParameters"]
    assert found.typical_ratio == pytest.approx(parameters["RCR_typ"][0], abs=ROUNDED)
    assert found.deviant_ratio == pytest.approx(parameters["RCR_dev"][0], abs=ROUNDED)
    assert found.rank == parameters["RCC_Rank"][0]
    letters = {(i, t, y): f"{'S' if i else 's'}1{'S' if t else 's'}2{'Y' if y else 'y'}"
               for i, t, y in KINDS}  # fmt: skip
    for key, kind in KINDS.items():
        listed = set(expected["CaseTypes"][letters[key]]["CaseNames"])
        assert set(found.by_kind[kind]) == listed - {"No cases in this intersection"}


def test_each_test_by_itself_is_as_in_setmethods_where_that_is_right() -> None:
    singles = {(one.rank, round(one.overlap, 2)) for one in against("four").tests}
    assert singles == {(4, 0.75), (4, 0.85), (3, 0.89), (3, 0.96)}
    two = CASES["setmethods__PAYF_robsingle_two"]["result"]
    ours = [(one.rank, one.overlap) for one in against("two").tests]
    assert [rank for rank, _ in ours] == two["RCC_Rank"]
    assert [overlap for _, overlap in ours] == pytest.approx(two["SC"], abs=ROUNDED)


def test_the_range_of_the_consistency_cut_holds_that_of_setmethods() -> None:
    found = qca.sensitivity_ranges(table_of_paper(), "parsimonious")["consistency cut"]
    # SetMethods steps by 0.01 and reports 0.85 to 0.87.
    assert 0.84 <= found.low < 0.85
    assert 0.87 <= found.high < 0.88


def test_ranges_of_anchors_are_those_of_setmethods() -> None:
    data = golden("datasets")[CASES["setmethods__LIPF_calibrange"]["data"]]["columns"]
    anchors = [400, 550, 900]
    columns = {**data, "DEVELOPED": qca.calibrate(data["raw_DEVELOPED"], anchors)}
    table = qca.truth_table(
        columns, "SURVIVED", "DEVELOPED, URBAN, LITERATE, INDUSTRIAL, STABLE",
        consistency_cut=0.8, half="drop",
    )  # fmt: skip
    found = qca.sensitivity_ranges(
        table,
        "parsimonious",
        calibrations={"DEVELOPED": qca.Calibration(data["raw_DEVELOPED"], anchors)},
        steps={"DEVELOPED": 25},
    )
    exclusion, crossover = found["DEVELOPED exclusion"], found["DEVELOPED crossover"]
    inclusion = found["DEVELOPED inclusion"]
    assert (exclusion.low, exclusion.high) == (400, 525)
    assert (crossover.low, crossover.high) == (550, 650)
    # SetMethods goes on to 550, where inclusion would be the crossover itself.
    assert (inclusion.low, inclusion.below, inclusion.high) == (575, "the next anchor", 925)


@pytest.fixture(scope="module")
def four_places() -> qca.TruthTable:
    data = {"A": [0.9, 0.8, 0.2, 0.1], "B": [0.9, 0.1, 0.8, 0.3], "Y": [0.8, 0.9, 0.3, 0.1]}
    return qca.truth_table(data, "Y", consistency_cut=0.9, cases=["N", "E", "S", "W"])


def test_a_cut_keeps_the_solution_inside_its_range_and_not_outside(
    four_places: qca.TruthTable,
) -> None:
    found = qca.sensitivity_ranges(four_places, "parsimonious")["consistency cut"]
    assert (found.low, found.high) == pytest.approx((0.5, 1.2 / 1.3))

    def models(cut: float) -> list[str]:
        table = qca.truth_table(
            {name: four_places.source.columns[name] for name in "ABY"}, "Y", consistency_cut=cut
        )
        return [str(model) for model in qca.minimize(table, "parsimonious").models]

    assert models(found.high) == models(found.low + 1e-6) == ["A"]
    assert models(found.high + 1e-6) != ["A"]


def test_a_case_at_half_in_the_outcome_is_of_no_kind() -> None:
    found = robust_cases(np.array([0.9]), np.array([[0.9]]), np.array([0.5]), ["x"])
    assert all(not names for names in found.by_kind.values())
    assert np.isnan(found.typical_ratio)
    assert found.rank == 1


def test_an_ambiguous_solution_asks_which_model_is_meant() -> None:
    data = {"A": [1, 1, 0, 0, 0], "B": [1, 1, 0, 0, 1], "C": [1, 1, 0, 1, 0], "Y": [1, 1, 0, 0, 0]}
    data["B"][4] = 0
    table = qca.truth_table(data, "Y")
    count = len(qca.minimize(table, "parsimonious").models)
    assert count > 1
    with pytest.raises(LocalVisionError, match="choose-model"):
        qca.robustness(table, "parsimonious", tests=["A"])
    assert qca.robustness(table, "parsimonious", model=1, tests=["A*B"]).fit.overlap_low == 1.0
    with pytest.raises(LocalVisionError, match="unknown-model"):
        qca.robustness(table, "parsimonious", model=count + 1, tests=["A"])


@pytest.mark.parametrize("tests", [[], None])
def test_without_any_test_solution_there_is_no_robustness(
    four_places: qca.TruthTable, tests: Any
) -> None:
    with pytest.raises(LocalVisionError, match="no-tests"):
        qca.robustness(four_places, "parsimonious", tests=tests)


def raw_table(**arguments: Any) -> tuple[qca.TruthTable, dict[str, qca.Calibration]]:
    raw = {"A": [80, 75, 30, 20, 60, 10], "B": [70, 20, 75, 35, 55, 30]}
    lasted = [0.9, 0.8, 0.3, 0.1, 0.7, 0.2]
    plan = {
        "A": qca.Calibration(raw["A"], [25, 50, 75], alternatives=[[25, 45, 75], [25, 60, 75]]),
        "B": qca.Calibration(raw["B"], [25, 50, 75], alternatives=[[25, 70, 75]]),
    }
    columns = {name: qca.calibrate(raw[name], [25, 50, 75]) for name in raw}
    table = qca.truth_table({**columns, "Y": lasted}, "Y", cases=list("NESWCX"), **arguments)
    return table, plan


def test_every_choice_is_solved_and_each_count_has_its_denominator() -> None:
    table, plan = raw_table(consistency_cut=0.8)
    grid = qca.robustness_grid(
        table, "parsimonious", calibrations=plan, consistency_cuts=[0.75, 0.85],
        frequency_cuts=[2],
    )  # fmt: skip
    assert len(grid.cells) == 3 * 2 * 3 * 2
    for one in grid.terms:
        having = [cell for cell in grid.cells if any(one.term in model for model in cell.models)]
        assert one.in_some == len(having)
        assert one.in_every <= one.in_some <= one.choices == len(grid.cells)
        assert one.in_every <= one.still_enough
    assert grid.failed
    assert all("qca." in cell.failed for cell in grid.failed)
    assert "qca.choices-failed" in {warning.code for warning in grid.warnings}


def test_the_grid_is_the_same_on_all_cores_and_tells_how_far_it_is() -> None:
    table, plan = raw_table(consistency_cut=0.8)
    seen: list[tuple[int, int]] = []
    options: dict[str, Any] = {
        "calibrations": plan,
        "consistency_cuts": [0.7, 0.75, 0.85],
        "frequency_cuts": [2],
    }
    here = qca.robustness_grid(
        table, "parsimonious", progress=lambda done, all_: seen.append((done, all_)), **options
    )
    assert seen == [(1, 3), (2, 3), (3, 3)]
    assert qca.robustness_grid(table, "parsimonious", executor=AllCores(2), **options) == here


def test_cancelling_stops_the_grid() -> None:
    table, plan = raw_table(consistency_cut=0.8)
    with pytest.raises(LocalVisionError, match="cancelled"):
        qca.robustness_grid(
            table, "parsimonious", calibrations=plan, cancelled=lambda: True,
            consistency_cuts=[0.7, 0.75, 0.85], frequency_cuts=[2],
        )  # fmt: skip


def test_models_of_other_choices_are_the_tests_unless_others_are_given() -> None:
    table, plan = raw_table(consistency_cut=0.8)
    found = qca.robustness(
        table, "parsimonious", calibrations=plan, consistency_cuts=[0.95], model=1
    )
    assert found.grid is not None
    assert found.tests
    assert "qca.models-as-tests" in {warning.code for warning in found.warnings}
    assert 0 <= found.fit.overlap_low <= 1
    assert "RF_cov" in repr(found)
    assert found.to_dict()["grid"]["outcome"] == "Y"


def test_anchors_that_did_not_make_the_memberships_are_refused() -> None:
    table, plan = raw_table(consistency_cut=0.8)
    wrong = {"A": qca.Calibration(plan["A"].values, [25, 55, 75])}
    with pytest.raises(LocalVisionError, match="calibration-differs"):
        qca.robustness_grid(table, "parsimonious", calibrations=wrong)
    short = {"A": qca.Calibration([1, 2], [25, 50, 75])}
    with pytest.raises(LocalVisionError, match="calibration-cases"):
        qca.robustness_grid(table, "parsimonious", calibrations=short)
    unknown = {"Z": plan["A"]}
    with pytest.raises(LocalVisionError, match="calibration-column"):
        qca.robustness_grid(table, "parsimonious", calibrations=unknown)


def test_terms_of_the_paper_are_found_by_any_order() -> None:
    table = table_of_paper()
    by_text = qca.robustness(table, "parsimonious", model="HE*~GG*HW*HI + AH*GG", tests=["GG*AH"])
    assert {term(part) for part in by_text.initial.split(" + ")} == {
        frozenset({"GG", "AH"}), frozenset({"HE", "~GG", "HI", "HW"}),
    }  # fmt: skip


memberships = st.lists(st.floats(0, 1).map(lambda v: round(v, 2)), min_size=5, max_size=5)


@settings(max_examples=60, deadline=None)
@given(memberships, st.lists(memberships, min_size=1, max_size=4), memberships)
def test_a_further_test_can_only_shrink_the_core_and_its_coverage(
    initial: list[float], tests: list[list[float]], outcome: list[float]
) -> None:
    one = robust_fit(np.array(initial), np.array(tests[:1]), np.array(outcome))
    all_ = robust_fit(np.array(initial), np.array(tests), np.array(outcome))
    if not np.isnan(one.coverage):
        assert all_.coverage <= one.coverage + 1e-12
        assert all_.coverage <= 1 + 1e-12
    same = robust_fit(np.array(initial), np.array([initial]), np.array(outcome))
    for figure in (same.coverage, same.consistency, same.overlap_low, same.overlap_high):
        assert np.isnan(figure) or figure == pytest.approx(1.0)
