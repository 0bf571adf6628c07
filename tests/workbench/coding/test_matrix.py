"""The matrix counts what it says, and tells silence from absence."""

from __future__ import annotations

import pytest

from localvision.workbench.coding.actions import remove_coding
from localvision.workbench.coding.matrix import Counted, State
from localvision.workbench.coding.queries import (
    case_theme_matrix,
    passages_in_cell,
    who_coded_what,
)
from localvision.workbench.coding.rules import is_withheld
from localvision.workbench.coding.selections import Selection
from localvision.workbench.programmes.actions import merge_items, reword_item, split_item

pytestmark = pytest.mark.django_db


@pytest.fixture
def coded(ashmere, brackwell, code):
    code(ashmere, "We argued all summer.", "problem_framing")
    code(ashmere, "We argued all summer.", "timing")
    code(ashmere, "I bring a question now.", "mindset")
    code(brackwell, "Nobody had time.", "timing")


def cell(matrix, row, theme):
    place = [r.key for r in matrix.rows].index(row)
    return matrix.rows[place].cells[[c.key for c in matrix.columns].index(theme)]


def test_columns_stand_in_their_clusters(viewer):
    matrix = case_theme_matrix(viewer)
    assert [(c.label, c.width) for c in matrix.clusters] == [
        ("Process", 3),
        ("Context", 3),
        ("Change", 3),
    ]
    assert matrix.columns[0].label == "Enabler role and approach"


@pytest.mark.requirement("R211", "R310")
def test_cells_count_distinct_passages_people_and_sources(viewer, coded):
    matrix = case_theme_matrix(viewer)
    assert cell(matrix, "ashmere", "timing").counted == Counted(1, 1, 1, 0)
    ashmere = matrix.rows[0]
    # Two themes on the same words: two cells, one passage in the total.
    assert ashmere.total.counted == Counted(2, 1, 1, 0)
    timing = [c.key for c in matrix.columns].index("timing")
    assert matrix.column_totals[timing].counted == Counted(2, 2, 2, 0)
    assert matrix.clusters[0].total.counted.passages == 2
    assert matrix.total.counted == Counted(3, 2, 2, 0)


@pytest.mark.requirement("R236")
def test_silence_is_zero_and_absence_is_missing(viewer, coded, interview):
    interview(("Partner", "Well.", "partner", False, "P01"), place="brackwell", wave=1)
    matrix = case_theme_matrix(viewer)
    assert cell(matrix, "ashmere", "culture").state is State.SILENT
    assert cell(matrix, "ashmere", "culture").counted == Counted()
    assert cell(matrix, "corley", "culture").state is State.NOT_HEARD
    assert cell(matrix, "corley", "culture").counted is None
    assert matrix.rows_not_heard == ("Corley",)
    # Brackwell was heard in wave 1, but nobody has coded that yet: not the same as silent.
    first = case_theme_matrix(viewer, wave=1)
    assert cell(first, "brackwell", "timing").state is State.NOT_CODED
    assert first.rows[1].heard.sources == 1
    assert first.rows[1].heard.coded == 0


def test_role_chooses_words_and_who_was_heard(viewer, coded):
    matrix = case_theme_matrix(viewer, role="enabler")
    assert cell(matrix, "brackwell", "timing").counted.passages == 1
    assert cell(matrix, "ashmere", "timing").state is State.NOT_HEARD


def test_rows_may_be_roles_or_waves(viewer, coded):
    roles = case_theme_matrix(viewer, rows="role")
    assert cell(roles, "partner", "mindset").counted.passages == 1
    assert cell(roles, "citizen", "mindset").state is State.NOT_HEARD
    waves = case_theme_matrix(viewer, rows="wave")
    assert cell(waves, "2", "timing").counted.passages == 1
    assert [row.key for row in waves.rows] == ["1", "2"]


def test_two_coders_on_the_same_words_are_one_passage(viewer, coded, ashmere, code, second_coder):
    code(ashmere, "We argued all summer.", "timing", by=second_coder)
    assert cell(case_theme_matrix(viewer), "ashmere", "timing").counted.passages == 1


def test_what_was_taken_out_counts_no_more(viewer, ashmere, code):
    coding = code(ashmere, "summer", "timing")
    remove_coding(by=viewer, coding=coding)
    assert cell(case_theme_matrix(viewer), "ashmere", "timing").state is State.NOT_CODED


def test_a_source_without_a_place_has_its_row(viewer, make_source, code):
    code(make_source(), "It helped.", "timing")
    last = case_theme_matrix(viewer).rows[-1]
    assert (last.key, last.label) == ("-", "No place recorded")
    assert last.total.counted == Counted(1, 0, 1, 1)
    assert passages_in_cell(viewer, last.total.selection).object_list[0].passage.quote


@pytest.mark.requirement("R347")
class TestFrameVersions:
    def test_a_merge_counts_under_its_successor_once(self, viewer, coded, theme_items):
        items = [theme_items["timing"], theme_items["problem_framing"]]
        merge_items(by=viewer, items=items, key="pace", wording={"label": "Pace and framing"})
        matrix = case_theme_matrix(viewer)
        assert cell(matrix, "ashmere", "pace").counted.passages == 1
        assert "timing" not in [c.key for c in matrix.columns]
        found = passages_in_cell(viewer, Selection(place="ashmere", theme="pace"))
        readings = found.object_list[0].readings
        assert {r.label for r in readings} == {"Pace and framing"}
        assert {r.meant for r in readings} == {"Timing", "Problem framing and analysis"}

    def test_a_split_waits_to_be_recoded(self, viewer, coded, theme_items, code, ashmere):
        parts = [{"key": "pace", "label": "Pace"}, {"key": "season", "label": "Season"}]
        split_item(by=viewer, item=theme_items["timing"], into=parts)
        code(ashmere, "summer", "season")
        matrix = case_theme_matrix(viewer)
        waiting = next(c for c in matrix.columns if c.key == "timing")
        assert waiting.to_recode
        assert waiting.note == "split in version 2: to be recoded"
        assert cell(matrix, "ashmere", "timing").counted.passages == 1
        assert cell(matrix, "ashmere", "season").counted.passages == 1
        assert cell(matrix, "ashmere", "pace").state is State.SILENT
        beneath = cell(matrix, "ashmere", "timing").selection
        found = passages_in_cell(viewer, beneath).object_list
        assert [p.passage.quote for p in found] == ["We argued all summer."]
        assert "to be recoded" in found[0].readings[1].note

    def test_new_wording_is_shown_with_what_it_meant(self, viewer, coded, theme_items):
        reword_item(by=viewer, item=theme_items["mindset"], wording={"label": "Outlook"})
        found = passages_in_cell(viewer, Selection(theme="mindset")).object_list
        assert (found[0].readings[0].label, found[0].readings[0].meant) == ("Outlook", "Mindset")


class TestWhoSees:
    def test_counts_without_words(self, coded, viewer_as):
        commissioner = viewer_as("commissioner")
        assert case_theme_matrix(commissioner).total.counted.passages == 3
        assert len(passages_in_cell(commissioner, Selection())) == 0
        assert who_coded_what(commissioner) == []

    def test_one_place_only(self, coded, viewer_as, places):
        lead = viewer_as("locality_lead", places["brackwell"])
        matrix = case_theme_matrix(lead)
        assert [row.label for row in matrix.rows] == ["Brackwell"]
        assert matrix.total.counted.passages == 1

    def test_another_programme_sees_nothing(self, coded, other_viewer):
        assert case_theme_matrix(other_viewer).total.state is State.NOT_HEARD

    def test_without_counts_nothing(self, coded, viewer_as):
        assert case_theme_matrix(viewer_as("reader")).total.counted is None

    def test_small_cells_can_be_withheld(self, coded, viewer_as, viewer, monkeypatch):
        monkeypatch.setattr(is_withheld, "__kwdefaults__", {"smallest": 2})
        assert case_theme_matrix(viewer).total.counted
        matrix = case_theme_matrix(viewer_as("commissioner"))
        assert cell(matrix, "ashmere", "timing").state is State.WITHHELD


class TestPassagesBeneath:
    def test_every_count_opens_to_as_many_passages(self, viewer, coded):
        for rows in ("locality", "role", "wave"):
            matrix = case_theme_matrix(viewer, rows=rows)
            totals = [matrix.total, *matrix.column_totals, *(c.total for c in matrix.clusters)]
            totals += [row.total for row in matrix.rows]
            for each in totals + [c for row in matrix.rows for c in row.cells]:
                if each.counted is not None:
                    beneath = passages_in_cell(viewer, each.selection).paginator.count
                    assert beneath == each.counted.passages

    def test_a_selection_survives_its_link(self):
        from django.http import QueryDict

        chosen = Selection(place="ashmere", wave="2", theme="timing", recode="1")
        assert Selection.of_query(QueryDict(chosen.query)) == chosen

    @pytest.mark.parametrize("query", ["theme=none-such", "frame=none-such"])
    def test_what_is_not_there_is_none(self, viewer, coded, query):
        from django.http import QueryDict

        assert passages_in_cell(viewer, Selection.of_query(QueryDict(query))) is None

    def test_a_senseless_wave_finds_nothing(self, viewer, coded):
        assert len(passages_in_cell(viewer, Selection(wave="soon"))) == 0

    def test_the_number_of_queries_stays(
        self, viewer, ashmere, code, django_assert_num_queries, django_assert_max_num_queries
    ):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        def queries():
            with CaptureQueriesContext(
                connection,
            ) as seen:
                found = passages_in_cell(viewer, Selection(theme="timing"))
                case_theme_matrix(viewer)
            return len(found), len(seen)

        code(ashmere, "argued", "timing")
        one = queries()
        code(ashmere, "breakfast", "timing")
        code(ashmere, "question", "timing")
        three = queries()
        assert (one[0], three[0]) == (1, 3)
        assert one[1] == three[1] <= 24


def test_who_coded_what(viewer, coded, ashmere, code, second_coder):
    code(ashmere, "summer", "timing", by=second_coder)
    lines = {line.coder: line for line in who_coded_what(viewer)}
    assert (lines["Eve Evaluator"].codings, lines["Eve Evaluator"].passages) == (4, 3)
    assert lines["Sam Second"].sources == 1
