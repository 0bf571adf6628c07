"""Search by SQLite's FTS5: Porter stems, accents ignored."""

from __future__ import annotations

from typing import Any

from localvision.workbench.platform.search.words import Query


def statement(query: Query, where: str, values: list[Any], limit: int) -> tuple[str, list[Any]]:
    """Return the SQL and its values."""
    sql = f"""
        SELECT e.kind, e.object_key, e.title,
               snippet(platform_search, 1, char(2), char(2), ' … ', 24)
        FROM platform_search JOIN platform_searchentry e ON e.id = platform_search.rowid
        WHERE platform_search MATCH %s AND {where}
        ORDER BY bm25(platform_search, 4.0, 1.0), e.id LIMIT %s
    """
    return sql, [_match(query), *values, limit]


def _match(query: Query) -> str:
    groups = [" AND ".join(_phrase(terms) for terms in group) for group in query.wanted]
    wanted = " OR ".join(f"({group})" for group in groups)
    refused = "".join(f" NOT {_phrase(terms)}" for terms in query.unwanted)
    return f"({wanted}){refused}"


def _phrase(terms: tuple[str, ...]) -> str:
    return '"' + " ".join(terms) + '"'
