"""Whose voices a report carries, where, and who is silent."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from localvision.intake.document import AttributedQuotation

FrameSections = Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class QuotationSummary:
    """Counts of attributed quotations; every count is of quotations, not of people.

    `n` quotations hold `words`; `n_in_themes` stand under a section of the frame and
    `n_elsewhere` do not. `by_role` and `by_raw_role` count all `n`; `by_theme` and
    `by_cluster` count those in the frame, with 0 where a theme has none.
    `roles_used_once` may each be one person; `silent_roles` were expected and never
    speak, `silent_by_theme` says where. `by_kind` counts proposals.
    """

    n: int
    words: int
    n_in_themes: int
    n_elsewhere: int
    by_role: dict[str, int]
    by_raw_role: dict[str, int]
    by_theme: dict[str, int]
    by_cluster: dict[str, int]
    by_kind: dict[str, int]
    roles_used_once: tuple[str, ...]
    silent_roles: tuple[str, ...]
    silent_by_theme: dict[str, tuple[str, ...]]


def quotation_summary(
    quotations: Sequence[AttributedQuotation],
    frame_sections: FrameSections | None = None,
    expected_roles: Iterable[str] = (),
) -> QuotationSummary:
    """Count quotations by role, theme and cluster, and name the silent.

    Parameters
    ----------
    quotations : from `attributed_quotations`.
    frame_sections : section title to (theme key, cluster key); titles are compared
        without case, punctuation, numbers and "and" against "&".
    expected_roles : normalised role keys that ought to be heard.

    Examples
    --------
    >>> from localvision.intake.quotations import attributed_quotations
    >>> found = attributed_quotations('"We grew." [LV Enabler]')
    >>> summary = quotation_summary(found, expected_roles=["enabler", "carer"])
    >>> summary.by_role, summary.roles_used_once, summary.silent_roles
    ({'enabler': 1}, ('enabler',), ('carer',))
    """
    frame = {fold_title(title): keys for title, keys in (frame_sections or {}).items()}
    expected = tuple(dict.fromkeys(expected_roles))
    placed = [(quotation, theme_of(quotation, frame)) for quotation in quotations]
    by_theme = {theme: 0 for theme, _ in frame.values() if theme}
    by_cluster = {cluster: 0 for _, cluster in frame.values() if cluster}
    heard: dict[str, set[str]] = {theme: set() for theme in by_theme}
    for quotation, keys in placed:
        theme, cluster = keys or ("", "")
        if theme:
            by_theme[theme] += 1
            heard[theme].add(quotation.role)
        if cluster:
            by_cluster[cluster] += 1
    by_role = _counted(quotation.role for quotation in quotations)
    in_themes = sum(keys is not None for _, keys in placed)
    return QuotationSummary(
        n=len(quotations),
        words=sum(quotation.words for quotation in quotations),
        n_in_themes=in_themes,
        n_elsewhere=len(quotations) - in_themes,
        by_role=by_role,
        by_raw_role=_counted(" ".join(q.raw_role.split()) for q in quotations),
        by_theme=by_theme,
        by_cluster=by_cluster,
        by_kind=_counted(quotation.kind for quotation in quotations),
        roles_used_once=tuple(role for role, count in by_role.items() if count == 1),
        silent_roles=tuple(role for role in expected if role not in by_role),
        silent_by_theme={
            theme: tuple(role for role in expected if role not in roles)
            for theme, roles in heard.items()
        },
    )


def theme_of(
    quotation: AttributedQuotation, folded_frame: Mapping[str, tuple[str, str]]
) -> tuple[str, str] | None:
    """Return (theme, cluster) of the innermost section whose folded title is in the frame."""
    for section in reversed(quotation.section_path):
        keys = folded_frame.get(fold_title(section.title))
        if keys is not None:
            return keys
    return None


def fold_title(title: str) -> str:
    """Fold a title so that spellings of one heading meet.

    Examples
    --------
    >>> fold_title("5.3.1. Organisational Structures & Priorities:")
    'organisational structures and priorities'
    """
    words = title.casefold().replace("&", " and ")
    words = re.sub(r"^\s*(?:theme|section|chapter)?\s*[0-9]+(?:\.[0-9]+)*[.:)]?\s+", "", words)
    return " ".join(re.sub(r"[\W_]+", " ", words).split())


def _counted(values: Iterable[str]) -> dict[str, int]:
    counted = Counter(values)
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))
