"""What must hold for any ratings, and slow plain twins of the fast formulas."""

import math
from itertools import pairwise, permutations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from localvision.analysis.agreement import (
    Continuum,
    brennan_prediger,
    category_counts,
    cohen_kappa,
    conger_kappa,
    fleiss_kappa,
    gwet_ac1,
    gwet_ac2,
    krippendorff_alpha,
    percent_agreement,
    unitizing_alpha,
)

LEVELS = ["nominal", "ordinal", "interval", "ratio"]
MEASURES = [
    krippendorff_alpha,
    gwet_ac1,
    conger_kappa,
    brennan_prediger,
    percent_agreement,
    lambda ratings: fleiss_kappa(category_counts(ratings)),
]
modest = settings(max_examples=40, deadline=None)


@st.composite
def tables(draw):
    coders, units = draw(st.integers(2, 4)), draw(st.integers(2, 8))
    cell = st.one_of(st.none(), st.integers(0, 4))
    rows = [draw(st.lists(cell, min_size=units, max_size=units)) for _ in range(coders)]
    assume(any(sum(row[u] is not None for row in rows) > 1 for u in range(units)))
    return rows


def same(one, other):
    return (math.isnan(one) and math.isnan(other)) or math.isclose(one, other, abs_tol=1e-9)


def twin_alpha(rows, level):
    """Alpha by its definition: every ordered pair within units, and over all values."""
    units = [[v for v in unit if v is not None] for unit in zip(*rows, strict=True)]
    units = [unit for unit in units if len(unit) > 1]
    values = [v for unit in units for v in unit]
    n = len(values)

    def apart(a, b):
        if level == "nominal":
            return float(a != b)
        if level == "interval":
            return float((a - b) ** 2)
        if level == "ratio":
            return ((a - b) / (a + b)) ** 2 if a + b else 0.0
        low, high = min(a, b), max(a, b)
        between = sum(low <= v <= high for v in values)
        return (between - (values.count(a) + values.count(b)) / 2) ** 2 if a != b else 0.0

    seen = sum(apart(a, b) / (len(u) - 1) for u in units for a, b in permutations(u, 2)) / n
    chance = sum(apart(a, b) for a, b in permutations(values, 2)) / (n * (n - 1))
    return 1 - seen / chance if chance else math.nan


@modest
@given(tables(), st.sampled_from(LEVELS))
def test_alpha_equals_its_plain_twin(rows, level):
    assert same(krippendorff_alpha(rows, level).value, twin_alpha(rows, level))


@modest
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=12))
def test_cohen_equals_its_plain_twin(pairs):
    a, b = zip(*pairs, strict=True)
    n = len(pairs)
    seen = sum(x == y for x, y in pairs) / n
    chance = sum(x == y for x in a for y in b) / n**2
    twin = math.nan if chance == 1 else (seen - chance) / (1 - chance)
    assert same(cohen_kappa(a, b).value, twin)
    assert same(conger_kappa([a, b]).value, twin)


@modest
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=12))
def test_quadratic_kappa_equals_its_plain_twin(pairs):
    a, b = zip(*pairs, strict=True)
    seen = sum((x - y) ** 2 for x, y in pairs) * len(pairs)
    chance = sum((x - y) ** 2 for x in a for y in b)
    twin = 1 - seen / chance if chance else math.nan
    assert same(cohen_kappa(a, b, "quadratic").value, twin)


@modest
@given(st.lists(st.integers(0, 3), min_size=2, max_size=10), st.integers(2, 4))
def test_coders_who_agree_get_one(row, coders):
    assume(len(set(row)) > 1)
    for measure in MEASURES:
        assert measure([row] * coders).value == pytest.approx(1.0)
    for level in LEVELS:
        assert krippendorff_alpha([row] * coders, level).value == pytest.approx(1.0)
    assert gwet_ac2([row] * coders, "linear").value == pytest.approx(1.0)


@modest
@given(tables(), st.randoms(use_true_random=False))
def test_order_of_coders_and_units_and_names_do_not_matter(rows, random):
    shuffled = list(rows)
    random.shuffle(shuffled)
    units = list(zip(*shuffled, strict=True))
    random.shuffle(units)
    moved = [list(row) for row in zip(*units, strict=True)]
    names = {None: None, **dict(enumerate(random.sample("pqrst", 5)))}
    named = [[names[value] for value in row] for row in rows]
    for measure in MEASURES:
        value = measure(rows).value
        assert same(measure(moved).value, value)
        assert same(measure(named).value, value)


@modest
@given(tables())
def test_nan_none_and_a_stated_value_are_all_missing(rows):
    array = np.array([[np.nan if v is None else v for v in row] for row in rows], dtype=float)
    stated = [[-9 if v is None else v for v in row] for row in rows]
    value = krippendorff_alpha(rows).value
    assert same(krippendorff_alpha(array).value, value)
    assert same(krippendorff_alpha(stated, missing=-9).value, value)


@st.composite
def markings(draw):
    """Two or three coders' passages that do not overlap, in up to two documents of 30."""
    units = []
    for coder in range(draw(st.integers(2, 3))):
        for document in ("x", "y"):
            ends = sorted(draw(st.sets(st.integers(0, 30), min_size=2, max_size=6)))
            for start, end in list(pairwise(ends))[::2]:
                units.append((f"c{coder}", document, start, end, draw(st.sampled_from("abc"))))
    return units


def twin_u(units):
    """u-alpha character by character: pairs of coders on a place, and all pairs by chance."""
    coders = sorted({u[0] for u in units})
    owner = {
        (c, d, at): next(
            ((k, i) for i, (w, e, s, t, k) in enumerate(units) if (w, e) == (c, d) and s <= at < t),
            (None, (c, d, at)),
        )
        for c in coders
        for d in ("x", "y")
        for at in range(30)
    }
    places = {(d, at) for _, d, at in owner}
    met = [(owner[a, *p][0], owner[b, *p][0]) for p in places for a, b in permutations(coders, 2)]
    seen = sum(a != b for a, b in met) / len(met)
    drawn = [(a[0], b[0]) for a in owner.values() for b in owner.values() if a != b]
    chance = sum(a != b for a, b in drawn) / len(drawn)
    return 1 - seen / chance if chance else math.nan


@settings(max_examples=15, deadline=None)
@given(markings())
def test_u_alpha_equals_its_plain_twin(units):
    assert same(unitizing_alpha(Continuum({"x": 30, "y": 30}, units)).value, twin_u(units))


@modest
@given(markings(), st.integers(1, 500))
def test_offsets_are_counted_from_each_document(units, shift):
    plain = Continuum({"x": 30, "y": 30}, units)
    moved = [(c, d, s + shift, e + shift, k) if d == "y" else (c, d, s, e, k)
             for c, d, s, e, k in units]  # fmt: skip
    later = Continuum({"y": (shift, shift + 30), "x": 30}, moved)
    for variant in ("u", "|u", "cu", "U"):
        assert same(unitizing_alpha(plain, variant).value, unitizing_alpha(later, variant).value)


@modest
@given(markings())
def test_identical_marks_give_one_or_nothing_to_measure(units):
    mine = [unit for unit in units if unit[0] == "c0"]
    copies = [(name, *unit[1:]) for unit in mine for name in ("A", "B", "C")]
    text = Continuum({"x": 30, "y": 30}, copies)
    for variant in ("u", "|u", "cu", "U"):
        value = unitizing_alpha(text, variant).value
        assert math.isnan(value) or value == pytest.approx(1.0)
