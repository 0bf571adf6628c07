"""Building an edition: whole or not at all, once for a run, and never with a word too many."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from localvision import outputs
from localvision.errors import LocalVisionError
from localvision.workbench.platform import jobs
from localvision.workbench.platform.models import AuditEvent, Run
from localvision.workbench.programmes.models import Locality, Membership
from localvision.workbench.reporting import building, shelf
from localvision.workbench.reporting.models import Edition, EditionFile

pytestmark = pytest.mark.django_db


class Killed(BaseException):
    """Stands for whatever ends a process in the middle."""


@pytest.fixture
def quick(monkeypatch):
    """Files of a few bytes, and a list of what was asked for."""
    asked = []

    def build(report, formats):
        asked.extend(formats)
        return {f: b"built " + f.encode() for f in formats}

    monkeypatch.setattr(outputs, "build", build, raising=False)
    return asked


def _on_shelf():
    return sorted(path.name for path in shelf.shelf().iterdir())


def test_an_edition_is_kept_with_its_files_hashes_and_event(viewer, report, quick):
    said = []
    edition = building.build_edition(
        by=viewer, report=report, say=lambda *words: said.append(words)
    )
    assert (edition.number, str(edition.as_at)) == (1, "2026-09-30")
    assert {f.format for f in edition.files.all()} == {"html", "docx", "pdf"}
    assert sorted(f.stored_as for f in edition.files.all()) == _on_shelf()
    for file in edition.files.all():
        assert building.bytes_of(file) == b"built " + file.format.encode()
        assert len(file.stored_as) > 30
    event = AuditEvent.objects.get(verb="edition.built")
    assert event.facts["sha256"] == {f.format: f.sha256 for f in edition.files.all()}
    assert [done for _, done, _ in said] == [0, 1, 2, 3, 4]
    assert building.build_edition(by=viewer, report=report).number == 2


@pytest.mark.parametrize("where", ["a format", "the shelf", "the database"])
def test_a_kill_in_the_middle_leaves_no_half_edition(viewer, report, quick, monkeypatch, where):
    def kill(*args, **kwargs):
        raise Killed

    if where == "a format":
        calls = iter([{"html": b"x"}])
        monkeypatch.setattr(outputs, "build", lambda *a, **k: next(calls, None) or kill())
    elif where == "the shelf":
        monkeypatch.setattr(shelf.os, "replace", kill)
    else:
        monkeypatch.setattr("localvision.workbench.reporting.actions.editions.record", kill)
    with pytest.raises(Killed):
        building.build_edition(by=viewer, report=report)
    assert not Edition.objects.exists()
    assert not EditionFile.objects.exists()
    assert not [name for name in _on_shelf() if not name.endswith(".part")]


def test_orphans_of_a_killed_build_are_swept_once_they_are_old(viewer, report, quick):
    import os

    old, new = shelf.shelf() / "old.pdf", shelf.shelf() / "new.pdf"
    old.write_bytes(b"half")
    new.write_bytes(b"another build")
    os.utime(old, (time.time() - 7200, time.time() - 7200))
    edition = building.build_edition(by=viewer, report=report)
    assert _on_shelf() == sorted(["new.pdf", *(f.stored_as for f in edition.files.all())])


def test_a_job_builds_says_how_far_it_is_and_makes_no_second_edition(viewer, report, quick):
    run = building.ask_for_build(by=viewer, report=report)
    assert building.ask_for_build(by=viewer, report=report) == run
    done = jobs.do_next()
    assert (done.state, done.result) == (
        "done",
        {"edition": 1, "problems": done.result["problems"]},
    )
    assert done.steps_total == 5
    # The worker died after the edition was kept and before the run was ended: the next takes it up.
    again = building.build_run(jobs.Progress(done))
    assert again["edition"] == 1
    assert Edition.objects.count() == 1


def test_a_run_that_is_cancelled_keeps_nothing(viewer, report, quick, monkeypatch):
    run = building.ask_for_build(by=viewer, report=report)

    def build(report, formats):
        jobs.cancel(Run.objects.get(pk=run.pk))
        return dict.fromkeys(formats, b"x")

    monkeypatch.setattr(outputs, "build", build)
    assert jobs.do_next().state == "cancelled"
    assert not Edition.objects.exists()
    assert _on_shelf() == []


def test_a_role_taken_away_meanwhile_stops_the_build(viewer, report, quick):
    building.ask_for_build(by=viewer, report=report)
    Membership.objects.filter(account=viewer.account).update(role="reader")
    done = jobs.do_next()
    assert done.state == "failed"
    assert not Edition.objects.exists()


def test_who_reads_some_places_only_cannot_build(viewer, report, viewer_as, world, quick):
    place = Locality.objects.first()
    by = viewer_as("evaluator", place)
    with pytest.raises(LocalVisionError, match=r"report\.not-all-places"):
        building.build_edition(by=by, report=report)
    with pytest.raises(LocalVisionError, match=r"report\.not-all-places"):
        building.ask_for_build(by=by, report=report)


def test_two_builds_at_once_never_share_a_number(viewer, report, quick, monkeypatch):
    inner = building.build_edition
    first = []

    def build(report_, formats):
        if not first:
            first.append(True)
            inner(by=viewer, report=report)
        return dict.fromkeys(formats, b"x")

    monkeypatch.setattr(outputs, "build", build)
    with pytest.raises(LocalVisionError, match=r"report\.built-meanwhile"):
        building.build_edition(by=viewer, report=report, formats=["pdf"])
    assert list(Edition.objects.values_list("number", flat=True)) == [1]
    assert len(_on_shelf()) == 3


def test_the_command_writes_files_under_neutral_names(viewer, report, quick, tmp_path):
    said = []
    files = building.write_report(
        viewer, None, tmp_path / "out", ("html", "pdf"), lambda *w: said.append(w)
    )
    assert [file.name for file in files] == [
        "interim-report-edition-1.html", "interim-report-edition-1.pdf",
    ]  # fmt: skip
    assert files[0].read_bytes() == b"built html"
    assert said[-1][1] == said[-1][2]
    with pytest.raises(LocalVisionError, match=r"report\.not-found.*interim-report"):
        building.write_report(viewer, "nothing", tmp_path)


@pytest.mark.requirement("R325", "R334")
def test_real_files_hold_the_claims_and_no_word_that_may_not_leave(viewer, report, world):
    """The three files themselves: every claim in each, no redacted word, name or place in any."""
    from pypdf import PdfReader

    edition = building.build_edition(by=viewer, report=report)
    files = {f.format: building.bytes_of(f) for f in edition.files.all()}
    with zipfile.ZipFile(io.BytesIO(files["docx"])) as package:
        word = b"\n".join(package.read(name) for name in package.namelist()).decode(
            "utf-8", "replace"
        )
    reader = PdfReader(io.BytesIO(files["pdf"]))
    paper = "\n".join(page.extract_text() for page in reader.pages) + str(reader.metadata)
    texts = {"html": files["html"].decode(), "docx": word, "pdf": paper}
    for format_, text in texts.items():
        squeezed = " ".join(text.split())
        for claim in world.claims[:2]:
            assert claim.sentence in squeezed, f"{claim.key} is not in the {format_}"
        for secret in ("Wilhelmina", "Quartermaine", "Ashmere", "Fenbridge", "Eve Evaluator"):
            assert secret not in squeezed, f"{secret} is in the {format_}"
        assert "name removed" in squeezed
        assert "30 September 2026" in squeezed
    for raw in files.values():
        assert b"Quartermaine" not in raw
