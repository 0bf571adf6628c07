"""Gates propose; each is tried just below and at its threshold."""

import pytest

from localvision.analysis.evidence import Denominators, EvidenceRow, coverage, strength

EXPECTED = ("enabler", "partner", "participant", "citizen")


def claim(*, people=6, places=6, roles=3, against=0, asked=12):
    held = [
        EvidenceRow(f"P{n}", f"L{n % places}", EXPECTED[n % roles], "for", f"S{n}")
        for n in range(people)
    ]
    held += [EvidenceRow(f"A{n}", "L0", "partner", "against", f"T{n}") for n in range(against)]
    base = Denominators(
        places_heard={f"L{n}" for n in range(asked)},
        expected_roles=EXPECTED,
        role_uses=dict.fromkeys(EXPECTED, 9),
    )
    return coverage(held, base)


@pytest.mark.parametrize(
    ("facts", "searched", "proposed"),
    [
        ({}, True, "strong"),
        ({"against": 2}, False, "strong"),
        ({}, False, "weak"),
        ({"people": 2, "places": 2, "roles": 2}, True, "weak"),
        ({"people": 3, "places": 2, "roles": 2}, True, "moderate"),
        ({"roles": 1}, True, "weak"),
        ({"places": 1}, True, "weak"),
        ({"asked": 13}, True, "moderate"),
        ({"roles": 2}, True, "moderate"),
        ({"against": 3}, True, "moderate"),
    ],
)
def test_proposed_strength(facts, searched, proposed):
    assert strength(claim(**facts), searched_against=searched).proposed == proposed


@pytest.mark.requirement("R239")
def test_without_a_search_for_contrary_evidence_nothing_is_more_than_weak():
    proposal = strength(claim(people=12, places=12), searched_against=False)
    assert proposal.proposed == "weak"
    assert [gate.asks for gate in proposal.in_the_way] == [
        "contrary evidence, or a recorded search for it"
    ]


def test_each_gate_says_the_fact_it_was_held_to():
    proposal = strength(claim(asked=13), searched_against=True)
    (gate,) = proposal.in_the_way
    assert (gate.asks, gate.fact) == ("half of the places asked", "6 of 13 places")
