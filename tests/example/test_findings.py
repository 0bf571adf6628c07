"""Claims, codings, memos and report: each stands on words that are there."""

import re
from collections import defaultdict

import pytest

from localvision import programme_templates
from localvision.example import generate


@pytest.fixture(scope="module")
def passages(example_sources):
    return {p.key: (s, p) for s in example_sources for p in s.passages}


@pytest.fixture(scope="module")
def codings(example_programme):
    return tuple(example_programme.codings())


def test_claims_point_to_passages_that_exist(example_programme, passages):
    hypotheses = {h.key for h in programme_templates.load("local_vision").hypotheses}
    assert len(example_programme.claims) >= 12
    for claim in example_programme.claims:
        assert claim.supporting, claim.key
        assert claim.contrary, claim.key
        assert set(claim.supporting) | set(claim.contrary) <= set(passages)
        assert not set(claim.supporting) & set(claim.contrary)
        assert claim.hypothesis in hypotheses
        assert claim.caveat


@pytest.mark.requirement("R223")
def test_two_claims_say_more_or_less_than_the_evidence(example_programme, passages):
    misfits = [claim for claim in example_programme.claims if not claim.quantifier_fits]
    assert len(misfits) >= 2
    places = {s.locality for s, _ in passages.values() if s.locality}
    shares = {
        claim.key: len({passages[key][0].locality for key in claim.supporting}) / len(places)
        for claim in misfits
    }
    assert len(places) == 25
    words = {claim.key: claim.quantifier for claim in misfits}
    assert any(words[k] == "almost all" and share < 0.85 for k, share in shares.items())
    assert any(words[k] == "a few" and share > 0.4 for k, share in shares.items())


def test_every_quantifier_stands_in_its_sentence(example_programme):
    for claim in example_programme.claims:
        assert claim.quantifier in claim.sentence


def test_statuses_vary(example_programme):
    assert {"emerging", "interim", "final", "revised"} <= {
        claim.status for claim in example_programme.claims
    }


def test_codings_lie_in_their_texts(codings, example_sources):
    lengths = {source.key: len(source.text) for source in example_sources}
    for coding in codings:
        assert 0 <= coding.start < coding.end < lengths[coding.source]


@pytest.mark.requirement("R237")
def test_two_coders_differ_honestly_on_a_part(codings):
    first, second = defaultdict(set), defaultdict(set)
    for coding in codings:
        into = first if coding.coder == "coder_a" else second
        into[coding.source].add((coding.passage, coding.code))
    assert 0.1 < len(second) / len(first) < 0.45
    both = [(first[key], second[key]) for key in second]
    agreed = sum(len(a & b) for a, b in both)
    either = sum(len(a | b) for a, b in both)
    assert 0.55 < agreed / either < 0.9


def test_memos_are_about_something(example_programme):
    about = [memo.about for memo in example_programme.memos]
    claims = {f"claim:{claim.key}" for claim in example_programme.claims}
    assert len(about) >= 6
    assert all(each in claims or each.startswith("theme:") for each in about)


def test_the_report_cites_claims_and_quotes_words_that_may_be_quoted(example_programme, passages):
    report = example_programme.report
    claims = {claim.key for claim in example_programme.claims}
    assert example_programme.invented_notice == report.notice
    assert {"heading", "text", "claim", "quotation", "table", "chart", "methods"} <= {
        block.kind for block in report.blocks
    }
    people = []
    for block in report.blocks:
        assert set(re.findall(r"\{claim:(\w+)\}", block.text)) <= claims
        assert not re.search(r"\{(?!claim:)", block.text)
        if block.kind == "claim":
            assert block.ref in claims
        if block.kind == "quotation":
            source, passage = passages[block.ref]
            assert "quote_with_role" in source.consent
            people.append(passage.person)
    assert len(people) >= 10
    assert len(people) == len(set(people))


def test_a_tiny_programme_has_a_report_too():
    programme = generate(localities=1, waves=1)
    assert programme.report.blocks
    assert programme.claims
    assert programme.memos
