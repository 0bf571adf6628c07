"""Who sees what: builders draft, readers read editions, nobody else finds anything."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from localvision.workbench.reporting import actions, building, queries
from localvision.workbench.reporting.models import Report, ReportBlock
from localvision.workbench.reporting.outline import NewBlock

pytestmark = pytest.mark.django_db
SLUG = "better-together"


@pytest.fixture(autouse=True)
def _quick_files(monkeypatch):
    """Files of a few bytes: what is in them is tested elsewhere."""
    from localvision import outputs

    monkeypatch.setattr(
        outputs, "build", lambda report, formats: {f: b"built " + f.encode() for f in formats},
        raising=False,
    )  # fmt: skip


@pytest.fixture
def edition(viewer, report):
    return building.build_edition(by=viewer, report=report)


def _at(name, *args):
    return reverse(f"reporting:{name}", args=[SLUG, *args])


READ = [("list", ()), ("report", ("interim-report",)), ("edition", ("interim-report", 1))]
BUILD = [
    ("begin", ()),
    ("edit", ("interim-report",)),
    ("details", ("interim-report",)),
    ("works", ("interim-report",)),
    ("preview", ("interim-report",)),
]


@pytest.mark.parametrize(("name", "args"), READ)
def test_members_read_editions_and_nobody_else(
    edition, name, args, evaluator_client, commissioner_client, reader_client, other_client,
    stranger_client,
):  # fmt: skip
    address = _at(name, *args)
    for client in (evaluator_client, commissioner_client, reader_client):
        answer = client.get(address)
        assert answer.status_code == 200
        assert "Trust comes before money" in answer.content.decode()
    assert other_client.get(address).status_code == 404
    assert "/accounts/sign-in" in stranger_client.get(address)["Location"]


@pytest.mark.parametrize(("name", "args"), BUILD)
def test_only_builders_enter_the_workshop(
    edition, name, args, evaluator_client, commissioner_client, reader_client, other_client,
    stranger_client,
):  # fmt: skip
    address = _at(name, *args)
    assert evaluator_client.get(address).status_code == 200
    assert commissioner_client.get(address).status_code == 403
    assert reader_client.get(address).status_code == 403
    assert other_client.get(address).status_code == 404
    assert stranger_client.get(address).status_code == 302


def test_readers_never_see_a_draft(viewer, report, edition, reader_client, evaluator_client):
    actions.make_report(by=viewer, slug="secret", title="A secret draft")
    actions.add_block(by=viewer, report=report, block=NewBlock("text", "Not yet said aloud."))
    seen = reader_client.get(_at("list")).content.decode()
    assert "A secret draft" not in seen
    assert "Begin a report" not in seen
    assert reader_client.get(_at("report", "secret")).status_code == 404
    assert (
        "Not yet said aloud"
        not in reader_client.get(_at("report", "interim-report")).content.decode()
    )
    assert "A secret draft" in evaluator_client.get(_at("list")).content.decode()
    assert evaluator_client.get(_at("report", "secret")).status_code == 200


@pytest.mark.requirement("R238")
def test_numbers_open_to_their_evidence_for_those_who_may(
    edition, world, evaluator_client, commissioner_client, reader_client
):
    address = _at("report", "interim-report")
    claim = reverse("claims:claim", args=[SLUG, 1])
    passage = reverse("coding:passage", args=[SLUG, world.passages[0].pk])
    page = evaluator_client.get(address).content.decode()
    assert claim in page
    assert passage in page
    for room in ("coding:matrix", "coding:voices", "coding:together", "documents:sources"):
        counted = f'href="{reverse(room, args=[SLUG])}">Open what it counts'
        assert counted in page
        assert counted not in reader_client.get(address).content.decode()
    page = commissioner_client.get(address).content.decode()
    assert claim in page
    assert passage not in page
    page = reader_client.get(address).content.decode()
    assert claim not in page
    assert passage not in page


@pytest.mark.requirement("R334")
def test_no_page_of_an_edition_or_preview_holds_a_redacted_word(
    edition, world, evaluator_client, reader_client
):
    for client, name in (
        (reader_client, "report"), (evaluator_client, "report"), (evaluator_client, "preview"),
    ):  # fmt: skip
        page = client.get(_at(name, "interim-report")).content.decode()
        assert world.secret not in page
        assert "Ashmere" not in page
        assert "[name removed]" in page


def test_an_edition_stays_as_it_was_built(viewer, report, edition, world, reader_client):
    world.claims[0].sentence = "Money came first."
    world.claims[0].save()
    page = reader_client.get(_at("edition", "interim-report", 1)).content.decode()
    assert "Most places put trust before money." in page
    building.build_edition(by=viewer, report=report)
    page = reader_client.get(_at("report", "interim-report")).content.decode()
    assert "Money came first." in page
    assert "Edition 2" in page
    assert "Since edition 1" in page
    assert "<del>Most places put trust before money.</del>" in page
    assert "<ins>Money came first.</ins>" in page
    assert _at("edition", "interim-report", 1) in page


@pytest.mark.parametrize("format_", ["html", "docx", "pdf"])
def test_files_are_taken_away_under_a_neutral_name(edition, format_, reader_client, other_client):
    address = _at("download", "interim-report", 1, format_)
    answer = reader_client.get(address)
    assert answer.content == b"built " + format_.encode()
    name = f'attachment; filename="interim-report-edition-1.{format_}"'
    assert answer["Content-Disposition"] == name
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert other_client.get(address).status_code == 404
    assert reader_client.get(_at("download", "interim-report", 1, "exe")).status_code == 404
    assert reader_client.get(_at("download", "interim-report", 9, format_)).status_code == 404


def test_a_changed_file_is_not_handed_out(edition, reader_client):
    from localvision.workbench.reporting import shelf

    file = edition.files.get(format="pdf")
    shelf.path_of(file.stored_as).write_bytes(b"something else")
    answer = reader_client.get(_at("download", "interim-report", 1, "pdf"))
    assert answer.status_code == 410
    assert b"something else" not in answer.content


@pytest.mark.parametrize("client_name", ["evaluator_client", "reader_client"])
def test_the_list_costs_the_same_for_one_and_three(
    viewer, report, edition, client_name, request, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = request.getfixturevalue(client_name)
    client.get(_at("list"))
    with CaptureQueriesContext(connection) as one:
        client.get(_at("list"))
    for n in (2, 3):
        made = actions.import_report(
            by=viewer, slug=f"r{n}", title=f"Report {n}", blocks=[NewBlock("text", "Words.")]
        )
        building.build_edition(by=viewer, report=made)
    with django_assert_num_queries(len(one)):
        assert "Report 3" in client.get(_at("list")).content.decode()


def test_the_editor_costs_the_same_for_any_number_of_blocks(
    viewer, report, evaluator_client, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    evaluator_client.get(_at("edit", "interim-report"))
    with CaptureQueriesContext(connection) as before:
        evaluator_client.get(_at("edit", "interim-report"))
    for _ in range(3):
        actions.add_block(by=viewer, report=report, block=NewBlock("text", "More."))
    with django_assert_num_queries(len(before)):
        evaluator_client.get(_at("edit", "interim-report"))


def test_a_report_is_written_without_script(viewer, world, evaluator_client):
    """From an empty room to a built draft, by forms alone."""
    answer = evaluator_client.post(_at("begin"), {"title": "New"})
    assert answer["Location"].endswith("/reports/new-2/edit/")
    add = _at("add", "new-2")
    assert evaluator_client.get(f"{add}?kind=nonsense").status_code == 404
    evaluator_client.post(
        f"{add}?kind=heading", {"text": "One", "level": "1", "numbered": "on", "sources": ""}
    )
    evaluator_client.post(f"{add}?kind=methods", {"text": ""})
    evaluator_client.post(f"{add}?kind=claim", {"claim": world.claims[0].pk})
    blocks = list(ReportBlock.objects.filter(report__slug="new-2"))
    assert [b.kind for b in blocks] == ["heading", "methods", "claim"]
    after = f"{add}?kind=quotation&after={blocks[0].pk}&claim={world.claims[0].pk}"
    page = evaluator_client.get(after).content.decode()
    assert "Use this quotation" in page
    evaluator_client.post(after, {"passage": world.passages[0].pk})
    evaluator_client.post(f"{add}?kind=text", {"text": "Trust {claim:trust-first}.", "lead": "on"})
    kinds = [b.kind for b in queries.blocks_of(viewer, Report.objects.get(slug="new-2"))]
    assert kinds == ["heading", "quotation", "methods", "claim", "text"]
    evaluator_client.post(_at("move", "new-2", blocks[2].pk), {"to": "2"})
    answer = evaluator_client.post(_at("remove", "new-2", blocks[1].pk))
    page = evaluator_client.get(answer["Location"]).content.decode()
    assert "Methods and n removed." in page
    evaluator_client.post(_at("restore", "new-2", blocks[1].pk))
    kinds = [b.kind for b in queries.blocks_of(viewer, Report.objects.get(slug="new-2"))]
    assert kinds == ["heading", "claim", "quotation", "methods", "text"]
    answer = evaluator_client.post(
        _at("block", "new-2", blocks[0].pk), {"text": "First", "level": "2", "sources": ""}
    )
    assert ReportBlock.objects.get(pk=blocks[0].pk).settings == {"level": 2, "numbered": False}
    details = {"title": "Newer", "form": "learning_note", "status": "emerging", "as_at": "x"}
    assert evaluator_client.post(_at("details", "new-2"), details).status_code == 422
    evaluator_client.post(_at("details", "new-2"), {**details, "as_at": "2026-05-01"})
    assert Report.objects.get(slug="new-2").form == "learning_note"
    page = evaluator_client.get(_at("preview", "new-2")).content.decode()
    assert "Newer" in page
    assert "Most places put trust before money." in page


def test_what_is_wrong_with_a_block_is_said_beside_it(report, evaluator_client):
    answer = evaluator_client.post(f"{_at('add', 'interim-report')}?kind=text", {"text": " "})
    assert answer.status_code == 422
    answer = evaluator_client.post(f"{_at('add', 'interim-report')}?kind=claim", {})
    assert b"Choose a claim" in answer.content


def test_a_broken_link_is_said_in_the_preview_and_stops_a_build(viewer, report, evaluator_client):
    actions.add_block(by=viewer, report=report, block=NewBlock("text", "See [ref:nobody]."))
    page = evaluator_client.get(_at("preview", "interim-report"))
    assert page.status_code == 200
    assert "ref:nobody" in page.content.decode()
    assert "Stops a build." in page.content.decode()


def test_a_build_is_asked_for_watched_and_stopped(report, evaluator_client, reader_client):
    from localvision.workbench.platform import jobs

    assert reader_client.post(_at("build", "interim-report")).status_code == 403
    assert evaluator_client.get(_at("progress", "interim-report")).status_code == 404
    evaluator_client.post(_at("build", "interim-report"))
    evaluator_client.post(_at("build", "interim-report"))
    page = evaluator_client.get(_at("report", "interim-report")).content.decode()
    assert "Building the next edition" in page
    assert len(re.findall('<form method="post" action="[^"]*/build/"', page)) == 0
    evaluator_client.post(_at("stop", "interim-report"))
    assert jobs.do_next() is None
    assert (
        b"Nothing of it is kept" in evaluator_client.get(_at("progress", "interim-report")).content
    )
    evaluator_client.post(_at("build", "interim-report"))
    assert jobs.do_next().state == "done"
    fragment = evaluator_client.get(_at("progress", "interim-report")).content.decode()
    assert "Edition 1 is ready" in fragment
    assert "<html" not in fragment


def test_a_build_that_cannot_be_says_why(viewer, report, evaluator_client):
    from localvision.workbench.platform import jobs

    actions.make_report(by=viewer, slug="bare", title="Bare")
    evaluator_client.post(_at("build", "bare"))
    assert jobs.do_next().state == "failed"
    page = evaluator_client.get(_at("report", "bare")).content.decode()
    assert "has no blocks" in page


@pytest.mark.requirement("R327", "R328")
def test_works_are_listed_cited_and_held_to_the_text(viewer, report, evaluator_client):
    address = _at("works", "interim-report")
    assert evaluator_client.post(address, {"key": "grint"}).status_code == 422
    evaluator_client.post(
        address,
        {
            "key": "grint", "cited_as": "Grint, 2005", "entry": "Grint, K. Problems.",
            "url": "https://example.org/p", "accessed": "2026-01-02",
        },
    )  # fmt: skip
    assert "Grint, 2005" in evaluator_client.get(address).content.decode()
    preview = _at("preview", "interim-report")
    assert "is in the list and is cited nowhere" in evaluator_client.get(preview).content.decode()
    actions.add_block(by=viewer, report=report, block=NewBlock("text", "Wicked [ref:grint]."))
    page = evaluator_client.get(preview).content.decode()
    assert "cited nowhere" not in page
    assert 'href="#ref-grint"' in page
    assert "https://example.org/p" in page
    evaluator_client.post(_at("drop-work", "interim-report", "grint"))
    assert "Stops a build." in evaluator_client.get(preview).content.decode()
