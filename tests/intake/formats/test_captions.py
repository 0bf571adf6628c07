"""VTT and SRT transcripts: voices, true times, and time lines that cannot be read."""

from __future__ import annotations

import pytest

from localvision.intake import read_document

VTT = """WEBVTT

NOTE an invented meeting

1
00:00:04.500 --> 00:00:06.250 align:start
<v Ann Lee>Hello &amp; <i>welcome</i>

2
00:00:06.250 --> 00:00:09.125
<v Ann Lee>to Ambleford.

3
00:01:07.000 --> 01:02:03.004
<v Bo>Fewer < more: 5 &lt; 6.</v>
"""


def test_a_voice_is_one_turn_with_true_seconds():
    document = read_document(VTT.encode(), "a.vtt")
    assert document.text == "Ann Lee: Hello & welcome to Ambleford.\n\nBo: Fewer < more: 5 < 6."
    assert [
        (t.number, t.speaker_raw, document.text[t.text_start : t.end], t.starts_s, t.ends_s)
        for t in document.turns
    ] == [
        (1, "Ann Lee", "Hello & welcome to Ambleford.", 4.5, 9.125),
        (2, "Bo", "Fewer < more: 5 < 6.", 67.0, 3723.004),
    ]


def test_two_voices_in_one_cue():
    content = b"WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann>Yes?\n<v Bo>No.\n"
    document = read_document(content, "a.vtt")
    assert [(t.speaker_raw, t.starts_s) for t in document.turns] == [("Ann", 1.0), ("Bo", 1.0)]


def test_cues_without_a_voice_keep_their_times():
    content = b"WEBVTT\n\n00:01.000 --> 00:02.000\nYes.\n\n00:02.500 --> 00:03.000\nNo.\n"
    document = read_document(content, "a.vtt")
    assert document.text == "Yes.\nNo."
    assert [(t.speaker_raw, t.starts_s, t.ends_s) for t in document.turns] == [
        ("", 1.0, 2.0), ("", 2.5, 3.0),
    ]  # fmt: skip


def test_srt_speakers_come_from_their_labels():
    content = (
        "1\n00:00:04,500 --> 00:00:06,250\nINTERVIEWER: <i>Hello</i>\nthere.\n\n"
        "2\n00:00:07,000 --> 00:00:08,000\nAnd welcome.\n\n"
        "3\n00:00:08,000 --> 00:00:09,750\n- ROSA QUILL: Thank you.\n\n"
        "4\n00:00:10,000 --> 00:00:11,000\nINTERVIEWER: Now: why?\n"
    )
    document = read_document(content.encode("utf-8-sig"), "a.srt")
    assert document.format == "srt"
    assert document.encoding == "utf-8-sig"
    assert [
        (t.speaker_raw, document.text[t.text_start : t.end], t.starts_s, t.ends_s)
        for t in document.turns
    ] == [
        ("INTERVIEWER", "Hello\nthere. And welcome.", 4.5, 8.0),
        ("ROSA QUILL", "Thank you.", 8.0, 9.75),
        ("INTERVIEWER", "Now: why?", 10.0, 11.0),
    ]


def test_time_lines_that_cannot_be_read_are_counted():
    content = b"WEBVTT\n\n00:01.000 -> 00:02.000\nLost.\n\n00:03.000 --> 00:04.000\nKept.\n"
    document = read_document(content, "a.vtt")
    (problem,) = document.problems
    assert problem.code == "intake.cues-not-read"
    assert problem.where.row == 3
    assert "Kept." in document.text


def test_times_that_run_backwards_are_missing_not_wrong():
    content = b"WEBVTT\n\n00:09.000 --> 00:02.000\n<v Ann>Hm.\n"
    document = read_document(content, "a.vtt")
    assert (document.turns[0].starts_s, document.turns[0].ends_s) == (None, None)
    assert [problem.code for problem in document.problems] == ["intake.times-run-backwards"]


@pytest.mark.parametrize("content", [b"WEBVTT\n\n", b"WEBVTT\n\n00:01.000 --> 00:02.000\n\n"])
def test_nothing_said(content, refused):
    assert refused(content, "a.vtt").code == "intake.no-words"


def test_a_vtt_in_name_only_is_read_as_text_and_said():
    document = read_document(b"Ann: Hello.", "a.vtt")
    assert document.format == "text"
    assert [problem.code for problem in document.problems] == ["intake.extension-disagrees"]
