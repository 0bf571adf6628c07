"""What one bringing-in gave, counted: sources, passages, quotations, roles, themes, clusters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from localvision.workbench.coding.models import LIVE, Coding
from localvision.workbench.documents.models import Intake, Passage
from localvision.workbench.documents.queries import sources_to_count
from localvision.workbench.programmes.queries import role_labels
from localvision.workbench.programmes.viewers import Viewer


@dataclass(frozen=True, slots=True)
class IntakeSummary:
    """Counts of one bringing-in. Quotations are passages that came with their speaker's role.

    `by_theme` and `by_cluster` count quotations that stand under a theme's heading; the others
    are in no theme. `used_once` are roles behind a single quotation, which may be one person
    (R220); `silent` are roles that ought to be heard and say nothing here (R221).
    """

    sources: int
    passages: int
    quotations: int
    by_role: dict[str, int]
    by_theme: dict[str, int]
    by_cluster: dict[str, int]
    used_once: list[str]
    silent: list[str]
    problems: list[dict[str, Any]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Return plain values, for scripts."""
        return asdict(self)

    def lines(self) -> Iterator[str]:
        """Say it to a person."""
        yield f"{self.sources} sources, {self.passages} passages, {self.quotations} quotations."
        for title, counts in (
            ("Roles", self.by_role),
            ("Clusters", self.by_cluster),
            ("Themes", self.by_theme),
        ):
            if counts:
                said = ", ".join(f"{key} {n}" for key, n in counts.items())
                yield f"{title}: {said}."
        if self.used_once:
            yield f"Used only once, so it may be one person: {', '.join(self.used_once)}."
        if self.quotations and self.silent:
            yield f"Not heard here: {', '.join(self.silent)}."
        yield f"{len(self.problems)} problems."


def intake_summary(viewer: Viewer, intake: Intake) -> IntakeSummary:
    """Return what one bringing-in gave."""
    sources = sources_to_count(viewer).filter(intake=intake)
    passages = Passage.objects.filter(text__source__in=sources)
    quotations = passages.filter(attributed=True)
    roles = Counter(quotations.values_list("role", flat=True))
    heard = {role for role in roles if role}
    themes, clusters = _coded(quotations)
    labels = role_labels(viewer)
    return IntakeSummary(
        sources=sources.count(),
        passages=passages.count(),
        quotations=quotations.count(),
        by_role=_by_size(roles),
        by_theme=_by_size(themes),
        by_cluster=_by_size(clusters),
        used_once=[labels.get(role, role) for role, n in roles.items() if n == 1 and role],
        silent=[
            labels.get(role, role) for role in viewer.programme.expected_roles if role not in heard
        ],
        problems=intake.problems,
    )


def _coded(quotations: Any) -> tuple[Counter[str], Counter[str]]:
    """Return distinct quotations by theme and by cluster."""
    coded = Coding.objects.filter(LIVE, passage__in=quotations, item__frame__key="themes")
    rows = set(coded.values_list("passage_id", "item__key", "item__cluster"))
    themes = Counter(theme for _, theme, _ in rows)
    clusters = Counter(cluster for _, cluster in {(p, c) for p, _, c in rows})
    return themes, clusters


def _by_size(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0])))
