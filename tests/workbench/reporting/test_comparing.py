"""What changed between two editions, claim by claim."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from localvision.outputs.blocks import ClaimBlock, Fraction, Report, Status
from localvision.workbench.reporting.composing import Change, changes_between

FOUR = ClaimBlock(
    number=4,
    sentence="Trust came first.",
    status=Status.INTERIM,
    strength="moderate",
    fractions=(Fraction(label="Places", count=11, asked=21, total=25),),
    sources=30,
)


def _report(*claims):
    return Report(
        title="T", programme="P", as_at=dt.date(2026, 1, 1), edition="E", status=Status.INTERIM,
        invented=True, blocks=claims,
    )  # fmt: skip


def test_the_same_claims_have_not_changed():
    assert changes_between(_report(FOUR), _report(FOUR)) == []


@pytest.mark.parametrize(
    ("field", "value", "change"),
    [
        ("sentence", "Money came first.",
         Change(4, "words", "Trust came first.", "Money came first.")),
        ("status", Status.FINAL, Change(4, "status", "interim", "final")),
        ("strength", "strong", Change(4, "strength", "moderate", "strong")),
        ("fractions", (Fraction(label="Places", count=12, asked=25, total=25),),
         Change(4, "places", "11 of 21 asked; 4 not asked", "12 of 25 asked")),
        ("against", (Fraction(label="Against", count=3, asked=25, total=25),),
         Change(4, "against", "none", "3 of 25 asked")),
    ],
)  # fmt: skip
def test_each_change_is_said_with_before_and_after(field, value, change):
    assert changes_between(_report(FOUR), _report(replace(FOUR, **{field: value}))) == [change]


def test_claims_come_and_go():
    five = replace(FOUR, number=5, sentence="Later.")
    assert changes_between(_report(FOUR), _report(five)) == [
        Change(4, "left out", after="Trust came first."),
        Change(5, "new", after="Later."),
    ]
