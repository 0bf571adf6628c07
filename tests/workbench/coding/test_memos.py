"""Memos: written, changed and read by those who may."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from localvision.errors import LocalVisionError
from localvision.workbench.coding.actions import change_memo, remove_memo, write_memo
from localvision.workbench.coding.models import Memo
from localvision.workbench.coding.queries import memos_for
from localvision.workbench.platform.search import find

pytestmark = pytest.mark.django_db


def test_a_memo_is_about_one_thing(viewer, make_source, make_passage, theme_items):
    source = make_source()
    for about, kind in [
        (make_passage(source), "passage"),
        (theme_items["timing"], "item"),
        (source, "source"),
        (None, "programme"),
    ]:
        memo = write_memo(by=viewer, text=" They laugh when it hurts. ", about=about)
        assert (memo.about, memo.text) == (kind, "They laugh when it hurts.")
    assert len(memos_for(viewer)) == 4
    assert [m.about for m in memos_for(viewer, about="item")] == ["item"]


def test_the_database_refuses_a_memo_on_two_things(viewer, make_source, theme_items):
    with pytest.raises(IntegrityError), transaction.atomic():
        Memo.objects.create(
            programme=viewer.programme,
            written_by=viewer.account,
            about="source",
            source=make_source(),
            item=theme_items["timing"],
            text="x",
        )


def test_memos_are_found_changed_and_taken_out(viewer):
    memo = write_memo(by=viewer, text="Breakfasts again")
    change_memo(by=viewer, memo=memo, text="Breakfasts matter")
    assert find("matter", viewer.scope, kinds=["memo"])
    remove_memo(by=viewer, memo=memo)
    assert not find("matter", viewer.scope, kinds=["memo"])
    assert not memos_for(viewer)


def test_an_empty_memo_is_refused(viewer):
    with pytest.raises(LocalVisionError, match=r"memo\.empty"):
        write_memo(by=viewer, text="  ")


def test_only_its_writer_changes_a_memo(viewer, second_coder):
    memo = write_memo(by=viewer, text="Mine")
    with pytest.raises(LocalVisionError, match=r"memo\.of-another"):
        change_memo(by=second_coder, memo=memo, text="Theirs")
    assert list(memos_for(second_coder)) == [memo]


def test_memos_stay_in_their_programme_and_place(
    viewer, other_viewer, viewer_as, make_source, places
):
    source = make_source(locality=places["ashmere"])
    write_memo(by=viewer, text="On Ashmere", about=source)
    write_memo(by=viewer, text="On all of it")
    with pytest.raises(LocalVisionError, match=r"memo\.not-found"):
        write_memo(by=other_viewer, text="x", about=source)
    assert not memos_for(other_viewer)
    assert not memos_for(viewer_as("commissioner"))
    there = viewer_as("evaluator", places["brackwell"])
    assert [memo.text for memo in memos_for(there)] == ["On all of it"]
