"""Marked edits and masks: no removed word comes back, and no name slips through."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localvision.outputs.blocks import Insertion, QuotationKind, Redaction, Words
from localvision.workbench.reporting import rules
from localvision.workbench.reporting.composing.masks import Masks
from localvision.workbench.reporting.composing.quotations import quoted

NO_MASKS = Masks.of()


class _Edits(list):
    def all(self):
        return self


def passage(text, edits=(), start=0, kind="verbatim", pk=1):
    made = SimpleNamespace(
        pk=pk, quote=text, start=start, end=start + len(text), kind=kind, edits=_Edits()
    )
    made.edits.extend(
        SimpleNamespace(passage_id=pk, kind=k, start=start + s, end=start + e, shown=shown)
        for k, s, e, shown in edits
    )
    return made


spans = st.tuples(
    st.sampled_from(["redaction", "ellipsis", "insertion"]),
    st.integers(0, 20),
    st.integers(0, 20),
    st.sampled_from(["", "[name]", "our Enabler"]),
)


@given(given_spans=st.lists(spans, max_size=5), offset=st.integers(0, 50))
@settings(max_examples=200, deadline=None)
@pytest.mark.requirement("R227", "R228")
def test_no_letter_of_a_removed_span_is_left_however_edits_overlap(given_spans, offset):
    text = "abcdefghijklmnopqrst"
    edits = [
        (kind, min(a, b), max(a, b), shown)
        for kind, a, b, shown in given_spans
        if a != b or kind == "insertion"
    ]
    out = quoted(passage(text, edits, start=offset), [], NO_MASKS)
    removed = {text[i] for _, a, b, _ in edits for i in range(a, b)}
    left = {letter for s in out.segments if isinstance(s, Words) for letter in s.text}
    assert left == set(text) - removed


def test_edits_in_offsets_of_the_text_are_applied_where_they_stand():
    out = quoted(
        passage("We rang Sam at once", [("redaction", 8, 11, "[name]")], start=300), [], NO_MASKS
    )
    assert out.segments == (Words("We rang "), Redaction("name"), Words(" at once"))
    assert out.kind is QuotationKind.EDITED


def test_words_that_stand_in_for_others_are_an_insertion():
    """As the report in the seed prints it: [our Enabler] in place of a name."""
    out = quoted(passage("Sam helped", [("redaction", 0, 3, "[our Enabler]")]), [], NO_MASKS)
    assert out.segments == (Insertion("our Enabler"), Words(" helped"))


def test_redactions_of_other_passages_are_applied_where_they_overlap():
    mine = passage("with Sam Vale today", start=100)
    theirs = SimpleNamespace(passage_id=9, kind="redaction", start=90, end=108, shown="[name]")
    out = quoted(mine, [theirs], NO_MASKS)
    assert out.segments == (Redaction("name"), Words(" Vale today"))


def test_white_space_and_line_ends_are_tidied_and_nothing_else():
    out = quoted(passage("  We met\n  on   Tuesdays. "), [], NO_MASKS)
    assert out.segments == (Words("We met on Tuesdays."),)
    assert out.kind is QuotationKind.VERBATIM


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Nasreen had it in the diary.", " had it in the diary."),
        ("I asked Nasreen Vale.", "I asked ."),
        ("It was Vale who rang.", "It was  who rang."),
        ("Vale? No: a vale is a valley.", "Vale? No: a vale is a valley."),
        ("In Market Elling's hall", "In 's hall"),
        ("the market elling way", "the market elling way"),
        ("Elling Town Council and Elling", " and Elling"),
        ("Will we? May came. Will Marsh came.", "Will we? May came.  came."),
        ("O’Hara's view", "'s view"),
        ("Jo was there", "Jo was there"),
        ("Hughes said no. Long before, Mr Long came.", " said no. Long before, Mr  came."),
    ],
)
def test_names_are_masked_and_words_are_not(text, left):
    masks = Masks.of(
        places=["Market Elling"],
        organisations=["Elling Town Council"],
        people=["Nasreen Vale", "Will Marsh", "May O’Hara", "Jo Ng", "Al Hughes", "Al Long"],
        said=["In the vale it was long ago."],
    )
    out = quoted(passage(text), [], masks)
    said = "".join(s.text for s in out.segments if isinstance(s, Words))
    assert said == left


@given(st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_masks_take_names_and_leave_every_other_letter(text):
    masks = Masks.of(places=["Kestle"], people=["Nasreen Vale"])
    around = f"{text} Kestle {text} Nasreen Vale."
    out = quoted(passage(around), [], masks)
    said = "".join(s.text for s in out.segments if isinstance(s, Words))
    assert not re.search(r"(?<!\w)(Kestle|Nasreen)(?!\w)", said)


@pytest.mark.parametrize(
    ("uses", "may"),
    [([], True), (["take_part"], False), (["take_part", "quote_with_role"], True)],
)
def test_a_source_with_recorded_uses_must_name_quoting(uses, may):
    source = SimpleNamespace(permitted_uses=uses)
    assert rules.may_quote(SimpleNamespace(text=SimpleNamespace(source=source))) is may
