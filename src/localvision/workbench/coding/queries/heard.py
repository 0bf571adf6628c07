"""Who was heard at all: the sources behind each row, so that silence differs from absence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from django.db.models import QuerySet

from localvision.workbench.coding.enums import Rows
from localvision.workbench.coding.matrix import Heard, RowKey
from localvision.workbench.coding.models import Coding
from localvision.workbench.documents.models import Passage, Source, Speaker
from localvision.workbench.documents.queries import sources_to_count
from localvision.workbench.programmes.viewers import Viewer

#: A source, and whether any of it is coded.
Read = tuple[int, bool]


def heard_by_row(
    viewer: Viewer, codings: QuerySet[Coding], kind: Rows, *, wave: int | None, role: str | None
) -> dict[RowKey, set[Read]]:
    """Return, for each place, role or wave, its sources, as far as wave and role choose them."""
    sources = sources_to_count(viewer)
    if wave is not None:
        sources = sources.filter(wave__number=wave)
    voices = _voices(sources)
    coded = set(codings.values_list("text__source", flat=True).distinct())
    found: defaultdict[RowKey, set[Read]] = defaultdict(set)
    for pk, place, wave_id in sources.values_list("pk", "locality_id", "wave_id").order_by():
        roles = voices.get(pk, {""})
        if role and role not in roles:
            continue
        rows: dict[Rows, set[RowKey]] = {
            Rows.LOCALITY: {place},
            Rows.WAVE: {wave_id},
            Rows.ROLE: {role} if role else {*roles},
        }
        for key in rows[kind]:
            found[key].add((pk, pk in coded))
    return dict(found)


def as_heard(read: set[Read]) -> Heard:
    """Return how many sources, and how many of them carry a code."""
    return Heard(len(read), sum(coded for _, coded in read))


def heard_together(rows: Mapping[RowKey, set[Read]]) -> Heard:
    """Return the same over all rows; a source that stands in two counts once."""
    return as_heard({each for read in rows.values() for each in read})


def _voices(sources: QuerySet[Source]) -> dict[int, set[str]]:
    """Return the roles that speak in each source: its own, its speakers', its passages'."""
    own = sources.exclude(role="").values_list("pk", "role")
    speaking = Speaker.objects.filter(text__source__in=sources, interviewer=False)
    quoted = Passage.objects.filter(text__source__in=sources)
    pairs = own.order_by().union(
        speaking.exclude(role="").order_by().values_list("text__source_id", "role"),
        quoted.exclude(role="").order_by().values_list("text__source_id", "role"),
    )
    found: defaultdict[int, set[str]] = defaultdict(set)
    for source_id, role in pairs:
        found[source_id].add(role)
    return dict(found)
