"""The seam of offsets, whole: a selection in the browser, and a slice of Python's string."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.journey

# What breaks offsets: pairs, joined emoji, combining marks, flags of tags, zero-width characters.
HARD = ["👩🏽‍🤝‍👨🏻", "e\u0301", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "𝒜𝒷", "\u200d", "\u200b", "ﷺ", "\n", "–", "a b"]
PLAIN = st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"])
PIECES = st.one_of(st.sampled_from(HARD), st.text(PLAIN, min_size=1, max_size=6))
WORDS = st.lists(PIECES, min_size=1, max_size=8).map("".join).filter(lambda words: words.strip())

CHOOSE = """([turn, from, to]) => {
  const node = document.querySelectorAll('.words')[turn].firstChild;
  getSelection().setBaseAndExtent(node, from, node, to);
}"""


@pytest.fixture
def page(
    site: Any, interview: ModuleType, render: Callable[..., str], open_page: Callable[..., Page]
) -> Page:
    site.clear({"text_version": 1, "items": interview.ITEMS, "codings": []})
    site.pages["/offsets/"] = "<!doctype html><title>Nothing yet</title>"
    return open_page("/offsets/")


def test_what_is_selected_is_what_is_stored(
    page: Page, site: Any, interview: ModuleType, render: Callable[..., str], wait_until: Any
) -> None:
    template = (Path(__file__).parent / "coder_page.html").read_text()

    @given(data=st.data(), said=st.lists(WORDS, min_size=1, max_size=3))
    @settings(max_examples=10, deadline=None)
    def select(data: Any, said: list[str]) -> None:
        turn = data.draw(st.integers(0, len(said) - 1))
        words = said[turn]
        start = data.draw(st.integers(0, len(words) - 1))
        end = data.draw(st.integers(start + 1, len(words)))
        assume(words[start:end].strip())
        turns = tuple(("Partner", each) for each in said)
        site.clear({"text_version": 1, "items": interview.ITEMS, "codings": []})
        site.pages["/offsets/"] = render(template, transcript=interview.transcript(turns))
        page.evaluate("sessionStorage.clear()")
        page.goto(f"{site.url}/offsets/")
        page.wait_for_selector("passage-coder[data-ready]")
        page.evaluate(CHOOSE, [turn, units(words[:start]), units(words[:end])])
        page.locator(".coder-panel__words").wait_for()
        page.locator(".transcript").focus()
        page.keyboard.press("1")
        wait_until(lambda: len(site.codings) == 1)
        # The next page may open only when this one has heard the answer: it would send it again.
        expect(page.locator(".coder-state")).to_have_text("Saved")
        (coding,) = site.codings.values()
        stored = interview.text_of(turns)[coding["start"] : coding["end"]]
        # The coder trims what JavaScript calls blank, which is blank to Python too.
        assert stored.strip() == words[start:end].strip()

    select()


def units(words: str) -> int:
    """Return the length of a text as the browser counts it."""
    return len(words.encode("utf-16-le")) // 2
