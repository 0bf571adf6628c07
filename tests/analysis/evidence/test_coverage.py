"""Counts behind a claim, worked by hand and against a slow, plain twin."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localvision.analysis.evidence import Denominators, EvidenceRow, coverage
from localvision.errors import LocalVisionError

PLACES = [f"L{n:02}" for n in range(1, 26)]


def rows(*given_rows):
    return [EvidenceRow(*row) for row in given_rows]


@pytest.mark.requirement("R59", "R236")
def test_eleven_of_twenty_one_asked_and_four_not():
    """The example drawn in the look: 25 places, 21 heard, 11 with evidence for, 3 against."""
    for_it = [(f"P{n}", PLACES[n], "partner", "for", f"S{n}") for n in range(11)]
    against = [(f"P{n}", PLACES[n], "partner", "against", f"S{n}") for n in range(10, 13)]
    found = coverage(
        rows(*for_it, *against),
        Denominators(
            people_heard={f"P{n}" for n in range(118)},
            people_invited={f"P{n}" for n in range(193)},
            places_heard=set(PLACES[:21]),
            places=set(PLACES),
            sources=118,
        ),
    )
    places = found.supporting.places
    assert (places.count, places.asked, places.not_asked, places.total) == (11, 21, 4, 25)
    assert places.silent == 10
    people = found.supporting.people
    assert (people.count, people.asked, people.no_answer, people.total) == (11, 118, 75, 193)
    assert found.contrary.places.words == "3 of 21 places"
    assert (found.divided_places, found.divided_people) == (1, 1)
    assert found.supporting.sources.words == "11 of 118 sources"


@pytest.mark.requirement("R236")
def test_the_not_asked_and_the_silent_are_told_apart():
    found = coverage(
        rows(("P1", "L1", "partner", "for", "S1")),
        Denominators(
            people_heard={"P1", "P2", "P3"},
            people_asked={"P1", "P2"},
            places_heard={"L1", "L2", "L3"},
            places_asked={"L1"},
            places={"L1", "L2", "L3", "L4"},
        ),
    )
    people, places = found.supporting.people, found.supporting.places
    assert (people.count, people.asked, people.silent, people.not_asked) == (1, 2, 1, 1)
    assert (places.count, places.asked, places.not_asked, places.total) == (1, 1, 3, 4)


def test_unknown_speakers_are_counted_apart_and_never_guessed():
    found = coverage(
        rows(
            (None, None, "enabler", "for", "R1"),
            (None, None, "", "for", "R1"),
            ("P1", "L1", "partner", "for", "S1"),
        ),
        Denominators(people_heard={"P1", "P2"}),
    )
    assert (found.supporting.people.count, found.supporting.people.unattributed) == (1, 2)
    assert (found.supporting.places.count, found.supporting.places.unattributed) == (1, 2)
    assert (found.supporting.roles.count, found.supporting.roles.unattributed) == (2, 1)
    assert found.supporting.people.most == 2


@pytest.mark.requirement("R221", "R220", "R218")
def test_silent_groups_roles_used_once_and_roles_nobody_expected():
    found = coverage(
        rows(
            ("P1", "L1", "enabler", "for", "S1"),
            (None, None, "programme_team", "for", "R1"),
            ("P9", "L1", "visitor", "against", "S2"),
        ),
        Denominators(
            expected_roles=("enabler", "partner", "programme_team", "citizen", "elected_member"),
            role_uses={"enabler": 30, "partner": 17, "programme_team": 1, "visitor": 4},
        ),
    )
    assert found.silent_here == ("partner",)
    assert found.never_heard == ("citizen", "elected_member")
    assert found.used_once == ("programme_team",)
    assert found.unexpected == ("visitor",)
    roles = found.supporting.roles
    assert (roles.count, roles.asked, roles.not_asked) == (2, 4, 2)


def test_a_role_whose_people_spoke_is_silent_here_and_not_unheard():
    base = Denominators(
        expected_roles=("citizen", "elected_member"), people_by_role={"citizen": 4, "": 2}
    )
    found = coverage([], base)
    assert found.silent_here == ("citizen",)
    assert found.never_heard == ("elected_member",)
    assert found.supporting.roles.asked == 1


@pytest.mark.requirement("R232")
def test_roles_that_disagree_are_shown_side_by_side():
    found = coverage(
        rows(
            ("P1", "L1", "enabler", "for", "S1"),
            ("P2", "L1", "enabler", "for", "S1"),
            ("P3", "L2", "partner", "against", "S2"),
            (None, "L2", "partner", "against", "S3"),
        ),
        Denominators(
            expected_roles=("partner", "enabler", "citizen"), people_by_role={"partner": 9}
        ),
    )
    partner, enabler, citizen = found.by_role
    assert (partner.role, partner.people_against, partner.unattributed, partner.heard) == (
        "partner", 1, 1, 9,
    )  # fmt: skip
    assert (enabler.people_for, enabler.passages_for, enabler.heard) == (2, 2, None)
    assert (citizen.passages_for, citizen.passages_against) == (0, 0)
    assert found.disagreement
    assert not enabler.divided


def test_one_side_only_is_no_disagreement():
    found = coverage(rows(("P1", "L1", "enabler", "for", "S1")), Denominators())
    assert not found.disagreement


def test_no_evidence_is_an_answer_and_nobody_asked_has_no_share():
    found = coverage([], Denominators(places={"L1"}))
    assert found.supporting.places.words == "0 of 0 places"
    assert found.supporting.places.share is None
    assert found.supporting.places.not_asked == 1


def test_a_bearing_is_for_or_against():
    with pytest.raises(LocalVisionError, match=r"evidence\.bearing.*Evidence 2"):
        coverage(rows(("P", "L", "r", "for", "S"), ("P", "L", "r", "maybe", "S")), Denominators())


# --- a slow, plain twin ---------------------------------------------------------------------

PEOPLE = st.sampled_from([None, "P1", "P2", "P3", "P4", "P5"])
WHERE = st.sampled_from([None, "L1", "L2", "L3", "L4"])
ROLES = st.sampled_from(["", "enabler", "partner", "citizen"])
ROWS = st.lists(
    st.builds(
        EvidenceRow, PEOPLE, WHERE, ROLES, st.sampled_from(["for", "against"]),
        st.sampled_from(["S1", "S2", "S3"]),
    ),
    max_size=15,
)  # fmt: skip
BASES = st.builds(
    Denominators,
    people_heard=st.frozensets(st.sampled_from(["P1", "P2", "P6", "P7"])),
    people_invited=st.none() | st.frozensets(st.sampled_from(["P1", "P8", "P9"])),
    people_asked=st.none() | st.frozensets(st.sampled_from(["P1", "P2", "P6"])),
    places_heard=st.frozensets(st.sampled_from(["L1", "L2"])),
    places=st.frozensets(st.sampled_from(["L1", "L2", "L3", "L4", "L5"])),
    sources=st.integers(0, 9),
    expected_roles=st.sampled_from([(), ("partner", "enabler"), ("citizen", "elected_member")]),
    role_uses=st.dictionaries(st.sampled_from(["enabler", "partner"]), st.integers(0, 3)),
)


def plain_people(held, base, bearing):
    """Count people one by one, as a person with a pencil would."""
    everybody = {*base.people_heard, *(base.people_invited or ()), *(r.person for r in held)}
    counts = dict.fromkeys(("count", "asked", "not_asked", "no_answer"), 0)
    for person in everybody - {None}:
        speaks = any(r.person == person for r in held)
        heard = speaks or person in base.people_heard
        if not heard:
            counts["no_answer"] += 1
        elif speaks or base.people_asked is None or person in base.people_asked:
            counts["asked"] += 1
            counts["count"] += any(r.person == person and r.bearing == bearing for r in held)
        else:
            counts["not_asked"] += 1
    return counts


@settings(max_examples=150)
@given(ROWS, BASES)
def test_people_are_counted_as_with_a_pencil(held, base):
    found = coverage(held, base)
    for side in (found.supporting, found.contrary):
        people = side.people
        assert plain_people(held, base, side.bearing) == {
            "count": people.count, "asked": people.asked, "not_asked": people.not_asked,
            "no_answer": people.no_answer,
        }  # fmt: skip


@settings(max_examples=150)
@given(ROWS, BASES)
def test_no_count_exceeds_its_denominator(held, base):
    found = coverage(held, base)
    for side in (found.supporting, found.contrary):
        for share in (side.people, side.places, side.roles, side.sources):
            assert 0 <= share.count <= share.most <= share.asked <= share.total
            assert share.asked + share.not_asked + share.no_answer == share.total
            assert share.unattributed <= side.passages
    assert found.supporting.passages + found.contrary.passages == len(held)


@settings(max_examples=100)
@given(ROWS, BASES)
def test_order_and_repetition_of_rows_change_no_distinct_count(held, base):
    def counts(found):
        return [
            (s.people.count, s.places.count, s.roles.count, s.sources.count)
            for s in (found.supporting, found.contrary)
        ]

    assert counts(coverage(held, base)) == counts(coverage([*reversed(held), *held], base))


@settings(max_examples=100)
@given(ROWS, BASES)
def test_each_expected_role_is_heard_here_or_silent_or_never_heard(held, base):
    found = coverage(held, base)
    here = {row.role for row in held}
    groups = [set(found.silent_here), set(found.never_heard), set(base.expected_roles) & here]
    assert set.union(*groups) == set(base.expected_roles)
    assert sum(map(len, groups)) == len(base.expected_roles)
