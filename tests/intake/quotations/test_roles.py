"""Labels as printed, and the keys by which voices are counted."""

from __future__ import annotations

import pytest

from localvision.intake import attributed_quotations, normalise_role

ROLES = {
    "Enabler": "enabler",
    "Project Partner": "partner",
    "Partner": "partner",
    "Steering Group member": "steering-group",
}


@pytest.mark.requirement("R219")
@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("LV Enabler", "enabler"),
        ("lv enabler", "lv enabler"),  # alone it could be anything; see the next test
        ("LVEnabler", "enabler"),
        ("LV: Enabler", "enabler"),
        ("SL Steering Group Member", "steering group member"),
        ("SL Steering  Group\nmember", "steering group member"),
        ("GP Partner", "gp partner"),
        ("NHS manager", "nhs manager"),
        ("LEAD ENABLER", "lead enabler"),
        ("Carer", "carer"),
    ],
)
def test_case_spacing_and_prefix_do_not_matter(raw, key):
    assert normalise_role(raw) == key


def test_prefixes_and_spellings_are_learnt_from_the_whole_document():
    labels = [
        "LV Enabler",
        "lv enabler",
        "LV ENABLER",
        "LV Co-ordinator",
        "LV Coordinator",
        "LV Coordinator",
    ]
    text = "\n\n".join(f'"Words." [{label}]' for label in labels)
    quotations = attributed_quotations(text)
    assert [q.raw_role for q in quotations] == labels
    assert [q.role for q in quotations] == ["enabler"] * 3 + ["coordinator"] * 3


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("LV Enabler", "enabler"),
        ("LV Project Partner", "partner"),
        ("project-partner", "partner"),
        ("SL Steering Group Member", "steering-group"),
        ("steering-group", "steering-group"),
        ("LV Programme Team", "programme team"),
    ],
)
def test_a_vocabulary_decides_where_it_knows_the_label(raw, key):
    assert normalise_role(raw, ROLES) == key


def test_a_label_of_the_vocabulary_counts_even_where_it_is_an_odd_word():
    text = '"Words." (our friends)\n\n"More." [the public]'
    assert attributed_quotations(text) == ()
    known = attributed_quotations(text, (), {"our friends": "friend", "the public": "public"})
    assert [q.role for q in known] == ["friend", "public"]
