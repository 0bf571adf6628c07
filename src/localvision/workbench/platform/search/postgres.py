"""Search by PostgreSQL's tsvector: English stems, accents folded before they are indexed."""

from __future__ import annotations

from typing import Any

from localvision.workbench.platform.search.words import Query

HEADLINE = "StartSel=\x02, StopSel=\x02, MaxFragments=1, MaxWords=24, MinWords=12"


def statement(query: Query, where: str, values: list[Any], limit: int) -> tuple[str, list[Any]]:
    """Return the SQL and its values."""
    match, terms = _match(query)
    sql = f"""
        WITH q AS (SELECT {match} AS query)
        SELECT e.kind, e.object_key, e.title, ts_headline('english', e.body, q.query, %s)
        FROM platform_searchentry e, q
        WHERE e.words @@ q.query AND {where}
        ORDER BY ts_rank(e.words, q.query) DESC, e.id LIMIT %s
    """
    return sql, [*terms, HEADLINE, *values, limit]


def _match(query: Query) -> tuple[str, list[str]]:
    phrase = "phraseto_tsquery('english', %s)"
    groups = [" && ".join([phrase] * len(group)) for group in query.wanted]
    sql = "(" + " || ".join(f"({group})" for group in groups) + ")"
    sql += "".join(f" && !!{phrase}" for _ in query.unwanted)
    terms = [" ".join(t) for group in query.wanted for t in group]
    return sql, terms + [" ".join(t) for t in query.unwanted]
