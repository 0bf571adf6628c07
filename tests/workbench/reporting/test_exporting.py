"""Taking a programme out: everything that was said and found, and nobody's name."""

from __future__ import annotations

import csv
import json

import pytest

from localvision.errors import LocalVisionError
from localvision.workbench.coding.models import Coding
from localvision.workbench.documents.models import Passage, Source
from localvision.workbench.platform.models import AuditEvent
from localvision.workbench.programmes.models import Identity
from localvision.workbench.reporting.exporting import export_programme, files

pytestmark = pytest.mark.django_db


def _lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def out(viewer, report, world, tmp_path):
    for person in world.people:
        Identity.objects.create(
            person=person, name=f"Zebedee Nobody {person.code}", email="z@example.invalid"
        )
    export_programme(viewer, tmp_path / "out")
    return tmp_path / "out"


def test_everything_is_there_and_can_be_joined(out, world):
    sources = _lines(out / "sources.jsonl")
    assert len(sources) == Source.objects.count()
    passages = {
        p["passage"]: (text["text"], p) for s in sources for text in s["texts"]
        for p in text["passages"]
    }  # fmt: skip
    assert set(passages) == set(Passage.objects.values_list("pk", flat=True))
    for stored in Passage.objects.all():
        text, row = passages[stored.pk]
        assert text[row["start"] : row["end"]] == stored.quote
        assert row["marked_edits"][0]["kind"] == "redaction"
    codings = _lines(out / "codings.jsonl")
    assert len(codings) == Coding.objects.count()
    assert {c["passage"] for c in codings} <= set(passages)
    claims = _lines(out / "claims.jsonl")
    assert [c["key"] for c in claims] == ["trust-first", "slow-start", "leads"]
    assert claims[0]["caveats"] == ["Two waves only."]
    assert {e["passage"] for c in claims for e in c["evidence"]} <= set(passages)
    about = json.loads((out / "about.json").read_text())
    rows = {f["file"]: f["rows"] for f in about["files"]}
    assert rows["sources.jsonl"] == 6
    assert rows["invitations.csv"] == 10
    assert {path.name for path in out.iterdir()} == {*rows, "about.json"}
    assert AuditEvent.objects.get(verb="programme.exported").facts == rows


def test_missing_is_empty_and_never_zero(out, world):
    with open(out / "matrix.csv", encoding="utf-8-sig", newline="") as file:
        rows = {row["place"]: row for row in csv.DictReader(file)}
    heard = rows["ashmere"]
    unheard = rows["thornwick"]
    assert set(unheard.values()) - {"thornwick"} == {""}
    assert "0" in heard.values()
    assert any(value not in ("", "0", "ashmere") for value in heard.values())


@pytest.mark.requirement("R334")
def test_nobody_is_named(out):
    for path in out.iterdir():
        content = path.read_text(encoding="utf-8-sig")
        assert "Zebedee" not in content
        assert "@example.invalid" not in content
        assert "Eve Evaluator" not in content


def test_a_cell_is_never_run_by_a_spreadsheet(tmp_path):
    files.write_csv(tmp_path / "x.csv", ["a"], [{"a": "=cmd()"}, {"a": None}, {"a": 0}])
    assert (tmp_path / "x.csv").read_bytes() == '\ufeffa\r\n\'=cmd()\r\n""\r\n0\r\n'.encode()


def test_a_file_that_is_not_finished_is_not_there(tmp_path):
    def rows():
        yield {"a": 1}
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        files.write_json_lines(tmp_path / "x.jsonl", rows())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("role", ["commissioner", "reader"])
def test_only_those_who_read_sources_may(viewer_as, role, tmp_path):
    with pytest.raises(LocalVisionError, match=r"access\.not-allowed"):
        export_programme(viewer_as(role), tmp_path)
    assert list(tmp_path.iterdir()) == []
