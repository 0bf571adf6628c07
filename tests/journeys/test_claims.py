"""A claim from its first wording to an honest one, in a real browser."""

import re

import pytest

LIST = "/example/claims/"


def write_claim(page, live, sentence):
    """Write a claim and return the address of its page."""
    page.goto(live + LIST)
    page.get_by_role("link", name="Write a claim").click()
    page.get_by_label("The claim").fill(sentence)
    page.get_by_role("button", name="Keep the claim").click()
    page.wait_for_url(re.compile(r"/claims/\d+/$"))
    return page.url


def add_evidence(page, claim, side, *, ticks=1):
    """Tick the first passages that the page of evidence offers."""
    page.goto(f"{claim}evidence/add/?words=")
    for box in page.locator(".pick-list input[type=checkbox]").all()[:ticks]:
        box.check()
    page.get_by_role("button", name=f"Add as evidence {side}").click()
    page.locator(".notice", has_text=f"added {side} claim").wait_for()


@pytest.mark.journey
@pytest.mark.requirement("R222", "R223", "R239")
@pytest.mark.parametrize("script", [True, False])
def test_a_loose_word_is_flagged_reworded_and_kept(live, browser_page, script):
    page = browser_page(script=script)
    claim = write_claim(page, live, "In all places the first meetings were the hardest.")
    add_evidence(page, claim, "for")
    page.goto(live + LIST)
    number = claim.rstrip("/").rsplit("/", 1)[1]
    card = page.locator("article.claim", has_text=f"Claim {number}")
    flag = card.locator(".claim-flags li")
    assert re.search(r'says "all"\. The evidence is \d+ of \d+ places\.', flag.inner_text())
    flag.get_by_role("link").click()
    proposed = page.get_by_label("The claim").input_value()
    assert re.fullmatch(r"In \d+ of \d+ places the first meetings were the hardest\.", proposed)
    page.get_by_label("Why").fill("It was counted.")
    page.get_by_role("button", name="Keep the new wording").click()
    assert page.get_by_role("heading", level=1).inner_text() == proposed
    assert page.locator(".claim-flags").count() == 0
    before = page.locator(".history li").inner_text()
    assert "In all places the first meetings were the hardest." in before
    assert "It was counted." in before


@pytest.mark.journey
@pytest.mark.requirement("R239")
def test_a_claim_is_not_final_before_somebody_looked(live, browser_page):
    page = browser_page()
    claim = write_claim(page, live, "Meeting in person came first.")
    add_evidence(page, claim, "for")

    def make_final():
        page.goto(f"{claim}status/")
        page.get_by_label("Final").check()
        page.get_by_label("Why").fill("We are sure.")
        page.get_by_role("button", name="Keep the status").click()

    make_final()
    assert "nobody has recorded a search" in page.get_by_role("alert").inner_text()
    page.goto(claim)
    page.get_by_role("link", name="Record a search").click()
    page.get_by_label("Where you looked").fill("Read the first wave again.")
    page.get_by_role("button", name="Keep it").click()
    make_final()
    assert page.locator(".claim-head .tag").inner_text() == "Final"


@pytest.mark.journey
@pytest.mark.requirement("R238")
def test_evidence_opens_at_its_words_and_can_be_taken_out_and_put_back(live, browser_page):
    page = browser_page()
    claim = write_claim(page, live, "Somebody had to begin.")
    add_evidence(page, claim, "against", ticks=2)
    page.goto(claim)
    side = page.locator(".side--against")
    quote = side.locator("blockquote").first.inner_text()
    side.get_by_role("button", name="Take out").first.click()
    assert side.locator("blockquote").count() == 1
    page.get_by_role("button", name="Undo").click()
    assert side.locator("blockquote").count() == 2
    side.locator("figcaption a").first.click()
    page.wait_for_url(re.compile(r"/coding/sources/.+#p\d+$"))
    words = " ".join(page.locator("main").inner_text().split())
    assert " ".join(quote.split())[:40] in words


@pytest.mark.journey
@pytest.mark.parametrize("width", [1280, 390])
def test_pages_of_claims_are_accessible_and_fit(live, browser_page, accessible, width):
    page = browser_page(width)
    for part in ("", "new/", "1/", "1/evidence/", "1/evidence/add/", "1/reword/", "1/status/",
                 "1/strength/", "1/dissent/add/"):  # fmt: skip
        answer = page.goto(f"{live}{LIST}{part}")
        assert answer.status == 200, part
        assert page.evaluate("document.documentElement.scrollWidth") <= width, part
        accessible(page)
