"""Each page for three people; lists at a fixed number of queries; coding without a script."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from localvision.workbench.coding.models import Coding, Memo
from localvision.workbench.programmes.actions import merge_items, split_item
from localvision.workbench.programmes.models import FrameItem

pytestmark = pytest.mark.django_db
SLUG = "better-together"

PAGES = [
    ("coding:matrix", (), "see_counts"),
    ("coding:voices", (), "see_counts"),
    ("coding:together", (), "see_counts"),
    ("coding:codes", (), "see_counts"),
    ("coding:cell", (), "read_sources"),
    ("coding:memos", (), "read_sources"),
    ("coding:code", ("timing",), "read_sources"),
    ("coding:coder", ("S0001",), "read_sources"),
    ("coding:export", ("csv",), "read_sources"),
    ("coding:export", ("xlsx",), "read_sources"),
    ("coding:add-code", (), "code"),
    ("coding:merge", (), "code"),
    ("coding:reword", ("timing",), "code"),
    ("coding:split", ("timing",), "code"),
    ("coding:retire", ("timing",), "code"),
]


def address(name, *rest):
    return reverse(name, args=[SLUG, *rest])


@pytest.fixture
def coded(ashmere, brackwell, code):
    return [
        code(ashmere, "We argued all summer.", "problem_framing"),
        code(ashmere, "We argued all summer.", "timing"),
        code(brackwell, "Nobody had time.", "timing"),
    ]


@pytest.mark.parametrize(("name", "rest", "needs"), PAGES)
def test_three_people(
    name, rest, needs, coded, evaluator_client, commissioner_client, other_client, stranger_client
):
    page = address(name, *rest)
    assert evaluator_client.get(page).status_code == 200
    assert commissioner_client.get(page).status_code == (200 if needs == "see_counts" else 403)
    assert other_client.get(page).status_code == 404
    away = stranger_client.get(page)
    assert away.status_code == 302
    assert away["Location"].startswith("/accounts/sign-in/")


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("coding:code-words", ("S0001",)),
        ("coding:memo", ("S0001",)),
        ("coding:write-memo", ()),
        ("coding:remove", (1,)),
        ("coding:restore", (1,)),
    ],
)
def test_writing_is_by_post_and_for_coders(
    name, rest, coded, evaluator_client, commissioner_client, other_client, stranger_client
):
    page = address(name, *rest)
    assert evaluator_client.get(page).status_code == 405
    assert commissioner_client.post(page).status_code == 403
    assert other_client.post(page).status_code == 404
    assert stranger_client.post(page).status_code == 302


@pytest.mark.parametrize(
    "page",
    [
        "coding:coder S9999",
        "coding:code nothing",
        "coding:passage 999",
        "coding:export pdf",
        "coding:reword nothing",
    ],
)
def test_what_is_not_there(page, evaluator_client):
    name, rest = page.split()
    assert evaluator_client.get(address(name, rest)).status_code == 404


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("coding:matrix", ()),
        ("coding:cell", ()),
        ("coding:code", ("timing",)),
        ("coding:codes", ()),
        ("coding:voices", ()),
        ("coding:together", ()),
        ("coding:memos", ()),
        ("coding:coder", ("S0001",)),
        ("coding:export", ("csv",)),
    ],
)
def test_queries_do_not_grow_with_rows(
    name, rest, evaluator_client, ashmere, brackwell, code, second_coder
):
    from localvision.workbench.coding.actions import write_memo

    page = address(name, *rest)
    code(ashmere, "We argued all summer.", "timing")
    write_memo(by=second_coder, text="One", about=ashmere)
    evaluator_client.get(page)
    with CaptureQueriesContext(
        connection,
    ) as one:
        evaluator_client.get(page)
    for words, key in [("summer", "timing"), ("breakfast", "mindset"), ("question", "timing")]:
        code(ashmere, words, key, by=second_coder)
    code(brackwell, "Nobody had time.", "timing")
    write_memo(by=second_coder, text="Two", about=ashmere)
    write_memo(by=second_coder, text="Three", about=code(brackwell, "board", "culture").passage)
    with CaptureQueriesContext(connection) as three:
        evaluator_client.get(page)
    assert len(three) == len(one) < 40


class TestMatrix:
    def test_counts_open_for_who_may_read(self, coded, evaluator_client, commissioner_client):
        link = address("coding:cell") + "?place=ashmere&amp;theme=timing"
        assert link in evaluator_client.get(address("coding:matrix")).content.decode()
        seen = commissioner_client.get(address("coding:matrix")).content.decode()
        assert "/coding/cell/" not in seen
        assert "1 passage, 1 person, 1 source" in seen

    def test_missing_is_said(self, coded, evaluator_client):
        page = evaluator_client.get(address("coding:matrix")).content.decode()
        assert "not heard" in page
        assert "Nobody was heard: Corley." in page
        assert "Totals count distinct passages" in page

    @pytest.mark.parametrize("query", ["?rows=role&wave=1", "?rows=wave", "?wave=77&rows=odd"])
    def test_it_can_be_turned(self, coded, evaluator_client, query):
        assert evaluator_client.get(address("coding:matrix") + query).status_code == 200

    def test_an_empty_programme_says_what_to_do_first(self, evaluator_client):
        page = evaluator_client.get(address("coding:matrix")).content.decode()
        assert "Nothing to code yet" in page
        assert reverse("documents:sources", args=[SLUG]) in page


class TestPassages:
    def test_a_cell_opens_to_the_words_and_from_there_to_the_transcript(
        self, coded, evaluator_client
    ):
        page = evaluator_client.get(
            address("coding:cell"), {"place": "ashmere", "theme": "timing"}
        ).content.decode()
        assert "We argued all summer." in page
        assert "[Project partner]" in page
        assert "Ashmere, Wave 1, interview S0001" in page
        assert "Eve Evaluator" in page
        at = f"{address('coding:coder', 'S0001')}#p{coded[1].passage_id}"
        assert at in page
        transcript = evaluator_client.get(address("coding:coder", "S0001")).content.decode()
        assert f'id="p{coded[1].passage_id}"' in transcript

    def test_a_passage_leads_to_its_transcript(self, coded, evaluator_client):
        answer = evaluator_client.get(address("coding:passage", coded[0].passage_id))
        assert answer["Location"].endswith(f"/coding/sources/S0001/#p{coded[0].passage_id}")

    def test_fifty_a_page(self, make_source, make_passage, theme_items, bring_in, evaluator_client):
        source = make_source(text="x" * 200)
        bring_in(*((make_passage(source, n, n + 2), theme_items["timing"]) for n in range(51)))
        first = evaluator_client.get(address("coding:code", "timing")).content.decode()
        assert first.count('class="coded"') == 50
        second = evaluator_client.get(address("coding:code", "timing") + "?page=2")
        assert second.content.decode().count('class="coded"') == 1

    def test_found_words_open(self, coded, evaluator_client):
        page = evaluator_client.get(reverse("programmes:search", args=[SLUG]), {"q": "argued"})
        assert address("coding:passage", coded[0].passage_id) in page.content.decode()


class TestWithoutScript:
    def send(self, client, **fields):
        given = {"turn": 2, "words": "", "item": "timing", "request_key": uuid4(), **fields}
        return client.post(address("coding:code-words", "S0001"), given)

    def test_some_words_of_a_turn(self, ashmere, evaluator_client):
        answer = self.send(evaluator_client, words="had  Breakfast")
        coding = Coding.objects.get()
        assert coding.passage.quote == "had breakfast"
        assert answer["Location"].endswith(f"#p{coding.passage_id}")

    def test_a_whole_turn(self, ashmere, evaluator_client):
        self.send(evaluator_client, turn=4)
        quote = "She asked who was missing. I bring a question now."
        assert Coding.objects.get().passage.quote == quote

    def test_emoji_before_the_words(self, interview, evaluator_client):
        interview(("Partner 😀", "👩‍👧 Yes! 🎉 We did it.", "partner", False, "P01"))
        self.send(evaluator_client, turn=1, words="We did it.")
        assert Coding.objects.get().passage.quote == "We did it."

    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            ({"turn": 9}, "There is no turn 9"),
            ({"words": "never said"}, "These words are not in turn 2"),
            ({"words": "a"}, "times in turn 2"),
            ({"item": "nothing"}, "Select a valid choice"),
            ({"turn": ""}, "required"),
        ],
    )
    def test_what_is_wrong_is_said(self, ashmere, evaluator_client, fields, said):
        answer = self.send(evaluator_client, **fields)
        assert answer.status_code == 422
        assert said in answer.content.decode()
        assert not Coding.objects.exists()

    def test_sent_twice_codes_once(self, ashmere, evaluator_client):
        key = uuid4()
        self.send(evaluator_client, request_key=key)
        self.send(evaluator_client, request_key=key)
        assert Coding.objects.count() == 1

    def test_take_out_and_undo(self, coded, evaluator_client):
        answer = evaluator_client.post(address("coding:remove", coded[1].pk), follow=True)
        page = answer.content.decode()
        undo = re.search(r'class="toast".*?action="([^"]+)"', page, re.DOTALL).group(1)
        assert Coding.objects.get(pk=coded[1].pk).removed_at
        evaluator_client.post(undo)
        assert Coding.objects.get(pk=coded[1].pk).removed_at is None

    def test_another_persons_coding_cannot_be_taken_out(
        self, ashmere, code, second_coder, evaluator_client
    ):
        theirs = code(ashmere, "breakfast", "timing", by=second_coder)
        page = evaluator_client.get(address("coding:coder", "S0001")).content.decode()
        assert address("coding:remove", theirs.pk) not in page
        answer = evaluator_client.post(address("coding:remove", theirs.pk), follow=True)
        assert "another person" in answer.content.decode()
        assert Coding.objects.get().removed_at is None

    def test_chosen_turn_is_filled_in(self, ashmere, evaluator_client):
        page = evaluator_client.get(address("coding:coder", "S0001") + "?turn=4").content.decode()
        assert re.search(r'name="turn" value="4"', page)
        odd = address("coding:coder", "S0001") + "?turn=x&removed=²"
        assert evaluator_client.get(odd).status_code == 200

    def test_memos_stand_beside_their_source(self, ashmere, evaluator_client):
        evaluator_client.post(address("coding:memo", "S0001"), {"text": "They laugh here."})
        assert Memo.objects.get().source == ashmere
        page = evaluator_client.get(address("coding:coder", "S0001")).content.decode()
        assert "They laugh here." in page
        empty = evaluator_client.post(address("coding:memo", "S0001"), {"text": " "})
        assert empty.status_code == 422
        everywhere = evaluator_client.get(address("coding:memos") + "?about=source")
        assert "They laugh here." in everywhere.content.decode()

    def test_a_memo_on_the_programme(self, evaluator_client, programme):
        evaluator_client.post(address("coding:write-memo"), {"text": "Ask about money."})
        assert Memo.objects.get().about == "programme"
        assert evaluator_client.post(address("coding:write-memo"), {}).status_code == 422


class TestTheTranscriptInThePage:
    def test_words_stand_exactly_with_their_offsets(self, interview, evaluator_client):
        words = "  <b>Two</b>\n lines & “more” 👩‍👧"
        source = interview(("Partner", words, "partner", False, "P01"))
        page = evaluator_client.get(address("coding:coder", source.key)).content.decode()
        found = re.search(r'<p class="words" data-start="(\d+)">(.*?)</p>', page, re.DOTALL)
        from html import unescape

        text = source.texts.get().text
        start, drawn = int(found.group(1)), unescape(found.group(2))
        assert text[start : start + len(drawn)] == drawn == words
        assert 'data-text-version="1"' in page

    def test_big_numbers_carry_no_separators(self, make_source, evaluator_client):
        make_source(text=("word " * 400 + "end\n\n") * 3, key="LONG")
        page = evaluator_client.get(address("coding:coder", "LONG")).content.decode()
        assert re.findall(r'data-start="([^"]*)"', page)[-1] == "4010"


@pytest.mark.requirement("R347")
class TestCodes:
    def test_add(self, evaluator_client, viewer):
        page = address("coding:add-code")
        given = {"label": "Trust & money", "cluster": "context", "definition": "Who pays."}
        answer = evaluator_client.post(page, given)
        assert answer["Location"] == address("coding:codes")
        item = FrameItem.objects.get(key="trust_money", frame__programme=viewer.programme)
        assert (item.cluster, item.added_in, item.parent.key) == ("context", 2, "context")
        again = evaluator_client.post(page, given)
        assert again.status_code == 422
        assert "already has an item trust_money" in again.content.decode()

    @pytest.mark.parametrize("label", ["", "!!!"])
    def test_a_code_needs_a_name(self, evaluator_client, programme, label):
        given = {"label": label, "cluster": "context"}
        assert evaluator_client.post(address("coding:add-code"), given).status_code == 422

    def test_reword_keeps_what_was_meant(self, evaluator_client, coded):
        given = {"label": "Pace", "definition": "How fast.", "reason": "Clearer"}
        evaluator_client.post(address("coding:reword", "timing"), given)
        page = evaluator_client.get(address("coding:code", "timing")).content.decode()
        assert "coded as “Timing”" in page
        assert "From version 1: Timing" in page
        assert "Clearer" in evaluator_client.get(address("coding:codes")).content.decode()

    def test_split_leaves_passages_to_recode(self, evaluator_client, coded):
        given = {"first": "Pace", "second": "Season", "reason": "Two things"}
        evaluator_client.post(address("coding:split", "timing"), given)
        page = evaluator_client.get(address("coding:code", "timing")).content.decode()
        assert "2 passages waiting to be recoded" in page
        home = evaluator_client.get(reverse("programmes:home", args=[SLUG])).content.decode()
        assert "2 passages wait to be recoded." in home

    def test_merge(self, evaluator_client, coded):
        given = {"items": ["timing", "problem_framing"], "label": "Pace"}
        evaluator_client.post(address("coding:merge"), given)
        page = evaluator_client.get(address("coding:code", "pace")).content.decode()
        assert page.count('class="coded"') == 2
        old = evaluator_client.get(address("coding:code", "timing")).content.decode()
        assert "merged into" in old
        one = evaluator_client.post(address("coding:merge"), {"items": ["mindset"], "label": "x"})
        assert one.status_code == 422

    def test_retire(self, evaluator_client, coded):
        evaluator_client.post(address("coding:retire", "timing"), {"reason": "Unused"})
        page = evaluator_client.get(address("coding:codes")).content.decode()
        assert "retired in version 2" in page
        again = evaluator_client.post(address("coding:retire", "timing"))
        assert again.status_code == 422

    def test_history_in_words(self, viewer, evaluator_client, coded, theme_items):
        items = [theme_items["timing"], theme_items["problem_framing"]]
        made = merge_items(by=viewer, items=items, key="pace", wording={"label": "Pace"})
        parts = [{"key": "a", "label": "Alpha"}, {"key": "b", "label": "Beta"}]
        split_item(by=viewer, item=made, into=parts)
        page = evaluator_client.get(address("coding:codes")).content.decode()
        assert "split into" in page
        assert "Version 3" in page


class TestExport:
    def test_csv_holds_words_context_and_meaning(self, evaluator_client, coded, make_source, code):
        import csv
        import io

        odd = make_source(text="Before *very* [sic] =1+1 after")
        code(odd, "*very* [sic]", "timing")
        body = evaluator_client.get(address("coding:export", "csv")).content.decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(body)))
        assert len(rows) == 4
        assert rows[-1]["Words"] == "*very* [sic]"
        assert rows[-1]["Words before"] == "Before "
        first = rows[0]
        assert (first["Place"], first["Role"], first["Frame version"]) == (
            "Ashmere",
            "Project partner",
            "1",
        )

    def test_xlsx_says_its_n(self, evaluator_client, coded):
        import io

        from python_calamine import load_workbook

        body = evaluator_client.get(address("coding:export", "xlsx")).content
        book = load_workbook(io.BytesIO(body))
        assert len(book.get_sheet_by_index(0).to_python()) == 4
        assert "3 codings" in str(book.get_sheet_by_name("Notes").to_python())
