"""The known truth can be found again from what the programme emits, by a table made by hand."""

import itertools
import json
from collections import defaultdict
from statistics import mean

import pytest

from localvision.example import generate
from localvision.example.design import LAID_OUT, RECIPE, design_of

TESTED = ("dedicated_lead", "political_support", "partnership_history", "enabler_fit", "turnover")
CONSISTENT = 0.8


def crisp_cases(places, outcome, wave="W1"):
    """One tuple of conditions and the outcome for each place, cut at one half of the mean."""
    cases = []
    for records in places:
        values = defaultdict(list)
        for rating in records.ratings:
            if rating.value is not None and rating.wave == wave:
                values[rating.condition].append(rating.value)
        seen = [o.value for o in records.outcomes if o.outcome == outcome and o.value is not None]
        row = tuple(mean(values[key]) > 0.5 for key in TESTED)
        cases.append((row, mean(seen) > 0.5))
    return cases


def rows_of(cases):
    """Split the rows of the truth table into those that lead to the outcome and the others."""
    outcomes = defaultdict(list)
    for row, outcome in cases:
        outcomes[row].append(outcome)
    positive = {row for row, found in outcomes.items() if mean(found) >= CONSISTENT}
    return positive, set(outcomes) - positive


def covers(term, row):
    return all(wanted is None or wanted == is_so for wanted, is_so in zip(term, row, strict=True))


def shortest_formulas(positive, negative):
    """Every shortest set of terms that covers all positive rows and no negative one."""
    terms = [
        term
        for term in itertools.product((True, False, None), repeat=len(TESTED))
        if not any(covers(term, row) for row in negative)
        and any(covers(term, row) for row in positive)
    ]
    prime = [
        term
        for term in terms
        if not any(other != term and covers_term(other, term) for other in terms)
    ]
    for size in range(1, 5):
        found = [
            set(combination)
            for combination in itertools.combinations(prime, size)
            if all(any(covers(term, row) for term in combination) for row in positive)
        ]
        if found:
            return found
    return []


def covers_term(wider, narrower):
    return all(a is None or a == b for a, b in zip(wider, narrower, strict=True))


def as_term(recipe_term):
    wanted = dict(recipe_term)
    return tuple(wanted.get(key) for key in TESTED)


@pytest.mark.requirement("R308", "R309")
def test_the_recipe_is_recovered_from_first_wave_ratings_and_checks(example_places):
    formulas = shortest_formulas(*rows_of(crisp_cases(example_places, "lasting")))
    assert formulas == [{as_term(term) for term in RECIPE}]


def test_what_is_said_leads_elsewhere(example_places):
    formulas = shortest_formulas(*rows_of(crisp_cases(example_places, "said_lasting")))
    assert {as_term(term) for term in RECIPE} not in formulas


@pytest.mark.parametrize("seed", [1, 99, 4711])
def test_the_recipe_is_recovered_for_other_seeds(seed):
    places = tuple(generate(seed=seed).each_locality())
    formulas = shortest_formulas(*rows_of(crisp_cases(places, "lasting")))
    assert formulas == [{as_term(term) for term in RECIPE}]


@pytest.mark.requirement("R103")
def test_checks_after_the_exit_tell_talk_from_lasting_change(example_programme, example_places):
    truth = example_programme.truth
    last_seen = {}
    for records in example_places:
        last = {}
        for check in records.embedding:
            last[check.item] = check.still_in_place
        last_seen[records.locality.key] = any(value is True for value in last.values())
    for row in truth.rows:
        assert last_seen[row.locality] == row.lasting, row.name


def test_talk_is_heard_in_some_places_only_and_marked(example_programme, example_sources):
    merely_said = set(example_programme.truth.merely_said)
    assert len(merely_said) == 5
    talking = {s.locality for s in example_sources for p in s.passages if p.truth == "talk"}
    assert talking
    assert talking <= merely_said


def test_noise_is_named_and_goes_against_the_recipe(example_programme):
    truth = example_programme.truth
    assert len(truth.noise) == 2
    for row in truth.rows:
        holds = any(all(row.conditions[k] == p for k, p in term) for term in truth.recipe)
        assert (row.lasting != holds) == (row.locality in truth.noise)


def test_what_people_say_of_a_condition_is_mostly_so(example_programme, example_sources):
    so = {row.locality: row.conditions for row in example_programme.truth.rows}
    told = [
        (passage.present == so[source.locality][passage.condition], passage.truth)
        for source in example_sources
        if source.locality
        for passage in source.passages
        if passage.condition
    ]
    assert all(agrees == (truth == "true") for agrees, truth in told)
    assert 0.8 < mean(agrees for agrees, _ in told) < 0.98


def test_the_truth_counts_what_was_planted(example_programme, example_sources):
    truth = example_programme.truth
    assert truth.sources == len(example_sources)
    assert truth.passages == sum(len(s.passages) for s in example_sources)
    assert sum(truth.theme_passages.values()) == sum(
        len(p.themes) for s in example_sources for p in s.passages
    )


def test_the_truth_can_be_written_as_json(example_programme):
    facts = json.loads(json.dumps(example_programme.truth.as_json()))
    assert facts["recipe"][0] == [
        {"condition": "dedicated_lead", "present": True},
        {"condition": "political_support", "present": True},
    ]
    assert len(facts["rows"]) == 25


def test_places_beyond_the_first_25_follow_the_same_recipe():
    beyond = [design_of(2015, index) for index in range(len(LAID_OUT) + 1, 600)]
    assert 0.01 < mean(each.noise for each in beyond) < 0.08
    assert 0.2 < mean(each.lasting for each in beyond) < 0.6
