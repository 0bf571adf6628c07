"""Terms of a solution: from rows of small numbers to written terms and memberships."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from localvision.analysis.qca.cases import Cases
from localvision.analysis.qca.complement import FREE, Cubes
from localvision.analysis.qca.expression import (
    Floats,
    Literal,
    Term,
    literal_memberships,
    write_term,
)


@dataclass(frozen=True)
class Frame:
    """The setting that terms are read in: conditions, their values, and the cases."""

    conditions: tuple[str, ...]
    source: Cases
    outcome: Floats
    _known: dict[tuple[int, ...], Floats] = field(default_factory=dict)

    @property
    def levels(self) -> tuple[int, ...]:
        """Number of values of each condition; a don't-care is not a value."""
        return tuple(self.source.levels[name] for name in self.conditions)

    def term(self, cube: Sequence[int]) -> Term:
        """The literals of a cube, in the order of the conditions."""
        bracketed = any(count > 2 for count in self.levels)
        return tuple(
            Literal(name, (int(value),), bracketed)
            for name, value in zip(self.conditions, cube, strict=True)
            if value != FREE
        )

    def write(self, cube: Sequence[int]) -> str:
        """A cube as text: `A*~B` or `A[2]*B[0]`."""
        return write_term(self.term(cube))

    def write_all(self, cubes: Cubes) -> tuple[str, ...]:
        """Many cubes as text, each literal written once."""
        bracketed = any(count > 2 for count in self.levels)
        texts = [
            [str(Literal(name, (value,), bracketed)) for value in range(count)]
            for name, count in zip(self.conditions, self.levels, strict=True)
        ]
        parts: list[list[str]] = [[] for _ in cubes]
        lines, places = np.nonzero(cubes != FREE)
        values = cubes[lines, places].tolist()
        for line, place, value in zip(lines.tolist(), places.tolist(), values, strict=True):
            parts[line].append(texts[place][value])
        return tuple("*".join(part) or "1" for part in parts)

    def memberships(self, cube: Sequence[int]) -> Floats:
        """Membership of the cases in a cube (kept: models share their terms)."""
        key = tuple(int(value) for value in cube)
        if key not in self._known:
            result = np.ones(len(self.source.names))
            for literal in self.term(key):
                name = literal.condition
                part = literal_memberships(
                    literal, self.source.columns[name], self.source.fuzzy[name]
                )
                result = np.minimum(result, part)
            self._known[key] = result
        return self._known[key]
