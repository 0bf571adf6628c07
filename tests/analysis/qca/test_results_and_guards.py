"""What every result carries, how it prints, and the guards for few cases (R311, R312)."""

from __future__ import annotations

import dataclasses
import json
import math
from typing import Any

import numpy as np
import polars as pl
import pytest

from localvision import __version__
from localvision.analysis import qca
from tests.analysis.qca.golden_cases import golden


def random_table(conditions: int, cases: int, seed: int = 1) -> qca.TruthTable:
    values = np.random.default_rng(seed).integers(0, 2, (cases, conditions))
    columns: dict[str, Any] = {f"C{place:02}": values[:, place] for place in range(conditions)}
    columns["Y"] = (values[:, 0] & values[:, 1]) | values[:, 2]
    return qca.truth_table(columns, "Y", cases=[f"place {n}" for n in range(cases)])


def codes(result: Any) -> set[str]:
    return {warning.code for warning in result.warnings}


def results() -> dict[str, Any]:
    table = random_table(4, 12)
    columns = table.source.columns
    return {
        "table": table,
        "conservative": qca.minimize(table),
        "intermediate": qca.minimize(
            table, "intermediate", directional_expectations=dict.fromkeys(table.conditions, 1)
        ),
        "fit": qca.fit("C00*C01", "Y", columns),
        "necessity": qca.fit("C00 + C02", "Y", columns, "necessity"),
        "necessary": qca.necessary_conditions(columns, "Y"),
        "sufficient": qca.sufficient_conditions(columns, "Y"),
        "enhanced": qca.enhanced_standard_analysis(table),
    }


@pytest.mark.parametrize("name", list(results()))
def test_every_result_is_frozen_and_shows_itself(name: str) -> None:
    result = results()[name]
    with pytest.raises(dataclasses.FrozenInstanceError):
        result.about = None
    assert result.call.startswith(("truth_table(", "minimize(", "fit(", "necessary_conditions(",
                                   "sufficient_conditions(", "enhanced_standard"))  # fmt: skip
    assert result.n == 12
    assert result.missing == ()
    assert result.version == __version__
    assert isinstance(result.to_frame(), pl.DataFrame)
    assert result.to_frame().height > 0
    plain = json.loads(json.dumps(result.to_dict(), allow_nan=False))
    assert plain["n"] == 12
    assert plain["rows"]
    text = repr(result)
    assert len(text.splitlines()) > 3
    page = result._repr_html_()
    assert page.startswith("<table><caption>")
    assert "<th scope='col'>" in page


def test_html_is_escaped() -> None:
    data = {"<b>A</b>": [1, 0], "Y": [1, 0]}
    page = qca.truth_table(data, "Y", cases=["<i>x</i>", "y"])._repr_html_()
    assert "<b>" not in page
    assert "&lt;i&gt;x&lt;/i&gt;" in page


@pytest.mark.requirement("R312")
def test_too_many_conditions_for_the_cases_are_warned_of() -> None:
    assert "qca.too-many-conditions" in codes(random_table(6, 25))
    assert "qca.too-many-conditions" not in codes(random_table(5, 25))
    assert "qca.too-many-conditions" not in codes(random_table(8, 1000))
    assert "qca.too-many-conditions" in codes(random_table(5, 12))
    assert "qca.too-many-conditions" not in codes(random_table(4, 12))
    [warning] = [
        one for one in random_table(6, 25).warnings if one.code == "qca.too-many-conditions"
    ]
    assert "6 conditions make 64 configurations for 25 cases" in warning.what


@pytest.mark.requirement("R312")
def test_all_models_are_shown_and_ambiguity_is_said() -> None:
    data = {"A": [1, 0], "B": [1, 0], "Y": [1, 0]}
    solution = qca.minimize(qca.truth_table(data, "Y"), "parsimonious")
    assert solution.n_models == 2
    assert "qca.model-ambiguity" in codes(solution)
    text = repr(solution)
    assert "M1" in text
    assert "M2" in text
    assert "p-value" not in text
    assert "*" * 2 not in text  # no significance stars
    one = qca.minimize(qca.truth_table({"A": [1, 0], "Y": [1, 0]}, "Y"))
    assert "qca.model-ambiguity" not in codes(one)


@pytest.mark.requirement("R311")
def test_limited_diversity_is_a_share_and_unseen_rows_are_no_zeros() -> None:
    table = qca.truth_table({"A": [1, 0, 0], "B": [1, 0, 1], "Y": [1, 0, 0]}, "Y")
    assert table.diversity == pytest.approx(3 / 4)
    assert "qca.limited-diversity" in codes(table)
    assert [row.row for row in table.rows] == [1, 2, 4]
    full = qca.truth_table({"A": [1, 0], "Y": [1, 0]}, "Y")
    assert "qca.limited-diversity" not in codes(full)


def test_rows_with_too_few_cases_are_kept_and_named() -> None:
    data = {"A": [1, 1, 0, 0, 0], "B": [1, 0, 0, 0, 0], "Y": [1, 1, 0, 0, 0]}
    table = qca.truth_table(data, "Y", frequency_cut=2, cases=list("vwxyz"))
    assert [row.row for row in table.rows] == [1]
    assert [row.cases for row in table.dropped_rows] == [("w",), ("v",)]
    [warning] = [one for one in table.warnings if one.code == "qca.rows-below-frequency"]
    assert "3 (w)" in warning.what


def test_skewed_membership_contradictions_and_simultaneous_subsets() -> None:
    data = {
        "A": [0.9] * 19 + [0.1],
        "B": [0.9, 0.1] * 10,
        "Y": [0.9, 0.1] * 10,
    }
    assert "qca.skewed-membership" in codes(qca.truth_table(data, "Y", consistency_cut=0.8))
    contradictory = {"A": [1, 1, 0], "Y": [1, 0, 0]}
    assert "qca.contradictory-rows" in codes(
        qca.truth_table(contradictory, "Y", consistency_cut=(0.9, 0.4))
    )
    both = {"A": [0.3, 0.4, 0.6, 0.3], "Y": [0.6, 0.4, 0.6, 0.4]}
    table = qca.truth_table(both, "Y", consistency_cut=0.8)
    assert qca.simultaneous_subset_rows(table) == (2,)
    assert "qca.simultaneous-subsets" in codes(table)


def test_a_stopped_search_says_what_is_known() -> None:
    columns = golden("datasets")
    assert columns
    rng = np.random.default_rng(3)
    values = rng.integers(0, 2, (260, 14))
    outcome = rng.integers(0, 2, 260)
    data = {f"C{place:02}": values[:, place] for place in range(14)} | {"Y": outcome}
    table = qca.truth_table(data, "Y", consistency_cut=0.5)
    solution = qca.minimize(table, "parsimonious", time_limit=0.5)
    assert not solution.complete
    low, high = solution.bounds
    assert 1 <= low <= high
    assert solution.n_models >= 1
    [warning] = [one for one in solution.warnings if one.code == "qca.limit-reached"]
    assert str(high) in warning.what
    # What is listed is true: every positive row is covered, no negative one.
    model = solution.models[0]
    assert len(model.terms) == high
    assert model.fit.consistency > 0.9


def test_a_model_limit_is_said_too() -> None:
    values = np.random.default_rng(8).integers(0, 2, (60, 9))
    outcome = np.random.default_rng(9).integers(0, 2, 60)
    data = {f"C{place}": values[:, place] for place in range(9)} | {"Y": outcome}
    table = qca.truth_table(data, "Y", consistency_cut=0.5)
    all_of_them = qca.minimize(table, "parsimonious", all_solutions=True, model_limit=50)
    assert not all_of_them.complete
    assert "model limit" in next(
        one.what for one in all_of_them.warnings if one.code == "qca.limit-reached"
    )


def test_more_than_22_conditions() -> None:
    values = np.random.default_rng(5).integers(0, 2, (12, 26))
    data = {f"C{place:02}": values[:, place] for place in range(26)}
    data["Y"] = values[:, 3]
    table = qca.truth_table(data, "Y")
    solution = qca.minimize(table, "parsimonious")
    assert ("C03",) in {model.terms for model in solution.models}
    assert solution.bounds == (1, 1)
    conservative = qca.minimize(table)
    assert conservative.complete
    with pytest.raises(Exception, match="too-many-rows-to-list"):
        _ = solution.models[0].simplifying_assumptions


def test_more_conditions_than_can_be_searched_to_the_end() -> None:
    random = np.random.default_rng(6)
    values = random.integers(0, 2, (80, 40))
    data: dict[str, Any] = {f"C{place:02}": values[:, place] for place in range(40)}
    data["Y"] = random.integers(0, 2, 80)
    table = qca.truth_table(data, "Y")
    solution = qca.minimize(table, "parsimonious", time_limit=0.6)
    assert not solution.complete
    assert solution.bounds[0] == 1  # with implicants missing, nothing smaller is ruled out
    assert "qca.limit-reached" in codes(solution)
    assert solution.models[0].fit.consistency == 1
    assert solution.models[0].fit.coverage == 1


def test_long_families_are_lazy_and_exact() -> None:
    family = qca.minimize(random_table(10, 12, seed=4), "parsimonious").models
    assert len({model.terms for model in family}) == len(family)
    assert family[-1].terms == family[len(family) - 1].terms
    with pytest.raises(IndexError):
        family[len(family)]


def test_undefined_figures_are_shown_as_a_dash() -> None:
    found = qca.fit("A*B", "Y", {"A": [1, 1], "B": [0, 0], "Y": [1, 0]})
    assert math.isnan(found.terms[0].consistency)
    assert "–" in repr(found)
    assert found.to_dict()["rows"][0]["consistency"] is None
