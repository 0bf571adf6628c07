"""Data at the boundary: dicts, polars, pandas; missing values, halves, don't-cares."""

from __future__ import annotations

from typing import Any

import pandas as pd
import polars as pl
import pytest

from localvision.analysis import qca
from localvision.errors import LocalVisionError

COLUMNS: dict[str, list[Any]] = {
    "A": [0.9, 0.8, 0.2, 0.1],
    "B": [1, 0, 1, 0],
    "Y": [0.8, 0.9, 0.3, 0.1],
}
PLACES = ["North", "South", "East", "West"]


def code_of(data: Any, outcome: str = "Y", **options: Any) -> str:
    with pytest.raises(LocalVisionError) as caught:
        qca.truth_table(data, outcome, **options)
    return caught.value.code


@pytest.mark.parametrize(
    ("data", "cases"),
    [
        (COLUMNS, PLACES),
        ({**COLUMNS, "place": PLACES}, "place"),
        (pl.DataFrame({**COLUMNS, "place": PLACES}), "place"),
        (pd.DataFrame({**COLUMNS, "place": PLACES}), "place"),
        (pd.DataFrame(COLUMNS, index=PLACES), None),
        (pl.DataFrame(COLUMNS), PLACES),
    ],
)
def test_every_kind_of_table_gives_the_same(data: Any, cases: Any) -> None:
    table = qca.truth_table(data, "Y", cases=cases, consistency_cut=0.8)
    assert table.conditions == ("A", "B")
    assert {row.row: row.cases for row in table.rows} == {
        1: ("West",), 2: ("East",), 3: ("South",), 4: ("North",)
    }  # fmt: skip
    assert [row.output for row in table.rows] == ["0", "0", "1", "1"]


def test_cases_are_numbered_without_names() -> None:
    assert qca.truth_table(COLUMNS, "Y").rows[0].cases == ("4",)


@pytest.mark.requirement("R312")
@pytest.mark.parametrize("gap", [None, float("nan"), ""])
def test_a_missing_value_is_named_and_never_zero(gap: object) -> None:
    data = {**COLUMNS, "A": [0.9, gap, 0.2, 0.1]}
    with pytest.raises(LocalVisionError) as caught:
        qca.truth_table(data, "Y", cases=PLACES)
    assert caught.value.code == "qca.missing-membership"
    assert "South" in str(caught.value)
    table = qca.truth_table(data, "Y", cases=PLACES, missing="drop", consistency_cut=0.8)
    assert table.missing == ("South",)
    assert table.n == 3
    assert "qca.cases-dropped" in [warning.code for warning in table.warnings]
    assert all("South" not in row.cases for row in table.rows)
    assert qca.minimize(table).missing == ("South",)


def test_a_half_is_named_dropped_or_moved() -> None:
    data = {**COLUMNS, "A": [0.9, 0.5, 0.2, 0.1]}
    with pytest.raises(LocalVisionError) as caught:
        qca.truth_table(data, "Y", cases=PLACES)
    assert caught.value.code == "qca.half-membership"
    assert "South in A" in str(caught.value)

    def rows(half: Any) -> dict[int, tuple[str, ...]]:
        table = qca.truth_table(data, "Y", cases=PLACES, half=half)
        assert "qca.half-treated" in [warning.code for warning in table.warnings]
        return {row.row: row.cases for row in table.rows}

    assert 3 not in rows("drop")
    assert rows("up")[3] == ("South",)
    assert rows("down")[1] == ("South", "West")


def test_an_outcome_at_half_is_said() -> None:
    data = {**COLUMNS, "Y": [0.8, 0.5, 0.3, 0.1]}
    table = qca.truth_table(data, "Y", cases=PLACES)
    [warning] = [one for one in table.warnings if one.code == "qca.outcome-half"]
    assert "South" in warning.what


def test_temporal_data_with_dont_care() -> None:
    data = {"A": ["1", "1", "0", "0"], "THEN": ["1", "0", "-", "-"], "Y": [1, 0, 0, 0]}
    table = qca.truth_table(data, "Y")
    assert [tuple(row.configuration) for row in table.rows] == [(0, "-"), (1, 0), (1, 1)]
    assert [row.row for row in table.rows] == [3, 4, 5]  # "-" counts as a value after 0 and 1
    [model] = qca.minimize(table, "parsimonious").models
    assert model.terms == ("THEN",)


def test_configuration_by_name() -> None:
    row = qca.truth_table(COLUMNS, "Y").rows[-1]
    assert row.configuration["B"] == row.configuration[1] == 1
    assert row.configuration.as_dict() == {"A": 1, "B": 1}


@pytest.mark.parametrize(
    ("code", "changes", "options"),
    [
        ("qca.unknown-column", {}, {"conditions": ["A", "Z"]}),
        ("qca.unknown-column", {}, {"outcome": "Z"}),
        ("qca.unknown-column", {}, {"cases": "Z"}),
        ("qca.column-lengths", {"A": [1, 0]}, {}),
        ("qca.not-a-number", {"A": ["x", 1, 0, 1]}, {}),
        ("qca.not-calibrated", {"A": [-0.1, 0.2, 0.3, 0.4]}, {}),
        ("qca.not-calibrated", {"A": [1.5, 0.2, 0.3, 0.4]}, {}),
        ("qca.not-whole", {"A": [2, 0.2, 0.3, 0.4]}, {}),
        ("qca.outcome-is-condition", {}, {"conditions": "A, Y"}),
        ("qca.no-conditions", {}, {"conditions": []}),
        ("qca.dont-care-outcome", {"Y": ["-", "1", "0", "1"]}, {}),
        ("qca.outcome-needs-value", {"Y": [0, 1, 2, 1]}, {}),
        ("qca.case-names", {}, {"cases": ["only one"]}),
        ("qca.duplicate-cases", {}, {"cases": ["a", "a", "b", "c"]}),
        ("qca.unknown-choice", {}, {"half": "maybe"}),
        ("qca.unknown-choice", {}, {"missing": "zero"}),
        ("qca.cut-out-of-range", {}, {"consistency_cut": 1.2}),
        ("qca.cut-out-of-range", {}, {"frequency_cut": 0}),
        ("qca.cuts-in-wrong-order", {}, {"consistency_cut": (0.5, 0.8)}),
        ("qca.no-rows-left", {}, {"frequency_cut": 5}),
        ("qca.unknown-row", {}, {"exclude": [99]}),
        ("qca.expression-unreadable", {}, {"exclude": "A*"}),
    ],
)
def test_what_cannot_be_used_is_refused(
    code: str, changes: dict[str, Any], options: dict[str, Any]
) -> None:
    options = dict(options)
    outcome = options.pop("outcome", "Y")
    assert code_of({**COLUMNS, **changes}, outcome, **options) == code


def test_something_that_is_no_table() -> None:
    assert code_of(3) == "qca.not-a-table"
    assert code_of({"A": [], "Y": []}) == "qca.no-cases"


def test_negated_multi_value_and_composite_outcomes() -> None:
    data = {"A": [1, 1, 0, 0], "Y": [2, 1, 0, 2], "Z": [1, 0, 1, 0]}
    assert [row.output for row in qca.truth_table(data, "Y[2]", "A, Z").rows] == [
        "1", "0", "0", "1"
    ]  # fmt: skip
    assert [row.output for row in qca.truth_table(data, "~Y[2]", "A, Z").rows] == [
        "0", "1", "1", "0"
    ]  # fmt: skip
    assert [row.output for row in qca.truth_table(data, "Y[2] + Z", "A").rows] == ["1", "0"]


def test_names_with_signs_that_other_tools_stumble_over() -> None:
    data = {"start-up PRI": [1, 1, 0], "n": [1, 0, 0], "out 1": [1, 1, 0]}
    table = qca.truth_table(data, "out 1")
    [model] = qca.minimize(table, "parsimonious").models
    assert model.terms == ("start-up PRI",)
    assert qca.fit("start-up PRI*~n", "out 1", data).consistency == 1
