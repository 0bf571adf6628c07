"""The invented programme: the same each time, any size, and wholly invented."""

import dataclasses
import itertools
from collections import Counter

import pytest

from localvision import programme_templates
from localvision.errors import LocalVisionError
from localvision.example import generate

TEMPLATE = programme_templates.load("local_vision")


def keys(frame: str) -> set[str]:
    return {item.key for item in TEMPLATE.frame(frame).items}


def test_the_same_seed_gives_the_same_programme(example_programme, example_places):
    again = generate()
    assert tuple(again.each_locality()) == example_places
    assert next(again.sources()).text == next(example_programme.sources()).text


def test_another_seed_gives_another_programme(example_places):
    other = next(generate(seed=7).each_locality())
    assert other != example_places[0]


def test_the_first_places_are_the_same_whatever_the_size(example_programme):
    few, many = generate(localities=3), generate(localities=2_500)
    for key in ("L001", "L003"):
        texts = [source.text for source in example_programme.sources_of(key)]
        assert [source.text for source in few.sources_of(key)] == texts
        assert [source.text for source in many.sources_of(key)] == texts
        assert many.locality(key) == example_programme.locality(key)


def test_a_large_programme_streams_its_texts():
    programme = generate(localities=2_500)
    first = list(itertools.islice(programme.sources(), 12))
    assert first[0].locality == ""
    assert first[-1].locality == "L002"
    last = list(programme.sources_of("L2500"))
    assert last[0].locality == "L2500"
    assert all(s.text[p.start : p.end].strip() for s in last for p in s.passages)


@pytest.mark.parametrize("waves", [1, 2, 5])
def test_fewer_or_more_waves(waves):
    programme = generate(localities=4, waves=waves)
    assert {s.wave for s in programme.sources()} == {f"W{n}" for n in range(1, waves + 1)}
    assert len(programme.waves) == waves


@pytest.mark.parametrize("interviews", [1, 10, 37])
def test_the_number_of_interviews_is_kept(interviews):
    programme = generate(localities=4, interviews=interviews)
    local = [s for s in programme.sources() if s.kind == "interview" and s.locality]
    assert len(local) == interviews


def test_the_default_has_120_local_interviews(example_sources):
    local = [s for s in example_sources if s.kind == "interview" and s.locality]
    assert len(local) == 120
    assert {s.kind for s in example_sources} == {
        "interview",
        "focus_group",
        "survey_text",
        "log",
        "story",
    }


@pytest.mark.parametrize(
    "wrong",
    [
        {"localities": 0},
        {"localities": 2_501},
        {"waves": 0},
        {"waves": 9},
        {"interviews": 0},
        {"localities": 2, "interviews": 1_000},
    ],
)
def test_sizes_out_of_range_are_refused(wrong):
    with pytest.raises(LocalVisionError) as caught:
        generate(**wrong)
    assert caught.value.code == "example.size"


def test_an_unknown_locality_is_refused(example_programme):
    with pytest.raises(LocalVisionError) as caught:
        example_programme.locality("L026")
    assert caught.value.code == "example.unknown-locality"


def test_progress_is_told():
    seen = []
    generate(localities=3, progress=lambda done, of: seen.append((done, of)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_words_are_those_of_the_template(example_programme, example_places):
    roles = {role.key for role in TEMPLATE.roles}
    people = [*example_programme.national_people, *(p for r in example_places for p in r.people)]
    for person in people:
        assert person.role in roles
        assert TEMPLATE.role_of(person.raw_role) == person.role
        assert person.seniority in keys("seniority_bands")
    for records in example_places:
        assert {o.sector for o in records.organisations} <= keys("sectors")
        assert [s.stage for s in records.stages] == [s.key for s in TEMPLATE.frame("stages").items]
        assert {f.framing for f in records.framings} <= keys("problem_kinds")
        issue = TEMPLATE.frame("issues").item(records.project.issue)
        assert records.project.sensitive == issue.attributes["sensitive"]


def test_passages_speak_of_themes_and_hypotheses_of_the_template(example_sources):
    themes = {theme.key for theme in TEMPLATE.themes}
    hypotheses = {hypothesis.key for hypothesis in TEMPLATE.hypotheses} | {""}
    for source in example_sources:
        for passage in source.passages:
            assert passage.themes
            assert set(passage.themes) <= themes
            assert passage.hypothesis in hypotheses
            assert passage.stance in {"supports", "contradicts", "neutral"}
            assert passage.truth in {"true", "dissent", "talk"}


def test_keys_are_unique_and_point_to_something(example_programme, example_sources, example_places):
    people = [p.key for p in example_programme.national_people]
    people += [p.key for r in example_places for p in r.people]
    sources = [s.key for s in example_sources]
    passages = [p.key for s in example_sources for p in s.passages]
    for found in (people, sources, passages):
        assert len(found) == len(set(found))
    assert {person for s in example_sources for person in s.people} <= set(people)
    bodies = {o.key for r in example_places for o in r.organisations}
    for records in example_places:
        assert {p.organisation for p in records.people} <= bodies
        assert {p.organisation for p in records.partners} <= bodies
        assert records.project.lead in people
        held = {i.source for i in records.invitations if i.source}
        assert held <= set(sources)


@pytest.mark.requirement("R18", "R19")
def test_money_keeps_to_the_rules(example_places):
    projects = [records.project for records in example_places]
    assert all(0 < project.award_gbp <= 27_000 for project in projects)
    assert {p.local_paid_gbp for p in projects} > {10_000}


def test_dates_run_in_order(example_places):
    for records in example_places:
        starts = [stage.started_on for stage in records.stages]
        assert starts == sorted(starts)
        assert records.stages[-1].ended_on is None
        for partner in records.partners:
            assert partner.left_on is None or partner.left_on > partner.joined_on
            assert bool(partner.why_left) == (partner.left_on is not None)


def test_some_places_had_a_boundary_change(example_places):
    changed = [r for r in example_places if any(code.valid_to for code in r.locality.codes)]
    assert 2 <= len(changed) <= 5
    for records in changed:
        ends = {code.valid_to for code in records.locality.codes if code.valid_to}
        begins = max(code.valid_from for code in records.locality.codes)
        assert {(begins - end).days for end in ends} == {1}


@pytest.mark.requirement("R236")
def test_non_response_is_real(example_places):
    invitations = [i for records in example_places for i in records.invitations]
    asked = [i for i in invitations if i.instrument == "interview"]
    answered = [i for i in asked if i.outcome == "answered"]
    assert len(answered) == 120
    assert len(asked) > 1.5 * len(answered)
    assert all(bool(i.source) == (i.outcome == "answered") for i in asked)
    assert all(i.reason for i in invitations if i.outcome != "answered")


@pytest.mark.requirement("R221")
def test_residents_and_members_answer_seldom(example_places):
    role = {p.key: p.role for records in example_places for p in records.people}
    asked: Counter[str] = Counter()
    answered: Counter[str] = Counter()
    for records in example_places:
        for each in records.invitations:
            if each.instrument == "interview":
                asked[role[each.person]] += 1
                answered[role[each.person]] += each.outcome == "answered"
    for silent in ("citizen", "elected_member"):
        assert 0 < answered[silent] < 0.2 * asked[silent]
    assert answered["partner"] > 0.5 * asked["partner"]


def test_nobody_speaks_after_leaving(example_sources, example_places):
    left = {p.key: p.left_on for r in example_places for p in r.people if p.left_on}
    assert left
    for source in example_sources:
        if source.kind == "interview":
            assert all(left.get(p) is None or left[p] > source.held_on for p in source.people)


def test_ratings_have_gaps_with_reasons(example_places):
    ratings = [rating for records in example_places for rating in records.ratings]
    missing = [rating for rating in ratings if rating.value is None]
    assert 0.04 < len(missing) / len(ratings) < 0.2
    assert all(bool(r.missing_reason) == (r.value is None) for r in ratings)
    assert all(0 <= r.value <= 1 for r in ratings if r.value is not None)


def test_identities_stand_apart_and_are_invented(example_programme, example_places):
    for records in example_places:
        assert {i.person for i in records.identities} == {p.key for p in records.people}
        assert all(i.email.endswith("@example.invalid") for i in records.identities)
        person = dataclasses.asdict(records.people[0])
        assert records.identities[0].name not in person.values()
    assert "nvented" in example_programme.invented_notice
