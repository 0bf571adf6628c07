"""The fast engine agrees with the plain twin on thousands of random tables."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from localvision.analysis.qca import covers as covers_module
from localvision.analysis.qca import implicants, search
from localvision.analysis.qca.complement import complement
from localvision.analysis.qca.covers import CoverFamily, irredundant_covers, minimum_covers
from localvision.analysis.qca.family import Family
from localvision.analysis.qca.implicants import Implicants, prime_implicants
from localvision.analysis.qca.limits import Budget
from tests.analysis.qca import plain_twin as plain

LEVELS = st.sampled_from([(2, 2), (2, 2, 2), (2, 2, 2, 2), (3, 2, 2), (3, 3, 2), (2, 3, 4)])


@st.composite
def tables(draw: st.DrawFn) -> tuple[tuple[int, ...], set[plain.Row], set[plain.Row]]:
    """Levels, positive rows and negative rows; the other rows are unobserved."""
    levels = draw(LEVELS)
    rows = plain.all_rows(levels)
    seed = draw(st.integers(0, 2**32 - 1))
    shares = draw(st.sampled_from([(0.3, 0.3), (0.5, 0.4), (0.2, 0.1), (0.4, 0.6)]))
    random = np.random.default_rng(seed).random(len(rows))
    positive = {row for row, x in zip(rows, random, strict=True) if x < shares[0]}
    negative = {row for row, x in zip(rows, random, strict=True) if x >= 1 - shares[1]}
    assume(positive and negative)
    return levels, positive, negative


def as_array(rows: set[plain.Row]) -> np.ndarray:
    return np.array(sorted(rows), dtype=np.int16)


def as_terms(found: Implicants) -> list[plain.Term]:
    return [tuple(None if v < 0 else int(v) for v in term) for term in found.terms]


def as_sets(covers: CoverFamily, terms: list[plain.Term]) -> list[frozenset[plain.Term]]:
    family = Family(covers.leaves, lambda pick: frozenset(terms[one] for one in pick))
    return list(family)


@settings(max_examples=1200, deadline=None)
@given(tables())
def test_parsimonious_models(
    table: tuple[tuple[int, ...], set[plain.Row], set[plain.Row]],
) -> None:
    levels, positive, negative = table
    free = set(plain.all_rows(levels)) - positive - negative
    expected = plain.quine_mccluskey(positive, free, levels)
    found = prime_implicants(as_array(positive), as_array(negative), levels)
    terms = as_terms(found)
    assert set(terms) == expected
    assert len(terms) == len(expected)
    family = minimum_covers(found.chart, Budget())
    models = as_sets(family, terms)
    assert set(models) == plain.minimum_covers(expected, positive)
    assert len(models) == len(set(models)) == family.count


@settings(max_examples=800, deadline=None)
@given(tables())
def test_conservative_models(
    table: tuple[tuple[int, ...], set[plain.Row], set[plain.Row]],
) -> None:
    levels, positive, _ = table
    assume(len(positive) < np.prod(levels))
    expected = plain.quine_mccluskey(positive, set(), levels)
    rows = as_array(positive)
    found = prime_implicants(rows, complement(rows, levels), levels)
    assert set(as_terms(found)) == expected
    models = as_sets(minimum_covers(found.chart, Budget()), as_terms(found))
    assert set(models) == plain.minimum_covers(expected, positive)


@settings(max_examples=300, deadline=None)
@given(tables())
def test_irredundant_models(
    table: tuple[tuple[int, ...], set[plain.Row], set[plain.Row]],
) -> None:
    levels, positive, negative = table
    found = prime_implicants(as_array(positive), as_array(negative), levels)
    terms = as_terms(found)
    assume(len(terms) <= 12)
    models = as_sets(irredundant_covers(found.chart, Budget()), terms)
    assert len(models) == len(set(models))
    assert set(models) == plain.irredundant_covers(set(terms), positive)


@settings(max_examples=300, deadline=None)
@given(tables())
def test_hitting_sets_give_the_same_implicants_as_bitsets(
    table: tuple[tuple[int, ...], set[plain.Row], set[plain.Row]],
) -> None:
    levels, positive, negative = table
    rows, others = as_array(positive), as_array(negative)
    bits = implicants._by_bitsets(rows, others, len(levels))
    places, masks, complete = implicants._by_hitting_sets(rows, others, None)
    assert complete
    assert set(zip(places.tolist(), masks.tolist(), strict=True)) == set(
        zip(bits[0].tolist(), bits[1].tolist(), strict=True)
    )


@st.composite
def charts(draw: st.DrawFn) -> np.ndarray:
    implicants_, rows = draw(st.integers(3, 14)), draw(st.integers(3, 12))
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    chart = random.random((implicants_, rows)) < draw(st.sampled_from([0.25, 0.4, 0.6]))
    assume(chart.any(axis=0).all())
    return chart


@pytest.fixture(scope="module", params=["solver", "split at once"])
def hard_way(request: pytest.FixtureRequest) -> object:
    """Leave the plain search no steps, so that small charts take the road of large ones."""
    patch = pytest.MonkeyPatch()
    patch.setattr(covers_module, "SMALL_SEARCH", 0)
    if request.param == "split at once":
        patch.setattr(search, "STEPS_AT_FIRST", 1)
        patch.setattr(search, "STEPS_BEFORE_SPLIT", 1)
    yield request.param
    patch.undo()


@settings(max_examples=60, deadline=None)
@given(charts())
def test_large_charts_take_a_road_that_leads_to_the_same_covers(
    hard_way: object, chart: np.ndarray
) -> None:
    expected = next(
        found
        for size in range(1, len(chart) + 1)
        if (
            found := {
                frozenset(pick)
                for pick in combinations(range(len(chart)), size)
                if chart[list(pick)].any(axis=0).all()
            }
        )
    )
    family = minimum_covers(chart, Budget())
    found = list(Family(family.leaves, frozenset))
    assert len(found) == len(set(found))
    assert set(found) == expected
    assert family.complete
