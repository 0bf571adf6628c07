import pytest

from localvision.errors import LocalVisionError
from localvision.workbench.documents.actions import (
    add_sources,
    cut_passage,
    mark_edit,
    unmark_edit,
)
from localvision.workbench.documents.arrivals import (
    NewMark,
    NewPassage,
    NewSection,
    NewSource,
    NewSpeaker,
    NewTurn,
)
from localvision.workbench.documents.models import Passage, Source
from localvision.workbench.documents.queries import text_for
from localvision.workbench.platform.models import AuditEvent, SearchEntry
from localvision.workbench.platform.search import find

pytestmark = pytest.mark.django_db

TALK = "Interviewer: How was it?\nPartner: 👩‍👩‍👧 We met on Tuesdays. [X] was terrified.\n"
WORDS = TALK.index("👩")


def talk(**fields):
    end = len(TALK) - 1
    section = NewSection("1", "Start", 1, 0, len(TALK))
    mark = TALK.index("[X]")
    return NewSource(
        title="A talk",
        kind="interview",
        text=TALK,
        speakers=(NewSpeaker("Interviewer", interviewer=True), NewSpeaker("Partner", "partner")),
        turns=(NewTurn("Interviewer", 0, 13, 24), NewTurn("Partner", 25, WORDS, end)),
        sections=(section,),
        passages=(
            NewPassage(
                WORDS,
                end,
                role="partner",
                section=section,
                marks=(NewMark("redaction", mark, mark + 3, "[X]"),),
            ),
        ),
        **fields,
    )


def test_sources_come_in_with_all_that_stands_in_them(viewer):
    intake = add_sources(by=viewer, sources=[talk(), talk()], origin="folder")
    assert list(intake.sources.values_list("key", flat=True)) == ["S0001", "S0002"]
    text = text_for(viewer, "S0002")
    assert [turn.speaker.label for turn in text.turns.all()] == ["Interviewer", "Partner"]
    passage = text.passages.get()
    assert passage.quote == text.text[passage.start : passage.end]
    assert passage.quote.startswith("👩‍👩‍👧 We met")
    assert passage.section.title == "Start"
    assert passage.edits.get().shown == "[X]"
    assert [hit.kind for hit in find("terrified", viewer.scope)] == ["source", "source"]


def test_an_import_that_breaks_leaves_nothing(viewer):
    def sources():
        yield from [talk()] * 150
        raise RuntimeError("the disk went away")

    before = AuditEvent.objects.count()
    with pytest.raises(RuntimeError):
        add_sources(by=viewer, sources=sources(), origin="folder")
    assert Source.objects.count() == 0
    assert not SearchEntry.objects.filter(kind="source").exists()
    assert AuditEvent.objects.count() == before


def test_who_may_not_add_adds_nothing(viewer_as):
    with pytest.raises(LocalVisionError):
        add_sources(by=viewer_as("commissioner"), sources=[talk()], origin="folder")
    assert Source.objects.count() == 0


def test_a_passage_knows_who_speaks_and_is_cut_once(viewer):
    add_sources(by=viewer, sources=[talk()], origin="folder")
    text = text_for(viewer, "S0001")
    first = cut_passage(by=viewer, text=text, start=WORDS, end=WORDS + 12)
    again = cut_passage(by=viewer, text=text, start=WORDS, end=WORDS + 12)
    assert first == again
    assert (first.role, first.raw_role) == ("partner", "Partner")
    asked = cut_passage(by=viewer, text=text, start=13, end=24)
    assert asked.role == ""


@pytest.mark.parametrize(("start", "end"), [(5, 5), (9, 2), (0, 10_000)])
def test_a_passage_lies_in_its_text(viewer, start, end):
    add_sources(by=viewer, sources=[talk()], origin="folder")
    text = text_for(viewer, "S0001")
    with pytest.raises(LocalVisionError) as caught:
        cut_passage(by=viewer, text=text, start=start, end=end)
    assert caught.value.code == "passage.not-in-text"


def test_nobody_cuts_another_programmes_words(viewer, other_viewer):
    add_sources(by=viewer, sources=[talk()], origin="folder")
    text = text_for(viewer, "S0001")
    with pytest.raises(LocalVisionError) as caught:
        cut_passage(by=other_viewer, text=text, start=0, end=5)
    assert caught.value.code == "source.not-found"
    assert Passage.objects.count() == 1


@pytest.mark.requirement("R227")
def test_an_edit_is_a_mark_over_untouched_words(viewer, make_source, make_passage):
    passage = make_passage(make_source("Anne was terrified of it."), 0, 18)
    edit = mark_edit(
        by=viewer,
        passage=passage,
        kind="redaction",
        start=0,
        end=4,
        shown="[X]",
        reason="names a person",
    )
    passage.refresh_from_db()
    assert (passage.kind, passage.quote) == ("edited", "Anne was terrified")
    assert passage.text.text.startswith("Anne")
    unmark_edit(by=viewer, edit=edit)
    passage.refresh_from_db()
    assert passage.kind == "verbatim"


@pytest.mark.parametrize(("start", "end"), [(0, 30), (3, 6), (2, 2)])
def test_an_edit_lies_inside_and_overlaps_no_other(viewer, make_source, make_passage, start, end):
    passage = make_passage(make_source("Anne was terrified of it."), 0, 18)
    mark_edit(by=viewer, passage=passage, kind="redaction", start=0, end=4)
    with pytest.raises(LocalVisionError) as caught:
        mark_edit(by=viewer, passage=passage, kind="redaction", start=start, end=end)
    assert caught.value.code == "passage.edit-outside"
