"""Asking for an edition, watching it being built, and stopping it."""

from __future__ import annotations

from django.contrib import messages as notices
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from localvision.errors import LocalVisionError
from localvision.workbench.platform import jobs
from localvision.workbench.programmes.rooms import MemberRequest
from localvision.workbench.reporting import queries
from localvision.workbench.reporting.building import ask_for_build
from localvision.workbench.reporting.views.reading import report_or_404


@require_POST
def build(request: MemberRequest, slug: str) -> HttpResponse:
    """Ask for the next edition."""
    found = report_or_404(request, slug)
    try:
        ask_for_build(by=request.viewer, report=found)
    except LocalVisionError as error:
        notices.error(request, f"{error.problems[0].what} {error.problems[0].remedy}")
    return redirect("reporting:report", request.viewer.programme.slug, slug)


def progress(request: MemberRequest, slug: str) -> HttpResponse:
    """Say how far the newest build is: a fragment for the page that asks again."""
    found = report_or_404(request, slug)
    run = queries.newest_run(request.viewer, found)
    if run is None:
        raise Http404
    return render(request, "reporting/_progress.html", {"report": found, "run": run})


@require_POST
def stop(request: MemberRequest, slug: str) -> HttpResponse:
    """Stop the newest build; nothing of it is kept."""
    found = report_or_404(request, slug)
    run = queries.newest_run(request.viewer, found)
    if run is None:
        raise Http404
    jobs.cancel(run)
    notices.info(request, "The build was asked to stop. Nothing of it is kept.")
    return redirect("reporting:report", request.viewer.programme.slug, slug)
