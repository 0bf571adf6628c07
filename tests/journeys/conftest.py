"""A real browser on a really served example programme, as a new user would have it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

LOCALITIES = "6"
#: Settings of the tests themselves, which the served product must not see.
FOREIGN = ("DATABASE", "DJANGO", "LOCALVISION")


@pytest.fixture(scope="session")
def live(tmp_path_factory):
    """Address of a served example programme of six places, its owner signed in."""
    workspace = tmp_path_factory.mktemp("journeys")
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith(FOREIGN)},
        "LOCALVISION_WORKSPACE": str(workspace),
    }
    command = [sys.executable, "-m", "localvision"]
    subprocess.run(
        [*command, "demo", "--no-serve", "--localities", LOCALITIES, "--workspace", str(workspace)],
        env=environment,
        check=True,
        capture_output=True,
        timeout=180,
    )
    port = free_port()
    server = subprocess.Popen(
        [*command, "serve", "--port", str(port), "--workspace", str(workspace)], env=environment
    )
    url = f"http://127.0.0.1:{port}"
    wait_for(url, server)
    yield url
    server.terminate()
    server.wait(timeout=20)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(url: str, server: subprocess.Popen[bytes], seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        assert server.poll() is None, "the server ended at once"
        try:
            urllib.request.urlopen(url, timeout=5)
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail("the server did not answer")


@pytest.fixture
def browser_page(browser):
    """Open pages of a width: `browser_page(390)`; script can be switched off."""
    contexts = []

    def open_page(width: int = 1280, *, script: bool = True):
        context = browser.new_context(
            viewport={"width": width, "height": 900}, java_script_enabled=script
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def accessible():
    """Assert that axe finds nothing against WCAG 2.2 AA on a page."""
    from axe_playwright_python.sync_playwright import Axe

    def check(page):
        tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": tags}})
        violations = [
            f"{v['id']}: {v['help']} at {[n['target'] for n in v['nodes'][:3]]}"
            for v in found.response["violations"]
        ]
        assert not violations, "\n".join(violations)

    return check
