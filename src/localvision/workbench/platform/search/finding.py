"""Finding: words, "phrases", -exclusions and `or`; never a syntax error.

A person's scope (programme, capabilities, localities) is part of the query itself, so that
neither a hit, a count nor an order can speak of what they may not read.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import connection

from localvision.workbench.platform.search import postgres, sqlite
from localvision.workbench.platform.search.words import Query, parse

#: Locality key of what speaks of the whole programme, such as a claim.
EVERYWHERE = "*"


@dataclass(frozen=True, slots=True)
class Scope:
    """Within what a person may find. `locality_keys` None means every locality.

    What belongs to no one locality but to the whole programme bears the key `EVERYWHERE`, and
    is found by members of a single place too; what bears no key is not.
    """

    programme_key: str
    capabilities: Collection[str]
    locality_keys: Collection[str] | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """One found thing; `snippet` is cut at marks: every second piece was what was sought."""

    kind: str
    object_key: str
    title: str
    snippet: tuple[str, ...]


def find(words: str, scope: Scope, *, kinds: Collection[str] = (), limit: int = 50) -> list[Hit]:
    """Return hits in order of relevance, then of entry."""
    query = parse(words)
    if not query.wanted or not scope.capabilities:
        return []
    where, values = _limits(scope, kinds)
    backend = postgres if connection.vendor == "postgresql" else sqlite
    with connection.cursor() as cursor:
        cursor.execute(*backend.statement(query, where, values, limit))
        return [_hit(row) for row in cursor.fetchall()]


def _limits(scope: Scope, kinds: Collection[str]) -> tuple[str, list[Any]]:
    clauses, values = ["e.programme_key = %s"], [scope.programme_key]
    places = None if scope.locality_keys is None else {*scope.locality_keys, EVERYWHERE}
    for column, allowed in (
        ("capability", scope.capabilities),
        ("locality_key", places),
        ("kind", kinds or None),
    ):
        if allowed is not None:
            clauses.append(f"e.{column} IN ({', '.join(['%s'] * len(allowed)) or 'NULL'})")
            values.extend(allowed)
    return " AND ".join(clauses), values


def _hit(row: tuple[str, str, str, str]) -> Hit:
    kind, key, title, marked = row
    return Hit(kind, key, title, tuple(marked.split("\x02")))


__all__ = ["Hit", "Query", "Scope", "find"]
