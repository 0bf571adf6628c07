"""Pages of a programme: its home, its places, search, members and the log."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from localvision.workbench.programmes import pages, queries
from localvision.workbench.programmes.finding import found_links
from localvision.workbench.programmes.rooms import MemberRequest

PAGE = 50


def programme_list(request: HttpRequest) -> HttpResponse:
    """Show the programmes that the person belongs to, or go to the only one."""
    found = list(queries.programmes_for(request.user))  # type: ignore[arg-type]
    if len(found) == 1:
        return redirect("programmes:home", programme=found[0].slug)
    return render(request, "programmes/list.html", {"programmes": found})


def home(request: MemberRequest) -> HttpResponse:
    """Show places, stages, voices heard and silent, and what wants a person's judgement."""
    context = {"room": "programme", **pages.home(request.viewer)}
    return render(request, "programmes/home.html", context)


def places(request: MemberRequest) -> HttpResponse:
    """Show the places as a list, by name."""
    context = {"room": "places", "tiles": pages.tiles(request.viewer)}
    return render(request, "programmes/places.html", context)


def place(request: MemberRequest, key: str) -> HttpResponse:
    """Tell the story of one place."""
    found = queries.place_story(request.viewer, key)
    if found is None:
        raise Http404
    context = {
        "room": "places",
        "place": found,
        "projects": [(p, pages.stage_marks(p)) for p in found.projects.all()],
        "story": [
            (
                event,
                pages.link(request.viewer, event.url_name, event.url_arguments)
                if event.url_name
                else "",
            )
            for event in pages.story(request.viewer, found)
        ],
    }
    return render(request, "programmes/place.html", context)


def search(request: MemberRequest) -> HttpResponse:
    """Find words in everything that the person may read."""
    words = request.GET.get("q", "").strip()
    context = {"room": "search", "words": words, "hits": found_links(request.viewer, words)}
    return render(request, "programmes/search.html", context)


def about(request: MemberRequest) -> HttpResponse:
    """Show aims, waves, frames, open questions and promises."""
    context = {
        "room": "programme",
        "aims": request.viewer.programme.aims.all(),
        "waves": queries.waves_of(request.viewer),
        "frames": queries.frames_of(request.viewer).prefetch_related("items__parent"),
        "questions": request.viewer.programme.open_questions.all(),
        "promises": request.viewer.programme.promises.all(),
    }
    return render(request, "programmes/about.html", context)


def members(request: MemberRequest) -> HttpResponse:
    """Show who has which role."""
    context = {"room": "programme", "members": queries.members_of(request.viewer)}
    return render(request, "programmes/members.html", context)


def audit(request: MemberRequest) -> HttpResponse:
    """Show what was done, newest first."""
    page = Paginator(queries.audit_for(request.viewer), PAGE).get_page(request.GET.get("page"))
    return render(request, "programmes/audit.html", {"room": "programme", "page": page})
