"""Making a report, and saying what it is."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from localvision.errors import workbench_reporting as messages
from localvision.workbench.accounts.enums import Capability
from localvision.workbench.platform.audit import Thing, record
from localvision.workbench.programmes.viewers import Viewer
from localvision.workbench.reporting.enums import ReportForm, ReportStatus
from localvision.workbench.reporting.models import CitedWork, Report

#: What `change_report` may change, beside the title.
DETAILS = ("subtitle", "authors_line", "summary_line", "form", "status", "as_at")


@transaction.atomic
def make_report(*, by: Viewer, slug: str, title: str, **details: Any) -> Report:
    """Make an empty report.

    `details` are those of `DETAILS`. Raises `report.exists` where the short name is taken.
    """
    report = begin(by, slug, title, details)
    tell(by, report, "report.made", f"The report {title} was begun.")
    return report


def begin(by: Viewer, slug: str, title: str, details: dict[str, Any]) -> Report:
    """Store an empty report, inside the transaction and the event of the action that calls."""
    by.check(Capability.BUILD_REPORTS)
    if Report.objects.filter(programme=by.programme, slug=slug).exists():
        raise messages.REPORT_EXISTS.error(slug=slug)
    return Report.objects.create(
        programme=by.programme, slug=slug, title=title, made_by=by.account, **_checked(details)
    )


@transaction.atomic
def change_report(*, by: Viewer, report: Report, title: str, **details: Any) -> Report:
    """Change what the report is called, how settled it is, and its as-at day."""
    hold(by, report)
    report.title = title
    for field, value in _checked(details).items():
        setattr(report, field, value)
    report.save()
    tell(by, report, "report.changed", "Title, status or dates of a report were changed.")
    return report


@transaction.atomic
def cite_work(*, by: Viewer, report: Report, key: str, **facts: Any) -> CitedWork:
    """Add a work to the report's references, or change it (R327)."""
    hold(by, report)
    work, _ = CitedWork.objects.update_or_create(report=report, key=key, defaults=facts)
    tell(by, report, "report.work-cited", "A work was added to a report's references.")
    return work


@transaction.atomic
def drop_work(*, by: Viewer, work: CitedWork) -> None:
    """Take a work out of the references."""
    hold(by, work.report)
    tell(by, work.report, "report.work-dropped", "A work was taken out of the references.")
    work.delete()


def hold(by: Viewer, report: Report) -> None:
    """Hold a report for the rest of the transaction.

    Raises `access.not-allowed`, and `report.not-found` for a report of another programme.
    """
    by.check(Capability.BUILD_REPORTS)
    held = Report.objects.select_for_update().filter(pk=report.pk, programme=by.programme)
    if not held.exists():
        raise messages.NO_REPORT.error(slug=report.slug, choices="those of this programme")


def tell(by: Viewer, report: Report, verb: str, summary: str, **facts: Any) -> None:
    """Write the one event of an action on a report."""
    record(
        by=by.account,
        verb=verb,
        thing=Thing("report", str(report.pk)),
        summary=summary,
        programme_key=str(by.programme.pk),
        facts=facts,
    )


def _checked(details: dict[str, Any]) -> dict[str, Any]:
    unknown = set(details) - set(DETAILS)
    if unknown:
        raise TypeError(f"a report has no {', '.join(sorted(unknown))}")
    for field, choices in (("form", ReportForm), ("status", ReportStatus)):
        if field in details and details[field] not in choices.values:
            raise messages.BLOCK_SETTING.error(
                kind="report", field=field, value=details[field], choices=", ".join(choices.values)
            )
    return details
