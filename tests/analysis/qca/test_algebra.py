from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localvision.analysis import qca
from localvision.analysis.qca.expression import absorb
from localvision.analysis.qca.notation import read_expression
from localvision.errors import LocalVisionError

NAMES = "ABCD"
ATOMS = st.sampled_from([*NAMES, *(f"~{name}" for name in NAMES)])
EXPRESSIONS = st.recursive(
    ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]})*({pair[1]})"),
        st.tuples(inner, inner).map(lambda pair: f"{pair[0]} + {pair[1]}"),
        inner.map(lambda one: f"~({one})"),
    ),
    max_leaves=8,
)


def truth(text: str) -> tuple[bool, ...]:
    """Evaluate by Python's own rules, not by ours."""
    if text in ("0", "1"):
        return (text == "1",) * 16
    python = text.replace("*", " and ").replace("+", " or ").replace("~", " not ")
    # "not" binds more loosely than "and" in neither language, but needs its operand closed.
    return tuple(
        bool(eval(python, {}, dict(zip(NAMES, values, strict=True))))
        for values in product([False, True], repeat=4)
    )


@settings(max_examples=300, deadline=None)
@given(EXPRESSIONS)
def test_rewriting_never_changes_the_meaning(text: str) -> None:
    meaning = truth(text)
    assert truth(qca.simplify(text)) == meaning
    assert truth(qca.negate(text)) == tuple(not value for value in meaning)
    assert truth(qca.factorize(text)) == meaning
    assert truth(str(read_expression(text))) == meaning
    assert qca.simplify(qca.simplify(text)) == qca.simplify(text)


@settings(max_examples=150, deadline=None)
@given(EXPRESSIONS, EXPRESSIONS)
def test_intersection_is_and(left: str, right: str) -> None:
    both = tuple(a and b for a, b in zip(truth(left), truth(right), strict=True))
    assert truth(qca.intersection(left, right)) == both


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A*B + A*~B", "A"),
        ("A + ~A", "1"),
        ("A*~A", "0"),
        ("A*B + ~A*C + B*C", "~A*C + A*B"),
        ("D[2]*A + D[1]*A", "A*D[1] + A*D[2]"),
    ],
)
def test_simplified(text: str, expected: str) -> None:
    assert qca.simplify(text) == expected


def test_multi_value_with_levels() -> None:
    levels = {"D": 3}
    assert qca.simplify("D[0]*A + D[1]*A + D[2]*A", levels=levels) == "A"
    assert qca.negate("D[2]", levels=levels) == "D[0] + D[1]"
    with pytest.raises(LocalVisionError) as caught:
        qca.negate("D[2]")
    assert caught.value.code == "qca.levels-needed"
    with pytest.raises(LocalVisionError) as caught:
        read_expression("D[3]", levels)
    assert caught.value.code == "qca.value-out-of-range"


def test_factorized() -> None:
    assert qca.factorize("A*B*C + A*B*D + E") == "A*B*(C + D) + E"


def test_absorb_keeps_one_of_equal_terms() -> None:
    terms = read_expression("A*B + A + B*A").terms
    assert [str(term[0]) for term in absorb(terms)] == ["A"]


@pytest.mark.parametrize("text", ["", "A +", "A**B", "(A", "A)", "A[x]", "A[1", "~", "A ~ B"])
def test_unreadable_expressions(text: str) -> None:
    with pytest.raises(LocalVisionError) as caught:
        read_expression(text)
    assert caught.value.code == "qca.expression-unreadable"


def test_too_many_configurations_to_simplify() -> None:
    text = " + ".join(f"X{place}*X{place + 1}" for place in range(13))
    with pytest.raises(LocalVisionError) as caught:
        qca.simplify(text)
    assert caught.value.code == "qca.too-many-to-simplify"
