"""Themes together: the sweep agrees with looking at every pair."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localvision.workbench.coding.actions import remove_coding
from localvision.workbench.coding.overlaps import Stretch, together
from localvision.workbench.coding.queries import theme_links, voices_table

stretches = st.builds(
    lambda text, start, width, item: Stretch(text, start, start + width, item),
    st.integers(1, 2),
    st.integers(0, 12),
    st.integers(1, 8),
    st.integers(1, 4),
)


def every_pair(found):
    """The slow, plain twin."""
    same, overlapping = Counter(), Counter()
    for a, b in combinations(sorted(set(found), key=lambda s: (s.text_id, s.item)), 2):
        if a.text_id != b.text_id or a.item == b.item:
            continue
        pair = (min(a.item, b.item), max(a.item, b.item))
        if (a.start, a.end) == (b.start, b.end):
            same[pair] += 1
        elif a.start < b.end and b.start < a.end:
            overlapping[pair] += 1
    return same, overlapping


@given(st.lists(stretches, max_size=14))
@settings(max_examples=150)
def test_the_sweep_agrees_with_every_pair(found):
    ordered = sorted(found, key=lambda s: (s.text_id, s.start, s.end))
    met = together(ordered)
    same, overlapping = every_pair(found)
    assert {p: t.same for p, t in met.items() if t.same} == dict(same)
    assert {p: t.overlapping for p, t in met.items() if t.overlapping} == dict(overlapping)


def test_ends_are_exclusive():
    assert together([Stretch(1, 0, 5, 1), Stretch(1, 5, 9, 2)]) == {}


@pytest.mark.django_db
@pytest.mark.requirement("R194")
def test_links_of_themes_come_from_the_codings(viewer, ashmere, brackwell, code, second_coder):
    code(ashmere, "We argued all summer.", "problem_framing")
    code(ashmere, "We argued all summer.", "timing")
    code(ashmere, "We argued all summer.", "timing", by=second_coder)
    code(ashmere, "all summer. Then", "mindset")
    code(brackwell, "Nobody had time.", "timing")
    gone = code(brackwell, "Nobody had time.", "mindset")
    remove_coding(by=viewer, coding=gone)
    links = theme_links(viewer)
    met = {(link.first, link.second): link.met for link in links.links}
    assert (met["problem_framing", "timing"].same, met["timing", "mindset"].overlapping) == (1, 1)
    assert met["timing", "mindset"].same == 0
    assert met["problem_framing", "timing"].texts == 1
    assert {node.key: node.passages for node in links.nodes}["timing"] == 2
    assert len(links.nodes) == 9
    assert links.passages == 3


@pytest.mark.django_db
@pytest.mark.requirement("R221")
def test_voices_and_silent_roles(viewer, viewer_as, ashmere, brackwell, code):
    code(ashmere, "We argued all summer.", "timing")
    code(ashmere, "I bring a question now.", "mindset")
    code(brackwell, "Nobody had time.", "timing")
    table = voices_table(viewer_as("commissioner"))
    assert [key for key, _ in table.clusters] == ["process", "context", "change"]
    partner = next(role for role in table.roles if role.key == "partner")
    assert [v.passages for v in partner.voices] == [1, 0, 1]
    assert (partner.total.people, partner.total.places) == (1, 1)
    citizen = next(role for role in table.roles if role.key == "citizen")
    assert citizen.silent
    assert citizen.total.passages is None
    assert "Citizen, service user or carer" in table.silent_roles
    assert "Enabler" not in table.silent_roles
    assert next(role for role in table.roles if role.key == "enabler").once
