"""Reading reports and editions: builders see drafts, everybody else built editions only."""

from __future__ import annotations

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.claims.enums import Status
from localvision.workbench.platform.models import Run
from localvision.workbench.programmes.viewers import Viewer
from localvision.workbench.reporting.models import (
    CitedWork,
    Edition,
    EditionFile,
    Report,
    ReportBlock,
)

BUILD = "reporting.build"


def reports_for(viewer: Viewer) -> QuerySet[Report]:
    """Return the reports that the viewer may open, each with its newest editions."""
    reports = Report.objects.filter(programme=viewer.programme)
    if not viewer.may(Capability.BUILD_REPORTS):
        reports = reports.filter(Exists(Edition.objects.filter(report=OuterRef("pk"))))
    if not viewer.may(Capability.READ_REPORTS):
        reports = reports.none()
    newest = Edition.objects.defer("content").order_by("-number")
    return (
        reports.annotate(
            block_count=Count("blocks", filter=Q(blocks__removed_at=None), distinct=True)
        )
        .prefetch_related(Prefetch("editions", newest), _files("editions__files"))
        .order_by("title", "pk")
    )


def report_for(viewer: Viewer, slug: str) -> Report | None:
    """Return one report that the viewer may open."""
    return reports_for(viewer).filter(slug=slug).first()


def blocks_of(viewer: Viewer, report: Report, *, removed: bool = False) -> QuerySet[ReportBlock]:
    """Return the blocks of a draft in their order, or those that were removed, newest first."""
    if not viewer.may(Capability.BUILD_REPORTS):
        return ReportBlock.objects.none()
    blocks = ReportBlock.objects.filter(
        report=report, report__programme=viewer.programme, removed_at__isnull=not removed
    ).select_related("report", "claim", "passage__text__source")
    return blocks.order_by("-removed_at" if removed else "position", "pk")


def works_of(viewer: Viewer, report: Report) -> QuerySet[CitedWork]:
    """Return the works that a report cites."""
    return CitedWork.objects.filter(report=report, report__programme=viewer.programme)


def editions_for(viewer: Viewer, report: Report) -> QuerySet[Edition]:
    """Return the editions of a report, newest first, without their content."""
    if not viewer.may(Capability.READ_REPORTS):
        return Edition.objects.none()
    return (
        Edition.objects.filter(report=report, report__programme=viewer.programme)
        .defer("content")
        .select_related("built_by")
        .prefetch_related(_files("files"))
    )


def edition_for(viewer: Viewer, slug: str, number: int | None = None) -> Edition | None:
    """Return one edition with its content; without a number the newest."""
    if not viewer.may(Capability.READ_REPORTS):
        return None
    found = Edition.objects.filter(report__programme=viewer.programme, report__slug=slug)
    if number is not None:
        found = found.filter(number=number)
    return (
        found.select_related("report", "built_by")
        .prefetch_related(_files("files"))
        .order_by("-number")
        .first()
    )


def file_for(viewer: Viewer, slug: str, number: int, format_: str) -> EditionFile | None:
    """Return one built file of an edition."""
    if not viewer.may(Capability.READ_REPORTS):
        return None
    return (
        EditionFile.objects.filter(
            edition__report__programme=viewer.programme,
            edition__report__slug=slug,
            edition__number=number,
            format=format_,
        )
        .select_related("edition__report")
        .first()
    )


def newest_run(viewer: Viewer, report: Report) -> Run | None:
    """Return the newest build of a report, waiting, running or ended."""
    if not viewer.may(Capability.BUILD_REPORTS):
        return None
    runs = Run.objects.filter(
        kind=BUILD, programme_key=str(viewer.programme.pk), arguments__report=report.pk
    )
    return runs.order_by("-pk").first()


def withdrawn_in_reports(viewer: Viewer) -> list[tuple[str, str, int]]:
    """Return short name and title of drafts that show a withdrawn claim, with its number."""
    if not viewer.may(Capability.BUILD_REPORTS):
        return []
    blocks = ReportBlock.objects.filter(
        report__programme=viewer.programme, removed_at=None, claim__status=Status.WITHDRAWN
    )
    rows = blocks.order_by("report__title", "claim__number").values_list(
        "report__slug", "report__title", "claim__number"
    )
    return list(rows.distinct())


def edition_count(viewer: Viewer) -> int:
    """Return how many editions the viewer may read."""
    if not viewer.may(Capability.READ_REPORTS):
        return 0
    return Edition.objects.filter(report__programme=viewer.programme).count()


def _files(path: str) -> Prefetch[str, QuerySet[EditionFile], str]:
    return Prefetch(path, EditionFile.objects.order_by("format"))
