"""Configurations: which corner of the property space a case sits in, and its row number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, overload

import numpy as np
import numpy.typing as npt

from localvision.analysis.qca.cases import Cases, check_choice, some
from localvision.analysis.qca.complement import FREE, Cubes
from localvision.errors import LocalVisionError, Where
from localvision.errors.analysis import qca as say

HalfPolicy = Literal["error", "drop", "up", "down"]
NOWHERE = -9  # a case with a membership of exactly 0.5 that belongs to no corner
HALF = 0.5


class Configuration(tuple[Any, ...]):
    """Values of the conditions in their order; also by name: `row.configuration["DEV"]`.

    A value is 0, 1, ... or "-" for a don't-care.
    """

    conditions: tuple[str, ...]

    def __new__(cls, values: Sequence[Any], conditions: Sequence[str]) -> Configuration:
        """Keep the values as a tuple, with the names beside them."""
        made = super().__new__(cls, values)
        made.conditions = tuple(conditions)
        return made

    @overload  # type: ignore[override]
    def __getitem__(self, key: str | int) -> Any: ...
    @overload
    def __getitem__(self, key: slice) -> tuple[Any, ...]: ...
    def __getitem__(self, key: str | int | slice) -> Any:
        if isinstance(key, str):
            return super().__getitem__(self.conditions.index(key))
        return super().__getitem__(key)

    def as_dict(self) -> dict[str, Any]:
        """Return condition names with their values."""
        return dict(zip(self.conditions, self, strict=True))


def corners(cases: Cases, conditions: Sequence[str], half: HalfPolicy) -> Cubes:
    """Value of each condition for each case: FREE for a don't-care, NOWHERE for a dropped 0.5."""
    check_choice("half", half, ("error", "drop", "up", "down"))
    on_the_fence = half_cases(cases, conditions)
    if on_the_fence and half == "error":
        problems = [
            say.HALF_MEMBERSHIP.problem(where=Where(field=name), cases=f"{some(names)} in {name}")
            for name, names in on_the_fence.items()
        ]
        raise LocalVisionError(problems)
    found = np.empty((len(cases.names), len(conditions)), dtype=np.int16)
    for place, name in enumerate(conditions):
        column = cases.columns[name]
        if cases.fuzzy[name]:
            found[:, place] = column > HALF
            at_half = {"drop": NOWHERE, "up": 1, "down": 0}.get(half, 0)
            found[column == HALF, place] = at_half
        else:
            found[:, place] = np.where(np.isnan(column), FREE, column)
    return found


def half_cases(cases: Cases, columns: Sequence[str]) -> dict[str, list[str]]:
    """Names of the cases at exactly 0.5, by column."""
    found = {
        name: [cases.names[i] for i in np.flatnonzero(cases.columns[name] == HALF)]
        for name in columns
    }
    return {name: names for name, names in found.items() if names}


def table_levels(cases: Cases, conditions: Sequence[str]) -> tuple[int, ...]:
    """Number of values in the table: a don't-care counts as one more, after the others."""
    return tuple(
        cases.levels[name] + int(np.isnan(cases.columns[name]).any()) for name in conditions
    )


def row_numbers(rows: Cubes, levels: Sequence[int]) -> list[int]:
    """1-based place in the full table, first condition most significant."""
    numbers = [0] * len(rows)
    for place, count in enumerate(levels):
        column = np.where(rows[:, place] == FREE, count - 1, rows[:, place]).tolist()
        numbers = [number * count + value for number, value in zip(numbers, column, strict=True)]
    return [number + 1 for number in numbers]


def row_values(numbers: npt.NDArray[np.int64], levels: Sequence[int]) -> Cubes:
    """The configurations of 1-based row numbers."""
    rest = numbers - 1
    found = np.empty((len(numbers), len(levels)), dtype=np.int16)
    for place in range(len(levels) - 1, -1, -1):
        rest, found[:, place] = np.divmod(rest, levels[place])
    return found


def as_configuration(row: Sequence[int], conditions: Sequence[str]) -> Configuration:
    """One configuration as a reader sees it."""
    return Configuration(["-" if value == FREE else int(value) for value in row], conditions)


def literal_values(row: Mapping[str, Any]) -> dict[str, int]:
    """A configuration given by name, without its don't-cares."""
    return {name: int(value) for name, value in row.items() if value not in ("-", FREE)}
