"""Pages for reading: the list of reports, an edition on the screen, and its files."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render

from localvision.errors import LocalVisionError
from localvision.workbench.accounts.enums import Capability
from localvision.workbench.programmes.rooms import MemberRequest
from localvision.workbench.reporting import queries
from localvision.workbench.reporting.building import bytes_of, file_name
from localvision.workbench.reporting.composing import Links, changes_between, thaw
from localvision.workbench.reporting.enums import Format
from localvision.workbench.reporting.models import Edition, Report
from localvision.workbench.reporting.screen import on_screen

PAGE = 50
CONTENT_TYPES = {
    Format.HTML: "text/html; charset=utf-8",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Format.PDF: "application/pdf",
}


def reports(request: MemberRequest) -> HttpResponse:
    """Show the reports, by title: drafts to those who build them, editions to everybody."""
    page = Paginator(queries.reports_for(request.viewer), PAGE).get_page(request.GET.get("page"))
    context = {
        "room": "report",
        "page": page,
        "may_build": request.viewer.may(Capability.BUILD_REPORTS),
    }
    return render(request, "reporting/reports.html", context)


def report(request: MemberRequest, slug: str) -> HttpResponse:
    """Show the newest edition of a report; a builder sees what to do where there is none."""
    found = report_or_404(request, slug)
    edition = queries.edition_for(request.viewer, slug)
    context = _context(request, found)
    if edition is None:
        return render(request, "reporting/no_edition.html", context)
    return _edition_page(request, context, edition)


def edition(request: MemberRequest, slug: str, number: int) -> HttpResponse:
    """Show one edition as it was built."""
    found = report_or_404(request, slug)
    wanted = queries.edition_for(request.viewer, slug, number)
    if wanted is None:
        raise Http404
    return _edition_page(request, _context(request, found), wanted)


def download(request: MemberRequest, slug: str, number: int, format_: str) -> HttpResponse:
    """Hand out one built file, under a name that says nothing of anybody."""
    file = queries.file_for(request.viewer, slug, number, format_)
    if file is None:
        raise Http404
    try:
        content = bytes_of(file)
    except LocalVisionError as error:
        context = {"room": "report", "problem": error.problems[0], "slug": slug}
        return render(request, "reporting/file_gone.html", context, status=410)
    response = HttpResponse(content, content_type=CONTENT_TYPES[Format(format_)])
    name = file_name(slug, number, format_)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def report_or_404(request: MemberRequest, slug: str) -> Report:
    """Return a report that the viewer may open, or no page."""
    found = queries.report_for(request.viewer, slug)
    if found is None:
        raise Http404
    return found


def _context(request: MemberRequest, found: Report) -> dict[str, object]:
    return {
        "room": "report",
        "report": found,
        "editions": queries.editions_for(request.viewer, found),
        "may_build": request.viewer.may(Capability.BUILD_REPORTS),
        "run": queries.newest_run(request.viewer, found),
    }


def _edition_page(
    request: MemberRequest, context: dict[str, object], wanted: Edition
) -> HttpResponse:
    built = thaw(wanted.content["report"])
    earlier = queries.edition_for(request.viewer, wanted.report.slug, wanted.number - 1)
    shown = {
        "edition": wanted,
        "shown": on_screen(request.viewer, built, Links.of_json(wanted.content["links"])),
        "earlier": earlier,
        "changes": changes_between(thaw(earlier.content["report"]), built) if earlier else [],
    }
    return render(request, "reporting/edition.html", {**context, **shown})
