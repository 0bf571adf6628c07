"""Every page of the claims room: who gets in, what it shows, and that it works without script."""

import pytest
from django.urls import reverse

from localvision.workbench.claims.actions import add_caveat, add_evidence, add_rival
from localvision.workbench.claims.models import Claim, ClaimEvidence, ContrarySearch, Dissent
from localvision.workbench.documents.models import Passage

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(programme):
    return lambda name, *args: reverse(f"claims:{name}", args=[programme.slug, *args])


READING = [("list", ()), ("claim", (1,))]
WORDS = [("evidence", (1,))]
WRITING = [
    ("new", ()), ("reword", (1,)), ("status", (1,)), ("strength", (1,)), ("theme", (1,)),
    ("pick", (1,)), ("add-limit", (1, "caveat")), ("add-limit", (1, "dissent")),
    ("add-limit", (1, "rival")), ("add-limit", (1, "earlier")), ("add-limit", (1, "search")),
]  # fmt: skip


@pytest.mark.parametrize(("name", "args"), READING + WORDS + WRITING)
def test_who_gets_in(name, args, url, weighed, evaluator_client, other_client, stranger_client):
    page = url(name, *args)
    assert evaluator_client.get(page).status_code == 200
    assert other_client.get(page).status_code == 404
    assert stranger_client.get(page).status_code == 302


@pytest.mark.parametrize(("name", "args"), WORDS + WRITING)
def test_the_commissioner_reads_claims_and_neither_words_nor_forms(
    name, args, url, weighed, commissioner_client
):
    assert commissioner_client.get(url(name, *args)).status_code == 403


@pytest.mark.requirement("R340")
def test_the_commissioner_sees_counts_and_no_words(url, weighed, commissioner_client):
    shown = commissioner_client.get(url("claim", 1)).content.decode()
    assert "1 of 4" in shown
    assert "Project partner" in shown
    assert "Trust came first." not in shown
    assert "Add evidence" not in shown


def test_a_reader_does_not_get_in(url, weighed, reader_client):
    assert reader_client.get(url("list")).status_code == 403


def test_what_is_not_there_is_not_found(url, weighed, evaluator_client):
    for page in (
        url("claim", 9), url("reword", 9), url("pick", 9), url("evidence", 9),
        url("add-limit", 1, "praise"), url("weigh-rival", 1, 9),
    ):  # fmt: skip
        assert evaluator_client.get(page).status_code == 404
    assert evaluator_client.post(url("take-out", 1, 99)).status_code == 404
    assert evaluator_client.post(url("take-back", 1, "caveat", 99)).status_code == 404
    assert evaluator_client.post(url("take-back", 1, "search", 1)).status_code == 404


def test_get_changes_nothing(url, weighed, evaluator_client):
    evidence = weighed.evidence.first()
    assert evaluator_client.get(url("take-out", 1, evidence.pk)).status_code == 405
    assert evaluator_client.get(url("put-back", 1, evidence.pk)).status_code == 405


def test_an_empty_room_says_what_to_do_first(url, viewer, evaluator_client):
    shown = evaluator_client.get(url("list")).content.decode()
    assert "No claims yet" in shown
    assert url("new") in shown


@pytest.mark.requirement("R222", "R223")
def test_the_list_flags_most_beside_the_true_fraction(url, weighed, evaluator_client):
    shown = evaluator_client.get(url("list")).content.decode()
    assert "Claim 1 says &quot;most&quot;. The evidence is 1 of 4 places." in shown
    assert "Say “in 1 of 4 places”" in shown
    at = weighed.sentence.index("most")
    page = f"{url('reword', 1)}?at={at}"
    assert page in shown
    proposed = evaluator_client.get(page).content.decode()
    assert "In 1 of 4 places trust came before money.</textarea>" in proposed


def test_the_list_is_filtered(url, weighed, more_claims, evaluator_client, theme_items):
    more_claims(1)

    def numbers(**query):
        page = evaluator_client.get(url("list"), query).context["shown"]
        return [each.weighed.claim.number for each in page]

    assert numbers() == [1, 2]
    assert numbers(status="emerging") == [1, 2]
    assert numbers(status="final") == []
    assert numbers(wants="wording") == [1, 2]
    assert numbers(wants="search") == [2]
    assert numbers(wants="evidence") == []
    assert numbers(wants="strength") == [1, 2]
    assert numbers(status="nonsense") == [1, 2]
    assert "No claim fits" in evaluator_client.get(url("list"), {"status": "final"}).text


@pytest.mark.parametrize("name", ["list", "claim"])
def test_pages_take_as_many_queries_for_three_as_for_one(
    name, url, viewer, weighed, passages, more_claims, evaluator_client, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    page = url(name, *([1] if name == "claim" else []))
    evaluator_client.get(page)
    with CaptureQueriesContext(connection) as one:
        evaluator_client.get(page)
    more_claims(2)
    add_evidence(by=viewer, claim=weighed, passages=Passage.objects.all(), bearing="for")
    for n in range(2):
        add_caveat(by=viewer, claim=weighed, text=f"Caveat {n}.")
    with django_assert_num_queries(len(one)):
        evaluator_client.get(page)


def test_the_whole_walk_by_forms_alone(url, viewer, passages, evaluator_client):
    """Write, put evidence both ways, search, settle, reword: as somebody without script does."""
    post = evaluator_client.post
    assert post(url("new"), {"sentence": "Most places began late."}).status_code == 302
    ticked = [passages["P1", 0].pk, passages["P2", 0].pk]
    post(url("pick", 1), {"passage": ticked, "bearing": "for", "note": "Both say so."})
    post(url("pick", 1), {"passage": [passages["P3", 0].pk], "bearing": "against"})
    claim = Claim.objects.get()
    assert claim.evidence.count() == 3
    post(url("add-limit", 1, "search"), {"note": "Read wave 1."})
    post(url("add-limit", 1, "dissent"), {"role": "partner", "words": "We began early."})
    post(url("strength", 1), {"strength": "weak", "reason": "Two places."})
    post(url("status", 1), {"status": "interim", "why": "Wave 1 is read."})
    post(url("reword", 1), {"sentence": "In 2 of 4 places they began late.", "why": "Counted."})
    claim.refresh_from_db()
    assert (claim.status, claim.strength) == ("interim", "weak")
    assert claim.sentence == "In 2 of 4 places they began late."
    assert ContrarySearch.objects.count() == Dissent.objects.count() == 1
    shown = evaluator_client.get(url("claim", 1)).text
    for words in ("Most places began late.", "Counted.", "We began early.", "Read wave 1.",
                  "Both say so.", "Two places."):  # fmt: skip
        assert words in shown


@pytest.mark.requirement("R239")
def test_a_refused_status_says_what_to_do(url, claim, evaluator_client):
    answer = evaluator_client.post(url("status", 1), {"status": "final", "why": "Sure."})
    assert answer.status_code == 422
    assert "Look for passages that say otherwise" in answer.text


@pytest.mark.parametrize("data", [{}, {"bearing": "for"}, {"bearing": "sideways", "passage": "1"}])
def test_a_choice_without_passages_is_refused(url, claim, passages, evaluator_client, data):
    answer = evaluator_client.post(url("pick", 1), data)
    assert answer.status_code == 422
    assert not ClaimEvidence.objects.exists()


def test_taking_out_offers_a_way_back(url, weighed, evaluator_client):
    evidence = weighed.evidence.get(bearing="for")
    answer = evaluator_client.post(url("take-out", 1, evidence.pk), follow=True)
    assert "The passage is taken out of claim 1." in answer.text
    assert url("put-back", 1, evidence.pk) in answer.text
    evaluator_client.post(url("put-back", 1, evidence.pk))
    evidence.refresh_from_db()
    assert evidence.removed_at is None


def test_a_rival_is_weighed_and_a_caveat_taken_back(url, viewer, claim, evaluator_client):
    caveat = add_caveat(by=viewer, claim=claim, text="Few places.")
    rival = add_rival(by=viewer, claim=claim, explanation="Luck.")
    assert "Still standing." in evaluator_client.get(url("claim", 1)).text
    evaluator_client.post(url("weigh-rival", 1, rival.pk), {"considered": "In no place."})
    evaluator_client.post(url("take-back", 1, "caveat", caveat.pk))
    shown = evaluator_client.get(url("claim", 1)).text
    assert "In no place." in shown
    assert "Few places." not in shown


@pytest.mark.requirement("R238", "R232")
def test_each_passage_leads_to_its_words_and_each_count_to_its_passages(
    url, weighed, passages, programme, evaluator_client
):
    shown = evaluator_client.get(url("claim", 1)).text
    passage = passages["P1", 0]
    coder = reverse("coding:coder", args=[programme.slug, passage.text.source.key])
    assert f"{coder}#p{passage.pk}" in shown
    assert f"{url('evidence', 1)}?bearing=for&amp;role=enabler" in shown
    listed = evaluator_client.get(url("evidence", 1), {"bearing": "for", "role": "enabler"})
    assert [each.passage.pk for each in listed.context["page"]] == [passage.pk]
    none = evaluator_client.get(url("evidence", 1), {"bearing": "for", "role": "partner"})
    assert "No passage bears so" in none.text


def test_words_of_claims_are_escaped(url, viewer, evaluator_client):
    evaluator_client.post(url("new"), {"sentence": '<script>alert("x")</script> most places'})
    for page in (url("list"), url("claim", 1), url("reword", 1), url("pick", 1)):
        assert "<script>alert" not in evaluator_client.get(page).text
