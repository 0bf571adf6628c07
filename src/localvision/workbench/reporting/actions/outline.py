"""Bringing in a whole report from an outline, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.programmes.viewers import Viewer
from localvision.workbench.reporting.actions.blocks import check_belongs
from localvision.workbench.reporting.actions.reports import begin, tell
from localvision.workbench.reporting.models import CitedWork, Report, ReportBlock
from localvision.workbench.reporting.outline import NewBlock
from localvision.workbench.reporting.rules import check_block


@transaction.atomic
def import_report(
    *,
    by: Viewer,
    slug: str,
    title: str,
    blocks: Sequence[NewBlock],
    works: Iterable[Mapping[str, Any]] = (),
    **details: Any,
) -> Report:
    """Make a report with all its blocks, in their order.

    Parameters
    ----------
    blocks : in order; narrative cites claims as `{claim:KEY}`.
    works : facts of cited works: key, cited_as, entry, url, accessed, archived.
    details : subtitle, authors_line, summary_line, form, status, as_at.

    Raises `report.exists`, `report.block-setting` or `report.block-needs`; then nothing is made.
    """
    by.check(Capability.BUILD_REPORTS)
    for block in blocks:
        check_block(block)
    check_belongs(by, blocks)
    report = begin(by, slug, title, details)
    ReportBlock.objects.bulk_create(
        ReportBlock(report=report, position=position, **block.fields)
        for position, block in enumerate(blocks, start=1)
    )
    CitedWork.objects.bulk_create(CitedWork(report=report, **facts) for facts in works)
    tell(by, report, "report.imported", f"{len(blocks)} blocks came in from an outline.")
    return report
