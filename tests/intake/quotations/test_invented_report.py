"""A whole invented report with every trap; all figures below were counted by hand."""

from __future__ import annotations

import pytest

from localvision.intake import quotation_summary, read_document

FRAME = {
    "Guide role & approach": ("guide-role", "process"),
    "Timing": ("timing", "process"),
    "MINDSET": ("mindset", "change"),
    "Ways of working.": ("ways", "change"),
}
EXPECTED = ("guide", "project partner", "project participant", "steering group member", "citizen")


@pytest.fixture(scope="module")
def report(intake_fixture):
    return read_document(intake_fixture("invented-report.txt"), "invented-report.txt")


def test_sections(report):
    assert [f"{s.number} {s.title}" for s in report.sections] == [
        "1 Summary", "1.1 Programme overview", "1.2 Findings in brief",
        "2 Introduction", "2.1 Aims", "2.2 How this report is built",
        "3 Findings", "3.1 Process", "3.1.1 Guide role and approach", "3.1.2 Timing",
        "3.2 Change", "3.2.1 Mindset", "3.2.2 Ways of working", "4 Conclusions",
    ]  # fmt: skip


def test_a_report_is_no_conversation(report):
    assert report.turns == ()


@pytest.mark.requirement("R215", "R216", "R217", "R218", "R219")
def test_counts(report):
    summary = quotation_summary(report.quotations, FRAME)
    assert summary.n == 18
    assert (summary.n_in_themes, summary.n_elsewhere) == (14, 4)
    assert summary.by_role == {
        "guide": 7, "project partner": 5, "steering group member": 3,
        "project participant": 2, "programme team": 1,
    }  # fmt: skip
    assert summary.by_theme == {"guide-role": 4, "timing": 3, "mindset": 3, "ways": 4}
    assert summary.by_cluster == {"process": 7, "change": 7}
    assert summary.by_kind == {"verbatim": 15, "joined": 2, "paraphrase": 1}
    assert summary.by_raw_role["CG Steering Group Member"] == 2
    assert summary.by_raw_role["CG Steering Group member"] == 1
    assert summary.by_raw_role["hf project partner"] == 1


def test_words(report):
    by_beginning = {q.text.split()[0]: q.words for q in report.quotations}
    assert by_beginning["[X]"] == 13
    # Broken by two footnotes, a rule and a page number: only the speaker's words count.
    broken = next(q for q in report.quotations if "project plans" in q.text)
    assert broken.words == 37
    assert broken.text.endswith("who know more than I do.")


@pytest.mark.requirement("R220", "R221")
def test_single_and_silent_voices(report):
    summary = quotation_summary(report.quotations, FRAME, EXPECTED)
    assert summary.roles_used_once == ("programme team",)
    assert summary.silent_roles == ("citizen",)
    assert summary.silent_by_theme["timing"] == (
        "project participant", "steering group member", "citizen",
    )  # fmt: skip


def test_the_forgotten_mark_is_listed(report):
    (problem,) = report.problems
    assert problem.code == "intake.quotation-not-closed"
    assert "I think it needs more time" in problem.remedy


@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends_make_no_difference(report, line_end):
    again = read_document(report.text.replace("\n", line_end).encode(), report.file_name)
    assert again.quotations == report.quotations


def test_curly_marks_make_no_difference(report):
    text = report.text
    for quotation in reversed(report.quotations):
        closed = text[quotation.end : quotation.end + 1] == '"'
        ending = "”" + text[quotation.end + 1 :] if closed else text[quotation.end :]
        opening = text[: quotation.start].rstrip()
        assert opening.endswith(('"', "“"))
        text = opening[:-1] + "“" + text[quotation.start : quotation.end] + ending
    again = read_document(text.encode(), "curly.txt")
    assert [q.text for q in again.quotations] == [q.text for q in report.quotations]
