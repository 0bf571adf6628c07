"""Numbered headings, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from localvision.intake import recognise_sections

BODY = "Some words that stand under the heading and go on for a while."


def numbers(text: str) -> list[str]:
    return [section.number for section in recognise_sections(text)]


def test_levels_nest_and_end_where_the_next_of_their_kind_begins():
    text = f"1. One\n\n{BODY}\n\n1.1. Deep\n\n{BODY}\n\n1.1.1 Deeper\n\n{BODY}\n\n2. Two\n\n{BODY}"
    one, deep, deeper, two = recognise_sections(text)
    assert [s.level for s in (one, deep, deeper, two)] == [1, 2, 3, 1]
    assert one.end == deep.end == deeper.end == two.start
    assert two.end == len(text)
    assert text[deeper.start :].startswith("1.1.1 Deeper")


@pytest.mark.parametrize(
    "contents",
    [
        "Contents\n\n1. One ........ 3\n1.1. Deep ..... 4\n2. Two ....... 5\n\n",
        "Table of contents\n1.\tOne\t3\n\t1.1.\tDeep\t4\n2.\tTwo\t5\n\n",
        "Contents\n\n1. One\n\n1.1. Deep\n\n2. Two\n\n",
        "1. One 3\n1.1. Deep 4\n1.2. Deeper 4\n2. Two 5\n3. Three 6\n\n",
    ],
)
def test_a_table_of_contents_is_passed_over(contents):
    text = f"{contents}1. One\n\n{BODY}\n\n1.1. Deep\n\n{BODY}\n\n2. Two\n\n{BODY}"
    sections = recognise_sections(text)
    assert [s.number for s in sections] == ["1", "1.1", "2"]
    assert all(s.start >= len(contents) for s in sections)


@pytest.mark.parametrize(
    "between",
    [
        "1. First\n2. Second\n3. Third\n",
        "1. Examine how people changed\n\n2. Identify what helped them\n\n3. Say so\n",
        "2 Smith, J. (2010) Something\n",
        "3 See http://example.org for more\n",
        "25 localities were selected.\n",
        "13\n",
        "2013 was a good year\n",
    ],
)
def test_lists_footnotes_and_page_numbers_are_passed_over(between):
    text = f"1. One\n\n{BODY}\n\n{between}\n{BODY}\n\n1.1. Deep\n\n{BODY}\n\n2. Two\n\n{BODY}"
    assert numbers(text) == ["1", "1.1", "2"]


@pytest.mark.parametrize(
    "text",
    ["", BODY, "1. Only\n\n" + BODY, "1. tea\n2. milk\n3. sugar", "1. Tea\n2. Milk\n3. Sugar"],
)
def test_no_sections(text):
    assert recognise_sections(text) == ()


def test_a_number_out_of_order_loses_to_the_one_in_order():
    text = f"1. One\n\n{BODY}\n\n5. Aside\n\n{BODY}\n\n2. Two\n\n{BODY}"
    assert numbers(text) == ["1", "2"]


def test_headings_of_text_without_empty_lines():
    text = f"1. One\n{BODY}\n1.1. Deep\n{BODY}\n1.2. Down\n{BODY}\n2. Two\n{BODY}"
    assert numbers(text) == ["1", "1.1", "1.2", "2"]


@given(st.text(st.sampled_from("12.\n AbC\t)"), max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_gives_sections_in_order_within_it(text):
    sections = recognise_sections(text)
    assert [s.start for s in sections] == sorted({s.start for s in sections})
    assert all(0 <= s.start < s.end <= len(text) for s in sections)
