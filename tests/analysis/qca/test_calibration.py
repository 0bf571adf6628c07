from __future__ import annotations

import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localvision.analysis import qca
from localvision.errors import LocalVisionError


def code_of(*args: object, **options: object) -> str:
    with pytest.raises(LocalVisionError) as caught:
        qca.calibrate(*args, **options)  # type: ignore[arg-type]
    return caught.value.code


def test_logistic_by_hand() -> None:
    # Half-way from crossover to inclusion: exp(log(19) / 2) / (1 + exp(log(19) / 2)).
    root = 19**0.5
    found = qca.calibrate([400, 475, 550, 725, 900], [400, 550, 900])
    expected = [0.05, 1 / (1 + root), 0.5, root / (1 + root), 0.95]
    np.testing.assert_allclose(found, expected, rtol=1e-12)
    assert found.ambiguous == ("3",)
    assert [warning.code for warning in found.warnings] == ["qca.on-the-fence"]


def test_names_of_cases_are_kept() -> None:
    values = {"North": 1.0, "South": None, "East": 2.0, "West": 3.0}
    found = qca.calibrate(values, [1, 2, 3], logistic=False)
    assert found.ambiguous == ("East",)
    assert found.missing == ("South",)
    assert found.n == 3
    assert np.isnan(found[1])
    frame = found.to_frame()
    assert frame["case"].to_list() == ["North", "South", "East", "West"]
    assert found.to_dict()["memberships"]["South"] is None
    named = qca.calibrate(pd.Series([1.0, 2.0], index=["a", "b"]), [1, 2, 3])
    assert named.names == ("a", "b")
    assert qca.calibrate(pl.Series([1.0, None, 2.0]), [1, 2, 3]).missing == ("2",)


def test_the_result_is_read_only_and_arithmetic_gives_plain_arrays() -> None:
    found = qca.calibrate([1, 2, 3], [1, 2, 3])
    with pytest.raises(ValueError, match="read-only"):
        found[0] = 1.0
    assert type(1 - found) is np.ndarray
    assert type(found[:2]) is np.ndarray
    assert pl.DataFrame({"A": found}).height == 3


def test_totally_fuzzy_and_relative() -> None:
    # E is 0.25, 0.75, 1 for the values 1, 2, 3: (E - 0.25) / 0.75.
    found = qca.calibrate([1, 2, 2, 3], method="TFR")
    np.testing.assert_allclose(found, [0, 2 / 3, 2 / 3, 1], rtol=1e-12)


def test_crisp_by_kind_or_by_method() -> None:
    assert qca.calibrate([1, 5, 9], [5], kind="crisp").tolist() == [0, 1, 1]
    assert qca.calibrate([1, 5, 9], [2, 6], method="crisp").tolist() == [0, 1, 2]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=20),
    st.lists(st.floats(-1e5, 1e5), min_size=3, max_size=3, unique=True),
    st.booleans(),
    st.booleans(),
)
def test_an_s_shape_never_falls_and_mirrors(
    values: list[float], anchors: list[float], logistic: bool, ecdf: bool
) -> None:
    low, middle, high = sorted(anchors)
    if min(middle - low, high - middle) < 1e-3:
        return
    rising = np.asarray(qca.calibrate(values, [low, middle, high], logistic=logistic, ecdf=ecdf))
    order = np.argsort(values)
    assert np.all(np.diff(rising[order]) >= -1e-12)
    assert rising.min() >= 0
    assert rising.max() <= 1
    mirrored = qca.calibrate(
        [-value for value in values], [-low, -middle, -high], logistic=logistic, ecdf=ecdf
    )
    if not ecdf:
        np.testing.assert_allclose(mirrored, rising, atol=1e-9)


@pytest.mark.parametrize(
    ("code", "args", "options"),
    [
        ("qca.anchors-needed", ([1, 2],), {}),
        ("qca.anchors-wrong", ([1, 2], [1, 2]), {}),
        ("qca.anchors-wrong", ([1, 2], [1, 3, 2]), {}),
        (
            "qca.anchors-wrong",
            (
                [1, 2],
                [2, 1],
            ),
            {"method": "crisp"},
        ),
        ("qca.anchors-wrong", ([1, 2], [1, 2, 3, 2, 1, 0]), {}),
        ("qca.anchors-wrong", ([1, 2], {"x": 1, "c": 2, "i": 3}), {}),
        ("qca.anchors-wrong", ([1, 2], ["a", 2, 3]), {}),
        ("qca.values-wrong", ([], [1, 2, 3]), {}),
        ("qca.values-wrong", (["a"], [1, 2, 3]), {}),
        ("qca.values-wrong", ([float("inf")], [1, 2, 3]), {}),
        ("qca.values-wrong", ([-1, 2, 3], [1, 2]), {"method": "indirect"}),
        ("qca.values-wrong", ([2, 2], None), {"method": "TFR"}),
        ("qca.unknown-choice", ([1, 2], [1, 2, 3]), {"method": "guess"}),
        ("qca.unknown-choice", ([1, 2], [1, 2, 3]), {"kind": "vague"}),
        ("qca.cut-out-of-range", ([1, 2], [1, 2, 3]), {"inclusion": 0.3}),
    ],
)
def test_what_cannot_be_used_is_refused(
    code: str, args: tuple[object, ...], options: dict[str, object]
) -> None:
    assert code_of(*args, **options) == code


def test_thresholds_need_enough_different_values() -> None:
    with pytest.raises(LocalVisionError) as caught:
        qca.find_thresholds([1, 1, 2], 3)
    assert caught.value.code == "qca.too-few-values"
    with pytest.raises(LocalVisionError):
        qca.find_thresholds([1, 2], 1)
