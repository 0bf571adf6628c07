"""A build that is killed with -9: the workspace is as if it had not been asked for."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys

import pytest

COMMAND = [sys.executable, "-m", "localvision"]
#: The build is killed when it says these words, at three different places of its way.
MOMENTS = ("Counting the evidence", "Writing Word (DOCX)", "Keeping the edition")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("killed")
    _run(folder, "demo", "--no-serve", "--localities", "2")
    return folder


def _environment():
    kept = {
        k: v
        for k, v in os.environ.items()
        if not k.startswith(("DATABASE", "LOCALVISION", "DJANGO"))
    }
    return {**kept, "PYTHONUNBUFFERED": "1"}


def _run(workspace, *words):
    return subprocess.run(
        [*COMMAND, *words, "--workspace", str(workspace)], env=_environment(), check=True,
        capture_output=True, text=True, timeout=180,
    )  # fmt: skip


def _editions(workspace):
    with sqlite3.connect(workspace / "workspace.sqlite3") as store:
        editions = store.execute("SELECT count(*) FROM reporting_edition").fetchone()[0]
        names = {row[0] for row in store.execute("SELECT stored_as FROM reporting_editionfile")}
    return editions, names


def _kill_at(workspace, to, moment):
    build = subprocess.Popen(
        [*COMMAND, "report", "--to", str(to), "--workspace", str(workspace)],
        env=_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    said = []
    for line in build.stderr:
        said.append(line)
        if moment in line:
            break
    build.kill()
    build.wait(timeout=30)
    build.stderr.close()
    assert any(moment in line for line in said), "".join(said)


def test_a_killed_build_leaves_all_or_nothing(workspace, tmp_path):
    for moment in MOMENTS:
        before, _ = _editions(workspace)
        _kill_at(workspace, tmp_path / "out", moment)
        after, names = _editions(workspace)
        shelf = workspace / "files" / "editions"
        there = {path.name for path in shelf.iterdir()} if shelf.exists() else set()
        assert names <= there, "an edition names a file that is not there"
        assert after - before in ((0, 1) if moment == MOMENTS[-1] else (0,))
        assert len(names) == 3 * after
    _run(workspace, "report", "--to", str(tmp_path / "whole"))
    editions, _ = _editions(workspace)
    written = sorted(path.name for path in (tmp_path / "whole").iterdir())
    assert written == [f"interim-edition-{editions}.{kind}" for kind in ("docx", "html", "pdf")]
