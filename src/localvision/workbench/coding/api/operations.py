"""The operations: read a source's codings, code words, take a coding out, put it back."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern
from ninja import NinjaAPI

from localvision.errors import LocalVisionError
from localvision.errors import workbench as workbench_messages
from localvision.errors import workbench_coding as messages
from localvision.workbench.accounts.enums import Capability
from localvision.workbench.coding.actions import code_passage, remove_coding, restore_coding
from localvision.workbench.coding.api.doors import Through, routes_with_doors
from localvision.workbench.coding.api.shapes import (
    CodingOut,
    ProblemsOut,
    SourceOut,
    WordsIn,
    coding_out,
    problems_out,
    source_out,
)
from localvision.workbench.coding.queries import transcript_for
from localvision.workbench.coding.queries.transcripts import coding_here, newest_text
from localvision.workbench.programmes.doors import member_who_may
from localvision.workbench.programmes.viewers import Viewer

READ = member_who_may(Capability.READ_SOURCES)
CODE = member_who_may(Capability.CODE)

#: Which door each route has, by its name; a route without one does not start.
DOORS = {"api-source": READ, "api-code": CODE, "api-remove": CODE, "api-restore": CODE}

#: The answer's number by the code of the message; any other trouble is 422.
STATUS = {
    workbench_messages.NOT_ALLOWED.code: 403,
    messages.CODING_OF_ANOTHER.code: 403,
    messages.CODING_NOT_FOUND.code: 404,
    messages.TEXT_CHANGED.code: 409,
    messages.REQUEST_KEY_USED.code: 409,
}

api = NinjaAPI(
    title="Local Vision: coding", docs_url=None, openapi_url=None, urls_namespace="coding-api"
)


class ViewerRequest(HttpRequest):
    """A request that came through an operation's door. For types only."""

    auth: Viewer


@api.get(
    "coding/api/sources/{slug:key}/", auth=Through(READ), response=SourceOut, url_name="api-source"
)
def read_source(request: ViewerRequest, key: str) -> dict[str, Any]:
    """Return the codings of the newest text of a source, and the codes in use."""
    transcript = transcript_for(request.auth, key)
    if transcript is None:
        raise Http404
    return source_out(request.auth, transcript, request.auth.may(Capability.CODE))


@api.post(
    "coding/api/sources/{slug:key}/codings/",
    auth=Through(CODE),
    response={200: CodingOut, 409: ProblemsOut, 422: ProblemsOut},
    url_name="api-code",
)
def code_words(request: ViewerRequest, key: str, words: WordsIn) -> dict[str, Any]:
    """Code words; sent again with the same request key it gives the same coding."""
    text = newest_text(request.auth, key)
    if text is None:
        raise Http404
    if text.version != words.text_version:
        raise messages.TEXT_CHANGED.error(now=text.version, then=words.text_version)
    coding = code_passage(
        by=request.auth,
        text=text,
        start=words.start,
        end=words.end,
        item_key=words.item_key,
        request_key=words.request_key,
    )
    return coding_out(request.auth, coding)


@api.delete(
    "coding/api/sources/{slug:key}/codings/{int:number}",
    auth=Through(CODE),
    response={200: CodingOut, 403: ProblemsOut},
    url_name="api-remove",
)
def take_out(request: ViewerRequest, key: str, number: int) -> dict[str, Any]:
    """Take a coding out; doing it twice changes nothing."""
    coding = coding_here(request.auth, key, number)
    if coding is None:
        raise messages.CODING_NOT_FOUND.error(key=number)
    return coding_out(request.auth, remove_coding(by=request.auth, coding=coding))


@api.post(
    "coding/api/sources/{slug:key}/codings/{int:number}/restore",
    auth=Through(CODE),
    response={200: CodingOut, 403: ProblemsOut},
    url_name="api-restore",
)
def put_back(request: ViewerRequest, key: str, number: int) -> dict[str, Any]:
    """Put a coding back, or give the one that was made anew meanwhile."""
    coding = coding_here(request.auth, key, number)
    if coding is None:
        raise messages.CODING_NOT_FOUND.error(key=number)
    return coding_out(request.auth, restore_coding(by=request.auth, coding=coding))


@api.exception_handler(LocalVisionError)
def _refused(request: HttpRequest, error: LocalVisionError) -> HttpResponse:
    status = STATUS.get(error.code, 422)
    return api.create_response(request, problems_out(error), status=status)


def api_routes() -> list[URLPattern]:
    """Return the routes of the API with their doors."""
    return routes_with_doors(api, DOORS)
