"""Keeping a built edition: its row, its files and its event stand or fall together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from localvision.errors import workbench_reporting as messages
from localvision.workbench.platform.audit import Thing, record
from localvision.workbench.platform.models import Run
from localvision.workbench.programmes.viewers import Viewer
from localvision.workbench.reporting.actions.reports import hold
from localvision.workbench.reporting.models import Edition, EditionFile, Report
from localvision.workbench.reporting.shelf import Shelved


@transaction.atomic
def keep_edition(
    *, by: Viewer, report: Report, edition: Edition, files: Sequence[Shelved], run: Run | None
) -> Edition:
    """Store an edition whose files are on the shelf already.

    Raises `report.built-meanwhile` where its number was taken while it was built.
    """
    hold(by, report)
    if edition.number != next_number(report):
        raise messages.BUILT_MEANWHILE.error(number=edition.number)
    edition.report, edition.run = report, run
    edition.built_by, edition.built_at = by.account, timezone.now()
    edition.save()
    EditionFile.objects.bulk_create(
        EditionFile(
            edition=edition, format=f.format, stored_as=f.stored_as, sha256=f.sha256, size=f.size
        )
        for f in files
    )
    record(
        by=by.account,
        verb="edition.built",
        thing=Thing("report", str(report.pk)),
        summary=f"Edition {edition.number} of the report {report.slug} was built.",
        programme_key=str(by.programme.pk),
        facts=_facts(edition, files),
    )
    return edition


def next_number(report: Report) -> int:
    """Return the number that the next edition will have."""
    return (report.editions.aggregate(last=Max("number"))["last"] or 0) + 1


def _facts(edition: Edition, files: Sequence[Shelved]) -> dict[str, Any]:
    return {
        "number": edition.number,
        "as_at": edition.as_at.isoformat(),
        "problems": len(edition.problems),
        "sha256": {f.format: f.sha256 for f in files},
    }
