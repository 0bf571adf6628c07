"""Pages of codes: the frame with its history, one code with its passages, and changes to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages as notices
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from localvision.errors import LocalVisionError
from localvision.workbench.accounts.enums import Capability
from localvision.workbench.coding import queries
from localvision.workbench.coding.forms import (
    MergeForm,
    NewCodeForm,
    RetireForm,
    SplitForm,
    WordingForm,
    key_of,
    wording_of,
)
from localvision.workbench.coding.queries.frames import FrameNow, frame_now, history_of
from localvision.workbench.coding.queries.history import code_story, frame_lines
from localvision.workbench.coding.selections import Selection
from localvision.workbench.programmes import actions
from localvision.workbench.programmes.models import FrameItem
from localvision.workbench.programmes.rooms import MemberRequest


def codes(request: MemberRequest) -> HttpResponse:
    """Show the frame: its codes by cluster, their counts, and what happened to them."""
    viewer = request.viewer
    now = _frame(request)
    context = {
        "room": "coding",
        "view": "codes",
        "frame": now.frame,
        "clusters": frame_lines(viewer, now),
        "history": history_of(now),
        "coders": queries.who_coded_what(viewer),
        "opens": viewer.may(Capability.READ_SOURCES),
        "may_code": viewer.may(Capability.CODE),
    }
    return render(request, "coding/codes.html", context)


def code(request: MemberRequest, key: str) -> HttpResponse:
    """Show all passages of a code, in use or retired."""
    viewer = request.viewer
    now, item = _item(request, key)
    waits = now.is_split(item)
    chosen = Selection.of_query(request.GET).but(theme=key, recode="1" if waits else "")
    page = queries.passages_in_cell(viewer, chosen, request.GET.get("page"))
    context = {
        "room": "coding",
        "view": "codes",
        "page": page,
        "selection": chosen,
        "story": code_story(now, item),
        "waits": waits,
        "may_code": viewer.may(Capability.CODE),
        "memos": queries.memos_for(viewer, about="item").filter(item=item),
    }
    return render(request, "coding/code.html", context)


def add(request: MemberRequest) -> HttpResponse:
    """Add a code."""
    now = _frame(request)
    form = NewCodeForm(_sent(request), frame=now)

    def act() -> FrameItem:
        cluster = form.cleaned_data["cluster"]
        heads = [i for i in now.items.values() if i.pk in now.heads and i.cluster == cluster]
        return actions.add_item(
            by=request.viewer,
            frame=now.frame,
            key=key_of(form.cleaned_data["label"]),
            wording=form.wording(),
            cluster=cluster,
            parent=heads[0] if heads else None,
            reason=form.cleaned_data["reason"],
        )

    return _change(request, form, act, "Add a code", "Add the code")


def reword(request: MemberRequest, key: str) -> HttpResponse:
    """Rename or redefine a code; old codings keep what they meant."""
    _, item = _item(request, key)
    form = WordingForm(_sent(request), initial=wording_of(item))

    def act() -> FrameItem:
        return actions.reword_item(
            by=request.viewer,
            item=item,
            wording=form.wording(),
            reason=form.cleaned_data["reason"],
        )

    return _change(request, form, act, f"Reword {item.label}", "Keep the new words", item)


def split(request: MemberRequest, key: str) -> HttpResponse:
    """Split a code; its old codings wait to be recoded."""
    _, item = _item(request, key)
    form = SplitForm(_sent(request))

    def act() -> FrameItem:
        actions.split_item(
            by=request.viewer, item=item, into=form.parts(), reason=form.cleaned_data["reason"]
        )
        return item

    return _change(request, form, act, f"Split {item.label}", "Split the code", item)


def retire(request: MemberRequest, key: str) -> HttpResponse:
    """Take a code out of use."""
    _, item = _item(request, key)
    form = RetireForm(_sent(request))

    def act() -> FrameItem:
        return actions.retire_item(by=request.viewer, item=item, reason=form.cleaned_data["reason"])

    return _change(request, form, act, f"Retire {item.label}", "Take it out of use", item)


def merge(request: MemberRequest) -> HttpResponse:
    """Merge codes into a new one, under which old codings count."""
    now = _frame(request)
    form = MergeForm(_sent(request), frame=now)

    def act() -> FrameItem:
        chosen = form.cleaned_data["items"]
        return actions.merge_items(
            by=request.viewer,
            items=[i for i in now.codable if i.key in chosen],
            key=key_of(form.cleaned_data["label"]),
            wording=form.wording(),
            reason=form.cleaned_data["reason"],
        )

    return _change(request, form, act, "Merge codes", "Merge them")


def _change(
    request: MemberRequest,
    form: forms.Form,
    act: Callable[[], FrameItem],
    title: str,
    do: str,
    item: FrameItem | None = None,
) -> HttpResponse:
    """Show a form, or do what it asks and go back to the codes."""
    if request.method == "POST" and form.is_valid():
        try:
            changed = act()
        except LocalVisionError as error:
            for problem in error.problems:
                form.add_error(None, f"{problem.what} {problem.remedy}")
        else:
            changed.frame.refresh_from_db()
            notices.success(request, f"The frame is now at version {changed.frame.version}.")
            return redirect("coding:codes", request.viewer.programme.slug)
    context: dict[str, Any] = {
        "room": "coding",
        "form": form,
        "title": title,
        "do": do,
        "item": item,
    }
    status = 422 if form.errors else 200
    return render(request, "coding/change.html", context, status=status)


def _sent(request: MemberRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _frame(request: MemberRequest) -> FrameNow:
    now = frame_now(request.viewer)
    if now is None:
        raise Http404
    return now


def _item(request: MemberRequest, key: str) -> tuple[FrameNow, FrameItem]:
    now = _frame(request)
    item = now.item(key)
    if item is None:
        raise Http404
    return now, item
