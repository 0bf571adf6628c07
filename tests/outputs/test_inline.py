import pytest
from hypothesis import given
from hypothesis import strategies as st

from localvision.outputs.inline import paragraphs, parse, plain_text


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("*one* and **two**", ["em", "text", "strong"]),
        ("[claim:4][evidence:4]", ["claim", "evidence"]),
        ("[ref:ganz-2009] [see:table-1]", ["ref", "text", "see"]),
        ("[the report](https://example.org/a)", ["link"]),
        ("[a](javascript:alert)", ["text"]),
        ("2 * 3 * 4", ["text"]),
        ("*not closed", ["text"]),
        (r"\*plain\* \[claim:4]", ["text"]),
        ("", []),
    ],
)
def test_markup_is_read(text, kinds):
    assert [span.kind for span in parse(text)] == kinds


def test_an_escaped_mark_is_printed():
    assert plain_text(r"\*plain\*") == "*plain*"


@given(st.text(max_size=80))
def test_text_without_marks_is_left_alone(text):
    text = text.translate({ord(c): None for c in "*[]\\"})
    assert "".join(span.text for span in parse(text)) == text


def test_empty_lines_part_paragraphs():
    assert paragraphs("one\ntwo\n\n three \n \n\nfour") == ("one two", " three ", "four")
