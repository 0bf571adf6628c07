"""Typical, deviant and irrelevant cases, and pairs of them, against SetMethods and by hand."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localvision.analysis import qca
from localvision.analysis.qca.selection import typical_distance
from localvision.errors import LocalVisionError
from tests.analysis.qca.golden_cases import golden, term

CASES = [case for case in golden("setmethods") if "smmr" in case["id"]]
SINGLE = {1: "typical", 2: "typical focal", 3: "deviant consistency",
          4: "deviant coverage", 5: "irrelevant"}  # fmt: skip
PAIRS = {
    1: "typical with typical, focal",
    2: "typical with irrelevant, focal",
    3: "typical with deviant consistency",
    4: "deviant coverage with irrelevant",
    5: "typical with typical",
}
ROUNDED = 5.1e-3  # SetMethods prints two decimals
WHO = {"both": "both", "none": "none", "typ1": "first", "typ2": "second", "typ": "first",
       "iir": "second"}  # fmt: skip


def table_of_paper() -> qca.TruthTable:
    case = next(one for one in CASES if "conditions" in one["args"])
    data = golden("datasets")[case["data"]]
    return qca.truth_table(
        data["columns"], "EXPORT", case["args"]["conditions"], consistency_cut=0.9,
        cases=data["case_ids"], half="drop",
    )  # fmt: skip


@cache
def solution_of(kind: str) -> qca.Solution:
    table = table_of_paper()
    names = {"cons": "conservative", "pars": "parsimonious", "int": "intermediate"}
    expected = dict.fromkeys(table.conditions, 0) if kind == "int" else None
    return qca.minimize(table, names[kind], directional_expectations=expected)


def model_of(case: dict[str, Any]) -> qca.Model:
    """SetMethods takes the first model (of the first pair): the one its terms come from."""
    found = solution_of(case["args"]["solution"])
    if case["args"]["solution"] != "int":
        return found.models[0]
    ways = [{term("~EMP*~BARGAIN*OCCUP"), term("BARGAIN*UNI*STOCK"), term("~EMP*UNI*OCCUP*~MA"),
             term("~EMP*~OCCUP*STOCK*~MA"), term("~BARGAIN*~OCCUP*STOCK*~MA")}]  # fmt: skip
    return next(model for model in found.models if set(map(term, model.terms)) in ways)


def chosen(matched: bool, *numbers: int) -> Any:
    found = [
        case
        for case in CASES
        if case["args"].get("match") is matched
        and case["args"]["cases"] in numbers
        and "solution" in case["args"]
    ]
    return pytest.mark.parametrize("case", found, ids=[case["id"] for case in found])


def column(block: dict[str, Any], *names: str) -> list[Any]:
    found = next(block[name] for name in names if name in block)
    return list(found)


@chosen(False, 1, 3)
def test_single_cases_of_each_term(case: dict[str, Any]) -> None:
    found = qca.select_cases(model_of(case), SINGLE[case["args"]["cases"]])
    block = case["result"][0]["results"]
    expected = {
        (name, term(text)): (inside, outcome, best, most == "TRUE")
        for name, text, inside, outcome, best, most in zip(
            column(block, "Case", "Cases"), block["Term"], block["TermMemb"], block["Outcome"],
            block["Best"], column(block, "MostTyp", "MostDCONS"), strict=True,
        )
    }  # fmt: skip
    assert {(one.case, term(one.group)) for one in found.cases} == set(expected)
    for one in found.cases:
        inside, outcome, best, most = expected[one.case, term(one.group)]
        assert (one.membership, one.outcome) == pytest.approx((inside, outcome), abs=ROUNDED)
        assert one.distance == pytest.approx(best, abs=ROUNDED)
        assert one.most or not most  # of equals, SetMethods marks one only
    if "UniqCov" in block:
        unique = zip(block["Case"], block["Term"], block["UniqCov"], strict=True)
        assert {(one.case, term(one.group)): one.unique for one in found.cases} == {
            (name, term(text)): flag == "TRUE" for name, text, flag in unique
        }


@chosen(False, 2)
def test_typical_cases_of_each_conjunct(case: dict[str, Any]) -> None:
    found = qca.select_cases(model_of(case), "typical focal", term="BARGAIN*UNI*STOCK")
    for block in case["result"]:
        name, listed = block["title"][0].split()[-1], block["results"]
        ours = found.groups()[f"{name} in BARGAIN*UNI*STOCK"]
        assert [one.case for one in ours] == listed["row"]
        assert [one.distance for one in ours] == pytest.approx(listed["Best"], abs=ROUNDED)
        assert [one.rank for one in ours] == listed["Rank"]
        for ours_, theirs in (("clear", "CleanCorr"), ("within", "FC<=Y"), ("most", "MostTypFC")):
            assert [getattr(one, ours_) for one in ours] == [v == "TRUE" for v in listed[theirs]]


@chosen(False, 4, 5)
def test_cases_without_a_term_by_their_row(case: dict[str, Any]) -> None:
    found = qca.select_cases(model_of(case), SINGLE[case["args"]["cases"]])
    block = case["result"][0]["results"]
    ours = {one.case: one for one in found.cases}
    assert set(ours) == set(block["Case"])
    for place, name in enumerate(block["Case"]):
        assert ours[name].solution == pytest.approx(block["Sol"][place], abs=ROUNDED)
        assert ours[name].membership == pytest.approx(block["TT_row"][place], abs=ROUNDED)
        values = {key[3:]: block[key][place] for key in block if key.startswith("TT_")}
        written = {n if values[n] else f"~{n}" for n in table_of_paper().conditions}
        assert set(ours[name].group.split("*")) == written
        if "Best" in block:
            assert ours[name].within is (block["TT<=Y"][place] == "TRUE")
            assert ours[name].most is (block["MostDCOV"][place] == "TRUE")


def test_cases_deviant_from_a_necessary_condition() -> None:
    case = next(one for one in CASES if one["id"].endswith("smmr_nec_cases2"))
    for block in case["result"]:
        name = block["title"][0]
        found = qca.deviant_from_necessity(name.replace("+", " + "), table_of_paper())
        listed = block["results"]
        assert {one.case for one in found.cases} == set(listed["Case"])
        best = dict(zip(listed["Case"], listed["Best"], strict=True))
        assert {one.case: one.distance for one in found.cases} == pytest.approx(best, abs=0.011)


@chosen(True, 1, 2)
def test_pairs_for_each_conjunct(case: dict[str, Any]) -> None:
    model = model_of(case)
    conjuncts = {block["title"][0].split()[-1] for block in case["result"]}
    place = next(i for i, text in enumerate(model.terms, 1) if term(text) == conjuncts)
    found = qca.match_cases(model, PAIRS[case["args"]["cases"]], term=place).groups()
    for block in case["result"]:
        name, listed = block["title"][0].split()[-1], block["results"]
        ours = found[f"{name} in {model.terms[place - 1]}"]
        by_names = {(one.first, one.second): one for one in ours}
        first, second = list(listed)[1:3]
        shown = []
        for i, pair in enumerate(zip(listed[first], listed[second], strict=True)):
            one = by_names[pair]
            assert one.distance == pytest.approx(listed["Best"][i], abs=ROUNDED)
            assert one.rank == listed["PairRank"][i]
            assert one.clear == WHO[listed["CleanCorr"][i]]
            assert one.within == WHO[listed["FC<=Y"][i]]
            if "GlobUncov" in listed:
                assert one.unique == ("first" if listed["UniqCov"][i] == "TRUE" else "none")
                assert one.uncovered is (listed["GlobUncov"][i] == "TRUE")
                assert (one.most == "first") is (listed["MostTypFC"][i] == "TRUE")
                assert (one.most_of_term == "first") is (listed["MostTypTerm"][i] == "TRUE")
            else:
                assert one.unique == WHO[listed["UniqCov"][i]]
                assert one.most == WHO[listed["MostTypFC"][i]]
                assert one.most_of_term == WHO[listed["MostTypTerm"][i]]
            shown.append(one)
        # SetMethods shows the best ten: in our order, too, nothing better is left out.
        keys = [(one.rank, one.clear, one.within, one.unique) for one in ours[: len(shown)]]
        assert keys == [(one.rank, one.clear, one.within, one.unique) for one in shown]
        assert [one.distance for one in ours[: len(shown)]] == pytest.approx(
            [one.distance for one in shown]
        )


@chosen(True, 3, 5)
def test_pairs_for_each_term(case: dict[str, Any]) -> None:
    model = model_of(case)
    found = qca.match_cases(model, PAIRS[case["args"]["cases"]]).groups()
    for block in case["result"]:
        listed = block["results"]
        text = block["title"][0].split()[-1]
        name = next(one for one in model.terms if term(one) == term(text))
        if not listed["row"]:
            assert name not in found
            continue
        by_names = {(one.first, one.second): one for one in found.get(name, ())}
        first, second = list(listed)[1:3]
        for i, pair in enumerate(zip(listed[first], listed[second], strict=True)):
            if pair[0] is None:  # SetMethods fills up its table with empty lines
                continue
            one = by_names.get(pair) or by_names[pair[1], pair[0]]  # equals: listed both ways
            assert one.distance == pytest.approx(listed["Best"][i], abs=ROUNDED)
        complete = [pair for pair in zip(listed[first], listed[second], strict=True) if pair[0]]
        best = [one.distance for one in found.get(name, ())][: len(complete)]
        if "UniqCov" not in listed:
            assert best == pytest.approx(sorted(b for b in listed["Best"] if b), abs=ROUNDED)


@chosen(True, 4)
def test_pairs_in_the_same_row(case: dict[str, Any]) -> None:
    found = qca.match_cases(model_of(case), PAIRS[4])
    listed = case["result"][0]["results"]
    expected = {
        pair: (best, within == "TRUE")
        for pair, best, within in zip(
            zip(listed["DCOV"], listed["IIR"], strict=True), listed["Best"],
            listed["TT_DCV<=Y"], strict=True,
        )
    }  # fmt: skip
    ours = {(one.first, one.second): one for one in found.pairs}
    assert set(expected) <= set(ours)
    for pair, (best, within) in expected.items():
        assert ours[pair].distance == pytest.approx(best, abs=ROUNDED)
        assert (ours[pair].within == "first") is within


def test_an_unknown_term_and_an_unknown_kind_are_refused() -> None:
    model = solution_of("pars").models[0]
    with pytest.raises(LocalVisionError, match="unknown-term"):
        qca.select_cases(model, "typical", term="EMP*MA")
    with pytest.raises(LocalVisionError, match="unknown-choice"):
        qca.match_cases(model, "odd")  # type: ignore[arg-type]
    with pytest.raises(LocalVisionError, match="choose-model"):
        qca.select_cases(solution_of("int"), "typical")


def test_a_selection_prints_and_counts() -> None:
    found = qca.select_cases(solution_of("pars").models[0], "typical", term=1)
    assert len(found) == len(found.to_frame()) == 4
    assert "Denmark_99" in repr(found)
    pairs = qca.match_cases(solution_of("pars").models[0], PAIRS[5], term=1, at_most=2)
    assert len(pairs) == 2
    assert pairs.to_dict()["rows"][0]["first"] == "Denmark_99"


@settings(max_examples=50, deadline=None)
@given(st.floats(0.51, 1), st.floats(0.51, 1))
def test_no_case_is_more_typical_than_one_fully_in_both(inside: float, outcome: float) -> None:
    best = typical_distance(np.array([1.0]), np.array([1.0]))[0]
    assert best == 0
    assert typical_distance(np.array([inside]), np.array([outcome]))[0] >= best
