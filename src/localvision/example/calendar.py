"""When things happened in the invented programme."""

from __future__ import annotations

import random
from datetime import date, timedelta

from localvision.example.records import ExampleWave

CALL_OPENED = date(2020, 11, 2)
AWARDED = date(2021, 3, 26)
ENABLER_LEFT = date(2023, 10, 31)
AS_AT = date(2024, 9, 30)
BOUNDARY_CHANGE = date(2023, 4, 1)

_WAVES = (
    ("First wave: finding out", date(2022, 1, 31), date(2022, 4, 8), "diagnosis"),
    ("Second wave: in action", date(2023, 1, 30), date(2023, 4, 6), "action"),
    ("Third wave: after the Enabler", date(2024, 5, 7), date(2024, 7, 19), "afterlife"),
)


def waves(count: int) -> tuple[ExampleWave, ...]:
    """Return the waves of evidence; beyond the third, one follow-up a year.

    Examples
    --------
    >>> [wave.key for wave in waves(4)]
    ['W1', 'W2', 'W3', 'W4']
    """
    return tuple(_wave(number) for number in range(1, count + 1))


def _wave(number: int) -> ExampleWave:
    if number <= len(_WAVES):
        name, starts, ends, stage = _WAVES[number - 1]
        return ExampleWave(f"W{number}", name, starts, ends, stage)
    year = 2024 + number - len(_WAVES)
    name = f"Follow-up {number - len(_WAVES)}"
    return ExampleWave(f"W{number}", name, date(year, 5, 6), date(year, 7, 18), "afterlife")


def day_within(rng: random.Random, starts: date, ends: date) -> date:
    """Return a working day between two days."""
    day = starts + timedelta(days=rng.randrange((ends - starts).days + 1))
    return day - timedelta(days=max(0, day.weekday() - 4))


def about(rng: random.Random, day: date, spread_days: int) -> date:
    """Return a working day within so many days of a day."""
    return day_within(rng, day - timedelta(days=spread_days), day + timedelta(days=spread_days))


def as_at(count: int) -> date:
    """Return the day on which all that is told was so."""
    return date(2024 + max(0, count - len(_WAVES)), 9, 30)
