"""Pages that count: the matrix, its cells, voices, and themes spoken of together."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.coding import queries
from localvision.workbench.coding.exports import EXPORTS
from localvision.workbench.coding.forms import MatrixForm, WaveForm
from localvision.workbench.coding.queries.titles import title_of
from localvision.workbench.coding.queries.transcripts import passage_by_number
from localvision.workbench.coding.selections import Selection
from localvision.workbench.programmes.queries import role_labels, waves_of
from localvision.workbench.programmes.rooms import MemberRequest


def matrix(request: MemberRequest) -> HttpResponse:
    """Show cases by themes."""
    viewer = request.viewer
    roles = list(role_labels(viewer).items())
    form = MatrixForm(request.GET.dict(), waves_of(viewer), roles)
    chosen = form.chosen()
    found = queries.case_theme_matrix(viewer, **chosen)
    if found is None:
        raise Http404
    context = {
        "room": "coding",
        "view": "matrix",
        "matrix": found,
        "form": form,
        "opens": viewer.may(Capability.READ_SOURCES),
    }
    return render(request, "coding/matrix.html", context)


def cell(request: MemberRequest) -> HttpResponse:
    """Show the passages beneath a number."""
    selection = Selection.of_query(request.GET)
    page = queries.passages_in_cell(request.viewer, selection, request.GET.get("page"))
    title = title_of(request.viewer, selection)
    if page is None or title is None:
        raise Http404
    context = {"room": "coding", "view": "", "page": page, "title": title, "selection": selection}
    return render(request, "coding/cell.html", context)


def voices(request: MemberRequest) -> HttpResponse:
    """Show whose voices stand behind each cluster, and who is silent."""
    viewer = request.viewer
    form = WaveForm(request.GET.dict(), waves_of(viewer))
    found = queries.voices_table(viewer, **form.chosen())
    if found is None:
        raise Http404
    context = {
        "room": "coding",
        "view": "voices",
        "voices": found,
        "form": form,
        "opens": viewer.may(Capability.READ_SOURCES),
    }
    return render(request, "coding/voices.html", context)


def together(request: MemberRequest) -> HttpResponse:
    """Show which themes are spoken of together."""
    found = queries.theme_links(request.viewer)
    if found is None:
        raise Http404
    context = {
        "room": "coding",
        "view": "together",
        "links": found,
        "opens": request.viewer.may(Capability.READ_SOURCES),
    }
    return render(request, "coding/together.html", context)


def passage(request: MemberRequest, number: int) -> HttpResponse:
    """Go to the words in their transcript."""
    found = passage_by_number(request.viewer, number)
    if found is None:
        raise Http404
    slug = request.viewer.programme.slug
    page = reverse("coding:coder", args=[slug, found.text.source.key])
    return redirect(f"{page}#p{number}")


def export(request: MemberRequest, kind: str) -> HttpResponse:
    """Give every coding with its words and where they come from, as a file."""
    if kind not in EXPORTS:
        raise Http404
    content_type, write = EXPORTS[kind]
    response = HttpResponse(write(request.viewer), content_type=content_type)
    name = f"{request.viewer.programme.slug}-codings.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
