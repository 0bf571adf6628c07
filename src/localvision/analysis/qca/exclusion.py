"""Rows named by number or by expression."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np

from localvision.analysis.qca.cases import Cases
from localvision.analysis.qca.complement import FREE, Cubes
from localvision.analysis.qca.expression import Expression
from localvision.analysis.qca.notation import read_expression
from localvision.errors.analysis import qca as say

MOST_ROWS = 2**24  # rows of a full table that are listed one by one


def excluded_rows(
    exclude: str | Iterable[int | str] | None,
    conditions: Sequence[str],
    levels: Sequence[int],
    source: Cases,
    observed: Collection[int],
) -> tuple[int, ...]:
    """Turn row numbers or expressions into sorted row numbers.

    An expression names assumptions: it excludes unobserved rows only. A row given by number
    is excluded even when it is observed.
    """
    if exclude is None:
        return ()
    parts = [exclude] if isinstance(exclude, str) else list(exclude)
    total = int(np.prod(np.array(levels, dtype=object)))
    found: set[int] = set()
    for part in parts:
        if isinstance(part, str):
            expression = read_expression(part, source.levels)
            cubes = expression_cubes(expression, conditions, source.levels)
            rows = (np.flatnonzero(rows_of(cubes, levels)) + 1).tolist()
            found.update(row for row in rows if row not in observed)
        elif 1 <= int(part) <= total:
            found.add(int(part))
        else:
            raise say.UNKNOWN_ROW.error(row=part, last=total)
    return tuple(sorted(found))


def expression_cubes(
    expression: Expression, conditions: Sequence[str], levels: Mapping[str, int]
) -> Cubes:
    """The terms of an expression as cubes: one for each combination of allowed values."""
    cubes: list[list[int]] = []
    for term in expression.terms:
        partial = [[FREE] * len(conditions)]
        for literal in term:
            if literal.condition not in conditions:
                raise say.UNKNOWN_COLUMN.error(
                    column=literal.condition, columns=", ".join(conditions)
                )
            place = list(conditions).index(literal.condition)
            if max(literal.values) >= levels[literal.condition]:
                raise say.VALUE_OUT_OF_RANGE.error(
                    condition=literal.condition,
                    value=max(literal.values),
                    highest=levels[literal.condition] - 1,
                )
            partial = [
                [*cube[:place], value, *cube[place + 1 :]]
                for cube in partial
                for value in literal.values
            ]
        cubes.extend(partial)
    return np.array(cubes, dtype=np.int16).reshape(len(cubes), len(conditions))


def rows_of(cubes: Cubes, levels: Sequence[int]) -> np.ndarray:
    """Which rows of the full table lie in any of the cubes: a flag for each row."""
    total = int(np.prod(np.array(levels, dtype=object)))
    if total > MOST_ROWS:
        raise say.TOO_MANY_ROWS_TO_LIST.error(rows=total, limit=MOST_ROWS)
    flags = np.zeros(tuple(levels), dtype=bool)
    for cube in cubes:
        place = tuple(slice(None) if value == FREE else int(value) for value in cube)
        flags[place] = True
    return flags.ravel()
