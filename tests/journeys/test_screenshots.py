"""The pictures of the README, taken by a test so that they are never older than the pages."""

import os
from pathlib import Path

import pytest

PAGES = {
    "home": "/example/",
    "matrix": "/example/coding/",
    "claims": "/example/claims/",
    "report": "/example/reports/",
}


@pytest.fixture
def folder(tmp_path):
    return Path(os.environ.get("LOCALVISION_SCREENSHOTS") or tmp_path)


@pytest.mark.journey
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [1280, 390])
def test_pages_as_pictures(live, browser_page, accessible, folder, name, width):
    page = browser_page(width)
    answer = page.goto(live + PAGES[name])
    assert answer.status == 200
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    accessible(page)
    suffix = "" if width == 1280 else "-phone"
    page.screenshot(path=folder / f"{name}{suffix}.png")
    assert (folder / f"{name}{suffix}.png").stat().st_size > 10_000


@pytest.mark.journey
@pytest.mark.parametrize("width", [1280, 390])
def test_the_coder_as_a_picture(live, browser_page, accessible, folder, width):
    page = browser_page(width)
    page.goto(live + "/example/sources/")
    page.locator("#sources tbody th a").first.click()
    page.get_by_role("link", name="Code this source").click()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    accessible(page)
    suffix = "" if width == 1280 else "-phone"
    page.screenshot(path=folder / f"coder{suffix}.png")
