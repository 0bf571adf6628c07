"""The project's papers keep up with the code."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_every_dependency_has_its_reason():
    text = (ROOT / "pyproject.toml").read_text()
    tables = tomllib.loads(text)
    named = [
        *tables["project"]["dependencies"],
        *(d for group in tables["project"]["optional-dependencies"].values() for d in group),
        *tables["dependency-groups"]["dev"],
    ]
    for dependency in named:
        line = next(row for row in text.splitlines() if f'"{dependency}"' in row)
        assert re.search(r"#\s*\S+", line), f"{dependency} has no reason"


def test_no_machine_in_the_papers():
    for path in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md"), *(ROOT / "src").rglob("*.py")]:
        text = path.read_text()
        assert not re.search(r"/(work|root|home)/\w+", text), path


@pytest.mark.parametrize("name", ["LICENSE", "README.md", "CHANGELOG.md"])
def test_the_papers_are_there(name):
    assert (ROOT / name).read_text().strip()
