"""What stands behind a claim, as the pages count it; and who may read the words."""

import pytest

from localvision.workbench.claims import queries
from localvision.workbench.claims.actions import (
    add_claim,
    add_evidence,
    change_status,
    record_search,
    remove_evidence,
    reword_claim,
)
from localvision.workbench.claims.bridge import proposed_sentence, weigh, weighed_claim
from localvision.workbench.claims.judgements import headlines, judgements
from localvision.workbench.claims.queries import Picking
from localvision.workbench.claims.showing import shown
from localvision.workbench.documents.models import Invitation
from localvision.workbench.programmes.actions import add_people

pytestmark = pytest.mark.django_db


@pytest.mark.requirement("R59", "R222", "R223")
def test_most_is_set_beside_the_true_fraction(viewer, weighed):
    """1 of the 4 places heard, of 5 in the programme: "most" does not hold."""
    found = weighed_claim(viewer, weighed.number)
    places = found.coverage.supporting.places
    assert (places.count, places.asked, places.not_asked) == (1, 4, 1)
    (check,) = found.flagged
    assert (check.verdict, check.fraction, check.proposal) == (
        "disagrees", "1 of 4 places", "in 1 of 4 places",
    )  # fmt: skip
    page = shown(found)
    assert page.flags[0].words == 'Claim 1 says "most". The evidence is 1 of 4 places.'
    assert proposed_sentence(found, page.flags[0].at) == (
        "In 1 of 4 places trust came before money."
    )


@pytest.mark.requirement("R239")
def test_for_and_against_stand_on_the_same_denominators(viewer, weighed):
    found = weighed_claim(viewer, weighed.number)
    bars = {bar.label: bar for bar in shown(found).bars}
    assert (bars["Places"].count, bars["Places"].asked, bars["Places"].total) == (1, 4, 5)
    assert (bars["People"].count, bars["People"].asked) == (1, 4)
    assert (bars["Against"].count, bars["Against"].asked, bars["Against"].kind) == (
        1, 4, "against",
    )  # fmt: skip
    assert found.coverage.disagreement


@pytest.mark.requirement("R221")
def test_groups_that_are_silent_are_named_in_the_words_of_the_programme(viewer, weighed):
    found = weighed_claim(viewer, weighed.number)
    assert "Elected member" in found.silent
    assert "Citizen, service user or carer" in found.silent
    assert "Enabler" not in found.silent


def test_invited_and_silent_is_told_apart_from_not_asked(viewer, weighed, places):
    quiet = add_people(by=viewer, people=[{"code": "P9", "role": "partner"}])["P9"]
    Invitation.objects.create(
        programme=viewer.programme, person=quiet, instrument="interview", outcome="no_reply"
    )
    people = weighed_claim(viewer, weighed.number).coverage.supporting.people
    assert (people.asked, people.no_answer, people.total) == (4, 1, 5)
    assert (
        "1 people were invited and did not answer."
        not in shown(weighed_claim(viewer, weighed.number)).limits
    )


@pytest.mark.requirement("R332")
def test_praise_is_shown_and_counted_in_no_fraction(viewer, claim, passages):
    add_evidence(by=viewer, claim=claim, passages=[passages["P1", 0]], bearing="for", praise=True)
    found = weighed_claim(viewer, claim.number)
    assert (found.coverage.supporting.passages, found.praise) == (0, 1)
    assert found.evidence == ((passages["P1", 0].pk, "for"),)
    assert "1 passage of praise only: in no fraction." in shown(found).limits


@pytest.mark.requirement("R235")
def test_speakers_who_doubt_it_themselves_are_counted(viewer, claim, passages):
    add_evidence(
        by=viewer, claim=claim, passages=[passages["P1", 0]], bearing="for", confidence="doubtful"
    )
    assert (
        "In 1 passage the speaker doubts it themselves."
        in shown(weighed_claim(viewer, claim.number)).limits
    )


@pytest.mark.requirement("R248")
def test_one_source_is_said_beside_the_claim(viewer, claim, passages):
    both = [passages["P1", 0], passages["P1", 1]]
    add_evidence(by=viewer, claim=claim, passages=both, bearing="for")
    found = weighed_claim(viewer, claim.number)
    assert found.coverage.supporting.sources.count == 1
    assert "All evidence for it comes from one source." in shown(found).limits


def test_unknown_speakers_are_not_drawn_as_nobody(viewer, claim, make_source, make_passage):
    source = make_source(text="Trust mattered to us all.", kind="report")
    passage = make_passage(source, 0, 14, role="partner")
    add_evidence(by=viewer, claim=claim, passages=[passage], bearing="for")
    page = shown(weighed_claim(viewer, claim.number), every_unit=True)
    bars = {bar.label: bar for bar in page.bars}
    assert (bars["People"].count, bars["Places"].count) == (None, None)
    assert (bars["Roles"].count, bars["Sources"].count) == (1, 1)
    assert page.limits[0].startswith("1 passage does not say who speaks")


def test_a_claim_without_any_evidence_is_not_yet_contradicted(viewer, claim, passages):
    found = weighed_claim(viewer, claim.number)
    assert [check.verdict for check in found.checks] == ["not counted"]
    assert found.flagged == ()


def test_what_is_taken_out_is_out_of_every_count(viewer, weighed):
    remove_evidence(by=viewer, evidence=weighed.evidence.get(bearing="for"))
    found = weighed_claim(viewer, weighed.number)
    assert found.coverage.supporting.passages == 0
    assert [bearing for _, bearing in found.evidence] == ["against"]


@pytest.mark.requirement("R222")
def test_the_most_widely_cited_is_ranked_against_the_other_claims(viewer, passages):
    ranked = add_claim(by=viewer, sentence="Money is the most widely cited barrier.")
    add_evidence(by=viewer, claim=ranked, passages=[passages["P1", 0]], bearing="for")
    other = add_claim(by=viewer, sentence="Time is a barrier.")
    both = [passages["P2", 0], passages["P3", 0]]
    add_evidence(by=viewer, claim=other, passages=both, bearing="for")
    (check,) = weighed_claim(viewer, ranked.number).checks
    assert (check.verdict, check.fraction) == ("disagrees", "1 of 8 quotations")
    change_status(by=viewer, claim=other, status="withdrawn", why="Not so.")
    (check,) = weighed_claim(viewer, ranked.number).checks
    assert (check.verdict, check.thin) == ("not counted", True)


def test_a_role_named_in_the_claim_is_counted_among_its_own(viewer, passages):
    claim = add_claim(by=viewer, sentence="Most partners put trust first.")
    two = [passages["P2", 0], passages["P3", 0]]
    add_evidence(by=viewer, claim=claim, passages=two, bearing="for")
    (check,) = weighed_claim(viewer, claim.number).checks
    assert (check.verdict, check.fraction) == ("agrees", "2 of 3 partners")


def test_weighing_takes_as_many_queries_for_three_claims_as_for_one(
    viewer, more_claims, django_assert_num_queries
):
    more_claims(1)
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(
        connection,
    ) as one:
        assert len(weigh(viewer, list(queries.claims_for(viewer)))) == 1
    more_claims(2)
    with django_assert_num_queries(len(one)):
        assert len(weigh(viewer, list(queries.claims_for(viewer)))) == 3


# --- who may read what ----------------------------------------------------------------------


@pytest.mark.requirement("R340")
def test_the_commissioner_counts_and_does_not_read(viewer_as, weighed):
    commissioner = viewer_as("commissioner")
    found = weighed_claim(commissioner, weighed.number)
    assert found.coverage.supporting.places.words == "1 of 4 places"
    assert queries.evidence_passages(commissioner, weighed).paginator.count == 0
    assert queries.passages_to_pick(commissioner, weighed, Picking()).paginator.count == 0


def test_readers_and_other_programmes_find_no_claim(viewer_as, other_viewer, weighed):
    for stranger in (viewer_as("reader"), other_viewer):
        assert not queries.claims_for(stranger).exists()
        assert weighed_claim(stranger, weighed.number) is None
        assert queries.evidence_lines(stranger, [weighed]) == {}
        assert queries.limits_of(stranger, weighed).revisions == ()
        assert judgements(stranger) == []
        assert headlines(stranger) == []


def test_the_words_of_another_place_stay_closed(viewer_as, places, weighed):
    local = viewer_as("evaluator", locality=places[0])
    found = queries.evidence_passages(local, weighed)
    assert [each.place for each in found] == ["Place 1"]


def test_the_first_passages_do_not_all_speak_of_one_place(viewer, claim, passages):
    add_evidence(by=viewer, claim=claim, passages=passages.values(), bearing="for")
    first = queries.evidence_passages(viewer, claim, "for", per_page=4, spread=True)
    assert [each.place for each in first] == ["Place 1", "Place 2", "Place 3", "Place 4"]
    plain = queries.evidence_passages(viewer, claim, "for", per_page=4)
    assert [each.place for each in plain] == ["Place 1", "Place 1", "Place 2", "Place 2"]


# --- choosing passages ----------------------------------------------------------------------


def test_passages_are_chosen_by_place_role_theme_and_words(viewer, claim, passages, theme_items):
    from localvision.workbench.coding.actions import code_passage

    key = next(key for key in theme_items if key not in ("process", "context", "change"))
    coded = passages["P2", 1]
    code_passage(by=viewer, text=coded.text, start=coded.start, end=coded.end, item_key=key)

    def picked(**picking):
        return [
            each.passage.pk for each in queries.passages_to_pick(viewer, claim, Picking(**picking))
        ]

    assert len(picked()) == 8
    assert picked(theme=key) == [coded.pk]
    assert picked(words="money") == [coded.pk]
    assert picked(words="lawnmower") == []
    assert len(picked(place="place-2")) == 2
    assert len(picked(role="enabler")) == 2
    assert picked(theme="no-such-theme") == []
    add_evidence(by=viewer, claim=claim, passages=[coded], bearing="for")
    (each,) = queries.passages_to_pick(viewer, claim, Picking(theme=key))
    assert each.bears == ("for",)


# --- what wants judgement -------------------------------------------------------------------


@pytest.mark.requirement("R222", "R239", "R221")
def test_what_wants_a_persons_judgement(viewer, weighed, passages):
    bare = add_claim(by=viewer, sentence="Trust helps.")
    add_evidence(by=viewer, claim=bare, passages=[passages["P1", 1]], bearing="for")
    asked = {each.words: each for each in judgements(viewer)}
    first = asked['Claim 1 says "most". The evidence is 1 of 4 places.']
    assert (first.url_name, first.url_arguments) == ("claims:claim", {"number": 1})
    assert "Nobody has looked for what speaks against claim 2." in asked
    (silent,) = [words for words in asked if "never heard" in words]
    assert "Elected member" in asked[silent].detail
    record_search(by=viewer, claim=bare, note="Read wave 1.")
    reword_claim(by=viewer, claim=weighed, sentence="In 1 of 4 places.", why="Counted.")
    left = [each.words for each in judgements(viewer)]
    assert left == [silent]


@pytest.mark.requirement("R220")
def test_a_role_used_once_is_asked_about(viewer, claim, make_source, make_passage):
    source = make_source(text="We saw it from the centre.", kind="report")
    passage = make_passage(source, 0, 10, role="programme_team")
    add_evidence(by=viewer, claim=claim, passages=[passage], bearing="for")
    (once,) = [each for each in judgements(viewer) if "role used once" in each.words]
    assert once.detail == "Programme team: it may be one person."


def test_judgements_take_as_many_queries_for_three_claims_as_for_one(
    viewer, more_claims, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    more_claims(1)
    with CaptureQueriesContext(connection) as one:
        judgements(viewer)
    more_claims(2)
    with django_assert_num_queries(len(one)):
        judgements(viewer)


def test_the_headline_counts_claims_that_stand(viewer, claim, more_claims):
    assert headlines(viewer) == ["1 claim"]
    more_claims(1)
    change_status(by=viewer, claim=claim, status="withdrawn", why="No.")
    assert headlines(viewer) == ["1 claim"]
