"""Anchors: where a set begins, tips over and is fully reached.

Three anchors make an S: exclusion, crossover, inclusion (falling when exclusion is the
highest). Six make a bell (exclusion, crossover, inclusion, inclusion, crossover, exclusion)
or, falling first, a valley.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from localvision.errors.analysis import qca as say

S_SHAPED = ("e", "c", "i")
TWO_SIDED = ("e1", "c1", "i1", "i2", "c2", "e2")
NEEDED = "3 anchors (exclusion, crossover, inclusion) or 6 (e1, c1, i1, i2, c2, e2)"


def read_anchors(given: Any) -> tuple[float, ...]:
    """Read anchors from numbers, names (`{"e": 1, "c": 2, "i": 3}`) or text (`"e=1, c=2, i=3"`).

    Names come back in the order e, c, i or e1, c1, i1, i2, c2, e2.

    >>> read_anchors("i=900, c=550, e=400")
    (400.0, 550.0, 900.0)
    """
    if isinstance(given, str):
        parts = [part for part in given.replace(";", ",").split(",") if part.strip()]
        if any("=" in part for part in parts):
            pairs = [part.split("=", 1) for part in parts if "=" in part]
            given = {name.strip(): value for name, value in pairs}
        else:
            given = parts
    if isinstance(given, Mapping):
        return _named(given)
    if isinstance(given, (int, float)):
        given = [given]
    return tuple(_number(value, given) for value in given)


def _named(given: Mapping[str, Any]) -> tuple[float, ...]:
    for order in (S_SHAPED, TWO_SIDED):
        if set(given) == set(order):
            return tuple(_number(given[name], given) for name in order)
    raise say.ANCHORS_WRONG.error(
        anchors=dict(given), why="their names are not known", needed=NEEDED
    )


def _number(value: Any, given: Any) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError) as error:
        raise say.ANCHORS_WRONG.error(
            anchors=given, why=f"{value!r} is not a number", needed="numbers"
        ) from error
    if number != number or number in (float("inf"), float("-inf")):
        raise say.ANCHORS_WRONG.error(
            anchors=given, why=f"{value!r} is not a number", needed="numbers"
        )
    return number


def check_shape(anchors: Sequence[float]) -> None:
    """Raise unless three or six anchors go steadily up or down on each side."""
    if len(anchors) not in (3, 6):
        raise say.ANCHORS_WRONG.error(
            anchors=tuple(anchors), why=f"there are {len(anchors)}", needed=NEEDED
        )
    sides = [anchors[:3]] if len(anchors) == 3 else [anchors[:3], anchors[3:]]
    for low, middle, high in sides:
        if not (low < middle < high or low > middle > high):
            raise say.ANCHORS_WRONG.error(
                anchors=tuple(anchors),
                why="the crossover must lie between exclusion and inclusion",
                needed=NEEDED,
            )
    if len(anchors) == 6:
        _check_two_sides(anchors)


def _check_two_sides(anchors: Sequence[float]) -> None:
    e1, _, i1, i2, _, e2 = anchors
    bell = e1 < i1 <= i2 < e2
    valley = i1 < e1 <= e2 < i2
    if not (bell or valley):
        raise say.ANCHORS_WRONG.error(
            anchors=tuple(anchors),
            why="the two sides must rise and fall, or fall and rise, without crossing",
            needed=NEEDED,
        )


def check_cut_points(cuts: Sequence[float]) -> None:
    """Raise unless there is at least one cut point and they rise."""
    rising = all(low < high for low, high in pairwise(cuts))
    if not cuts or not rising:
        raise say.ANCHORS_WRONG.error(
            anchors=tuple(cuts), why="cut points must rise", needed="one or more rising numbers"
        )
