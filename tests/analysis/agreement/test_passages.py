"""Agreement on text: disagreements, bases, documents, pairs, intervals, and refusals."""

import dataclasses
import math
import pickle

import numpy as np
import pytest

from localvision.analysis.agreement import (
    Continuum,
    Resampling,
    agreement_table,
    code_agreement,
    cohen_kappa,
    disagreements,
    fleiss_kappa,
    gwet_ac1,
    gwet_ac2,
    krippendorff_alpha,
    unitizing_alpha,
)
from localvision.errors import LocalVisionError


@pytest.fixture
def shared_text():
    """Two documents, three readers; Cy read only the second and marked nothing."""
    marks = [
        ("Ann", "one", 0, 10, "hope"),
        ("Ben", "one", 5, 10, "hope"),
        ("Ann", "two", 20, 30, "fear"),
        ("Ben", "two", 20, 30, "hope"),
        ("Ann", "two", 25, 30, "hope"),
    ]
    readers = {"one": ["Ann", "Ben"], "two": ["Ann", "Ben", "Cy"]}
    return Continuum({"one": 100, "two": 50}, marks, readers)


def test_disagreements_come_with_place_coders_and_codes(shared_text):
    rows = disagreements(shared_text)
    assert [(r.document, r.start, r.end, r.codes, r.kind) for r in rows] == [
        ("one", 0, 5, (("hope",), ()), "found by some"),
        ("two", 20, 25, (("fear",), ("hope",), ()), "found by some"),
        ("two", 25, 30, (("fear", "hope"), ("hope",), ()), "found by some"),
    ]
    assert rows[1].coders == ("Ann", "Ben", "Cy")
    assert rows[2].contested == ("fear", "hope")
    with pytest.raises(dataclasses.FrozenInstanceError):
        rows[0].start = 3


def test_disagreements_of_two_coders_and_one_code(shared_text):
    rows = disagreements(shared_text, codes=["hope"], coders=["Ann", "Ben"], documents=["two"])
    assert [(r.start, r.end, r.codes) for r in rows] == [(20, 25, ((), ("hope",)))]


def test_disagreements_keep_the_offsets_of_the_document():
    text = Continuum({"d": (150, 450)}, [("A", "d", 200, 210, "x")], ["A", "B"])
    assert [(r.start, r.end) for r in disagreements(text)] == [(200, 210)]


def test_the_base_is_stated_and_changes_the_figure(shared_text):
    pair = shared_text.only(coders=["Ann", "Ben"], documents=["one"])
    whole = code_agreement(pair, "hope", statistic="percent")
    coded = code_agreement(pair, "hope", statistic="percent", base="coded by anyone")
    assert (whole.result.value, whole.result.n_units, whole.base) == (0.95, 100, "all text")
    assert (coded.result.value, coded.result.n_units) == (0.5, 10)
    assert coded.result.base == "coded by anyone"


@pytest.mark.parametrize(
    ("both", "first", "second", "cohen"),
    [(250, 250, 250, 0.0), (100, 500, 100, -0.0714)],
)
def test_kappa_on_characters_is_cohens(both, first, second, cohen):
    """The chance level of 500/500/250 of 1,000, and 600/200/100: hand-worked Cohen."""
    marks = [("A", "d", 0, both + first, "x"), ("B", "d", first, both + first + second, "x")]
    found = code_agreement(Continuum({"d": 1000}, marks), "x", statistic="kappa").result
    assert found.value == pytest.approx(cohen, abs=5e-5)


def test_alpha_on_characters_equals_alpha_on_ratings(shared_text):
    ratings = np.full((3, 150), np.nan)
    ratings[:2], ratings[2, 100:] = 0, 0
    ratings[0, :10] = ratings[1, 5:10] = ratings[1, 120:130] = ratings[0, 125:130] = 1
    found = code_agreement(shared_text, "hope").result
    assert found.value == pytest.approx(krippendorff_alpha(ratings).value)
    assert found.missing == 100
    ac1 = code_agreement(shared_text, "hope", statistic="ac1").result
    assert ac1.value == pytest.approx(gwet_ac1(ratings).value)


def test_table_by_code_document_and_pair(shared_text):
    rows = agreement_table(shared_text, by_document=True, by_pair=True)
    found = {(r.code, r.document, r.coders) for r in rows}
    assert ("hope", "one", ("Ann", "Ben")) in found
    assert ("fear", "two", ("Ben", "Cy")) in found
    assert len(found) == len(rows) == 2 * (1 + 3)


def test_nothing_shared_is_said_and_not_shown_as_agreement():
    alone = Continuum({"a": 10, "b": 10}, [("A", "a", 0, 5, "x")], {"a": ["A"], "b": ["B"]})
    found = code_agreement(alone, "x").result
    assert math.isnan(found.value)
    assert "nothing to compare" in found.note
    assert math.isnan(unitizing_alpha(alone).value)
    assert disagreements(alone) == ()


def test_no_variation_is_said():
    found = krippendorff_alpha([[1, 1, 1], [1, 1, 1]])
    assert math.isnan(found.value)
    assert "no variation" in found.note
    assert math.isnan(found.interval.low)


def test_intervals_are_seeded_and_hold_the_figure():
    rng = np.random.default_rng(3)
    truth = rng.integers(0, 3, 200)
    ratings = np.where(rng.random((3, 200)) < 0.8, truth, rng.integers(0, 3, (3, 200)))
    found = krippendorff_alpha(ratings)
    assert found.interval == krippendorff_alpha(ratings).interval
    assert found.interval.low < found.value < found.interval.high
    assert found.bootstrap(Resampling(seed=9)) != found.interval
    narrow = found.bootstrap(Resampling(level=0.5))
    assert narrow.high - narrow.low < found.interval.high - found.interval.low


def test_interval_agrees_with_drawing_units_one_by_one():
    ratings = np.array([[0, 1, 0, 1, 1, 0, 0, 1] * 5, [0, 1, 1, 1, 0, 0, 0, 1] * 5])
    rng = np.random.default_rng(1)
    drawn = [cohen_kappa(*ratings[:, rng.integers(0, 40, 40)]).value for _ in range(400)]
    low, high = cohen_kappa(*ratings).interval
    assert (low, high) == pytest.approx(tuple(np.quantile(drawn, [0.025, 0.975])), abs=0.08)


def test_results_are_frozen_and_travel_between_processes():
    found = gwet_ac1([[1, 0, 1], [1, 1, 0]])
    with pytest.raises(dataclasses.FrozenInstanceError):
        found.value = 1.0
    assert pickle.loads(pickle.dumps(found)) == found
    assert "Gwet" in found.source


def test_weights_by_numbers_count_a_step_that_nobody_used():
    assert cohen_kappa([1, 2, 4], [1, 4, 4], "linear").value != pytest.approx(
        cohen_kappa([1, 2, 3], [1, 3, 3], "linear").value
    )
    own = [[1, 0.5, 0], [0.5, 1, 0.5], [0, 0.5, 1]]
    a, b = [1, 2, 3, 1], [1, 3, 3, 2]
    assert cohen_kappa(a, b, own).value == pytest.approx(cohen_kappa(a, b, "linear").value)


MARK = ("A", "d", 0, 5, "x")


@pytest.mark.parametrize(
    ("code", "attempt"),
    [
        ("too-few-coders", lambda: gwet_ac1([[1, 2]])),
        ("not-a-table", lambda: gwet_ac1([[1, 2], [1]])),
        ("not-a-table", lambda: gwet_ac1([1, 2])),
        ("unequal-lengths", lambda: cohen_kappa([1, 2], [1])),
        ("not-counts", lambda: fleiss_kappa([[1.5, 2]])),
        ("not-finite", lambda: gwet_ac1([[1, math.inf], [1, 1]])),
        ("level-unknown", lambda: krippendorff_alpha([[1], [1]], "cyclic")),
        ("needs-numbers", lambda: krippendorff_alpha([["a"], ["b"]], "ordinal")),
        ("needs-numbers", lambda: gwet_ac2([["a", "b"], ["b", "a"]])),
        ("ratio-negative", lambda: krippendorff_alpha([[-1, 2], [1, 2]], "ratio")),
        ("weights-unknown", lambda: cohen_kappa([1, 2], [1, 2], "cubic")),
        ("weights-unfit", lambda: cohen_kappa([1, 2], [1, 2], [[1]])),
        ("variant-unknown", lambda: unitizing_alpha(Continuum({"d": 9}, [MARK], "AB"), "(k)u")),
        ("units-overlap", lambda: unitizing_alpha(
            Continuum({"d": 9}, [MARK, ("A", "d", 4, 6, "y")], "AB"))),
        ("unknown-document", lambda: Continuum({"e": 9}, [MARK])),
        ("unknown-coder", lambda: Continuum({"d": 9}, [MARK], ["B", "C"])),
        ("span-outside", lambda: Continuum({"d": 3}, [MARK])),
        ("empty-document", lambda: Continuum({"d": 0}, [])),
        ("base-unknown", lambda: code_agreement(Continuum({"d": 9}, [MARK]), "x", base="some")),
        ("statistic-unknown", lambda: agreement_table(Continuum({"d": 9}, [MARK]), statistic="?")),
    ],
)  # fmt: skip
def test_what_cannot_be_measured_is_refused_with_its_code(code, attempt):
    with pytest.raises(LocalVisionError) as raised:
        attempt()
    assert raised.value.problems[0].code == f"agreement.{code}"
