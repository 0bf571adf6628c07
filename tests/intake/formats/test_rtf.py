"""Rich Text Format."""

from __future__ import annotations

import pytest

from localvision.intake import read_document


def test_accents_quotes_emoji_and_order():
    content = (
        rb"{\rtf1\ansi\ansicpg1252\uc1 Ann: caf\'e9 \ldblquote x\rdblquote\par"
        rb" Bo: \u-10179?\u-8704? \'a35\par Ann: so\par Bo: yes\par}"
    )
    document = read_document(content, "a.rtf")
    assert document.text == "Ann: café “x”\nBo: 😀 £5\nAnn: so\nBo: yes"
    assert [turn.speaker_raw for turn in document.turns] == ["Ann", "Bo", "Ann", "Bo"]
    assert document.problems == ()


def test_half_an_emoji_is_said_to_be_lost():
    document = read_document(rb"{\rtf1\uc1 a \u-10179? b\par}", "a.rtf")
    assert document.text == "a \N{REPLACEMENT CHARACTER} b"
    assert [problem.code for problem in document.problems] == ["intake.characters-lost"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (rb"{\rtf1\ansi }", "intake.no-words"),
        (rb"{\rtf1\ansi\ansicpg10000 \'8e}", "intake.unreadable"),
        (b"{\\rtf1" + b"{" * 5000, "intake.no-words"),
    ],
)
def test_broken(content, code, refused):
    assert refused(content, "a.rtf").code == code
