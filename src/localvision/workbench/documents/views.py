"""Pages of sources: the list, bringing them in, reading one, and saying who speaks."""

from __future__ import annotations

from django.contrib import messages as notices
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.template.defaultfilters import pluralize

from localvision.errors import LocalVisionError
from localvision.workbench.accounts.enums import Capability
from localvision.workbench.documents import queries
from localvision.workbench.documents.actions import confirm_turns
from localvision.workbench.documents.bringing_in import bring_in_bytes
from localvision.workbench.documents.forms import FilterForm, SpeakersForm, UploadForm
from localvision.workbench.documents.transcripts import paragraph_at, paragraphs
from localvision.workbench.programmes.rooms import MemberRequest

PAGE = 50


def sources(request: MemberRequest) -> HttpResponse:
    """Show the sources, by key, filtered as asked."""
    viewer = request.viewer
    filters = FilterForm(request.GET, viewer)
    asked = filters.asked()
    page = Paginator(queries.source_list(viewer, **asked), PAGE).get_page(request.GET.get("page"))
    context = {
        "room": "evidence",
        "page": page,
        "filters": filters,
        "asked": asked,
        "said": f"{page.paginator.count:,} source{pluralize(page.paginator.count)}",
        "may_add": viewer.may(Capability.ADD_SOURCES),
    }
    return render(request, "documents/sources.html", context)


def add(request: MemberRequest) -> HttpResponse:
    """Take a document or a ZIP of documents."""
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            made = bring_in_bytes(by=request.viewer, content=file.read(), file_name=file.name)
        except LocalVisionError as error:
            for problem in error.problems:
                form.add_error("file", f"{problem.what} {problem.remedy} ({problem.code})")
        else:
            return redirect("documents:intake", request.viewer.programme.slug, made.pk)
    status = 422 if form.errors else 200
    return render(request, "documents/add.html", {"room": "evidence", "form": form}, status=status)


def intake(request: MemberRequest, number: int) -> HttpResponse:
    """Show what one bringing-in gave, and the one list of what was wrong."""
    found = queries.intake_for(request.viewer, number)
    if found is None:
        raise Http404
    context = {"room": "evidence", "intake": found, "came": found.sources.all()[:200]}
    return render(request, "documents/intake.html", context)


def source(request: MemberRequest, key: str) -> HttpResponse:
    """Show a source to be read."""
    text = queries.text_for(request.viewer, key)
    if text is None:
        raise Http404
    drawn = paragraphs(text)
    context = {
        "room": "evidence",
        "text": text,
        "source": text.source,
        "paragraphs": drawn,
        "quotations": [
            (passage, paragraph_at(drawn, passage.start))
            for passage in queries.quotations_of(request.viewer, text)
        ],
    }
    return render(request, "documents/source.html", context)


def speakers(request: MemberRequest, key: str) -> HttpResponse:
    """Have a person say whom each label stands for."""
    text = queries.text_for(request.viewer, key)
    if text is None:
        raise Http404
    form = SpeakersForm(
        request.POST or None, viewer=request.viewer, speakers=list(text.speakers.all())
    )
    if request.method == "POST" and form.is_valid():
        confirm_turns(by=request.viewer, text=text, speakers=form.speakers())
        notices.success(request, "Who speaks is confirmed.")
        return redirect("documents:source", request.viewer.programme.slug, key)
    context = {"room": "evidence", "form": form, "source": text.source, "text": text}
    return render(request, "documents/speakers.html", context)
