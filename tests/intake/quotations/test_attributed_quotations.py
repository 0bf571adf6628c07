"""Each way in which a report prints words and says whose they are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localvision.intake import attributed_quotations
from localvision.intake.quotations.marks import bracket_kind
from localvision.intake.words import count_words


def found(text: str) -> list[tuple[str, str]]:
    return [(q.text, q.raw_role) for q in attributed_quotations(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"It went well." [LV Enabler]', "It went well."),
        ('"It went well". [LV Enabler]', "It went well"),
        ('"It went well" [LV Enabler].', "It went well"),
        ("“It went well.” [LV Enabler]", "It went well."),
        ("'It went well, didn't it?' [LV Enabler]", "It went well, didn't it?"),
        (
            "‘It went ‘well’, for partners’ sake.’ [LV Enabler]",
            "It went ‘well’, for partners’ sake.",
        ),
        ("«It went well.» [LV Enabler]", "It went well."),
        ('*"It went well."* **[LV Enabler]**', "It went well."),
        ('> "It went well." [LV Enabler]', "It went well."),
        ('"It went well."\n\n[LV Enabler]', "It went well."),
        ('"It went well." – [LV Enabler]', "It went well."),
        ('"It went well."²² [LV Enabler]', "It went well."),
        ('"It went well." 22 [LV Enabler]', "It went well."),
        ('One said: "It went well." [LV Enabler]', "It went well."),
        ('"This" is old, but "it went well." [LV Enabler]', "it went well."),
        ('"He said "go on" and it went." [LV Enabler]', 'He said "go on" and it went.'),
        ('"He said "go on"" [LV Enabler]', 'He said "go on"'),
        ('"More a curve than a \'Big Bang." [LV Enabler]', "More a curve than a 'Big Bang."),
        ('"It went well." [LV Project\nPartner]', "It went well."),
        ('"It went well." (LV Enabler)', "It went well."),
        ('"It went well, my 5" pipe is in." [LV Enabler]', 'It went well, my 5" pipe is in.'),
    ],
)
def test_quotation_marks(text, words):
    (quotation,) = attributed_quotations(text)
    assert quotation.text == words
    assert text[quotation.start : quotation.end] == words
    assert quotation.notes == ()


@pytest.mark.parametrize(
    "text",
    [
        'The "Graph of Gloom" (see Figure 1) shows it.',
        'He said "well" [sic] and "yes" [emphasis added].',
        '"So it is," says one scholar [4].',
        '"So it is" [Smith, 2010]',
        '"So it is" [laughs]',
        '"So it is" (2010)',
        "Nobody said it. [LV Enabler]",
        "[LV Enabler]",
        '"" [LV Enabler]',
        '"So it is." LV Enabler',
        "partners' [our Enabler] work",
    ],
)
def test_no_quotation(text):
    assert found(text) == []


def test_a_quotation_over_two_pages_with_footnotes_between():
    text = (
        '"I have learnt that trust\n\n_\n\n¹ Egan (2007). See page 4,\nand page 5.\n\n12\n\n'
        'takes time." [LV Enabler]'
    )
    (quotation,) = attributed_quotations(text)
    assert quotation.words == count_words("I have learnt that trust takes time")
    assert [mark.kind for mark in quotation.marks] == ["interruption"] * 4
    assert quotation.text == text[1 : text.index('" [')]


def test_every_paragraph_of_a_long_quotation_opened_and_only_the_last_closed():
    text = 'Before.\n\n"One thing.\n\n"Another thing.\n\n"A third." [LV Enabler]\n\nAfter.'
    assert found(text) == [('One thing.\n\n"Another thing.\n\n"A third.', "LV Enabler")]


def test_a_closed_quotation_before_is_not_swallowed():
    text = 'See "this".\n\n"Nobody owns these words."\n\n"These are mine." [LV Enabler]'
    assert found(text) == [("These are mine.", "LV Enabler")]


def test_an_unclosed_mark_earlier_in_the_report_swallows_nothing():
    text = 'He wrote "leading is making room\'.\n\nMore text.\n\n"It was so." [LV Enabler]'
    assert found(text) == [("It was so.", "LV Enabler")]


def test_a_missing_closing_mark_is_noted():
    (quotation,) = attributed_quotations('Before.\n\n"It went well. [LV Enabler]\n\nAfter.')
    assert quotation.text == "It went well."
    assert quotation.notes == ("closing quotation mark missing",)


def test_a_missing_opening_mark_is_noted():
    (quotation,) = attributed_quotations('Before "this".\n\nIt went well." [LV Enabler]\n\nAfter.')
    assert quotation.text == "It went well."
    assert quotation.notes == ("opening quotation mark missing",)


def test_a_forgotten_opening_mark_never_takes_the_words_of_another():
    text = '"One." [LV Enabler] two." [LV Partner]'
    assert found(text) == [("One.", "LV Enabler"), ("two.", "LV Partner")]


def test_a_mark_inside_an_earlier_paragraph_does_not_open_this_quotation():
    text = 'He wrote that "leading is making room.\n\nIt was so." [LV Enabler]'
    (quotation,) = attributed_quotations(text)
    assert quotation.text == "It was so."
    assert quotation.notes == ("opening quotation mark missing",)


def test_a_quotation_after_a_colon_may_run_over_a_page():
    text = 'One said: "it was\n\n12\n\nso." [LV Enabler]'
    assert found(text) == [("it was\n\n12\n\nso.", "LV Enabler")]


def test_two_labels_side_by_side_do_not_share_words():
    text = '"One." [LV Enabler] "Two." [LV Enabler]\n\nThree." [LV Partner]'
    assert [words for words, _ in found(text)] == ["One.", "Two.", "Three."]


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        ("[X] helped us.", ["redaction"]),
        ("We met [our Enabler] in [this area] and [Name 2] in [Town].", ["redaction"] * 4),
        ("[What was important was] time.", ["insertion"]),
        ("[There is] trust; [The *Local Vision* programme has] helped.", ["insertion"] * 2),
        ("Have any (localities) left?", ["insertion"]),
        ("Staff (e.g. landlords) and outcome(s) (2007).", []),
        ("It was [laughs] fine (inaudible).", ["event", "event"]),
        ("... and so on [...] until…", ["ellipsis"] * 3),
    ],
)
def test_marks(words, kinds):
    text = f'"{words}" [LV Enabler]'
    (quotation,) = attributed_quotations(text)
    assert [mark.kind for mark in quotation.marks] == kinds
    assert all(text[mark.start : mark.end] == mark.text for mark in quotation.marks)


@pytest.mark.requirement("R227", "R228")
@pytest.mark.parametrize(
    ("inside", "kind"),
    [("X", "redaction"), ("our Enabler", "redaction"), ("this area", "redaction"),
     ("What was important was", "insertion"), ("There is", "insertion"),
     ("The Local Vision programme has", "insertion")],
)  # fmt: skip
def test_redactions_and_insertions_are_told_apart(inside, kind):
    assert bracket_kind(inside) == kind


@pytest.mark.requirement("R229", "R230")
@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Trust grew. They note that new ways may have begun.", "paraphrase"),
        ("The respondent also reported that it went well.", "paraphrase"),
        ("They said that we would lose it, and I agree.", "verbatim"),
        ("We told them. They note that now, and we are glad.", "verbatim"),
        ("I've been moved. Reduced my pride; it took time.", "joined"),
        ("It was [...] hard.", "joined"),
        ("It was ... hard.", "joined"),
        ("...it was hard...", "verbatim"),
        ("It was hard. Tired as we were, we went on.", "verbatim"),
    ],
)
def test_kinds_are_proposed_with_a_reason(words, kind):
    (quotation,) = attributed_quotations(f'"{words}" [LV Enabler]')
    assert quotation.kind == kind
    assert bool(quotation.kind_reason) == (kind != "verbatim")


# Words without any sign that means something here.
plain = st.text(
    st.characters(
        categories=["L", "N", "M", "Zs", "So", "P"],
        exclude_characters="\"'“”„«»‘’[]()*_-–—•>⁰¹²³⁴⁵⁶⁷⁸⁹^$`",
    ),
    min_size=1,
)


@given(
    st.lists(plain.filter(lambda s: count_words(s) and s.strip(".,;:!?… ")), min_size=1, max_size=6)
)
@settings(max_examples=100, deadline=None)
def test_offsets_cut_out_exactly_the_words(passages):
    text = "\n\n".join(f'Narrative.\n\n"{words}" [LV Enabler]' for words in passages)
    quotations = attributed_quotations(text)
    assert [q.text for q in quotations] == [words.strip() for words in passages]
    assert [text[q.start : q.end] for q in quotations] == [q.text for q in quotations]


@given(st.text(st.sampled_from("ab \n\".“”'[]()XLV Enabler¹-"), max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_quotations_in_order_that_do_not_overlap(text):
    position = 0
    for quotation in attributed_quotations(text):
        assert position <= quotation.start < quotation.end <= len(text)
        assert text[quotation.start : quotation.end] == quotation.text
        position = quotation.end
