"""Filters of the shared components: counts that stay honest, and pages that elide."""

from __future__ import annotations

from typing import Any

from django import template
from django.core.paginator import Page

register = template.Library()

_MOST_DOTS = 400


@register.filter
def whole(value: Any) -> int | None:
    """Return a count as a whole number, or None where it is missing; never a silent zero.

    >>> whole("11"), whole(0), whole(""), whole(None)
    (11, 0, None, None)
    """
    if value is None or value == "":
        return None
    return int(value)


@register.filter
def plain(value: Any) -> str:
    """Return a number for an attribute: digits only, no thousand separators.

    >>> plain(3412), plain(None)
    ('3412', '')
    """
    return "" if value is None else str(value)


@register.filter
def less(value: Any, other: Any) -> int | None:
    """Return `value` minus `other`, never below zero; None where either is missing.

    >>> less(25, "21"), less(3, 5), less(25, None)
    (4, 0, None)
    """
    left, right = whole(value), whole(other)
    return None if left is None or right is None else max(left - right, 0)


@register.filter
def times(value: Any) -> range:
    """Return a range to draw one mark for each of a count, at most 400 marks.

    >>> len(times("3")), len(times(None)), len(times(2500))
    (3, 0, 400)
    """
    return range(min(whole(value) or 0, _MOST_DOTS))


@register.filter
def elided(page: Page[Any]) -> list[int | str]:
    """Return the numbers of the pages to link, with an ellipsis where some are left out."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))


@register.filter
def stage_words(stages: list[dict[str, str]]) -> str:
    """Say a strip of stages in words for those who do not see it.

    >>> stage_words([{"name": "bid", "state": "passed"}, {"name": "action", "state": "now"},
    ...              {"name": "exit", "state": "ahead"}])
    'Stage: action, after bid; ahead: exit'
    """
    words = [
        f"{lead} {', '.join(names)}"
        for state, lead in (("now", "Stage:"), ("passed", "after"))
        if (names := [stage["name"] for stage in stages if stage["state"] == state])
    ]
    ahead = [stage["name"] for stage in stages if stage["state"] == "ahead"]
    unknown = [stage["name"] for stage in stages if stage["state"] == "unknown"]
    tail = [f"ahead: {', '.join(ahead)}"] if ahead else []
    tail += [f"not known: {', '.join(unknown)}"] if unknown else []
    return "; ".join(filter(None, [", ".join(words) or "Stage not known", *tail]))


@register.filter
def strip_of(names: list[str], current: str) -> list[dict[str, str]]:
    """Return a strip from the names of the stages and the current one ("" means not known).

    >>> [stage["state"] for stage in strip_of(["bid", "action", "exit"], "action")]
    ['passed', 'now', 'ahead']
    """
    if current not in names:
        return [{"name": name, "state": "unknown"} for name in names]
    here = names.index(current)
    states = ["passed"] * here + ["now"] + ["ahead"] * (len(names) - here - 1)
    return [{"name": name, "state": state} for name, state in zip(names, states, strict=True)]
