"""Sums of products: what an expression such as `A*~B + C[2]` means.

Every condition has values 0, 1, ...; a crisp or fuzzy condition has two of them, absence (0)
and presence (1). A literal allows some of the values of one condition, a term is literals
joined by "and", an expression is terms joined by "or".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]


class Literal(NamedTuple):
    """Some values of one condition, and whether it is written with brackets."""

    condition: str
    values: tuple[int, ...]
    bracketed: bool = False

    def __str__(self) -> str:
        if self.bracketed:
            return f"{self.condition}[{','.join(map(str, self.values))}]"
        return self.condition if self.values == (1,) else f"~{self.condition}"


Term = tuple[Literal, ...]


def write_term(term: Term) -> str:
    """Write a term as R QCA does: `A*~B`, `A[2]*B[0]`; the empty term is always true: `1`."""
    return "*".join(map(str, term)) or "1"


@dataclass(frozen=True, slots=True)
class Expression:
    """Terms joined by "or"; no terms at all is never true (`0`)."""

    terms: tuple[Term, ...]

    def __str__(self) -> str:
        return " + ".join(map(write_term, self.terms)) or "0"

    @property
    def conditions(self) -> tuple[str, ...]:
        """The conditions that occur, in order of first appearance."""
        return tuple(dict.fromkeys(lit.condition for term in self.terms for lit in term))

    @property
    def bracketed(self) -> bool:
        """Whether any literal is written with brackets (multi-value notation)."""
        return any(literal.bracketed for term in self.terms for literal in term)


def meet(left: Term, right: Term) -> Term | None:
    """Join two terms by "and"; None when they contradict each other."""
    found: dict[str, Literal] = {literal.condition: literal for literal in left}
    for literal in right:
        known = found.get(literal.condition)
        if known is None:
            found[literal.condition] = literal
            continue
        values = tuple(sorted(set(known.values) & set(literal.values)))
        if not values:
            return None
        found[literal.condition] = Literal(
            literal.condition, values, known.bracketed or literal.bracketed
        )
    return tuple(found.values())


def implies(narrow: Term, wide: Term) -> bool:
    """Whether every configuration of `narrow` is one of `wide`."""
    have = {literal.condition: set(literal.values) for literal in narrow}
    return all(have.get(lit.condition, {-1}) <= set(lit.values) for lit in wide)


def absorb(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Drop every term that implies another one; order is kept."""
    kept: list[Term] = []
    for index, term in enumerate(terms):
        others = [*kept, *terms[index + 1 :]]
        same_before = any(implies(term, k) for k in kept)
        if same_before or any(implies(term, o) and not implies(o, term) for o in others):
            continue
        kept.append(term)
    return tuple(kept)


def literal_memberships(literal: Literal, column: Floats, fuzzy: bool) -> Floats:
    """Membership of each case in one literal.

    A fuzzy column holds degrees of presence; any other holds categories, where a case has one
    of the values or not, and a don't-care (NaN) has none.
    """
    if fuzzy:
        parts = [column if value else 1.0 - column for value in literal.values]
        return np.maximum.reduce(parts) if len(parts) > 1 else parts[0]
    return np.isin(column, literal.values).astype(float)
