"""One browser a worker, shared by all tests that drive one."""

from __future__ import annotations

import os
import shutil

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


@pytest.fixture(scope="session")
def chromium():
    """Path of the browser: its absence fails, as these tests are not optional."""
    path = os.environ.get("CHROMIUM") or next((p for n in NAMES if (p := shutil.which(n))), None)
    assert path, "install Chromium, or set CHROMIUM to its path"
    return path


@pytest.fixture(scope="session")
def browser(chromium):
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield opened
        opened.close()
