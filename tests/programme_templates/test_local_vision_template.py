"""The Local Vision template: its counts, its references and its labels."""

import re

import pytest

from localvision import programme_templates
from localvision.errors import LocalVisionError
from localvision.programme_templates import ProgrammeTemplate


@pytest.fixture(scope="module")
def template() -> ProgrammeTemplate:
    return programme_templates.load("local_vision")


@pytest.mark.requirement("R351", "R193", "R347")
def test_nine_themes_stand_in_three_clusters(template):
    assert [c.key for c in template.clusters] == ["process", "context", "change"]
    frame = template.frame("themes")
    assert [len(frame.under(c.key)) for c in template.clusters] == [3, 3, 3]
    assert [t.attributes["number"] for t in template.themes] == list(range(1, 10))


@pytest.mark.requirement("R195", "R196", "R197", "R198", "R199", "R200", "R201", "R202", "R203")
def test_quotations_of_the_source_add_up_by_cluster(template):
    frame = template.frame("themes")
    counts = [
        sum(t.attributes["quotations_in_source"] for t in frame.under(c.key))
        for c in template.clusters
    ]
    assert counts == [14, 11, 33]
    assert sum(counts) == 58


@pytest.mark.requirement("R351")
@pytest.mark.parametrize(
    ("frame", "count"),
    [
        ("criteria", 5),
        ("leadership_behaviours", 6),
        ("assumptions", 3),
        ("ingredients", 5),
        ("ganz_dimensions", 4),
        ("egan_stages", 3),
        ("problem_kinds", 3),
        ("iceberg_layers", 3),
        ("outcome_families", 3),
        ("change_tags", 3),
        ("stages", 6),
    ],
)
def test_lists_have_the_length_of_the_source(template, frame, count):
    assert len(template.frame(frame).items) == count


@pytest.mark.requirement("R351", "R3")
def test_aims_are_three_and_four(template):
    assert [aim.number for aim in template.aims] == [1, 2, 3]
    assert [aim.number for aim in template.evaluation_aims] == [1, 2, 3, 4]


@pytest.mark.requirement("R75", "R76", "R77", "R78", "R79", "R80")
def test_the_sixth_skill_has_two_halves_and_six_stay_six(template):
    skills = template.frame("enabler_skills")
    assert [s.attributes["number"] for s in skills.top] == ["1", "2", "3", "4", "5", "6"]
    assert [s.attributes["number"] for s in skills.under("brokerage_reflection")] == ["6a", "6b"]


@pytest.mark.requirement("R151")
def test_only_the_third_assumption_claims_necessity(template):
    claims = [item.attributes["necessity"] for item in template.frame("assumptions").items]
    assert claims == [False, False, True]


@pytest.mark.requirement("R248")
def test_ingredients_carry_their_source_count(template):
    assert template.frame("ingredients").source_count == 1
    assert template.frame("themes").source_count is None


@pytest.mark.requirement("R18", "R19")
def test_money_rules(template):
    assert {rule.key: rule.amount_gbp for rule in template.money_rules} == {
        "award_cap": 27_000,
        "local_commitment": 10_000,
    }


@pytest.mark.requirement("R20")
def test_derived_numbers_follow_from_the_rules(template):
    counts = {count.key: count for count in template.source_counts}
    places = counts["localities"].count
    money = {rule.key: rule.amount_gbp for rule in template.money_rules}
    assert counts["award_ceiling_gbp"].count == places * money["award_cap"]
    assert counts["local_commitment_total_gbp"].count == places * money["local_commitment"]
    assert counts["match_ratio"].count == round(money["local_commitment"] / money["award_cap"], 2)
    assert not counts["responses"].exact
    assert not counts["success_rate_percent"].exact


def test_quotations_by_role_add_up(template):
    counts = {count.key: count.count for count in template.source_counts}
    roles = ("enabler", "partner", "participant", "steering_group", "programme_team")
    assert sum(counts[f"quotations_{role}"] for role in roles) == counts["quotations"] == 66


@pytest.mark.requirement("R64")
def test_the_worked_example_is_one_issue_in_two_framings(template):
    example = template.worked_example
    assert [(s.framing, s.support_percent) for s in example.sides] == [
        ("critical", 50.7),
        ("wicked", 48.3),
    ]
    kinds = {item.key for item in template.frame("problem_kinds").items}
    assert {side.framing for side in example.sides} <= kinds


@pytest.mark.requirement("R42", "R338")
def test_sensitive_issues_are_flagged(template):
    sensitive = {i.key for i in template.frame("issues").items if i.attributes["sensitive"]}
    assert {"fgm", "alcohol"} <= sensitive
    assert "dementia" not in sensitive


@pytest.mark.requirement("R216", "R217", "R218", "R219", "R220")
@pytest.mark.parametrize(
    ("raw", "key"),
    [
        ("LV Enabler", "enabler"),
        ("LV Project Partner", "partner"),
        ("LV Project Participant", "participant"),
        ("SL Steering Group Member", "steering_group"),
        ("[SL Steering Group member]", "steering_group"),
        ("LV Programme Team", "programme_team"),
        ("Service user/carer", "citizen"),
        ("councillor", "elected_member"),
        ("Civil servant", "national_official"),
        ("", None),
        ("Weather forecaster", None),
    ],
)
def test_raw_labels_become_roles(template, raw, key):
    assert template.role_of(raw) == key


@pytest.mark.requirement("R221")
def test_roles_that_the_source_never_quotes_are_expected_to_be_heard(template):
    expected = {role.key for role in template.expected_roles}
    assert {"citizen", "elected_member", "national_official"} <= expected


def test_no_label_means_two_roles(template):
    labels = [
        programme_templates.plain_label(label)
        for role in template.roles
        for label in {role.label, *role.synonyms}
    ]
    assert len(labels) == len(set(labels))


def test_everything_names_entries_of_the_ledger(template):
    items = [item for frame in template.frames.values() for item in frame.items]
    lists = (
        template.aims,
        template.evaluation_aims,
        template.roles,
        template.money_rules,
        template.hypotheses,
        template.open_questions,
        template.promises,
        template.source_counts,
    )
    records = [*items, *(record for each in lists for record in each)]
    for record in records:
        assert record.refs, record
        for ref in record.refs:
            assert re.fullmatch(r"R\d{1,3}", ref), record
            assert 1 <= int(ref[1:]) <= 351, record


def test_hypotheses_point_to_themes_and_say_what_they_rest_on(template):
    themes = {theme.key for theme in template.themes}
    for hypothesis in template.hypotheses:
        assert set(hypothesis.themes) <= themes
        assert hypothesis.themes
        assert hypothesis.rests_on


@pytest.mark.requirement("R222")
def test_the_widely_cited_barrier_keeps_its_two_quotations(template):
    barrier = next(h for h in template.hypotheses if h.key == "H02")
    assert barrier.quotations == 2
    uncounted = next(h for h in template.hypotheses if h.key == "H06")
    assert uncounted.quotations is None


def test_an_unknown_key_is_refused_with_the_known_ones():
    with pytest.raises(LocalVisionError) as caught:
        programme_templates.load("utopia")
    assert caught.value.code == "template.unknown"
    assert "local_vision" in str(caught.value)
