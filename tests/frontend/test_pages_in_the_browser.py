"""The gallery and the error pages, looked at by rules of accessibility at two widths."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from localvision.workbench.platform.gallery import gallery_context

pytestmark = pytest.mark.journey
ERROR_PAGES = ("400", "403", "403_csrf", "404", "500")


@pytest.fixture
def gallery(site: Any, render: Callable[..., str]) -> str:
    site.pages["/gallery/"] = render("platform/gallery.html", **gallery_context())
    return "/gallery/"


@pytest.mark.parametrize("width", [1280, 390])
def test_gallery_breaks_no_rule_and_keeps_its_width(
    gallery: str, open_page: Callable[..., Page], width: int
) -> None:
    page = open_page(gallery, width)
    report = Axe().run(page)
    assert report.violations_count == 0, report.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("name", ERROR_PAGES)
def test_error_pages_say_what_to_do_without_any_context(
    name: str, site: Any, render: Callable[..., str], open_page: Callable[..., Page]
) -> None:
    site.pages[f"/{name}/"] = render(f"{name}.html", nav=None, programme=None, search_url=None)
    page = open_page(f"/{name}/")
    assert Axe().run(page).violations_count == 0
    assert page.get_by_role("heading", name="What to do").is_visible()


def test_wide_table_scrolls_within_itself_by_keyboard(
    gallery: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(gallery, 390)
    frame = page.get_by_role("region", name="Places by theme (invented)")
    frame.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")


def test_table_that_fits_is_no_stop_for_the_keyboard(
    gallery: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(gallery, 1280)
    frame = page.get_by_role("region", name="Voices heard, wave 2 (invented)")
    page.wait_for_function("() => !document.querySelector('.table-frame').hasAttribute('tabindex')")
    assert frame.get_attribute("tabindex") is None


def test_skip_link_comes_first_and_leads_to_the_content(
    site: Any, render: Callable[..., str], open_page: Callable[..., Page]
) -> None:
    site.pages["/lost/"] = render("404.html")
    page = open_page("/lost/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_errors_of_a_form_take_the_focus(
    site: Any, render: Callable[..., str], open_page: Callable[..., Page]
) -> None:
    form = gallery_context()["wrong_form"]
    body = '{% extends "platform/base.html" %}{% block main %}<h1>x</h1>{{ form }}{% endblock %}'
    site.pages["/form/"] = render(body, form=form)
    page = open_page("/form/")
    page.wait_for_function("document.activeElement.className === 'govuk-error-summary'")
    assert page.title().startswith("Error: ")
    assert Axe().run(page).violations_count == 0
    page.get_by_role("link", name="Who spoke: This field is required.").click()
    assert page.evaluate("document.activeElement.id") == "id_role_0"


def test_words_of_people_are_set_in_our_own_serif(
    gallery: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(gallery)
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate(
        "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family).join(' ')"
    )
    assert "Source Serif 4" in loaded
    assert "Source Sans 3" in loaded
