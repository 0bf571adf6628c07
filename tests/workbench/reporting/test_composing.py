"""What a report says, counted from the evidence."""

from __future__ import annotations

import json

import pytest

from localvision.outputs import blocks as out
from localvision.workbench.claims.models import Claim
from localvision.workbench.documents.models import Passage
from localvision.workbench.reporting import actions, queries
from localvision.workbench.reporting.composing import Links, compose, freeze, thaw
from localvision.workbench.reporting.outline import NewBlock

pytestmark = pytest.mark.django_db


@pytest.fixture
def composed(viewer, report):
    return compose(viewer, report, list(queries.blocks_of(viewer, report)), edition="Draft")


def _all(composed, kind):
    return [block for block in composed.report.blocks if isinstance(block, kind)]


def _codes(composed):
    return [problem.code for problem in composed.problems]


@pytest.mark.requirement("R248", "R302", "R221", "R222")
def test_a_claim_keeps_everything_beside_it(composed):
    claim = _all(composed, out.ClaimBlock)[0]
    assert claim.number == 1
    assert [f.label for f in claim.fractions] == ["Places", "People", "Roles"]
    places = claim.fractions[0]
    assert (places.count, places.asked, places.total) == (2, 3, 4)
    assert claim.sources == 4
    assert claim.dissent == ("Enabler: Money came first here.",)
    assert "Two waves only." in claim.caveats
    assert claim.rivals == ("A new law came in the same month.",)
    assert any("Citizen" in group for group in claim.silent)
    assert [flag.word for flag in claim.flags] == ["Most"]
    assert claim.flags[0].fraction.startswith("2 of 3 places")
    assert claim.searched_against


@pytest.mark.requirement("R334")
def test_no_name_place_or_redacted_word_is_anywhere_in_the_content(composed, world):
    content = json.dumps(freeze(composed.report), ensure_ascii=False)
    assert world.secret not in content
    assert "Wilhelmina" not in content
    for place in world.places:
        assert place.name not in content
    assert "Ashmere Borough" not in content
    assert "[name]" not in content  # the mark is a redaction, not typed words
    quotation = _all(composed, out.QuotationBlock)[0]
    assert out.Redaction("name") in quotation.segments
    assert out.Redaction("organisation") in quotation.segments
    assert quotation.role == "Enabler"
    assert quotation.kind is out.QuotationKind.EDITED
    assert "report.names-masked" in _codes(composed)


def test_a_redaction_holds_in_every_passage_that_overlaps_it(viewer, report, world):
    first = world.passages[0]
    overlapping = Passage.objects.create(
        text=first.text, start=3, end=first.end - 5, role="enabler",
        quote=first.text.text[3 : first.end - 5],
    )  # fmt: skip
    actions.add_block(
        by=viewer, report=report, block=NewBlock("quotation", passage_id=overlapping.pk)
    )
    composed = compose(viewer, report, list(queries.blocks_of(viewer, report)), edition="Draft")
    assert world.secret not in json.dumps(freeze(composed.report))
    assert len(_all(composed, out.QuotationBlock)) == 2


@pytest.mark.requirement("R341")
def test_words_without_permission_are_counted_and_not_printed(viewer, report, world):
    barred = world.passages[5]
    actions.add_block(by=viewer, report=report, block=NewBlock("quotation", passage_id=barred.pk))
    composed = compose(viewer, report, list(queries.blocks_of(viewer, report)), edition="Draft")
    assert "report.quotation-not-permitted" in _codes(composed)
    assert len(_all(composed, out.QuotationBlock)) == 1
    appendix = _all(composed, out.EvidenceAppendix)[0]
    marks = {p.passage for claim in appendix.claims for p in claim.passages}
    assert f"P{barred.pk}" not in marks
    behind = Claim.objects.filter(evidence__passage=barred, pk__in=[c.pk for c in world.claims[:2]])
    assert behind.exists()
    assert "1 is counted and not printed" in appendix.claims[0].note
    assert f"P{barred.pk}" not in composed.links.passages


@pytest.mark.requirement("R229")
def test_a_paraphrase_is_never_a_verbatim_quotation(viewer, report, world):
    Passage.objects.filter(pk=world.passages[0].pk).update(kind="paraphrase")
    composed = compose(viewer, report, list(queries.blocks_of(viewer, report)), edition="Draft")
    assert _all(composed, out.QuotationBlock)[0].kind is out.QuotationKind.PARAPHRASE


@pytest.mark.requirement("R236", "R331")
def test_methods_count_who_was_asked_and_who_answered(composed):
    methods = _all(composed, out.MethodsBlock)[0]
    first = methods.sources[0]
    assert (first.n, first.approached, first.unit) == (3, 5, "people")
    assert first.missing == "1 declined, 1 no reply"
    assert first.places == 3
    assert methods.base.n == 6
    assert "no source from 1 of 4 places" in methods.base.missing
    heading = next(h for h in _all(composed, out.Heading) if h.text == "How it was done")
    assert heading.sources == "all 6 sources in 3 of 4 places, 2 waves"


@pytest.mark.requirement("R326")
def test_the_summary_says_what_the_body_says(composed):
    body = {claim.number: claim for claim in _all(composed, out.ClaimBlock)}
    summary = _all(composed, out.SummaryBlock)[0]
    assert {c.number for c in summary.claims} == set(body)
    for line in summary.claims:
        claim = body[line.number]
        assert (line.status, line.strength) == (claim.status, claim.strength)
        assert line.fraction == claim.fractions[0]


@pytest.mark.requirement("R238")
def test_every_claim_has_its_evidence_and_every_quotation_its_passage(composed, world):
    appendix = _all(composed, out.EvidenceAppendix)[0]
    assert [claim.claim for claim in appendix.claims] == [1, 2]
    assert {p.stance for claim in appendix.claims for p in claim.passages} == {"for", "against"}
    quotation = _all(composed, out.QuotationBlock)[0]
    assert quotation.claim == 1
    assert composed.links.passages[quotation.passage][1] == world.passages[0].pk
    assert composed.links.claims == {"1": "trust-first", "2": "slow-start"}


def test_places_stand_under_letters_and_names_withhold_small_counts(viewer, report, composed):
    matrix = _all(composed, out.MatrixBlock)[0]
    assert sorted(matrix.cases) == ["Place A", "Place B", "Place C", "Place D"]
    numbers = [n for row in matrix.counts for n in row if isinstance(n, int)]
    assert max(numbers) == 2
    assert any(isinstance(n, out.Missing) for row in matrix.counts for n in row)
    named = NewBlock("matrix", settings={"labels": "names"})
    actions.add_block(by=viewer, report=report, block=named)
    again = compose(viewer, report, list(queries.blocks_of(viewer, report)), edition="Draft")
    by_name = _all(again, out.MatrixBlock)[1]
    assert "Ashmere" in by_name.cases
    assert by_name.threshold == 5
    shown = [n for row in by_name.counts for n in row if isinstance(n, int)]
    assert set(shown) <= {0}


def test_narrative_is_numbered_and_its_loose_words_are_listed(viewer, report):
    text = "Many partners said so {claim:nothing}. Most places put trust first {claim:trust-first}."
    actions.add_block(by=viewer, report=report, block=NewBlock("text", text))
    composed = compose(viewer, report, list(queries.blocks_of(viewer, report)), edition="Draft")
    said = _all(composed, out.Text)[-1].text
    assert said == "Many partners said so. Most places put trust first [claim:1]."
    codes = _codes(composed)
    assert "report.claim-unknown" in codes
    assert "report.loose-word" in codes


def test_a_withdrawn_claim_is_flagged_and_left_out_of_the_summary(viewer, report, world):
    Claim.objects.filter(pk=world.claims[0].pk).update(status="withdrawn")
    composed = compose(viewer, report, list(queries.blocks_of(viewer, report)), edition="Draft")
    assert "report.claim-withdrawn" in _codes(composed)
    assert [c.number for c in _all(composed, out.SummaryBlock)[0].claims] == [2]


@pytest.mark.requirement("R214")
def test_insights_are_never_made_up(viewer, report):
    actions.add_block(by=viewer, report=report, block=NewBlock("insights"))
    composed = compose(viewer, report, list(queries.blocks_of(viewer, report)), edition="Draft")
    assert not _all(composed, out.InsightsBlock)
    assert "report.nothing-to-show" in _codes(composed)


def test_what_was_frozen_is_the_same_again(composed):
    assert thaw(json.loads(json.dumps(freeze(composed.report)))) == composed.report
    links = Links.of_json(json.loads(json.dumps(composed.links.as_json())))
    assert links == composed.links


def test_the_number_of_queries_does_not_grow_with_the_evidence(
    viewer, report, world, django_assert_num_queries, make_source, make_passage
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from localvision.workbench.claims.models import ClaimEvidence

    blocks = list(queries.blocks_of(viewer, report))
    with CaptureQueriesContext(connection) as before:
        compose(viewer, report, blocks, edition="Draft")
    for _ in range(4):
        source = make_source(locality=world.places[3], role="citizen")
        passage = make_passage(source, 0, 10, role="citizen")
        ClaimEvidence.objects.create(
            claim=world.claims[0], passage=passage, bearing="for", added_by=viewer.account
        )
    with django_assert_num_queries(len(before)):
        compose(viewer, report, blocks, edition="Draft")
