import dataclasses
import itertools
from html.parser import HTMLParser

import pytest

from localvision.outputs.html import render_fragment, render_page, stylesheet
from localvision.outputs.html.markup import VOID
from localvision.outputs.plan.parts import ClaimPart


class Reader(HTMLParser):
    """Checks that what is opened is closed, and gathers ids, links and text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.tags: list[tuple[str, dict]] = []
        self.words: list[str] = []
        self.wrong: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        facts = dict(attrs)
        self.tags.append((tag, facts))
        if "id" in facts:
            self.ids.append(facts["id"])
        if tag == "a":
            self.hrefs.append(facts["href"])
        if tag == "p" and "p" in self.open:
            self.wrong.append("p in p")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(data)


@pytest.fixture(scope="module")
def page(built):
    return Reader(built["html"].decode())


def test_what_is_opened_is_closed(page):
    assert page.wrong == []
    assert page.open == []


@pytest.mark.requirement("R238")
def test_every_link_leads_somewhere(page):
    assert len(page.ids) == len(set(page.ids))
    inner = {h[1:] for h in page.hrefs if h.startswith("#")}
    assert len(inner) > 30
    assert inner <= set(page.ids)
    assert all(h.startswith(("#", "https://")) for h in page.hrefs)


@pytest.mark.requirement("R238")
def test_claims_lead_to_their_evidence_and_back(page, plan):
    numbers = [p.number for p in plan.parts if isinstance(p, ClaimPart)]
    assert len(numbers) == 12
    for number in numbers:
        assert f"#evidence-{number}" in page.hrefs
        assert f"#claim-{number}" in page.hrefs


def test_nothing_runs_and_nothing_is_fetched(built):
    text = built["html"].decode()
    reader = Reader(text)
    assert "script" not in {tag for tag, _ in reader.tags}
    for tag, facts in reader.tags:
        assert "style" not in facts, tag
        assert not any(name.startswith("on") for name in facts)
        assert "src" not in facts
    assert "url(http" not in text
    assert "@import" not in text


def test_each_table_has_heads_and_each_drawing_words(page):
    scopes = [facts["scope"] for tag, facts in page.tags if tag == "th"]
    assert {"col", "row", "colgroup"} <= set(scopes)
    drawings = [facts for tag, facts in page.tags if tag == "svg"]
    assert len(drawings) > 30
    assert all(facts["role"] == "img" for facts in drawings)


def test_headings_do_not_skip_a_level(page):
    levels = [int(tag[1]) for tag, _ in page.tags if tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in itertools.pairwise(levels))


@pytest.mark.requirement("R191")
def test_standing_and_notice_are_on_the_page(page):
    words = " ".join(page.words)
    assert "Interim, as at 12 March 2026" in words
    assert "every place, person and word in it is invented" in words


@pytest.mark.requirement("R248", "R302")
def test_what_limits_a_claim_stands_beside_it(page):
    words = "".join(page.words)
    assert "From 1 source only." in words
    assert "The list is one Enabler's own" in words
    assert "Not heard on this: citizens and people who use services" in words
    assert "Who disagrees: Two of fourteen Enablers" in words
    assert "“generally” does not agree with 11 of 21 places asked." in words


def test_a_fragment_is_only_the_article(plan):
    fragment = render_fragment(plan, heading_shift=2)
    reader = Reader(fragment)
    assert reader.wrong == []
    assert fragment.startswith('<article class="lv-report"')
    tags = {tag for tag, _ in reader.tags}
    assert not tags & {"html", "style", "h1", "h2"}
    assert "h3" in tags


def test_the_style_stays_within_the_report():
    for rule in stylesheet().replace("@media print{", "").split("}"):
        selector = rule.rsplit("{", 1)[0].split("{")[-1].strip()
        if selector and not selector.startswith("@"):
            for one in selector.split(","):
                assert ".lv-" in one, one


def test_fonts_can_be_left_out(plan):
    assert "data:font" not in render_page(plan, embed_fonts=False)
    assert render_page(plan).count("@font-face") == 5


def test_a_real_report_has_no_notice(plan):
    real = dataclasses.replace(plan, notice="")
    words = " ".join(Reader(render_page(real)).words)
    assert "every place, person and word in it is invented" not in words
