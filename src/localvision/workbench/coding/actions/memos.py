"""Writing memos."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from localvision.errors import workbench_coding as messages
from localvision.workbench.accounts.enums import Capability
from localvision.workbench.coding.actions.findable import refresh_memo
from localvision.workbench.coding.enums import About
from localvision.workbench.coding.models import Memo
from localvision.workbench.documents.models import Passage, Source
from localvision.workbench.platform.audit import Thing, record
from localvision.workbench.programmes.models import FrameItem
from localvision.workbench.programmes.viewers import Viewer


@transaction.atomic
def write_memo(*, by: Viewer, text: str, about: Passage | FrameItem | Source | None = None) -> Memo:
    """Keep a memo on a passage, a code, a source, or (with none of them) the programme.

    Raises `memo.empty` where there are no words, `memo.not-found` where what it is about is
    not of this programme.
    """
    by.check(Capability.CODE)
    memo = Memo.objects.create(
        programme=by.programme, written_by=by.account, text=_words(text), **_about(by, about)
    )
    _record(by, "memo.written", memo)
    refresh_memo(memo)
    return memo


@transaction.atomic
def change_memo(*, by: Viewer, memo: Memo, text: str) -> Memo:
    """Change the words of one's own memo. Raises `memo.empty`, `memo.of-another`."""
    memo = _own(by, memo)
    memo.text, memo.changed_at = _words(text), timezone.now()
    memo.save(update_fields=["text", "changed_at"])
    _record(by, "memo.changed", memo)
    refresh_memo(memo)
    return memo


@transaction.atomic
def remove_memo(*, by: Viewer, memo: Memo) -> Memo:
    """Take one's own memo out. Raises `memo.of-another`."""
    memo = _own(by, memo)
    memo.removed_at = timezone.now()
    memo.save(update_fields=["removed_at"])
    _record(by, "memo.removed", memo)
    refresh_memo(memo)
    return memo


def _words(text: str) -> str:
    words = text.strip()
    if not words:
        raise messages.MEMO_EMPTY.error()
    return words


def _about(by: Viewer, about: Passage | FrameItem | Source | None) -> dict[str, Any]:
    """Return the memo's kind and the one thing that it points to."""
    if about is None:
        return {"about": About.PROGRAMME}
    if isinstance(about, Passage):
        kind, programme = About.PASSAGE, about.text.source.programme_id
    elif isinstance(about, FrameItem):
        kind, programme = About.ITEM, about.frame.programme_id
    else:
        kind, programme = About.SOURCE, about.programme_id
    if programme != by.programme.pk:
        raise messages.MEMO_NOT_FOUND.error(key=about.pk)
    return {"about": kind, kind.value: about}


def _own(by: Viewer, memo: Memo) -> Memo:
    by.check(Capability.CODE)
    if memo.programme_id != by.programme.pk or memo.removed_at is not None:
        raise messages.MEMO_NOT_FOUND.error(key=memo.pk)
    if memo.written_by_id != by.account.pk:
        raise messages.MEMO_OF_ANOTHER.error()
    return memo


def _record(by: Viewer, verb: str, memo: Memo) -> None:
    record(
        by=by.account,
        verb=verb,
        thing=Thing("memo", str(memo.pk)),
        summary=f"A memo on a {memo.get_about_display().lower()}.",
        programme_key=str(by.programme.pk),
    )
