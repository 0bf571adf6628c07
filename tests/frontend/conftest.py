"""A browser, a small site, and our templates rendered as the workbench renders them."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from django.http import HttpRequest
from django.template import RequestContext, engines
from django.test import RequestFactory
from django_cotton.compiler_regex import CottonCompiler
from playwright.sync_api import Browser, Page

HERE = Path(__file__).parent
BUILT = HERE.parents[1] / "src/localvision/workbench/platform/static/platform/built"
ROOMS = ("Programme", "Places", "Evidence", "Coding", "Claims", "Report")


def _beside(name: str) -> ModuleType:
    """Load a module that stands beside this file (tests are no packages)."""
    spec = importlib.util.spec_from_file_location(f"frontend_{name}", HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def interview() -> ModuleType:
    return _beside("interview")


@pytest.fixture(scope="session")
def wait_until() -> Callable[..., None]:
    return _beside("site").wait_until


@pytest.fixture(scope="session")
def built() -> Path:
    assert (BUILT / "app.css").exists(), "Build the front end first: pip install -e ."
    return BUILT


@pytest.fixture
def page_request() -> HttpRequest:
    request = RequestFactory().get("/gallery/?page=7&place=ashmere")
    request.user = _Person()
    return request


class _Person:
    is_authenticated = True

    def __str__(self) -> str:
        return "Evaluator of the example"


@pytest.fixture
def render(page_request: HttpRequest) -> Callable[..., str]:
    """Render a template, or the source of one, with what every page of a programme has."""

    def render_it(template: str, **context: Any) -> str:
        engine = engines["django"].engine
        source = engine.get_template(template) if template.endswith(".html") else None
        compiled = source or engine.from_string(CottonCompiler().process(template))
        frame = {
            "programme": SimpleNamespace(name="Better Together (invented)", invented=True),
            "room": "coding",
            "nav": [(label, f"/{label.lower()}/", label.lower()) for label in ROOMS],
            "search_url": "/search/",
            "csrf_token": "page-token",
        }
        # The token is pushed last, as the engine's own processor makes a new one each time.
        made = RequestContext(page_request, {**frame, **context})
        with made.bind_template(compiled):
            made["csrf_token"] = "page-token"
            return compiled.nodelist.render(made)

    return render_it


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[Any]:
    server = _beside("site").Site()
    yield server
    server.shutdown()


@pytest.fixture
def open_page(browser: Browser, site: Any) -> Iterator[Callable[..., Page]]:
    """Open a page of the site; at the end, nothing may have been said on its console."""
    opened: list[tuple[Any, list[str]]] = []

    def open_it(path: str, width: int = 1280, **options: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        page = context.new_page()
        said: list[str] = []
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("console", lambda line: said.append(line.text) if _is_trouble(line) else None)
        opened.append((context, said))
        page.goto(site.url + path)
        return page

    yield open_it
    for context, said in opened:
        context.close()
        assert said == []


def _is_trouble(line: Any) -> bool:
    # That the network is gone is what some tests are about.
    return line.type in ("error", "warning") and "Failed to load resource" not in line.text
