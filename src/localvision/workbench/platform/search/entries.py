"""Keeping the search entries of one object in step with it."""

from __future__ import annotations

from collections.abc import Iterable

from localvision.workbench.platform.models import SearchEntry


def remember(entries: Iterable[SearchEntry]) -> None:
    """Write or renew entries, in the caller's transaction; the index follows by trigger."""
    SearchEntry.objects.bulk_create(
        list(entries),
        update_conflicts=True,
        unique_fields=["kind", "object_key"],
        update_fields=["programme_key", "capability", "locality_key", "title", "body"],
        batch_size=500,
    )


def forget(kind: str, object_keys: Iterable[str]) -> None:
    """Remove entries, in the caller's transaction."""
    SearchEntry.objects.filter(kind=kind, object_key__in=list(object_keys)).delete()
