"""Coincidence analysis against cna 4.0 for R, causal chains against R QCA, and by hand."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localvision.analysis import qca
from localvision.analysis.qca.ordering import Ordering
from localvision.errors import LocalVisionError
from tests.analysis.qca.golden_cases import data_of, each, models, same

Formula = tuple[frozenset[frozenset[str]], str]


def literal(text: str) -> str:
    """R writes `a` for the absence of A, and `A=2` for one value of several."""
    text = text.strip()
    if "=" in text:
        name, value = text.split("=")
        return f"{name}[{value}]"
    return text if text == text.upper() else f"~{text.upper()}"


def conjunction(text: str) -> frozenset[str]:
    return frozenset(map(literal, text.split("*")))


def formula(text: str) -> Formula:
    left, right = text.strip("()").split("<->")
    return frozenset(map(conjunction, left.split("+"))), literal(right)


def ours(one: qca.AtomicSolution) -> Formula:
    return frozenset(frozenset(term.split("*")) for term in one.terms), one.outcome


def listed(part: dict[str, Any]) -> list[tuple[str, float, float, int]]:
    if "condition" not in part:
        return []
    return list(zip(part["condition"], part["con"], part["cov"], part["complexity"], strict=True))


def analyse(case: dict[str, Any]) -> qca.CoincidenceAnalysis:
    given = case["args"] or {}
    outcomes = given.get("outcome")
    if isinstance(outcomes, str):
        outcomes = [outcomes]
    return qca.cna(
        data_of(case)["columns"],
        [literal(one) for one in outcomes] if outcomes else None,
        consistency=given.get("con", 1.0),
        coverage=given.get("cov", 1.0),
        max_step=given.get("maxstep", (3, 4, 10)),
        ordering=given.get("ordering"),
        adjusted="measures" in given,
    )


@each("cna", "cna")
def test_all_three_kinds_of_results_are_those_of_r(case: dict[str, Any]) -> None:
    found, expected = analyse(case), case["result"]
    sufficient = {
        (conjunction(text.split("->")[0]), literal(text.split("->")[1])): figures
        for text, *figures in listed(expected["msc"])
    }
    assert {(frozenset(one.condition.split("*")), one.outcome) for one in found.sufficient} == (
        set(sufficient)
    )
    for one in found.sufficient:
        con, cov, complexity = sufficient[frozenset(one.condition.split("*")), one.outcome]
        assert same(con, one.consistency)
        assert same(cov, one.coverage)
        assert complexity == one.complexity
    atomic = {formula(text): figures for text, *figures in listed(expected["asf"])}
    assert {ours(one) for one in found.atomic} == set(atomic)
    for one in found.atomic:
        con, cov, complexity = atomic[ours(one)]
        assert same(con, one.consistency)
        assert same(cov, one.coverage)
        assert complexity == one.complexity
    whole = {
        frozenset(map(formula, text.replace(")*(", ")@(").split("@"))): figures
        for text, *figures in listed(expected["csf"])
    }
    assert {frozenset(map(ours, one.parts)) for one in found.complex} == set(whole)
    for one in found.complex:
        con, cov, complexity = whole[frozenset(map(ours, one.parts))]
        assert same(con, one.consistency)
        assert same(cov, one.coverage)
        assert complexity == one.complexity
    assert found.complete


@each("cna", "causalChain")
def test_causal_chains_are_those_of_r(case: dict[str, Any]) -> None:
    """With a consistency for terms, R looks for disjunctions; without, it minimises tables."""
    given, columns = case["args"] or {}, data_of(case)["columns"]
    order = Ordering.read(given.get("ordering"), list(columns))
    if "pi.cons" in given:
        found = qca.cna(
            columns,
            list(columns),
            condition_consistency=given["pi.cons"],
            consistency=given["sol.cons"],
            coverage=given.get("sol.cov", 1.0),
            ordering=given["ordering"],
            max_step=(5, 5, 20),
        )
    for factor, expected in case["result"].items():
        if "pi.cons" in given:
            mine = models(one.terms for one in found.atomic if one.outcome == factor)
        else:
            mine = chain(columns, factor, order.before(factor))
        assert mine == models(expected.get("solutions", []))


def chain(columns: dict[str, Any], factor: str, causes: tuple[str, ...]) -> Any:
    table = qca.truth_table(columns, factor, list(causes))
    try:
        found = qca.minimize(table, "parsimonious", all_solutions=True)
    except LocalVisionError as error:
        if error.problems[0].code != "qca.nothing-to-explain":
            raise
        return set()
    return models(model.terms for model in found.models)


# Two causes of a middle, which is one of two causes of an end; the third cause works alone.
CHAIN = {
    "A": [1, 1, 1, 1, 0, 0, 0, 0],
    "B": [1, 1, 0, 0, 1, 1, 0, 0],
    "M": [1, 1, 1, 1, 1, 1, 0, 0],
    "C": [1, 0, 1, 0, 1, 0, 1, 0],
    "E": [1, 1, 1, 1, 1, 1, 1, 0],
}


def test_a_chain_is_found_with_its_order() -> None:
    found = qca.cna(CHAIN, ordering="A, B < M, C < E")
    assert "(A + B <-> M)*(M + C <-> E)" in map(str, found.complex)
    assert found.complex[0].outcomes == ("M", "E")
    assert "<->" in repr(found)
    assert found.to_dict()["complete"] is True
    assert len(found.sufficient_frame()) == len(found.sufficient)


def test_an_effect_is_never_before_its_cause() -> None:
    found = qca.cna(CHAIN, ordering=[["A", "B"], ["M", "C"], "E"], strict=True)
    assert {one.outcome for one in found.atomic} <= {"M", "E", "C"}
    for one in found.sufficient:
        if one.outcome == "M":
            assert set(one.condition.replace("~", "").split("*")) <= {"A", "B"}


def test_an_outcome_that_every_case_has_is_no_effect() -> None:
    found = qca.cna({"A": [1, 0, 1], "Y": [1, 1, 1]}, ["Y"])
    assert found.atomic == found.complex == ()
    assert "qca.cna-nothing" in {warning.code for warning in found.warnings}


def test_several_structures_are_all_given_with_a_warning() -> None:
    found = qca.cna({"A": [1, 1, 0, 0], "B": [1, 1, 0, 0], "Y": [1, 1, 0, 0]}, "Y")
    assert [str(one) for one in found.complex] == ["A <-> Y", "B <-> Y"]
    assert "qca.cna-ambiguity" in {warning.code for warning in found.warnings}


def test_a_search_that_is_stopped_says_so() -> None:
    found = qca.cna(CHAIN, model_limit=1)
    assert not found.complete
    assert "qca.cna-stopped" in {warning.code for warning in found.warnings}


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ({"ordering": "A < Z"}, "unknown-factor"),
        ({"ordering": "A < A"}, "ordering-unreadable"),
        ({"ordering": "A < < B"}, "ordering-unreadable"),
        ({"max_step": (3, 4)}, "max-step-wrong"),
        ({"max_step": (0, 4, 10)}, "max-step-wrong"),
        ({"outcomes": "Z"}, "unknown-factor"),
        ({"outcomes": "A*B"}, "expression-unreadable"),
        ({"consistency": 1.2}, "cut-out-of-range"),
    ],
)
def test_what_cannot_be_meant_is_refused(options: dict[str, Any], code: str) -> None:
    with pytest.raises(LocalVisionError, match=code):
        qca.cna(CHAIN, **options)


rows = st.lists(st.tuples(*[st.integers(0, 1)] * 4), min_size=4, max_size=10)


@settings(max_examples=60, deadline=None)
@given(rows)
def test_every_model_is_equivalent_to_its_outcome_and_minimal(
    listed_rows: list[tuple[int, ...]],
) -> None:
    data = {name: [row[i] for row in listed_rows] for i, name in enumerate("ABCY")}
    found = qca.cna(data, "Y")
    for one in found.atomic:
        fit = qca.fit(one.expression, "Y", data)
        assert fit.consistency == fit.coverage == one.consistency == one.coverage == 1
        for place in range(len(one.terms)):
            rest = [*one.terms[:place], *one.terms[place + 1 :]]
            if rest:
                assert qca.fit(" + ".join(rest), "Y", data).coverage < 1


@settings(max_examples=40, deadline=None)
@given(rows)
def test_the_sufficient_conditions_are_those_found_one_by_one(
    listed_rows: list[tuple[int, ...]],
) -> None:
    """A plain twin: every conjunction, tried from the shortest on."""
    data = {name: np.array([row[i] for row in listed_rows]) for i, name in enumerate("ABCY")}
    expected: set[frozenset[str]] = set()
    for code in sorted(range(3**3), key=lambda c: sum(c // 3**i % 3 > 0 for i in range(3))):
        parts = {name: code // 3**i % 3 for i, name in enumerate("ABC")}
        chosen = {name if one == 1 else f"~{name}" for name, one in parts.items() if one}
        if not chosen or any(known <= chosen for known in expected):
            continue
        inside = np.ones(len(listed_rows), dtype=bool)
        for name, one in parts.items():
            if one:
                inside &= data[name] == (1 if one == 1 else 0)
        if inside.any() and data["Y"][inside].all():
            expected.add(frozenset(chosen))
    if 0 < data["Y"].sum() < len(listed_rows):
        found = qca.cna(data, "Y")
        assert {frozenset(one.condition.split("*")) for one in found.sufficient} == expected
