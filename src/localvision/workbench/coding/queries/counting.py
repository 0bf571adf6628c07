"""Counting codings by what they stand for now: one query a grouping, every figure distinct."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Case, CharField, Count, Q, QuerySet, Value, When

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.coding.matrix import Counted
from localvision.workbench.coding.models import Coding
from localvision.workbench.coding.queries.frames import FrameNow
from localvision.workbench.coding.queries.reach import codings_to_count
from localvision.workbench.coding.rules import is_withheld
from localvision.workbench.programmes.viewers import Viewer

FIGURES = {
    "passages": Count("passage", distinct=True),
    "people": Count("passage__person", distinct=True),
    "sources": Count("text__source", distinct=True),
    "without_person": Count("passage", distinct=True, filter=Q(passage__person=None)),
}


def standing_codings(viewer: Viewer, now: FrameNow) -> QuerySet[Coding]:
    """Return the codings of a frame to count, each with `standing`, what it stands for now."""
    return codings_to_count(viewer, now).alias(standing=now.standing)


def counts(codings: QuerySet[Coding], **by: Any) -> dict[tuple[Any, ...], Counted]:
    """Return distinct counts by some expressions; over everything, where none is given."""
    if not by:
        return {(): Counted(**codings.aggregate(**FIGURES))}
    rows: Iterable[Mapping[str, Any]] = codings.values(**by).annotate(**FIGURES)
    return {
        tuple(row[name] for name in by): Counted(**{name: row[name] for name in FIGURES})
        for row in rows
    }


def cluster_of(now: FrameNow) -> Case:
    """Return the cluster of a coding as it stands now, as the database computes it."""
    members: defaultdict[str, list[int]] = defaultdict(list)
    for pk, item in now.items.items():
        members[item.cluster] += [pk, -pk]
    whens = [When(standing__in=codes, then=Value(key)) for key, codes in members.items()]
    return Case(*whens, default=Value(""), output_field=CharField())


def withheld(viewer: Viewer, found: Iterable[Counted]) -> frozenset[int]:
    """Return the counts that this viewer must not see because they are too small."""
    reads = viewer.may(Capability.READ_SOURCES)
    return frozenset(n.passages for n in found if is_withheld(n.passages, reads_words=reads))
