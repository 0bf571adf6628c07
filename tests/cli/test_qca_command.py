"""`localvision qca` as a person types it, and as a script reads it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from localvision.cli.parser import make_parser

# An invented comparison of six places.
PLACES = """place,MEETINGS,TRUST,LASTED
North,40,0.9,0.8
East,35,0.2,0.7
South,5,0.8,0.3
West,3,0.1,0.1
Hill,30,0.7,0.9
Lake,8,0.3,0.2
"""


@pytest.fixture
def places(tmp_path: Path) -> Path:
    file = tmp_path / "places.csv"
    file.write_text(PLACES)
    return file


def qca(*words: str, code: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "localvision", "qca", *words],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == code, done.stderr
    return done


def basics(file: Path, *more: str) -> list[str]:
    return [str(file), "--outcome", "LASTED", "--calibrate", "MEETINGS=2,20,38", *more]


def test_a_person_reads_tables_and_what_to_be_careful_about(places: Path) -> None:
    done = qca(*basics(places, "--solution", "parsimonious"))
    assert "Calibrated MEETINGS (direct): 2, 20, 38" in done.stdout
    assert "Truth table for LASTED: 4 of 4 configurations observed, 6 cases" in done.stdout
    assert "Parsimonious solution for LASTED: 1 model" in done.stdout
    assert "North, Hill" in done.stdout
    assert "Necessary conditions" in done.stdout


def test_a_script_reads_one_object(places: Path) -> None:
    expect = ("--solution", "intermediate", "--expect", "MEETINGS, TRUST", "--json")
    found = json.loads(qca(*basics(places, *expect)).stdout)
    assert found["solution"]["models"] == [["MEETINGS"]]
    assert found["solution"]["n"] == 6
    assert found["calibrations"][0]["anchors"] == [2, 20, 38]
    assert found["truth_table"]["outcome"] == "LASTED"
    assert found["robustness"] is None


def test_other_cuts_are_tried_when_asked(places: Path) -> None:
    words = basics(places, "--solution", "parsimonious", "--robust", "0.7,0.95", "--json")
    grid = json.loads(qca(*words).stdout)["robustness"]
    assert [cell["consistency_cut"] for cell in grid["cells"]] == [0.7, 0.8, 0.95]
    assert grid["rows"][0]["choices"] == 3


def test_the_negated_outcome_and_chosen_conditions(places: Path) -> None:
    words = basics(places, "--json")
    words[2] = "~LASTED"
    found = json.loads(qca(*words, "--conditions", "MEETINGS").stdout)
    assert found["truth_table"]["conditions"] == ["MEETINGS"]
    assert found["solution"]["models"] == [["~MEETINGS"]]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (("--calibrate", "MEETINGS"), "qca.calibrate-unreadable"),
        (("--calibrate", "MEETINGS=a,b,c"), "qca.calibrate-unreadable"),
        (("--calibrate", "NOTHING=1,2,3"), "qca.unknown-column"),
        (("--conditions", "MEETINGS,NOTHING"), "qca.unknown-column"),
        (("--solution", "intermediate"), "qca.needs-expectations"),
        (("--robust", "high"), "qca.cuts-unreadable"),
        (("--consistency-cut", "80"), "qca.cut-out-of-range"),
    ],
)
def test_what_cannot_be_done_is_said_with_its_remedy(
    places: Path, more: tuple[str, ...], code: str
) -> None:
    done = qca(*basics(places), *more, code=2)
    assert code in done.stderr
    assert "Traceback" not in done.stderr


def test_raw_columns_are_refused_until_they_are_calibrated(tmp_path: Path) -> None:
    file = tmp_path / "raw.csv"
    file.write_text(PLACES.replace("North,40", "North,40.5"))
    done = qca(str(file), "--outcome", "LASTED", code=2)
    assert "qca.not-calibrated" in done.stderr or "qca.not-whole" in done.stderr
    assert "North" in done.stderr


def test_a_file_that_is_not_there_or_no_table_is_refused(tmp_path: Path) -> None:
    assert "qca.table-unreadable" in qca(str(tmp_path / "no.csv"), "--outcome", "Y", code=2).stderr
    empty = tmp_path / "empty.csv"
    empty.write_text("")
    assert "qca.table-unreadable" in qca(str(empty), "--outcome", "Y", code=2).stderr


def test_cases_at_half_are_named(places: Path) -> None:
    done = qca(*basics(places)[:3], "--calibrate", "MEETINGS=2,30,38", code=2)
    assert "Hill" in done.stderr
    assert "qca.half-membership" in done.stderr
    kept = qca(*basics(places)[:3], "--calibrate", "MEETINGS=2,30,38", "--half", "up")
    assert "! At exactly 0.5: Hill" in kept.stdout


def test_help_does_not_load_the_analysis() -> None:
    words = "import sys; from localvision.cli.parser import make_parser; make_parser()"
    check = "; print('localvision.analysis.qca' in sys.modules, 'numpy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", words + check], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "False"]
    assert make_parser().parse_args(["qca", "x.csv", "--outcome", "Y"]).solution == "conservative"
