"""The example programme as a new user gets it."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from tests.cli.test_commands import environment, localvision

SMALL = ("--localities", "3", "--no-serve")


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    localvision(folder, "demo", *SMALL, "--workspace", str(folder))
    return folder


def test_the_example_is_built_once(demo):
    said = localvision(demo, "demo", *SMALL, "--workspace", str(demo)).stdout
    assert "there already" in said
    with sqlite3.connect(demo / "workspace.sqlite3") as store:
        assert store.execute("SELECT count(*) FROM programmes_programme").fetchone() == (1,)
        assert store.execute("SELECT count(*) FROM programmes_locality").fetchone() == (3,)


def test_the_known_truth_is_written_beside_it(demo):
    truth = json.loads((demo / "example-truth.json").read_text())
    assert len(truth["rows"]) == 3
    assert truth["recipe"]


@pytest.mark.requirement("R325")
def test_its_report_is_written_in_three_formats(demo, tmp_path):
    done = localvision(demo, "report", "--to", str(tmp_path), "--json", "--workspace", str(demo))
    files = json.loads(done.stdout)["files"]
    begins = {"html": b"<!doctype html>", "docx": b"PK", "pdf": b"%PDF"}
    assert len(files) == 3
    for file in files:
        kind = file.rsplit(".", 1)[1]
        with open(file, "rb") as opened:
            assert opened.read(20).lower().startswith(begins[kind].lower())


def test_an_export_holds_words_and_codings_and_no_identity(demo, tmp_path):
    localvision(demo, "export", "--to", str(tmp_path), "--workspace", str(demo))
    with sqlite3.connect(demo / "workspace.sqlite3") as store:
        people = store.execute("SELECT name, email FROM programmes_identity").fetchall()
        (quote,) = store.execute(
            "SELECT p.quote FROM documents_passage p JOIN coding_coding c ON c.passage_id = p.id"
            " LIMIT 1"
        ).fetchone()
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert quote[:30].encode() in written
    assert people
    assert not [email for _, email in people if email.encode() in written]


def test_a_killed_demo_leaves_no_half_programme(tmp_path):
    for delay in (1.5, 3.0):
        running = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "localvision",
                "demo",
                "--no-serve",
                "--workspace",
                str(tmp_path),
            ],
            env=environment(tmp_path),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(delay)
        os.kill(running.pid, signal.SIGKILL)
        running.wait()
        if (tmp_path / "workspace.sqlite3").exists():
            with sqlite3.connect(tmp_path / "workspace.sqlite3") as store:
                try:
                    counts = {
                        store.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                        for table in ("programmes_programme", "documents_source", "claims_claim")
                    }
                except sqlite3.OperationalError:  # killed before its tables were made
                    continue
            assert counts == {0} or 0 not in counts
    localvision(tmp_path, "demo", *SMALL, "--workspace", str(tmp_path))
