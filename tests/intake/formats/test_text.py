"""Plain text and Markdown: encodings, line ends, and not one character changed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localvision.intake import read_document

AWKWARD = "e\u0301 é 👩‍👩‍👧‍👦 \u202eright\u202c ﬁ Ⅳ \u00a0| “x” £ \ufeff ‑ \u2028 end"

# Any text that a person could write: no zero bytes, control characters or half surrogates.
written = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=200
)


@pytest.mark.parametrize(
    ("codec", "named", "guessed"),
    [
        ("utf-8", "utf-8", False),
        ("utf-8-sig", "utf-8-sig", False),
        ("utf-16", "utf-16", False),
        ("utf-32", "utf-32", False),
        ("cp1252", "cp1252", True),
    ],
)
def test_encodings(codec, named, guessed):
    words = "Naïve café – “£5”" if codec == "cp1252" else AWKWARD
    document = read_document(words.encode(codec), "a.txt")
    assert document.text == words
    assert document.encoding == named
    assert [p.code for p in document.problems] == ["intake.encoding-guessed"] * guessed


def test_every_line_end_becomes_one_newline():
    assert read_document(b"a\r\nb\rc\n\r\nd", "a.txt").text == "a\nb\nc\n\nd"


@given(written.filter(str.strip))
@settings(max_examples=200, deadline=None)
def test_text_comes_back_character_for_character(words):
    document = read_document(words.encode("utf-8"), "a.txt")
    if document.format == "text":  # a text may happen to be HTML or RTF
        # A byte-order mark at the very start is a mark, not a character of the text.
        assert document.text == words.removeprefix("\ufeff")


@given(written.filter(str.strip))
@settings(max_examples=100, deadline=None)
def test_windows_line_ends_make_no_difference(words):
    once = read_document(words.encode(), "a.txt")
    again = read_document(words.replace("\n", "\r\n").encode(), "a.txt")
    assert once.text == again.text
    assert once.turns == again.turns
    assert once.sections == again.sections


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "intake.empty-file"),
        (b" \n\t\n", "intake.no-words"),
        (b"\x81\x8d\x8f", "intake.not-text"),
        ("no mark".encode("utf-16-le"), "intake.not-text"),
        (b"a\x01\x02\x03", "intake.not-text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "intake.unknown-format"),
        (b"ID3\x03\x00\x00", "intake.unknown-format"),
        (b"PK\x03\x04junk", "intake.unknown-format"),
    ],
)
def test_refused(content, code, refused):
    assert refused(content, "a.txt").code == code


def test_words_that_look_like_a_signature_are_words():
    assert read_document(b"MZ is short for Mazzini.", "a.txt").format == "text"


def test_markdown_headings_are_sections_and_the_marks_stay():
    content = (
        "# Title\n\ntext\n\n## 2. Aims #\n\n```\n# no heading\n```\n\n**Ann:** Hi.\n\n"
        "**Bo:** Yes.\n\n**Ann:** So."
    )
    document = read_document(content.encode(), "a.md")
    assert document.text == content
    assert document.title == "Title"
    assert [(s.number, s.title, s.level) for s in document.sections] == [
        ("", "Title", 1), ("2", "Aims", 2),
    ]  # fmt: skip
    assert [t.speaker_raw for t in document.turns] == ["Ann", "Bo", "Ann"]
    assert document.text[document.turns[0].text_start :].startswith("Hi.")


def test_real_headings_outrank_numbers_in_the_text():
    content = "# One\n\n1. Tea\n\nThe best of drinks.\n\n2. Milk\n\nGoes with it.\n\n# Two\n\nEnd."
    document = read_document(content.encode(), "a.md")
    assert [s.title for s in document.sections] == ["One", "Two"]


def test_numbered_headings_in_markdown_without_marks():
    document = read_document(b"1. Aims\n\nTo learn.\n\n2. Findings\n\nTrust.", "a.md")
    assert [s.title for s in document.sections] == ["Aims", "Findings"]
