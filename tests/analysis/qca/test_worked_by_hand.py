"""Small comparisons worked by hand, and a published one."""

from __future__ import annotations

import math

import numpy as np
import pytest

from localvision.analysis import qca
from localvision.errors import LocalVisionError

# Breakdown and survival of democracy between the wars (Lipset's thesis), crisp sets as in
# D. Berg-Schlosser and G. De Meur, in B. Rihoux and C. Ragin (eds) (2009), "Configurational
# Comparative Methods", ch. 3: wealthy, urban, literate, industrial, stable government; survival.
PLACES = {
    "AU": "10110 0", "BE": "11111 1", "CZ": "11111 1", "EE": "00101 0", "FI": "10101 1",
    "FR": "10111 1", "DE": "11110 0", "GR": "00000 0", "HU": "00100 0", "IE": "10101 1",
    "IT": "00001 0", "NL": "11111 1", "PL": "00100 0", "PT": "00000 0", "RO": "00001 0",
    "ES": "00000 0", "SE": "10111 1", "UK": "11111 1",
}  # fmt: skip
CONDITIONS = ["DEV", "URB", "LIT", "IND", "STB"]


def lipset() -> dict[str, list[int]]:
    columns = {
        name: [int(row[place]) for row in PLACES.values()] for place, name in enumerate(CONDITIONS)
    }
    return {**columns, "SURV": [int(row[-1]) for row in PLACES.values()]}


def survival() -> qca.TruthTable:
    return qca.truth_table(lipset(), "SURV", cases=list(PLACES))


def test_published_conservative_solution() -> None:
    # p. 58: DEVELOPED*urban*LITERATE*STABLE + DEVELOPED*LITERATE*INDUSTRIAL*STABLE
    [model] = qca.minimize(survival()).models
    assert set(model.terms) == {"DEV*~URB*LIT*STB", "DEV*LIT*IND*STB"}
    assert set(model.cases["DEV*~URB*LIT*STB"]) == {"FI", "IE", "FR", "SE"}
    assert model.fit.coverage == model.fit.consistency == 1


def test_published_parsimonious_solution() -> None:
    # p. 65: DEVELOPED*STABLE
    [model] = qca.minimize(survival(), "parsimonious").models
    assert model.terms == ("DEV*STB",)
    assert len(model.simplifying_assumptions) == 5  # eight rows with both, three of them seen


def test_published_breakdown() -> None:
    # p. 65: developed + stable
    [model] = qca.minimize(qca.negated(survival()), "parsimonious").models
    assert set(model.terms) == {"~DEV", "~STB"}


def test_an_intermediate_solution_by_hand() -> None:
    # With every presence expected to help, literacy may not drop from the terms (its absence
    # would have to help), and the absence of cities may.
    solution = qca.minimize(
        survival(), "intermediate", directional_expectations=dict.fromkeys(CONDITIONS, 1)
    )
    [model] = solution.models
    assert model.terms == ("DEV*LIT*STB",)
    # DEV*URB*LIT*~IND*STB is the one unobserved row of that term: 11101 is row 30.
    assert solution.easy_counterfactuals == (30,)
    assert set(solution.difficult_counterfactuals) == {18, 20, 26, 28}
    [pair] = solution.pairs
    assert pair.parsimonious.terms == ("DEV*STB",)
    assert model.simplifying_assumptions == (30,)


def test_fuzzy_consistency_by_hand() -> None:
    data = {"A": [0.9, 0.8, 0.3, 0.1], "Y": [0.8, 0.9, 0.1, 0.2]}
    low, high = qca.truth_table(data, "Y", consistency_cut=0.8).rows
    # In A: (.8 + .8 + .1 + .1) / (.9 + .8 + .3 + .1); torn: .2 + .1 + .1 + .1.
    assert high.consistency == pytest.approx(1.8 / 2.1)
    assert high.pri == pytest.approx((1.8 - 0.5) / (2.1 - 0.5))
    # Out of A: (.1 + .2 + .1 + .2) / (.1 + .2 + .7 + .9).
    assert low.consistency == pytest.approx(0.6 / 1.9)
    assert (high.output, low.output) == ("1", "0")
    assert high.cases == ("1", "2")
    assert low.deviant_cases == ("3", "4")


def test_necessity_by_hand() -> None:
    data = {"A": [0.9, 0.8, 0.3, 0.1], "Y": [0.8, 0.9, 0.1, 0.2]}
    found = qca.fit("A", "Y", data, "necessity")
    assert found.consistency == pytest.approx(1.8 / 2.0)
    assert found.coverage == pytest.approx(1.8 / 2.1)
    assert found.relevance == pytest.approx((0.1 + 0.2 + 0.7 + 0.9) / (0.2 + 0.2 + 0.9 + 0.9))


def test_unique_coverage_is_what_no_other_term_has() -> None:
    data = {"A": [1, 1, 0, 0], "B": [0, 1, 1, 0], "Y": [1, 1, 1, 0]}
    found = qca.fit("A + B", "Y", data)
    assert [term.coverage for term in found.terms] == [pytest.approx(2 / 3)] * 2
    assert [term.unique_coverage for term in found.terms] == [pytest.approx(1 / 3)] * 2
    assert found.unique_coverage == found.coverage == 1


def test_nothing_in_nothing_is_undefined_not_zero() -> None:
    data = {"A": [1, 1], "B": [0, 0], "Y": [1, 0]}
    assert math.isnan(qca.fit("A*B", "Y", data).consistency)


def test_a_cut_is_met_within_its_tolerance() -> None:
    # 0.8 exactly, but for rounding: (0.4 + 0.4) / 1.0 with sums that are not exact in binary.
    data = {"A": [0.1] * 10, "Y": [0.1] * 8 + [0.0] * 2, "B": [1] * 10}
    rows = qca.truth_table({**data, "A": [0.6] * 10, "Y": [0.6] * 8 + [0.0] * 2}, "Y", "A, B",
                           consistency_cut=0.8).rows  # fmt: skip
    assert [row.output for row in rows] == ["1"]
    above = qca.truth_table({**data, "A": [0.6] * 10, "Y": [0.6] * 8 + [0.0] * 2}, "Y", "A, B",
                            consistency_cut=0.8 + 1e-6).rows  # fmt: skip
    assert [row.output for row in above] == ["0"]


def test_two_cuts_give_contradictions_and_three_ways_to_treat_them() -> None:
    data = {"A": [1, 1, 1, 0, 0], "B": [1, 0, 0, 1, 0], "Y": [1, 1, 0, 0, 0]}
    table = qca.truth_table(data, "Y", consistency_cut=(0.9, 0.4))
    assert {row.row: row.output for row in table.rows} == {1: "0", 2: "0", 3: "C", 4: "1"}

    def terms(contradictions: str) -> set[tuple[str, ...]]:
        found = qca.minimize(table, "parsimonious", contradictions=contradictions)  # type: ignore[arg-type]
        return {model.terms for model in found.models}

    assert terms("exclude") == {("A*B",)}
    assert terms("include") == {("A",)}
    assert terms("explain") == {("A",)}
    kept = qca.minimize(table, contradictions="exclude").models[0]
    assert kept.terms == ("A*B",)


def test_excluded_rows_are_not_assumed() -> None:
    # Only A*B is positive and ~A*~B negative; A*~B must not be assumed, so A alone will not do.
    data = {"A": [1, 0], "B": [1, 0], "Y": [1, 0]}
    free = qca.minimize(qca.truth_table(data, "Y"), "parsimonious")
    assert {model.terms for model in free.models} == {("A",), ("B",)}
    for table, options in (
        (qca.truth_table(data, "Y", exclude="A*~B"), {}),
        (qca.truth_table(data, "Y", exclude=[3]), {}),
        (qca.truth_table(data, "Y"), {"exclude": "A*~B"}),
    ):
        found = qca.minimize(table, "parsimonious", **options)
        assert {model.terms for model in found.models} == {("B",)}


def test_an_observed_row_excluded_by_number_counts_as_negative() -> None:
    data = {"A": [1, 1, 0], "B": [1, 0, 0], "Y": [1, 1, 0]}
    table = qca.truth_table(data, "Y", exclude=[3])
    [row] = [row for row in table.rows if row.row == 3]
    assert row.excluded
    assert row.output == "0"
    [model] = qca.minimize(table, "parsimonious").models
    assert model.terms == ("B",)


def test_nothing_to_explain_and_nothing_to_compare() -> None:
    for outcome, code in (([0, 0], "qca.nothing-to-explain"), ([1, 1], "qca.nothing-to-compare")):
        table = qca.truth_table({"A": [1, 0], "Y": outcome}, "Y")
        for kind in ("conservative", "parsimonious"):
            with pytest.raises(LocalVisionError) as caught:
                qca.minimize(table, kind)  # type: ignore[arg-type]
            assert caught.value.code == code


def test_an_intermediate_solution_needs_expectations() -> None:
    with pytest.raises(LocalVisionError) as caught:
        qca.minimize(survival(), "intermediate")
    assert caught.value.code == "qca.needs-expectations"


def test_expectations_may_be_written_in_several_ways() -> None:
    ways = [
        dict.fromkeys(CONDITIONS, 1),
        [1, 1, 1, 1, 1],
        "1,1,1,1,1",
        "DEV, URB, LIT, IND, STB",
        ["DEV", "URB", "LIT", "IND", "STB"],
    ]
    found = {
        qca.minimize(survival(), "intermediate", directional_expectations=way).models[0].terms
        for way in ways
    }
    assert found == {("DEV*LIT*STB",)}
    assert (
        qca.minimize(survival(), "intermediate", directional_expectations={"DEV": None})
        .models[0]
        .terms
        == qca.minimize(survival()).models[0].terms
    )


def test_memberships_can_come_straight_from_calibration() -> None:
    raw = np.array([400.0, 600.0, 800.0, 1000.0])
    data = {
        "A": qca.calibrate(raw, [450, 700, 950]),
        "Y": qca.calibrate(raw * 2, [900, 1400, 1900]),
    }
    assert qca.fit("A", "Y", data).consistency == pytest.approx(1)
