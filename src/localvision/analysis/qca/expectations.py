"""Directional expectations: which values of the conditions are expected to help."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from localvision.analysis.qca.complement import FREE, Cubes
from localvision.analysis.qca.expression import Expression
from localvision.analysis.qca.notation import read_expression
from localvision.errors.analysis import qca as say

Group = dict[int, tuple[int, ...]]  # place of a condition -> values expected, jointly


def read_expectations(
    given: Any, conditions: Sequence[str], levels: Mapping[str, int]
) -> list[Group]:
    """Read expectations.

    Parameters
    ----------
    given : `{"A": 1, "B": 0, "C": None, "D": (1, 2)}`; a list of these values in the order
        of the conditions; or expressions such as `"A*B, ~C"`, where conditions joined by `*`
        are expected jointly. "-" is None.

    Returns
    -------
    One group for each condition, or for each joint expectation.
    """
    if isinstance(given, Mapping):
        unknown = [name for name in given if name not in conditions]
        if unknown:
            raise say.UNKNOWN_COLUMN.error(column=unknown[0], columns=", ".join(conditions))
        values = [given.get(name) for name in conditions]
        return _single(values, conditions, levels)
    if isinstance(given, str):
        parts = [part.strip() for part in given.split(",")]
        given = parts
    parts = list(given)
    if len(parts) == len(conditions) and all(_is_value(part) for part in parts):
        return _single(parts, conditions, levels)
    groups: list[Group] = []
    for part in parts:
        groups.extend(_joint(read_expression(part, levels), conditions, levels))
    return _merge_single(groups)


def _is_value(part: Any) -> bool:
    if part is None or isinstance(part, (int, float)):
        return True
    text = str(part).strip()
    return text in ("-", "") or all(bit.strip().isdigit() for bit in text.split(";"))


def _values(part: Any) -> tuple[int, ...]:
    if part is None or (isinstance(part, str) and part.strip() in ("-", "")):
        return ()
    if isinstance(part, str):
        return tuple(int(bit) for bit in part.split(";"))
    if isinstance(part, (list, tuple, set, frozenset)):
        return tuple(sorted(int(value) for value in part))
    return (int(part),)


def _single(
    parts: Sequence[Any], conditions: Sequence[str], levels: Mapping[str, int]
) -> list[Group]:
    groups: list[Group] = []
    for place, (name, part) in enumerate(zip(conditions, parts, strict=True)):
        values = _values(part)
        if values:
            _check(name, values, levels)
            groups.append({place: values})
    return groups


def _joint(
    expression: Expression, conditions: Sequence[str], levels: Mapping[str, int]
) -> list[Group]:
    groups: list[Group] = []
    for term in expression.terms:
        group: Group = {}
        for literal in term:
            if literal.condition not in conditions:
                raise say.UNKNOWN_COLUMN.error(
                    column=literal.condition, columns=", ".join(conditions)
                )
            _check(literal.condition, literal.values, levels)
            group[list(conditions).index(literal.condition)] = literal.values
        groups.append(group)
    return groups


def _merge_single(groups: Sequence[Group]) -> list[Group]:
    """Two values expected of one condition are one expectation: either will do."""
    single: dict[int, set[int]] = {}
    joint: list[Group] = []
    for group in groups:
        if len(group) == 1:
            [(place, values)] = group.items()
            single.setdefault(place, set()).update(values)
        else:
            joint.append(group)
    return [{place: tuple(sorted(values))} for place, values in single.items()] + joint


def _check(name: str, values: Sequence[int], levels: Mapping[str, int]) -> None:
    highest = levels[name] - 1
    for value in values:
        if not 0 <= value <= highest:
            raise say.VALUE_OUT_OF_RANGE.error(condition=name, value=value, highest=highest)


def easy_cubes(
    narrow: Sequence[int], wide: Sequence[int], groups: Sequence[Group], levels: Sequence[int]
) -> frozenset[tuple[int, ...]]:
    """What may be assumed around one conservative term, inside one parsimonious term.

    A literal of the narrow term that contradicts an expectation, and that the wide term does
    not ask for, may take an expected value. Literals expected jointly change jointly.
    """
    start = tuple(int(value) for value in narrow)
    found = {start}
    for group in groups:
        if any(
            wide[place] != FREE and int(wide[place]) not in values
            for place, values in group.items()
        ):
            continue
        found |= {new for cube in found for new in _apply(cube, wide, group, levels)}
        found = _widened(found, group, levels)
    return frozenset(found)


def _apply(
    cube: tuple[int, ...], wide: Sequence[int], group: Group, levels: Sequence[int]
) -> list[tuple[int, ...]]:
    changes = {
        place: values
        for place, values in group.items()
        if cube[place] != FREE and cube[place] not in values
    }
    if not changes or any(wide[place] != FREE for place in changes):
        return []
    made = [list(cube)]
    for place, values in group.items():
        if place in changes or cube[place] == FREE:
            made = [[*one[:place], value, *one[place + 1 :]] for one in made for value in values]
    return [tuple(one) for one in made]


def _widened(
    cubes: set[tuple[int, ...]], group: Group, levels: Sequence[int]
) -> set[tuple[int, ...]]:
    """Where a cube is there with every value of a condition, the condition drops out."""
    if len(group) > 1:
        return cubes
    [place] = group
    by_rest: dict[tuple[int, ...], set[int]] = {}
    for cube in cubes:
        rest = (*cube[:place], FREE, *cube[place + 1 :])
        by_rest.setdefault(rest, set()).add(cube[place])
    kept: set[tuple[int, ...]] = set()
    for rest, values in by_rest.items():
        if FREE in values or len(values) == levels[place]:
            kept.add(rest)
        else:
            kept |= {(*rest[:place], value, *rest[place + 1 :]) for value in values}
    return kept


def as_cubes(cubes: frozenset[tuple[int, ...]], size: int) -> Cubes:
    """Sorted array of cubes."""
    return np.array(sorted(cubes), dtype=np.int16).reshape(len(cubes), size)
