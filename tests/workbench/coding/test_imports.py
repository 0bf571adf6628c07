"""Many codings at once, and reports that come in coded."""

from __future__ import annotations

import pytest

from localvision.errors import LocalVisionError
from localvision.workbench.coding.arrivals import code_by_heading
from localvision.workbench.coding.models import Coding
from localvision.workbench.documents.actions import add_sources
from localvision.workbench.documents.arrivals import NewPassage, NewSection, NewSource
from localvision.workbench.platform.models import AuditEvent, SearchEntry
from localvision.workbench.programmes.models import FrameItem

pytestmark = pytest.mark.django_db


def test_all_come_in_with_one_event(make_source, make_passage, theme_items, bring_in):
    source = make_source()
    passages = [make_passage(source, n, n + 3) for n in range(5)]
    before = AuditEvent.objects.count()
    n = bring_in(*((p, theme_items["timing"]) for p in passages), origin="example")
    assert n == Coding.objects.filter(origin="example", frame_version=1).count() == 5
    assert AuditEvent.objects.count() == before + 1
    assert AuditEvent.objects.latest("id").facts == {"codings": 5}
    assert SearchEntry.objects.filter(kind="passage").count() == 5


def test_bringing_in_again_adds_nothing(make_source, make_passage, theme_items, bring_in):
    pair = (make_passage(make_source()), theme_items["timing"])
    assert bring_in(pair, pair) == 1
    assert bring_in(pair) == 0


def test_one_strange_coding_stops_all(
    viewer, other_viewer, make_source, make_passage, theme_items, bring_in
):
    ours = make_passage(make_source())
    theirs = make_passage(make_source(programme=other_viewer.programme))
    item = theme_items["timing"]
    with pytest.raises(LocalVisionError, match=r"coding\.passage-elsewhere"):
        bring_in((ours, item), (theirs, item))
    strange = FrameItem.objects.get(frame__programme=other_viewer.programme, key="timing")
    with pytest.raises(LocalVisionError, match=r"coding\.passage-elsewhere"):
        bring_in((ours, strange))
    assert not Coding.objects.exists()


def test_the_number_of_queries_does_not_grow_with_the_rows(
    make_source, make_passage, theme_items, bring_in, django_assert_max_num_queries
):
    source = make_source(text="x" * 400)
    passages = [make_passage(source, n, n + 1) for n in range(300)]
    with django_assert_max_num_queries(20):
        bring_in(*((p, theme_items["timing"]) for p in passages))


def report(kind="report", **fields):
    text = "Timing\nThey met late.\nOther matters\nAll was well."
    heads = [NewSection("5.2.3", "TIMING.", 3, 0, 22), NewSection("6", "Other matters", 1, 22, 49)]
    quotes = [
        NewPassage(7, 21, attributed=True, role="partner", section=heads[0]),
        NewPassage(7, 11, attributed=False, section=heads[0]),
        NewPassage(36, 49, attributed=True, role="partner", section=heads[1]),
    ]
    return NewSource("Interim", kind, text, sections=tuple(heads), passages=tuple(quotes))


@pytest.mark.requirement("R238")
def test_quotations_under_a_themes_heading_are_coded_as_they_come_in(viewer):
    add_sources(by=viewer, sources=[report()], origin="a test")
    coding = Coding.objects.get()
    assert (coding.item.key, coding.origin) == ("timing", "import")
    assert coding.passage.quote == "They met late."


def test_interviews_are_not_coded_by_headings(viewer):
    add_sources(by=viewer, sources=[report("interview")], origin="a test")
    assert not Coding.objects.exists()


def test_who_may_not_code_brings_in_words_only(viewer_as):
    code_by_heading(viewer_as("commissioner"), [])
    assert not Coding.objects.exists()
