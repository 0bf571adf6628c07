"""Working with expressions as they are: simplify, negate, factorize, intersection."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np

from localvision.analysis.qca.complement import complement
from localvision.analysis.qca.configuration import row_values
from localvision.analysis.qca.covers import minimum_covers
from localvision.analysis.qca.exclusion import expression_cubes, rows_of
from localvision.analysis.qca.expression import Expression, Literal, Term, absorb, write_term
from localvision.analysis.qca.family import Family
from localvision.analysis.qca.implicants import prime_implicants
from localvision.analysis.qca.limits import Budget
from localvision.analysis.qca.notation import read_expression
from localvision.errors.analysis import qca as say

MOST_CONFIGURATIONS = 4096
SIMPLIFY_SECONDS = 10.0
FACTORS_TRIED = 3  # most promising common literals tried at each step


def simplify(expression: Any, *, levels: Mapping[str, int] | None = None) -> str:
    """Write an expression with as few terms as it can have.

    Parameters
    ----------
    expression : text such as `"A*B + A*~B"`, or a model.
    levels : how many values each multi-value condition has; one that is not given is taken to
        have a value beyond those written, so that nothing is assumed.

    Returns
    -------
    str : a sum of products; "1" is always true, "0" never. Of several shortest forms, the
        one with fewest literals, then the first in reading order.

    Raises
    ------
    LocalVisionError : `qca.expression-unreadable`, `qca.too-many-to-simplify`.

    Examples
    --------
    >>> simplify("A*B + A*~B + ~A*C")
    'A + C'
    """
    read = read_expression(str(expression), levels)
    return str(_shortest(read, _levels(read, levels)))


def negate(expression: Any, *, levels: Mapping[str, int] | None = None) -> str:
    """Write the negation of an expression, simplified where it is small enough.

    Parameters are as for `simplify`; a negated multi-value condition needs its levels.

    Examples
    --------
    >>> negate("A*B + ~C")
    '~A*C + ~B*C'
    """
    read = read_expression(f"~({expression})", levels)
    written = read_expression(str(expression), levels)
    known = {**_levels(read, levels), **_levels(written, levels)}
    if not read.terms or _size(read, known) > MOST_CONFIGURATIONS:
        return str(Expression(absorb(read.terms)))
    return str(_shortest(read, known))


def intersection(*expressions: Any, levels: Mapping[str, int] | None = None) -> str:
    """Write what several expressions have in common, multiplied out.

    Terms that imply another are dropped; the result is not shortened further, so that each
    term can be traced to the terms that it comes from.

    Examples
    --------
    >>> intersection("A + B*C", "C + ~A")
    'A*C + B*C'
    """
    joined = "*".join(f"({expression})" for expression in expressions)
    return str(Expression(absorb(read_expression(joined, levels).terms)))


def factorize(expression: Any, *, levels: Mapping[str, int] | None = None) -> str:
    """Write an expression with its common literals before brackets, in few literals.

    Parameters are as for `simplify`.

    Returns
    -------
    str : of the factorizations tried, the one with fewest literals.

    Limits
    ------
    Fewest of those tried: with many terms, not every order of taking factors out is tried.

    Examples
    --------
    >>> factorize("A*B + A*C + D")
    'A*(B + C) + D'
    """
    terms = read_expression(str(expression), levels).terms
    return _factored(tuple(tuple(sorted(term)) for term in terms))[1] or "0"


def _levels(read: Expression, given: Mapping[str, int] | None) -> dict[str, int]:
    known = dict(given or {})
    for term in read.terms:
        for literal in term:
            # A value beyond those written keeps "all of them" from being read as "any".
            least = max(literal.values) + (2 if literal.bracketed else 1)
            if literal.condition not in (given or {}):
                known[literal.condition] = max(2, least, known.get(literal.condition, 0))
    return known


def _size(read: Expression, levels: Mapping[str, int]) -> int:
    product = 1
    for name in read.conditions:
        product *= levels[name]
    return product


def _shortest(read: Expression, levels: Mapping[str, int]) -> Expression:
    names = sorted(read.conditions)
    counts = [levels[name] for name in names]
    if not names or not read.terms:
        return read
    size = _size(read, levels)
    if size > MOST_CONFIGURATIONS:
        raise say.TOO_MANY_TO_SIMPLIFY.error(configurations=size, limit=MOST_CONFIGURATIONS)
    cubes = expression_cubes(read, names, levels)
    inside = np.flatnonzero(rows_of(cubes, counts))
    if not len(inside):
        return Expression(())
    if len(inside) == size:
        return Expression(((),))
    rows = row_values(inside + 1, counts)
    found = prime_implicants(rows, complement(rows, counts), counts)
    covers = minimum_covers(found.chart, Budget(SIMPLIFY_SECONDS, 10_000))
    bracketed = {literal.condition for term in read.terms for literal in term if literal.bracketed}

    def as_terms(members: tuple[int, ...]) -> tuple[Term, ...]:
        return tuple(
            tuple(
                Literal(name, (int(value),), name in bracketed)
                for name, value in zip(names, found.terms[one], strict=True)
                if value >= 0
            )
            for one in members
        )

    forms = Family(covers.leaves, as_terms)
    return Expression(min(forms[:1000], key=lambda form: sum(map(len, form))))


@cache
def _factored(terms: tuple[Term, ...]) -> tuple[int, str]:
    """The least number of literals found, and the text."""
    if len(terms) == 1:
        return len(terms[0]), write_term(terms[0])
    plain = sum(map(len, terms)), " + ".join(map(write_term, terms))
    counts: dict[Literal, int] = {}
    for term in terms:
        for literal in term:
            counts[literal] = counts.get(literal, 0) + 1
    shared = sorted((one for one in counts if counts[one] > 1), key=lambda one: -counts[one])
    tries = [_take_out(terms, literal) for literal in shared[:FACTORS_TRIED]]
    return min([plain, *tries], key=lambda found: found[0])


def _take_out(terms: Sequence[Term], literal: Literal) -> tuple[int, str]:
    group = [term for term in terms if literal in term]
    rest = tuple(term for term in terms if literal not in term)
    common = tuple(one for one in group[0] if all(one in term for term in group))
    inner = tuple(_without(term, common) for term in group)
    count, text = _factored(inner)
    written = f"{write_term(common)}*({text})"
    if not rest:
        return count + len(common), written
    more, tail = _factored(rest)
    return count + len(common) + more, f"{written} + {tail}"


def _without(term: Term, common: Iterable[Literal]) -> Term:
    gone = set(common)
    return tuple(one for one in term if one not in gone)
