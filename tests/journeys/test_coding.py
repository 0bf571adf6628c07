"""Coding in a real browser: by keyboard alone, without script, and what axe says of each page."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.journey

CODING = "/example/coding/"
PAGES = {
    "matrix": "",
    "matrix by role": "?rows=role&wave=1",
    "cell": "cell/?cluster=change",
    "voices": "voices/",
    "together": "together/",
    "codes": "codes/",
    "code": "codes/mindset/",
    "memos": "memos/",
    "add": "new-code/",
    "merge": "merge-codes/",
    "split": "codes/mindset/split/",
}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [1280, 390])
def test_pages_are_accessible_and_fit(live, browser_page, accessible, name, width):
    page = browser_page(width)
    answer = page.goto(live + CODING + PAGES[name])
    assert answer.status == 200
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    accessible(page)


def open_a_source(page, live):
    """Open the coder on the first source; returns its address."""
    page.goto(live + "/example/sources/")
    first = page.locator("#sources tbody th a").first.get_attribute("href")
    key = re.search(r"/sources/([^/]+)/", first).group(1)
    address = f"{live}{CODING}sources/{key}/"
    page.goto(address)
    return address


def test_from_a_count_to_the_words_in_their_transcript(live, browser_page):
    page = browser_page()
    page.goto(live + CODING)
    count = page.locator("td.d1 a, td.d2 a, td.d3 a, td.d4 a, td.d5 a").first
    passages = int(count.locator("b").inner_text())
    count.click()
    assert page.locator(".coded").count() == min(passages, 50)
    words = page.locator(".coded blockquote").first.inner_text()
    page.locator(".coded figcaption a").first.click()
    page.wait_for_selector("passage-coder[data-ready]")
    mark = re.search(r"#(p\d+)$", page.url).group(1)
    turn = page.locator(f"article:has(#{mark})")
    assert " ".join(words.split()) in " ".join(turn.locator(".words").inner_text().split())
    assert turn.bounding_box()["y"] < 900
    assert words[:25] in page.locator(".coder-panel__words").inner_text()


def test_coding_by_keyboard_alone(live, browser_page, accessible):
    page = browser_page()
    address = open_a_source(page, live)
    page.wait_for_selector("passage-coder[data-ready]")
    accessible(page)
    before = codings(page, address)
    page.locator(".transcript").focus()
    page.keyboard.press("Control+Home")
    for _ in range(3):
        page.keyboard.press("Shift+ArrowRight")
    with page.expect_response(lambda r: r.request.method == "POST" and "codings" in r.url) as sent:
        page.keyboard.press("3")
    made = sent.value.json()
    assert made["item_key"] == "timing"
    assert codings(page, address) == before + 1
    with page.expect_response(lambda r: r.request.method == "DELETE") as gone:
        page.keyboard.press("Control+z")
    assert gone.value.status == 200
    assert codings(page, address) == before


def codings(page, address):
    source = page.locator("passage-coder").get_attribute("data-source-url")
    return len(page.request.get(address.split("/example/")[0] + source).json()["codings"])


@pytest.mark.parametrize("width", [1280, 390])
def test_coding_without_script(live, browser_page, width):
    page = browser_page(width, script=False)
    open_a_source(page, live)
    page.locator(".turn__code").first.click()
    panel = page.locator("#code")
    words = panel.locator(".desk__chosen").inner_text().split()[:4]
    panel.get_by_label("Words").fill(" ".join(words))
    panel.get_by_label("Code").select_option("culture")
    panel.get_by_role("button", name="Code the words").click()
    assert "Coded as Culture." in page.locator(".notices").inner_text()
    coded = page.locator(f"article:has({re.search('#p[0-9]+$', page.url).group(0)})")
    # Removed again, put back by the undo, and removed for good.
    coded.get_by_role("button", name="Take out Culture").first.click()
    page.get_by_role("button", name="Undo").click()
    assert "The coding is back." in page.locator(".notices").inner_text()
    coded.get_by_role("button", name="Take out Culture").first.click()
    assert page.get_by_role("button", name="Undo").count() == 1


@pytest.mark.parametrize("width", [1280, 390])
def test_the_coder_says_nothing_wrong(live, browser_page, accessible, width):
    """No error on the console (the security policy speaks there), nothing wider than the page."""
    page = browser_page(width)
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else 0)
    page.on("pageerror", lambda error: said.append(str(error)))
    open_a_source(page, live)
    page.wait_for_selector("passage-coder[data-ready]")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    accessible(page)
    assert said == []
