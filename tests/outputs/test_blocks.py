import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localvision.errors import LocalVisionError
from localvision.outputs.blocks import (
    Base,
    Edit,
    Ellipsis,
    Fraction,
    Insertion,
    Redaction,
    Report,
    Status,
    Words,
    cut,
)


@pytest.mark.parametrize(
    ("count", "asked", "total"),
    [(12, 11, 25), (3, 26, 25), (-1, 21, 25), (26, None, 25), (None, 30, 25)],
)
def test_a_fraction_that_cannot_be_is_refused(count, asked, total):
    with pytest.raises(LocalVisionError) as raised:
        Fraction(label="Places", count=count, asked=asked, total=total)
    assert raised.value.code == "outputs.fraction-impossible"


@pytest.mark.parametrize(
    ("fraction", "words"),
    [
        (Fraction(label="P", count=11, asked=21, total=25), "11 of 21 asked; 4 not asked"),
        (Fraction(label="P", count=0, asked=25, total=25), "0 of 25 asked"),
        (
            Fraction(label="P", count=None, asked=21, total=25, why_missing="flooded"),
            "withheld of 21 asked; 4 not asked (flooded)",
        ),
        (
            Fraction(label="P", count=2, asked=None, total=58),
            "2 of 58; who was asked is not recorded",
        ),
    ],
)
def test_a_fraction_is_said_with_its_denominator(fraction, words):
    assert fraction.words == words


def test_missing_is_not_silence():
    fraction = Fraction(label="Places", count=11, asked=21, total=25)
    assert (fraction.silent, fraction.missing) == (10, 4)
    unknown = Fraction(label="People", count=2, asked=None, total=58)
    assert (unknown.silent, unknown.missing) == (None, None)


def test_a_base_without_n_says_so():
    assert str(Base(n=None, unit="places", of=25)) == "n = not stated of 25 places"
    assert str(Base(n=1049, unit="passages")) == "n = 1,049 passages"


def test_cutting_removes_words_and_marks_the_place():
    text = "Sam Brook told the committee at length that no."
    segments = cut(
        text,
        [
            Edit(start=0, end=9, kind="redaction", label="name"),
            Edit(start=19, end=28, kind="insertion", label="Board"),
            Edit(start=29, end=38, kind="ellipsis"),
        ],
    )
    assert segments == (
        Redaction("name"),
        Words(" told the "),
        Insertion("Board"),
        Words(" "),
        Ellipsis(),
        Words(" that no."),
    )


@pytest.mark.parametrize("edits", [[(0, 4), (3, 6)], [(2, 1)], [(0, 99)]])
def test_edits_that_overlap_or_leave_the_text_are_refused(edits):
    with pytest.raises(LocalVisionError) as raised:
        cut("seven words", [Edit(start=a, end=b, kind="redaction") for a, b in edits])
    assert raised.value.code == "outputs.edits-overlap"


@given(
    st.text(alphabet="abc é漢", max_size=40),
    st.lists(st.integers(0, 40), min_size=2, max_size=6, unique=True),
)
def test_the_words_that_are_kept_keep_their_order(text, points):
    points = sorted(min(p, len(text)) for p in points)
    spans = list(zip(points[::2], points[1::2], strict=False))
    segments = cut(text, [Edit(start=a, end=b, kind="redaction") for a, b in spans])
    kept = "".join(s.text for s in segments if isinstance(s, Words))
    gone = set().union(*(range(a, b) for a, b in spans))
    assert kept == "".join(c for i, c in enumerate(text) if i not in gone)


def test_a_report_says_when_it_is_invented():
    facts = {
        "title": "T",
        "programme": "P",
        "as_at": dt.date(2026, 3, 5),
        "edition": "",
        "status": Status.INTERIM,
    }
    assert "invented" in Report(**facts, invented=True, blocks=()).notice
    assert Report(**facts, invented=False, blocks=()).notice == ""
