"""The command as a new user types it: real processes, real workspaces."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

REPORT = """An invented report

5. Findings

5.1. Process

5.1.1. Timing

Work took longer than planned.

"It took the whole summer." [LV Enabler]

"We were late, and the bus was late." [LV Project Partner]

5.2. Change

5.2.1. Culture

"Nobody asked before they acted." [SL Steering Group member]
"""


def environment(folder):
    kept = {
        k: v
        for k, v in os.environ.items()
        if not k.startswith(("DATABASE", "LOCALVISION", "DJANGO"))
    }
    return {**kept, "LOCALVISION_WORKSPACE": str(folder)}


def localvision(folder, *words, code=0):
    done = subprocess.run(
        [sys.executable, "-m", "localvision", *words],
        env=environment(folder),
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == code, done.stderr
    return done


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "workspace"


@pytest.fixture
def report(tmp_path):
    file = tmp_path / "report.txt"
    file.write_text(REPORT)
    return file


@pytest.mark.requirement("R215", "R219", "R220", "R221")
def test_a_report_comes_in_with_its_quotations_counted(folder, report):
    done = localvision(folder, "import", str(report), "--json")
    given = json.loads(done.stdout)
    assert given["by_role"] == {"enabler": 1, "partner": 1, "steering_group": 1}
    assert given["by_theme"] == {"timing": 2, "culture": 1}
    assert given["by_cluster"] == {"process": 2, "change": 1}
    assert (given["sources"], given["passages"], given["quotations"]) == (1, 3, 3)
    assert given["problems"] == []
    assert "Elected member" in given["silent"]


def test_a_folder_with_problems_ends_with_one(folder, tmp_path, report):
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "good.txt").write_text("Interviewer: How?\nPartner: Slowly.\n" * 3)
    (tmp_path / "files" / "bad.pdf").write_bytes(b"%PDF-1.4 broken")
    done = localvision(folder, "import", str(tmp_path / "files"), "--json", code=1)
    given = json.loads(done.stdout)
    assert given["sources"] == 1
    assert [problem["file"] for problem in given["problems"]] == ["bad.pdf"]
    assert all(problem["remedy"] for problem in given["problems"])


def test_nothing_to_read_is_refused_with_code_and_remedy(folder, tmp_path):
    done = localvision(folder, "import", str(tmp_path / "gone.docx"), "--json", code=2)
    assert json.loads(done.stdout)["problems"][0]["code"] == "intake.nothing-to-read"
    assert "gone.docx" in done.stderr


def test_without_a_workspace_one_is_told_how_to_make_it(folder):
    done = localvision(folder, "serve", code=4)
    assert "workspace.not-found" in done.stderr
    assert "localvision init" in done.stderr
    assert not folder.exists()


def test_init_twice_makes_one_programme(folder):
    first = json.loads(localvision(folder, "init", "--json").stdout)
    again = json.loads(localvision(folder, "init", "--json").stdout)
    assert (first["made"], again["made"]) == (True, False)
    assert oct(folder.stat().st_mode)[-3:] == "700"
    assert oct((folder / "secret.key").stat().st_mode)[-3:] == "600"


def test_the_doctor_finds_a_broken_log(folder):
    localvision(folder, "init")
    assert json.loads(localvision(folder, "doctor", "--json").stdout)["findings"]
    with sqlite3.connect(folder / "workspace.sqlite3") as store:
        store.execute("UPDATE platform_auditevent SET summary = 'x' WHERE id = 1")
    found = json.loads(localvision(folder, "doctor", "--json", code=4).stdout)["findings"]
    assert [f["what"] for f in found if not f["well"]] == ["Log of what was done"]


@pytest.mark.parametrize(
    "command", ["demo", "init", "serve", "worker", "import", "report", "export", "doctor"]
)
def test_every_command_has_help(folder, command):
    said = localvision(folder, command, "--help").stdout
    assert "--workspace" in said


def test_a_killed_import_leaves_all_or_nothing(folder, tmp_path):
    """Kill an import of many files at several moments; each time nothing or everything is there."""
    files = tmp_path / "many"
    files.mkdir()
    for number in range(300):
        words = f"Interviewer: How was day {number}?\nPartner: The bus was late.\n" * 40
        (files / f"{number:03}.txt").write_text(words)
    localvision(folder, "init")
    for delay in (0.9, 1.3, 1.8, 2.5):
        running = subprocess.Popen(
            [sys.executable, "-m", "localvision", "import", str(files)],
            env=environment(folder),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(delay)
        running.send_signal(signal.SIGKILL)
        running.wait()
        with sqlite3.connect(folder / "workspace.sqlite3") as store:
            counts = [
                store.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                for table in (
                    "documents_source",
                    "documents_sourcetext",
                    "platform_searchentry WHERE kind = 'source'",
                )
            ]
        assert counts in ([0, 0, 0], [300, 300, 300])
    assert "unbroken" in localvision(folder, "doctor").stdout
    localvision(folder, "import", str(files))
    with sqlite3.connect(folder / "workspace.sqlite3") as store:
        assert store.execute("SELECT count(*) FROM documents_source").fetchone() == (300,)
