from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from localvision.analysis import qca
from tests.analysis.qca.golden_cases import data_of, each

NAMES = {
    "type": "kind",
    "logistic": "logistic",
    "ecdf": "ecdf",
    "method": "method",
    "below": "below",
    "above": "above",
    "idm": "inclusion",
}


@each("calibration", "calibrate")
def test_memberships_are_those_of_r(case: dict[str, Any]) -> None:
    options = {NAMES[key]: value for key, value in case["args"].items() if key in NAMES}
    found = qca.calibrate(data_of(case)["x"], case["args"]["thresholds"], **options)
    np.testing.assert_allclose(found, case["result"]["x"], rtol=1e-12, atol=1e-14)


@each("calibration", "findTh")
def test_thresholds_are_those_of_r(case: dict[str, Any]) -> None:
    found = qca.find_thresholds(data_of(case)["x"], case["args"]["n"] + 1)
    assert found == pytest.approx(case["result"]["thresholds"], rel=1e-12)
