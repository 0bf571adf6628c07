"""A small programme with 5 places, 4 of them heard, and a claim with evidence both ways."""

from __future__ import annotations

from itertools import count

import pytest

from localvision.workbench.claims.actions import add_claim, add_evidence
from localvision.workbench.programmes.actions import add_locality, add_people

TEXT = "Trust came first. The money followed later on. Nobody had asked us before that."


@pytest.fixture
def places(viewer):
    return [add_locality(by=viewer, key=f"place-{n}", name=f"Place {n}") for n in range(1, 6)]


@pytest.fixture
def people(viewer, places):
    """Four people in four places: one Enabler, three partners."""
    facts = [
        {"code": f"P{n}", "role": "enabler" if n == 1 else "partner", "locality": places[n - 1]}
        for n in range(1, 5)
    ]
    return list(add_people(by=viewer, people=facts).values())


@pytest.fixture
def passages(viewer, make_source, make_passage, places, people):
    """Return two passages of each heard person, in the place of that person."""
    cut = {}
    for person, place in zip(people, places, strict=False):
        source = make_source(text=TEXT, locality=place, title=f"Interview {person.code}")
        for n, (start, end) in enumerate(((0, 17), (18, 46))):
            cut[person.code, n] = make_passage(source, start, end, person=person, role=person.role)
    return cut


@pytest.fixture
def claim(viewer):
    return add_claim(by=viewer, sentence="In most places trust came before money.")


@pytest.fixture
def weighed(viewer, claim, passages):
    """The claim with evidence from one of four places for it, and one against."""
    add_evidence(by=viewer, claim=claim, passages=[passages["P1", 0]], bearing="for")
    add_evidence(by=viewer, claim=claim, passages=[passages["P2", 0]], bearing="against")
    return claim


@pytest.fixture
def more_claims(viewer, passages):
    numbers = count(1)

    def make(n, **facts):
        made = []
        for _ in range(n):
            claim = add_claim(by=viewer, sentence=f"Many said so, and {next(numbers)} more.")
            add_evidence(by=viewer, claim=claim, passages=[passages["P3", 1]], bearing="for")
            made.append(claim)
        return made

    return make
