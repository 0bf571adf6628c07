"""The page of memos: what coders noted, on anything, in one place."""

from __future__ import annotations

from django.contrib import messages as notices
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.coding.actions import write_memo
from localvision.workbench.coding.enums import About
from localvision.workbench.coding.forms import MemoForm
from localvision.workbench.coding.queries import memos_for
from localvision.workbench.programmes.rooms import MemberRequest

PAGE = 50


def memos(request: MemberRequest) -> HttpResponse:
    """Show memos, newest first, of one kind or of all."""
    return _page(request, MemoForm())


@require_POST
def write(request: MemberRequest) -> HttpResponse:
    """Keep a memo on the programme as a whole."""
    form = MemoForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=422)
    write_memo(by=request.viewer, text=form.cleaned_data["text"])
    notices.success(request, "The memo is kept.")
    return redirect("coding:memos", request.viewer.programme.slug)


def _page(request: MemberRequest, form: MemoForm, *, status: int = 200) -> HttpResponse:
    about = request.GET.get("about", "")
    found = memos_for(request.viewer, about=about if about in About.values else "")
    context = {
        "room": "coding",
        "view": "memos",
        "form": form,
        "about": about,
        "kinds": About.choices,
        "page": Paginator(found, PAGE).get_page(request.GET.get("page")),
        "may_code": request.viewer.may(Capability.CODE),
    }
    return render(request, "coding/memos.html", context, status=status)
