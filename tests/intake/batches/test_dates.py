"""Dates of a manifest: the column decides, and doubt is said."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from localvision.errors import Where
from localvision.intake.batches.dates import read_dates

APRIL_3, MARCH_4 = date(2015, 4, 3), date(2015, 3, 4)


def read(*cells):
    dates, problems = read_dates(dict(enumerate(cells, 2)), lambda row: Where(row=row))
    return [dates.get(row) for row in range(2, len(cells) + 2)], [
        (problem.code, problem.where.row) for problem in problems
    ]


@pytest.mark.parametrize(
    "cell",
    [
        "2015-04-03", "2015-4-3", "2015-04-03 10:30", "2015-04-03T10:30:00Z", "3 April 2015",
        "3rd Apr 2015", "3-Apr-2015", date(2015, 4, 3), datetime(2015, 4, 3, 10, 30),  # noqa: DTZ001 - workbooks know no time zones
    ],
)  # fmt: skip
def test_dates_that_can_be_read_in_one_way_only(cell):
    assert read(cell) == ([APRIL_3], [])


def test_a_doubtful_date_is_read_day_first_and_said():
    assert read("03/04/2015") == ([APRIL_3], [("intake.date-ambiguous", 2)])


def test_another_row_settles_the_doubt():
    assert read("03/04/2015", "25/04/2015") == ([APRIL_3, date(2015, 4, 25)], [])


def test_the_same_number_twice_is_no_doubt():
    assert read("04/04/2015") == ([date(2015, 4, 4)], [])


def test_a_column_with_the_month_first_leaves_doubtful_dates_missing():
    assert read("03/04/2015", "04/25/2015") == (
        [None, date(2015, 4, 25)],
        [("intake.date-undecided", 2), ("intake.date-month-first", 3)],
    )


@pytest.mark.parametrize(
    "cell",
    ["April 2015", "2015", "31/02/2015", "3/4/15", "soon", "2015-13-01", "99/99/2015", "42097"],
)
def test_what_is_no_full_date_is_missing(cell):
    assert read(cell) == ([None], [("intake.date-not-read", 2)])
