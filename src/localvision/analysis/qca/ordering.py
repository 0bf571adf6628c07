"""Which factors may cause which: an order in time, or from what is known of the field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from localvision.errors.analysis import qca_checks as say


@dataclass(frozen=True)
class Ordering:
    """Levels of factors, causes before effects."""

    levels: tuple[tuple[str, ...], ...]
    strict: bool

    @classmethod
    def read(
        cls,
        given: str | Sequence[str | Sequence[str]] | None,
        factors: Sequence[str],
        strict: bool = False,
    ) -> Ordering:
        """Read `"A, B < C"` or `[["A", "B"], "C"]`; factors not named come first.

        Raises
        ------
        LocalVisionError : `qca.unknown-factor`, `qca.ordering-unreadable`.

        Examples
        --------
        >>> Ordering.read("B < C", ["A", "B", "C"]).levels
        (('A',), ('B',), ('C',))
        """
        if given is None:
            return cls((tuple(factors),), strict)
        if isinstance(given, str):
            listed = [_names(level) for level in given.split("<")]
        else:
            listed = [_names(one) if isinstance(one, str) else list(one) for one in given]
        named = [name for level in listed for name in level]
        for level in listed:
            if not level:
                raise say.ORDERING_UNREADABLE.error(ordering=given, why="a level is empty")
        for name in named:
            if name not in factors:
                raise say.UNKNOWN_FACTOR.error(factor=name, factors=", ".join(factors))
        if len(set(named)) < len(named):
            raise say.ORDERING_UNREADABLE.error(ordering=given, why="a factor occurs twice")
        first = tuple(name for name in factors if name not in named)
        return cls(((first,) if first else ()) + tuple(map(tuple, listed)), strict)

    def before(self, factor: str) -> tuple[str, ...]:
        """Factors that may cause this one: earlier ones and, unless strict, those beside it."""
        place = next(i for i, level in enumerate(self.levels) if factor in level)
        last = place if self.strict else place + 1
        return tuple(name for level in self.levels[:last] for name in level if name != factor)


def _names(level: str) -> list[str]:
    return [name.strip() for name in level.split(",") if name.strip()]
