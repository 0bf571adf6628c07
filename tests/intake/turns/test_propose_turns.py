"""Who speaks when, and what only looks like a speaker."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localvision.errors import LocalVisionError
from localvision.intake import apply_speakers, propose_turns
from localvision.intake.turns.labels import label_at


def spoken(text: str, **more) -> list[tuple[str, str]]:
    proposal = propose_turns(text, **more)
    return [(t.speaker_raw, text[t.text_start : t.end]) for t in proposal.turns]


@pytest.mark.parametrize(
    ("line", "name", "starts_s"),
    [
        ("INTERVIEWER: Yes", "INTERVIEWER", None),
        ("interviewer: yes", "interviewer", None),
        ("P1: Yes", "P1", None),
        ("Rosa Quill: Yes", "Rosa Quill", None),
        ("Dr. O’Hara-Lee: Yes", "Dr. O’Hara-Lee", None),
        ("Rosa (Enabler): Yes", "Rosa (Enabler)", None),
        ("[00:01:02] Speaker 2: Yes", "Speaker 2", 62.0),
        ("00:01:02.5 - Speaker 2: Yes", "Speaker 2", 62.5),
        ("(01:02) Rosa: Yes", "Rosa", 62.0),
        ("Rosa [00:01:02]: Yes", "Rosa", 62.0),
        ("**Rosa:** Yes", "Rosa", None),
        ("**Rosa**: Yes", "Rosa", None),
        ("Q: Yes", "Q", None),
        ("Q1. Yes", "Q1", None),
        ("Łukasz Żak: Yes", "Łukasz Żak", None),
        ("ローザ: Yes", "ローザ", None),
    ],
)
def test_labels(line, name, starts_s):
    label = label_at(line)
    assert label is not None
    assert (label.name, label.starts_s, line[label.words_at :].lower()) == (name, starts_s, "yes")


@pytest.mark.parametrize(
    "line",
    [
        "The trouble is this: nobody came.",
        "we said: no",
        "https://example.org",
        "It was, as Rosa put it: fine",
        "At 10:30 we met",
        "Some of the people who came to the meeting: few",
        "- (i) building trust;",
        "Rosa",
        "",
        ": no name",
        "x" * 500 + ": no",
    ],
)
def test_no_labels(line):
    assert label_at(line) is None


def test_a_transcript_with_a_head():
    text = (
        "Invented transcript\n"
        "Date: 3 May 2031\nPlace: Ambleford\nInterviewee: Rosa Quill\n\n"
        "Interviewer: How did it begin?\n\n"
        "Rosa: With a kettle. One thing: it leaked.\n\nIt leaked for weeks.\n\n"
        "Note: the tape stops here.\n\n"
        "Interviewer: And then?\n\nRosa: We mended it."
    )
    proposal = propose_turns(text)
    assert spoken(text) == [
        ("Interviewer", "How did it begin?"),
        (
            "Rosa",
            "With a kettle. One thing: it leaked.\n\nIt leaked for weeks.\n\n"
            "Note: the tape stops here.",
        ),
        ("Interviewer", "And then?"),
        ("Rosa", "We mended it."),
    ]
    assert [(s.label, s.turns, s.words) for s in proposal.speakers] == [
        ("Interviewer", 2, 6), ("Rosa", 2, 19),
    ]  # fmt: skip
    assert proposal.confidence > 0.7


def test_words_may_stand_under_a_label_with_a_time():
    text = "Rosa Quill  0:03\nIt began.\n\nBo  0:09\nIt did.\nIndeed.\n\nRosa Quill  0:12\nYes."
    proposal = propose_turns(text)
    assert spoken(text) == [
        ("Rosa Quill", "It began."), ("Bo", "It did.\nIndeed."), ("Rosa Quill", "Yes."),
    ]  # fmt: skip
    assert [turn.starts_s for turn in proposal.turns] == [3.0, 9.0, 12.0]
    assert [turn.ends_s for turn in proposal.turns] == [None, None, None]


def test_questions_and_answers():
    text = "Q1. Why?\nA. Because.\nQ2. So?\nA. Yes."
    assert [name for name, _ in spoken(text)] == ["Q1", "A", "Q2", "A"]
    assert spoken("A. First thing.\nA. Second thing.\nA. Third.") == []


def test_one_voice_used_once_among_sure_ones():
    text = "Interviewer: Why?\nRosa: So.\nInterviewer: Bo?\nBo: No.\nRosa: Yes."
    assert [name for name, _ in spoken(text)] == [
        "Interviewer",
        "Rosa",
        "Interviewer",
        "Bo",
        "Rosa",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Just some words.\nAnd more: of them.",
        "Note: nobody came.\n\nNote: it rained.\n\nNote: the end.",
        "Process:\n\n" + "Some long text. " * 40 + "\n\n" + "Words.\n\n" * 12 + "Context:\n\nMore.",
        "Aim: to learn\nMethod: by talking\nResult: none",
        "Figure 1: a map\n\nText.\n\nFigure 2: a chart\n\nText.",
        "Harbour: one word.\n\n" + "A paragraph.\n\n" * 9 + "Harbour: another.\n\nThe end.",
        "Interviewer: alone on one line",
    ],
)
def test_no_conversation(text):
    proposal = propose_turns(text)
    assert proposal.turns == ()
    assert proposal.confidence == 0
    assert proposal.reasons


def test_bold_names_without_a_colon():
    text = "Ann Why?\nBo So.\nAnn Oh.\nBo Yes."
    leads = [(0, 3), (9, 11), (16, 19), (24, 26)]
    assert spoken(text, bold_leads=leads) == [
        ("Ann", "Why?"), ("Bo", "So."), ("Ann", "Oh."), ("Bo", "Yes."),
    ]  # fmt: skip


def test_a_person_names_joins_and_strikes_out_labels():
    text = (
        "INT: Why?\nRosa: So.\nRoza: Yes.\nWait: what?\nINT: Hm.\nRosa: Ah.\nRoza: Oh.\nWait: no."
    )
    proposal = propose_turns(text)
    done = apply_speakers(proposal, {"Roza": "Rosa", "INT": "Interviewer", "Wait": None})
    assert [(t.number, t.speaker, t.speaker_raw) for t in done.turns] == [
        (1, "Interviewer", "INT"), (2, "Rosa", "Rosa"), (3, "Rosa", "Roza"),
        (4, "Interviewer", "INT"), (5, "Rosa", "Rosa"), (6, "Rosa", "Roza"),
    ]  # fmt: skip
    third = done.turns[2]
    assert text[third.text_start : third.end] == "Yes.\nWait: what?"
    assert (done.confirmed, done.confidence) == (True, 1.0)
    assert not proposal.confirmed
    assert proposal.turns[0].speaker is None


def test_a_label_that_is_not_there_is_refused():
    proposal = propose_turns("Ann: Hi.\nBo: Hi.\nAnn: So.\nBo: So.")
    with pytest.raises(LocalVisionError) as caught:
        apply_speakers(proposal, {"Cy": "Cyril"})
    assert caught.value.code == "intake.unknown-speaker-label"


names = st.sampled_from(["Interviewer", "P1", "Rosa Quill", "SPEAKER 2"])
said = st.text(
    st.characters(categories=["L", "N", "M", "So"], include_characters=" ,.'"), min_size=1
)


@given(st.lists(st.tuples(names, said.filter(str.strip)), min_size=3, max_size=12))
@settings(max_examples=100, deadline=None)
def test_offsets_cut_out_exactly_the_words(exchange):
    text = "\n\n".join(f"{name}: {words.strip()}" for name, words in exchange)
    if len({name for name, _ in exchange}) > 1:
        assert spoken(text) == [(name, words.strip()) for name, words in exchange]


@given(st.text(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_turns_in_order_within_it(text):
    proposal = propose_turns(text)
    position = 0
    for number, turn in enumerate(proposal.turns, 1):
        assert turn.number == number
        assert position <= turn.start <= turn.text_start <= turn.end <= len(text)
        position = turn.end
