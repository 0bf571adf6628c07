"""Dates of a manifest column: the whole column decides which number is the day."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from localvision.errors import Message, Problem, Where
from localvision.errors.intake import (
    DATE_AMBIGUOUS,
    DATE_MONTH_FIRST,
    DATE_NOT_READ,
    DATE_UNDECIDED,
)

ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")
NUMERIC = re.compile(r"(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4})(?:[T ].*)?")
WRITTEN = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]+([A-Za-z]{3,9})\.?,?[ -]+(\d{4})")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

Cell = str | date | datetime


@dataclass(frozen=True, slots=True)
class _Column:
    """What the clear dates of a column say of the unclear ones."""

    day_first_seen: bool
    month_first_seen: bool


def read_dates(
    cells: Mapping[int, Cell], where: Callable[[int], Where]
) -> tuple[dict[int, date], list[Problem]]:
    """Read a column of dates: ISO, day/month/year, or "3 April 2015".

    Parameters
    ----------
    cells : row to filled cell. where : row to place, for the problems.

    Returns
    -------
    Row to date, and problems. 03/04/2015 is read day first: silently where another row
    (25/04/2015) shows that the column does so, else with a warning; not at all where the
    rest of the column puts the month first. A date that cannot be read is missing.

    Examples
    --------
    >>> dates, problems = read_dates({2: "03/04/2015", 3: "25/04/2015"}, lambda row: Where())
    >>> dates[2].isoformat(), problems
    ('2015-04-03', [])
    """
    numeric = [m for cell in cells.values() if isinstance(cell, str) and (m := _numeric(cell))]
    column = _Column(any(int(m[1]) > 12 for m in numeric), any(int(m[3]) > 12 for m in numeric))
    dates: dict[int, date] = {}
    problems: list[Problem] = []
    for row, cell in cells.items():
        value, problem = _read(cell, column, where(row))
        if value is not None:
            dates[row] = value
        if problem is not None:
            problems.append(problem)
    return dates, problems


def _read(cell: Cell, column: _Column, where: Where) -> tuple[date | None, Problem | None]:
    if isinstance(cell, datetime):
        return cell.date(), None
    if isinstance(cell, date):
        return cell, None
    match = _numeric(cell)
    if match:
        return _read_numeric(match, column, where)
    value = _unmistakable(cell.strip())
    return value, None if value else DATE_NOT_READ.problem(where=where, value=cell.strip())


def _numeric(cell: str) -> re.Match[str] | None:
    return NUMERIC.fullmatch(cell.strip())


def _unmistakable(cell: str) -> date | None:
    match = ISO.fullmatch(cell)
    if match:
        return _date(int(match[1]), int(match[2]), int(match[3]))
    match = WRITTEN.fullmatch(cell)
    if match and match[2][:3].casefold() in MONTHS:
        return _date(int(match[3]), MONTHS.index(match[2][:3].casefold()) + 1, int(match[1]))
    return None


def _read_numeric(
    match: re.Match[str], column: _Column, where: Where
) -> tuple[date | None, Problem | None]:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    day_first, month_first = _date(year, second, first), _date(year, first, second)
    facts: dict[str, object] = {"value": match[0].strip()}
    if day_first is None and month_first is None:
        return None, DATE_NOT_READ.problem(where=where, **facts)
    if day_first is None:
        return month_first, _problem(DATE_MONTH_FIRST, where, facts, read_as=month_first)
    if month_first is None or day_first == month_first:
        return day_first, None
    if column.month_first_seen:
        return None, _problem(DATE_UNDECIDED, where, facts, one=day_first, other=month_first)
    if column.day_first_seen:
        return day_first, None
    return day_first, _problem(
        DATE_AMBIGUOUS, where, facts, one=day_first, other=month_first, read_as=day_first
    )


def _problem(
    message: Message, where: Where, facts: Mapping[str, object], **dates: date | None
) -> Problem:
    written = {name: _in_words(value) for name, value in dates.items() if value is not None}
    return message.problem(where=where, **facts, **written)


def _in_words(value: date) -> str:
    return f"{value.day} {value:%B %Y}"


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
