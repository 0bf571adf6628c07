"""Coding words, doing it twice, undoing it."""

from __future__ import annotations

from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localvision.errors import LocalVisionError
from localvision.workbench.coding.actions import (
    code_passage,
    remove_coding,
    restore_coding,
)
from localvision.workbench.coding.models import Coding
from localvision.workbench.platform.models import AuditEvent, SearchEntry
from localvision.workbench.platform.search import find
from localvision.workbench.programmes.actions import retire_item, reword_item

pytestmark = pytest.mark.django_db


def codings_in_log(verb):
    return AuditEvent.objects.filter(verb=verb).count()


@pytest.mark.requirement("R237")
def test_words_are_coded_with_who_when_and_version(viewer, ashmere, code):
    coding = code(ashmere, "We argued all summer.", "problem_framing")
    assert coding.passage.quote == "We argued all summer."
    assert (coding.coder, coding.round, coding.origin) == (viewer.account, 1, "person")
    assert coding.frame_version == 1
    assert coding.passage.role == "partner"
    assert codings_in_log("coding.added") == 1


def test_emoji_and_combining_marks_keep_their_code_points(viewer, make_source, code):
    words = "👩‍👧 cafe\u0301 is ours"
    source = make_source(text=f"😀😀 said: {words}! 🎉")
    coding = code(source, words, "mindset")
    assert coding.passage.quote == words
    assert (coding.passage.start, coding.passage.end) == (9, 9 + len(words))


@pytest.mark.parametrize(("start", "end"), [(5, 5), (6, 5), (0, 10_000), (-1, 4)])
def test_words_that_are_not_in_the_text_are_refused(viewer, ashmere, start, end):
    with pytest.raises(LocalVisionError, match=r"passage\.not-in-text"):
        code_passage(by=viewer, text=ashmere.texts.get(), start=start, end=end, item_key="timing")
    assert not Coding.objects.exists()


def test_a_request_sent_twice_codes_once(ashmere, code):
    key = uuid4()
    first = code(ashmere, "breakfast", "timing", request_key=key)
    again = code(ashmere, "breakfast", "timing", request_key=key)
    assert again == first
    assert Coding.objects.count() == codings_in_log("coding.added") == 1


def test_a_request_sent_again_after_undo_does_not_code_anew(viewer, ashmere, code):
    key = uuid4()
    remove_coding(by=viewer, coding=code(ashmere, "breakfast", "timing", request_key=key))
    assert code(ashmere, "breakfast", "timing", request_key=key).removed_at is not None
    assert Coding.objects.count() == 1


def test_a_request_key_serves_one_request(ashmere, code):
    key = uuid4()
    code(ashmere, "breakfast", "timing", request_key=key)
    with pytest.raises(LocalVisionError, match=r"coding\.request-key-used"):
        code(ashmere, "breakfast", "culture", request_key=key)


def test_the_same_words_and_code_by_one_coder_count_once(ashmere, code):
    assert code(ashmere, "breakfast", "timing") == code(ashmere, "breakfast", "timing")


def test_coders_and_rounds_stand_beside_each_other(ashmere, code, second_coder):
    code(ashmere, "breakfast", "timing")
    code(ashmere, "breakfast", "timing", by=second_coder)
    code(ashmere, "breakfast", "timing", round=2)
    assert Coding.objects.count() == 3
    assert Coding.objects.values("passage").distinct().count() == 1


def test_a_code_out_of_use_is_refused_with_the_choices(viewer, ashmere, code, theme_items):
    retire_item(by=viewer, item=theme_items["timing"])
    with pytest.raises(LocalVisionError, match=r"frame\.no-item.*mindset"):
        code(ashmere, "breakfast", "timing")


def test_undo_takes_out_and_puts_back(viewer, ashmere, code):
    coding = code(ashmere, "breakfast", "timing")
    remove_coding(by=viewer, coding=coding)
    remove_coding(by=viewer, coding=coding)
    assert codings_in_log("coding.removed") == 1
    assert restore_coding(by=viewer, coding=coding).removed_at is None
    restore_coding(by=viewer, coding=coding)
    assert codings_in_log("coding.restored") == 1


def test_putting_back_what_was_coded_anew_gives_the_new_one(viewer, ashmere, code):
    old = code(ashmere, "breakfast", "timing")
    remove_coding(by=viewer, coding=old)
    new = code(ashmere, "breakfast", "timing")
    assert restore_coding(by=viewer, coding=old) == new
    assert Coding.objects.filter(removed_at=None).count() == 1


def test_another_persons_coding_stays(ashmere, code, second_coder):
    coding = code(ashmere, "breakfast", "timing")
    with pytest.raises(LocalVisionError, match=r"coding\.of-another"):
        remove_coding(by=second_coder, coding=coding)


def test_an_imported_coding_may_be_taken_out(
    ashmere, make_passage, theme_items, bring_in, second_coder
):
    bring_in((make_passage(ashmere), theme_items["timing"]))
    assert remove_coding(by=second_coder, coding=Coding.objects.get()).removed_at


def test_a_coding_of_another_programme_is_not_there(ashmere, code, other_viewer):
    coding = code(ashmere, "breakfast", "timing")
    for action in (remove_coding, restore_coding):
        with pytest.raises(LocalVisionError, match=r"coding\.not-found"):
            action(by=other_viewer, coding=coding)


@pytest.mark.parametrize("role", ["commissioner", "enabler", "reader"])
def test_only_who_may_code_codes(ashmere, code, viewer_as, role):
    with pytest.raises(LocalVisionError, match=r"access\.not-allowed"):
        code(ashmere, "breakfast", "timing", by=viewer_as(role))


@pytest.mark.requirement("R347")
def test_an_old_coding_still_says_what_it_meant(viewer, ashmere, code, theme_items):
    old = code(ashmere, "breakfast", "timing")
    reword_item(by=viewer, item=theme_items["timing"], wording={"label": "Pace"})
    new = code(ashmere, "summer", "timing")
    assert (old.frame_version, new.frame_version) == (1, 2)


def test_coded_words_are_found_until_the_last_coding_goes(viewer, ashmere, code, second_coder):
    first = code(ashmere, "the chiefs had breakfast", "networks_relationships")
    second = code(ashmere, "the chiefs had breakfast", "timing", by=second_coder)
    assert [hit.object_key for hit in found(viewer)] == [str(first.passage_id)]
    remove_coding(by=viewer, coding=first)
    assert len(found(viewer)) == 1
    remove_coding(by=second_coder, coding=second)
    assert found(viewer) == []
    restore_coding(by=viewer, coding=first)
    assert len(found(viewer)) == 1


def found(viewer):
    return find("breakfast", viewer.scope, kinds=["passage"])


def test_words_are_not_found_by_who_may_not_read_them(
    ashmere, code, viewer_as, other_viewer, places
):
    code(ashmere, "the chiefs had breakfast", "timing")
    assert SearchEntry.objects.get(kind="passage").locality_key == str(places["ashmere"].pk)
    assert found(viewer_as("commissioner")) == []
    assert found(other_viewer) == []
    elsewhere = viewer_as("evaluator", places["brackwell"])
    assert found(elsewhere) == []


def test_nothing_personal_goes_into_the_log(ashmere, code):
    code(ashmere, "We argued all summer.", "timing")
    event = AuditEvent.objects.get(verb="coding.added")
    assert "argued" not in event.summary + str(event.facts)


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_typed_words_are_found_where_they_stand(data):
    from localvision.workbench.coding.words import places_of

    letters = st.text(alphabet="aé😀👩\u200d\u0301 \n.b(", min_size=1, max_size=30)
    before, words, after = data.draw(letters), data.draw(letters), data.draw(letters)
    text = before + words + after
    places = places_of(words, text)
    assert all(text[a:b].split() == words.split() for a, b in places)
    assert bool(places) == bool(words.split())
