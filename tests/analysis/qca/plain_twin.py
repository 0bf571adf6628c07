"""The slow, plain twin: textbook Quine-McCluskey and exhaustive covers, obviously right.

A term is a tuple with one entry for each condition: a value, or None where it is left out.
"""

from __future__ import annotations

from itertools import combinations, product

Row = tuple[int, ...]
Term = tuple[int | None, ...]


def holds(term: Term, row: Row) -> bool:
    return all(wanted is None or wanted == value for wanted, value in zip(term, row, strict=True))


def quine_mccluskey(on: set[Row], free: set[Row], levels: tuple[int, ...]) -> set[Term]:
    """Merge terms that differ in one condition and have all its values, until none is left."""
    current: set[Term] = set(on | free)
    primes: set[Term] = set()
    while current:
        merged: set[Term] = set()
        used: set[Term] = set()
        for term in current:
            for place, value in enumerate(term):
                if value is None:
                    continue
                family = [
                    (*term[:place], other, *term[place + 1 :]) for other in range(levels[place])
                ]
                if all(member in current for member in family):
                    merged.add((*term[:place], None, *term[place + 1 :]))
                    used.update(family)
        primes |= current - used
        current = merged
    return {prime for prime in primes if any(holds(prime, row) for row in on)}


def minimum_covers(primes: set[Term], on: set[Row]) -> set[frozenset[Term]]:
    """Try all combinations, smallest first."""
    listed = sorted(primes, key=str)
    for size in range(1, len(listed) + 1):
        found = {
            frozenset(chosen)
            for chosen in combinations(listed, size)
            if all(any(holds(term, row) for term in chosen) for row in on)
        }
        if found:
            return found
    return set()


def irredundant_covers(primes: set[Term], on: set[Row]) -> set[frozenset[Term]]:
    """Try all combinations; keep covers from which no term can be left out."""
    listed = sorted(primes, key=str)
    found: list[frozenset[Term]] = []
    for size in range(1, len(listed) + 1):
        for chosen in combinations(listed, size):
            one = frozenset(chosen)
            if any(smaller <= one for smaller in found):
                continue
            if all(any(holds(term, row) for term in chosen) for row in on):
                found.append(one)
    return set(found)


def all_rows(levels: tuple[int, ...]) -> list[Row]:
    return list(product(*(range(count) for count in levels)))
