"""Keeping coded passages and memos findable: one search entry for each, never twice.

An entry holds the words and where they come from, not the codes: a code that is reworded
leaves no stale entry behind, and is found as itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.coding.models import LIVE, Coding, Memo
from localvision.workbench.documents.models import Passage
from localvision.workbench.platform.models import SearchEntry
from localvision.workbench.platform.search import forget, remember

PASSAGE = "passage"
MEMO = "memo"


def refresh_passages(passage_ids: Iterable[int]) -> None:
    """Make coded passages findable and forget those that no coding holds any more."""
    wanted = set(passage_ids)
    coded = set(
        Coding.objects.filter(LIVE, passage_id__in=wanted).values_list("passage_id", flat=True)
    )
    found = Passage.objects.filter(pk__in=coded).select_related(
        "text__source__locality", "text__source__wave"
    )
    remember(_of_passage(passage) for passage in found)
    if wanted - coded:
        forget(PASSAGE, map(str, wanted - coded))


def refresh_memo(memo: Memo) -> None:
    """Make a memo findable, or forget it when it was removed."""
    if memo.removed_at is not None:
        forget(MEMO, [str(memo.pk)])
        return
    source = memo.source or (memo.passage.text.source if memo.passage else None)
    remember(
        [
            SearchEntry(
                programme_key=str(memo.programme_id),
                kind=MEMO,
                object_key=str(memo.pk),
                capability=Capability.READ_SOURCES.value,
                locality_key=str((source and source.locality_id) or ""),
                title=f"Memo on a {memo.get_about_display().lower()}",
                body=memo.text,
            )
        ]
    )


def _of_passage(passage: Passage) -> SearchEntry:
    source = passage.text.source
    title = ", ".join(
        str(part)
        for part in (passage.raw_role or passage.role, source.locality, source.wave)
        if part
    )
    return SearchEntry(
        programme_key=str(source.programme_id),
        kind=PASSAGE,
        object_key=str(passage.pk),
        capability=Capability.READ_SOURCES.value,
        locality_key=str(source.locality_id or ""),
        title=title[:300],
        body=passage.quote,
    )
