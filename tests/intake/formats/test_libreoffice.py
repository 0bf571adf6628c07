"""One interview, as LibreOffice writes it in five formats, reads the same in each."""

from __future__ import annotations

import pytest

from localvision.intake import read_document

WORDS = [
    "What did the “café mornings” change?",
    "Trust – slowly. It cost £40 a week, naïve as we were. 👩‍👩‍👧 came too.",
    "And then?",
    "Then nobody wanted to stop.",
]


@pytest.mark.parametrize("extension", ["docx", "odt", "rtf", "pdf", "html"])
def test_speakers_words_and_the_quotation_come_through(extension, intake_fixture):
    document = read_document(intake_fixture(f"libreoffice.{extension}"), f"talk.{extension}")
    assert document.format == extension
    assert [turn.speaker_raw for turn in document.turns] == [
        "Interviewer", "Rosa Quill", "Interviewer", "Rosa Quill",
    ]  # fmt: skip
    said = [document.text[turn.text_start : turn.end] for turn in document.turns]
    # LibreOffice itself leaves the emoji out of the PDF; the last turn holds the rest.
    expected = [w.replace("👩‍👩‍👧 ", "") for w in WORDS] if extension == "pdf" else WORDS
    assert said[:3] == expected[:3]
    assert said[3].startswith(WORDS[3])
    assert [(q.text, q.role) for q in document.quotations] == [("It is ours now.", "guide")]
    assert document.problems == ()


@pytest.mark.parametrize("extension", ["docx", "odt", "html"])
def test_headings_and_tables_are_kept(extension, intake_fixture):
    document = read_document(intake_fixture(f"libreoffice.{extension}"), f"talk.{extension}")
    assert [(section.title, section.level) for section in document.sections] == [
        ("Invented interview, Ambleford", 1),
        ("How it began", 2),
        ("What is left", 2),
    ]
    assert "Who\tWhat\nCarers\tA rota that holds" in document.text
    assert document.quotations[0].theme_hint == "What is left"


@pytest.mark.parametrize("extension", ["docx", "odt", "rtf", "pdf", "html"])
def test_reading_twice_gives_the_same(extension, intake_fixture):
    content = intake_fixture(f"libreoffice.{extension}")
    assert read_document(content, "a") == read_document(content, "a")


@pytest.mark.parametrize("extension", ["docx", "odt", "rtf", "pdf", "html"])
def test_content_decides_and_a_wrong_name_is_said(extension, intake_fixture):
    document = read_document(intake_fixture(f"libreoffice.{extension}"), "talk.srt")
    assert document.format == extension
    assert [problem.code for problem in document.problems] == ["intake.extension-disagrees"]
