"""A report in a real browser: written, previewed, built, read and taken away."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.journey
REPORTS = "/example/reports/"
REPORT = f"{REPORTS}interim/"


def _no_sideways_scroll(page):
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= page.viewport_size["width"], "the page scrolls sideways"


@pytest.fixture(scope="module")
def built(live, browser):
    """The report has an edition: asked for by its button, and waited for."""
    page = browser.new_context().new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{live}{REPORT}")
    if not page.get_by_role("link", name="PDF").count():
        page.get_by_role("button", name=re.compile("Build")).click()
        page.get_by_text(re.compile(r"Edition \d+ is ready")).wait_for()
    page.context.close()
    return live


@pytest.mark.parametrize("width", [1280, 390])
def test_every_page_is_accessible_and_fits(built, browser_page, accessible, width):
    page = browser_page(width)
    for path in (
        REPORTS, REPORT, f"{REPORT}preview/", f"{REPORT}edit/", f"{REPORT}edit/details/",
        f"{REPORT}edit/works/",
        f"{REPORT}edit/add/?kind=text", f"{REPORT}edit/add/?kind=claim",
        f"{REPORT}edit/add/?kind=summary", f"{REPORT}edit/add/?kind=quotation&claim=1",
    ):  # fmt: skip
        page.goto(built + path)
        accessible(page)
        _no_sideways_scroll(page)


def test_a_built_edition_opens_to_its_evidence_and_is_taken_away(built, browser_page):
    page = browser_page()
    page.goto(built + REPORT)
    claim = page.locator("section.claim").first
    assert re.search(r"\d+ of \d+ asked", claim.inner_text())
    claim.get_by_role("link", name=re.compile("Evidence")).click()
    assert re.search(r"#evidence-\d+$", page.url)
    page.go_back()
    page.locator("figure.quotation").first.get_by_role(
        "link", name=re.compile("Open in its source")
    ).click()
    page.wait_for_url(re.compile("/example/coding/"))
    page.goto(built + REPORT)
    for words, kind, start in (
        ("PDF", "pdf", b"%PDF"), ("Word", "docx", b"PK"), ("Web page", "html", b"<!doctype"),
    ):  # fmt: skip
        with page.expect_download() as caught:
            page.get_by_role("link", name=re.compile(words)).first.click()
        download = caught.value
        assert re.fullmatch(rf"interim-edition-\d+\.{kind}", download.suggested_filename)
        with open(download.path(), "rb") as file:
            assert file.read(len(start)).lower() == start.lower()


def test_a_built_page_stands_alone_and_asks_nothing_of_anybody(built, browser_page, tmp_path):
    """The HTML file in a browser without a network: drawn, contents linked, no request."""
    page = browser_page()
    page.goto(built + REPORT)
    with page.expect_download() as caught:
        page.get_by_role("link", name=re.compile("Web page")).first.click()
    file = tmp_path / "report.html"
    caught.value.save_as(file)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert page.get_by_role("heading", level=1).count() == 1
    assert page.locator("svg").count() > 10
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


@pytest.mark.parametrize("script", [True, False])
def test_blocks_are_added_moved_and_put_back_by_keyboard(live, browser_page, script):
    page = browser_page(script=script)
    page.goto(f"{live}{REPORTS}new/")
    page.get_by_label("Title").fill(f"By keyboard, script {script}")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/edit/"))
    for kind, field, words in (
        ("heading", "Heading", "What we saw"),
        ("text", "Text", "Trust came first {claim:C01}."),
    ):
        page.get_by_label("Kind of block").select_option(kind)
        page.get_by_role("button", name="Add", exact=True).focus()
        page.keyboard.press("Enter")
        page.get_by_label(field, exact=True).fill(words)
        page.get_by_role("button", name="Add", exact=True).focus()
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("/edit/#block-"))
    page.get_by_role("button", name=re.compile("^Up.*move block 2")).press("Enter")
    page.wait_for_url(re.compile("/edit/#block-"))
    blocks = page.locator(".outline > li")
    assert "Trust came first" in blocks.first.inner_text()
    blocks.first.locator("summary").press("Enter")
    blocks.first.get_by_role("button", name="Remove").press("Enter")
    page.get_by_text("Text removed.").wait_for()
    assert blocks.count() == 1
    page.get_by_role("button", name="Undo").press("Enter")
    page.get_by_text("Text is back where it was.").wait_for()
    assert blocks.count() == 2
    page.get_by_role("link", name="Preview the draft").click()
    page.get_by_text("cites the claim C01, which has no block").wait_for()
