"""Writing a report: order, undo, rules, scope and the audit."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from localvision.errors import LocalVisionError
from localvision.workbench.platform.models import AuditEvent
from localvision.workbench.reporting import actions, queries
from localvision.workbench.reporting.models import Report, ReportBlock
from localvision.workbench.reporting.outline import NewBlock

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(viewer):
    return actions.make_report(by=viewer, slug="draft", title="A draft")


@pytest.fixture
def words(viewer, draft):
    """Return the texts of the draft's blocks in their order."""
    return lambda: [b.text for b in queries.blocks_of(viewer, draft)]


def _add(viewer, draft, *texts):
    return [
        actions.add_block(by=viewer, report=draft, block=NewBlock("text", text)) for text in texts
    ]


def test_blocks_stand_where_they_are_put(viewer, draft, words):
    a, b = _add(viewer, draft, "a", "b")
    actions.add_block(by=viewer, report=draft, block=NewBlock("text", "c"), after=a)
    assert words() == ["a", "c", "b"]
    actions.move_block(by=viewer, block=b, to=1)
    assert words() == ["b", "a", "c"]
    actions.move_block(by=viewer, block=b, to=99)
    assert words() == ["a", "c", "b"]


def test_a_removed_block_comes_back_where_it_was(viewer, draft, words):
    _, b, _ = _add(viewer, draft, "a", "b", "c")
    actions.remove_block(by=viewer, block=b)
    assert words() == ["a", "c"]
    actions.restore_block(by=viewer, block=b)
    assert words() == ["a", "b", "c"]


@given(moves=st.lists(st.tuples(st.integers(0, 3), st.integers(-1, 6)), max_size=6))
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_moving_never_loses_or_doubles_a_block(viewer, draft, words, moves):
    ReportBlock.objects.filter(report=draft).delete()
    blocks = _add(viewer, draft, "a", "b", "c", "d")
    for which, to in moves:
        actions.move_block(by=viewer, block=blocks[which], to=max(to, 0))
        assert sorted(words()) == ["a", "b", "c", "d"]
    positions = list(queries.blocks_of(viewer, draft).values_list("position", flat=True))
    assert positions == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("block", "code"),
    [
        (NewBlock("heading", "H", {"level": 7}), "report.block-setting"),
        (NewBlock("heading", "H", {"colour": "red"}), "report.block-setting"),
        (NewBlock("table", settings={"shows": "league"}), "report.block-setting"),
        (NewBlock("matrix", settings={"threshold": True}), "report.block-setting"),
        (NewBlock("text", "   "), "report.block-needs"),
        (NewBlock("claim"), "report.block-needs"),
        (NewBlock("quotation"), "report.block-needs"),
        (NewBlock("chart"), "report.block-needs"),
    ],
)
def test_a_block_that_cannot_be_is_refused(viewer, draft, block, code):
    with pytest.raises(LocalVisionError) as caught:
        actions.add_block(by=viewer, report=draft, block=block)
    assert caught.value.code == code
    assert not draft.blocks.exists()


def test_an_outline_with_one_wrong_block_leaves_nothing(viewer):
    blocks = [NewBlock("text", "fine"), NewBlock("text", "")]
    with pytest.raises(LocalVisionError):
        actions.import_report(by=viewer, slug="bulk", title="Bulk", blocks=blocks)
    assert not Report.objects.filter(slug="bulk").exists()


def test_a_short_name_is_taken_once(viewer, draft):
    with pytest.raises(LocalVisionError, match=r"report\.exists"):
        actions.make_report(by=viewer, slug="draft", title="Again")


def test_each_action_writes_one_event(viewer, draft, world):
    def events():
        return AuditEvent.objects.filter(object_kind="report").count()

    before = events()
    (block,) = _add(viewer, draft, "a")
    actions.edit_block(by=viewer, block=block, change=NewBlock("text", "b"))
    actions.move_block(by=viewer, block=block, to=1)
    actions.remove_block(by=viewer, block=block)
    actions.restore_block(by=viewer, block=block)
    actions.change_report(by=viewer, report=draft, title="Other", status="final")
    actions.cite_work(by=viewer, report=draft, key="grint", cited_as="Grint", entry="Grint, K.")
    actions.drop_work(by=viewer, work=draft.works.get())
    actions.import_report(by=viewer, slug="b", title="B", blocks=[NewBlock("methods")])
    assert events() - before == 9


@pytest.mark.parametrize("role", ["commissioner", "reader", "enabler", "assessor"])
def test_only_those_who_build_may_write(viewer, draft, viewer_as, role):
    (block,) = _add(viewer, draft, "a")
    by = viewer_as(role)
    tries = [
        lambda: actions.make_report(by=by, slug="x", title="X"),
        lambda: actions.change_report(by=by, report=draft, title="X"),
        lambda: actions.add_block(by=by, report=draft, block=NewBlock("text", "x")),
        lambda: actions.edit_block(by=by, block=block, change=NewBlock("text", "x")),
        lambda: actions.move_block(by=by, block=block, to=1),
        lambda: actions.remove_block(by=by, block=block),
        lambda: actions.restore_block(by=by, block=block),
        lambda: actions.import_report(by=by, slug="x", title="X", blocks=[]),
        lambda: actions.cite_work(by=by, report=draft, key="k", cited_as="c", entry="e"),
    ]
    for attempt in tries:
        with pytest.raises(LocalVisionError, match=r"access\.not-allowed"):
            attempt()


def test_nothing_of_another_programme_can_be_shown_or_changed(viewer, draft, world, other_viewer):
    theirs = actions.make_report(by=other_viewer, slug="theirs", title="Theirs")
    for block in (
        NewBlock("claim", claim_id=world.claims[0].pk),
        NewBlock("quotation", passage_id=world.passages[0].pk),
    ):
        with pytest.raises(LocalVisionError, match=r"report\.not-here"):
            actions.add_block(by=other_viewer, report=theirs, block=block)
    (mine,) = _add(viewer, draft, "a")
    for attempt in (
        lambda: actions.add_block(by=other_viewer, report=draft, block=NewBlock("text", "x")),
        lambda: actions.edit_block(by=other_viewer, block=mine, change=NewBlock("text", "x")),
        lambda: actions.move_block(by=other_viewer, block=mine, to=1),
        lambda: actions.remove_block(by=other_viewer, block=mine),
        lambda: actions.restore_block(by=other_viewer, block=mine),
        lambda: actions.change_report(by=other_viewer, report=draft, title="x"),
        lambda: actions.cite_work(by=other_viewer, report=draft, key="k", cited_as="c", entry="e"),
    ):
        with pytest.raises(LocalVisionError, match=r"report\.not-found"):
            attempt()
