"""What old codings stand for: the pure rules, and the database's twin of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localvision.workbench.coding.standing import (
    MERGED,
    SPLIT,
    Change,
    Standing,
    moved,
    standing_of,
)

MERGE = Change(2, MERGED, frozenset({1, 2}), (3,))
SPLIT_3 = Change(4, SPLIT, frozenset({3}), (4, 5))


@pytest.mark.parametrize(
    ("item", "version", "stands"),
    [
        (1, 1, Standing(3, True)),
        (3, 2, Standing(3, True)),
        (3, 4, Standing(3)),
        (4, 4, Standing(4)),
        (9, 1, Standing(9)),
    ],
)
def test_merges_are_followed_until_a_split(item, version, stands):
    assert standing_of(item, version, [SPLIT_3, MERGE]) == stands


def test_a_merge_into_one_of_its_own():
    change = Change(2, MERGED, frozenset({1, 2}), (1,))
    assert standing_of(1, 1, [change]) == standing_of(2, 1, [change]) == Standing(1)


@given(st.data())
@settings(max_examples=60)
def test_spans_say_the_same_as_following_each_coding(data):
    """The spans are what the database computes; `standing_of` is the slow, plain twin."""
    changes, fresh = [], 10
    for version in range(2, data.draw(st.integers(2, 7))):
        kind = data.draw(st.sampled_from([MERGED, SPLIT]))
        before = data.draw(st.frozensets(st.integers(1, fresh), min_size=1, max_size=3))
        after = (fresh + 1,) if kind == MERGED else (fresh + 1, fresh + 2)
        fresh += len(after)
        changes.append(Change(version, kind, before, after))
    spans = moved(range(1, fresh + 1), changes)
    for item in range(1, fresh + 1):
        for version in range(1, 9):
            inside = [s for s in spans if s.item_id == item and s.since <= version < s.until]
            assert len(inside) <= 1
            by_span = inside[0].standing if inside else Standing(item)
            assert by_span == standing_of(item, version, changes)


def test_one_number_for_both():
    for standing in (Standing(7), Standing(7, True)):
        assert Standing.of_code(standing.code) == standing
