"""Adding, moving, editing and removing blocks; what was removed can be put back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from localvision.errors import workbench_reporting as messages
from localvision.workbench.claims.models import Claim
from localvision.workbench.documents.queries import passages_for
from localvision.workbench.programmes.viewers import Viewer
from localvision.workbench.reporting.actions.reports import hold, tell
from localvision.workbench.reporting.models import Report, ReportBlock
from localvision.workbench.reporting.outline import NewBlock
from localvision.workbench.reporting.rules import check_block


@transaction.atomic
def add_block(
    *, by: Viewer, report: Report, block: NewBlock, after: ReportBlock | None = None
) -> ReportBlock:
    """Add a block after another one; without `after` it becomes the last.

    Raises `report.block-setting` or `report.block-needs` where the block cannot be.
    """
    order = _in_order(by, report)
    check_block(block)
    check_belongs(by, [block])
    made = ReportBlock.objects.create(report=report, position=len(order) + 1, **block.fields)
    at = len(order) if after is None else _place(order, after) + 1
    _renumber([*order[:at], made, *order[at:]])
    tell(by, report, "report.block-added", f"A {made.get_kind_display().lower()} was added.")
    return made


@transaction.atomic
def edit_block(*, by: Viewer, block: ReportBlock, change: NewBlock) -> ReportBlock:
    """Change the words, settings, claim or passage of a block; its kind stays."""
    _in_order(by, block.report)
    check_block(change)
    check_belongs(by, [change])
    for field, value in change.fields.items():
        if field != "kind":
            setattr(block, field, value)
    block.save()
    tell(by, block.report, "report.block-edited", f"A {block.get_kind_display().lower()} changed.")
    return block


@transaction.atomic
def move_block(*, by: Viewer, block: ReportBlock, to: int) -> ReportBlock:
    """Move a block to a position, from 1; a position beyond either end is that end."""
    order = _in_order(by, block.report)
    moved = order.pop(_place(order, block))
    order.insert(min(max(to - 1, 0), len(order)), moved)
    _renumber(order)
    tell(by, block.report, "report.block-moved", "A block was moved.")
    return moved


@transaction.atomic
def remove_block(*, by: Viewer, block: ReportBlock) -> ReportBlock:
    """Take a block out of the report; `restore_block` puts it back."""
    _in_order(by, block.report)
    block.removed_at = timezone.now()
    block.save(update_fields=["removed_at"])
    tell(by, block.report, "report.block-removed", f"A {block.get_kind_display().lower()} removed.")
    return block


@transaction.atomic
def restore_block(*, by: Viewer, block: ReportBlock) -> ReportBlock:
    """Put a removed block back where it was."""
    _in_order(by, block.report)
    block.removed_at = None
    block.save(update_fields=["removed_at"])
    _renumber(_in_order(by, block.report))
    tell(by, block.report, "report.block-restored", "A removed block was put back.")
    return block


def check_belongs(by: Viewer, blocks: Sequence[NewBlock]) -> None:
    """Raise `report.not-here` where a block shows a claim or passage of another programme."""
    claims = {b.claim_id for b in blocks if b.claim_id is not None}
    passages = {b.passage_id for b in blocks if b.passage_id is not None}
    here = Claim.objects.filter(programme=by.programme, pk__in=claims).count()
    if here != len(claims):
        raise messages.NOT_HERE.error(what="claim")
    if passages_for(by).filter(pk__in=passages).count() != len(passages):
        raise messages.NOT_HERE.error(what="passage")


def _in_order(by: Viewer, report: Report) -> list[ReportBlock]:
    """Return the blocks that stand in the report, in order, and hold the report meanwhile."""
    hold(by, report)
    return list(report.blocks.filter(removed_at=None).order_by("position", "pk"))


def _place(order: list[ReportBlock], block: ReportBlock) -> int:
    for at, each in enumerate(order):
        if each.pk == block.pk:
            return at
    raise messages.NO_BLOCK.error(key=block.pk)


def _renumber(order: list[ReportBlock]) -> None:
    changed: list[Any] = []
    for position, block in enumerate(order, start=1):
        if block.position != position:
            block.position = position
            changed.append(block)
    ReportBlock.objects.bulk_update(changed, ["position"])
