"""Theory evaluation and cluster diagnostics, against SetMethods and by hand."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import polars as pl
import pytest

from localvision.analysis import qca
from localvision.analysis.qca.cases import read_columns
from localvision.analysis.qca.notation import read_expression
from localvision.errors import LocalVisionError
from tests.analysis.qca.golden_cases import golden

CASES = {case["id"]: case for case in golden("setmethods")}
THEORY = CASES["setmethods__SCHF_theory_pars__EMP_MA"]
CLUSTERS = [case for name, case in CASES.items() if "_cluster" in name]
NEARLY = 1e-6  # SetMethods adds tiny numbers so as never to divide by zero
LETTERS = {
    "TSY": "covered most likely", "~TSY": "covered least likely",
    "T~SY": "uncovered most likely", "~T~SY": "uncovered least likely",
    "TS~Y": "inconsistent most likely", "~TS~Y": "inconsistent least likely",
    "T~S~Y": "consistent most likely", "~T~S~Y": "consistent least likely",
}  # fmt: skip


@pytest.fixture(scope="module")
def evaluated() -> qca.TheoryEvaluation:
    data = golden("datasets")[THEORY["data"]]
    table = qca.truth_table(
        data["columns"], "EXPORT", THEORY["args"]["conditions"], consistency_cut=0.9,
        cases=data["case_ids"], half="drop",
    )  # fmt: skip
    return qca.theory_evaluation("~EMP*MA", qca.minimize(table, "parsimonious"))


def on_the_fence() -> set[str]:
    data = golden("datasets")[THEORY["data"]]
    pairs = zip(data["case_ids"], data["columns"]["EXPORT"], strict=True)
    return {name for name, value in pairs if value == 0.5}


@pytest.mark.parametrize("letters", LETTERS)
def test_kinds_of_cases_are_those_of_setmethods(
    evaluated: qca.TheoryEvaluation, letters: str
) -> None:
    expected = THEORY["result"]["cases"][letters]
    found = evaluated[LETTERS[letters]]
    if letters == "TS~Y":
        # SetMethods finds none, and so leaves these four out of all its kinds.
        listed = {n for one in THEORY["result"]["cases"].values() for n in one["CaseNames"]}
        everyone = set(golden("datasets")[THEORY["data"]]["case_ids"])
        assert set(found.cases) == everyone - listed - on_the_fence()
        assert len(found.cases) == 4
        return
    assert set(found.cases) == set(expected["CaseNames"]) - {"No cases in this intersection"}
    share = float(expected["CaseNo"][0].split("=")[-1].rstrip("% "))
    of_outcome = float(expected["CaseNo2"][0].split("=")[-1].rstrip("% "))
    assert found.share * 100 == pytest.approx(share, abs=0.0051)
    assert found.share_of_outcome * 100 == pytest.approx(of_outcome, abs=0.0051)


def test_areas_fit_as_in_setmethods(evaluated: qca.TheoryEvaluation) -> None:
    expected = THEORY["result"]["fit"]
    ours = {one.area: one for one in evaluated.areas}
    ours |= {"Theory": evaluated.theory_fit, "Sol.Formula": evaluated.model_fit}
    for place, name in enumerate(expected["row"]):
        if name in ours:
            one = ours[name]
            figures = (one.consistency, one.coverage, one.pri)
            theirs = [expected[key][place] for key in ("Cons.Suf", "Cov.Suf", "PRI")]
            assert figures == pytest.approx(theirs, abs=5e-4)


def test_areas_are_written_in_conditions_that_mean_the_same(
    evaluated: qca.TheoryEvaluation,
) -> None:
    columns = golden("datasets")[THEORY["data"]]["columns"]
    cases = read_columns(columns, THEORY["args"]["conditions"])
    theirs = dict(zip(("T*S", "~T*S", "T*~S", "~T*~S"),
                      (THEORY["result"]["inters"][k][0] for k in ("TE", "tE", "Te", "te")),
                      strict=True))  # fmt: skip
    crisp = {name: (cases.columns[name] > 0.5).astype(float) for name in cases.columns}
    all_corners = read_columns(crisp, list(crisp))
    for one in evaluated.areas:
        assert one.expression is not None
        ours = all_corners.union(read_expression(one.expression))
        np.testing.assert_array_equal(ours, all_corners.union(read_expression(theirs[one.area])))


def test_every_case_off_the_fence_is_of_exactly_one_kind(
    evaluated: qca.TheoryEvaluation,
) -> None:
    names = [name for one in evaluated.kinds for name in one.cases]
    assert len(names) == len(set(names))
    assert len(names) == 76 - len(on_the_fence()) == 75
    assert "covered most likely" in repr(evaluated)
    assert evaluated.to_dict()["areas"][0]["area"] == "T*S"


def check(found: qca.ClusterFit, expected: dict[str, Any]) -> None:
    def same(figures: list[float], theirs: list[float]) -> None:
        assert figures == pytest.approx(theirs, rel=NEARLY)

    same([found.pooled.consistency], expected["POCOS"])
    same([one.consistency for one in found.between], expected["BECOS"])
    same([one.consistency for one in found.within], expected["WICONS"])
    same([found.pooled.coverage], expected["Coverages"]["pooled"])
    same([one.coverage for one in found.between], expected["Coverages"]["between"])
    same([one.coverage for one in found.within], expected["Coverages"]["within"])
    same([found.between_distance, found.within_distance], [*expected["dBP"], *expected["dWP"]])


@pytest.mark.parametrize("case", CLUSTERS, ids=[case["id"] for case in CLUSTERS])
def test_clusters_are_those_of_setmethods(case: dict[str, Any]) -> None:
    columns = golden("datasets")[case["data"]]["columns"]
    given = case["args"]
    results = case["result"].get("output", {given.get("results"): case["result"]})
    for text, expected in results.items():
        found = qca.cluster_diagnostics(
            text, "EXPORT", columns, clusters="YEAR", units="COUNTRY",
            relation="necessity" if given.get("necessity") else "sufficiency",
        )  # fmt: skip
        check(found.whole, expected)
        assert [f"{one.label} ({one.n}) " for one in found.whole.between] == (
            expected["cluster_ids"]
        )


PANEL = {
    "A": [1, 1, 0, 1, 0, 0],
    "Y": [1, 0, 0, 1, 1, 0],
    "WAVE": ["1", "1", "1", "2", "2", "2"],
    "PLACE": ["N", "E", "S", "N", "E", "S"],
}


def test_a_unit_outside_the_expression_has_no_consistency() -> None:
    found = qca.cluster_diagnostics("A", "Y", PANEL, clusters="WAVE", units="PLACE").whole
    within = {one.label: one.consistency for one in found.within}
    assert within["N"] == 1
    assert within["E"] == 0
    assert math.isnan(within["S"])
    assert found.undefined == 1
    # Shares 1 and 0 of two defined units, from a half each.
    assert found.within_distance == pytest.approx(math.sqrt(0.5))


def test_frames_and_given_labels_do_as_well_as_columns() -> None:
    by_column = qca.cluster_diagnostics("A", "Y", PANEL, clusters="WAVE", units="PLACE")
    frame = pl.DataFrame(PANEL)
    by_label = qca.cluster_diagnostics(
        "A", "Y", frame, clusters=PANEL["WAVE"], units=PANEL["PLACE"]
    )
    assert by_label.to_dict()["rows"] == by_column.to_dict()["rows"]
    assert qca.cluster_diagnostics("A", "Y", frame, clusters="WAVE").whole.within == ()


def test_a_unit_that_is_missing_in_a_wave_is_named() -> None:
    short = {name: values[:-1] for name, values in PANEL.items()}
    found = qca.cluster_diagnostics("A", "Y", short, clusters="WAVE", units="PLACE")
    assert ["S" in warning.what for warning in found.warnings] == [True]


@pytest.mark.parametrize("clusters", ["YEAR", ["1", "2"], [*PANEL["WAVE"][:5], None]])
def test_labels_that_do_not_fit_are_refused(clusters: Any) -> None:
    with pytest.raises(LocalVisionError, match="cluster-labels"):
        qca.cluster_diagnostics("A", "Y", PANEL, clusters=clusters)
