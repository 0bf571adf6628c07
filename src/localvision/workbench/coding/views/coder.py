"""The coder's page: reading a source, coding its words, and undoing that."""

from __future__ import annotations

from django.contrib import messages as notices
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from localvision.errors import LocalVisionError
from localvision.workbench.accounts.enums import Capability
from localvision.workbench.coding.actions import (
    code_passage,
    remove_coding,
    restore_coding,
    write_memo,
)
from localvision.workbench.coding.api.shapes import items_out
from localvision.workbench.coding.forms import CodeWordsForm, MemoForm
from localvision.workbench.coding.queries import memos_for, transcript_for
from localvision.workbench.coding.queries.transcripts import (
    Transcript,
    coding_by_number,
)
from localvision.workbench.coding.words import span_in_turn
from localvision.workbench.programmes.rooms import MemberRequest


def coder(request: MemberRequest, key: str) -> HttpResponse:
    """Show a source to be read and coded."""
    transcript = _transcript_or_404(request, key)
    form = CodeWordsForm(frame=transcript.frame, initial={"turn": _number(request, "turn")})
    return _page(request, transcript, form)


@require_POST
def code_words(request: MemberRequest, key: str) -> HttpResponse:
    """Code the words of a turn, as the page without script sends them."""
    transcript = _transcript_or_404(request, key)
    form = CodeWordsForm(request.POST, frame=transcript.frame)
    if not form.is_valid():
        return _page(request, transcript, form, status=422)
    asked = form.cleaned_data
    try:
        turn = transcript.turn(asked["turn"])
        start, end = span_in_turn(asked["turn"], turn.paragraph if turn else None, asked["words"])
        coding = code_passage(
            by=request.viewer,
            text=transcript.text,
            start=start,
            end=end,
            item_key=asked["item"],
            request_key=asked["request_key"],
        )
    except LocalVisionError as error:
        for problem in error.problems:
            form.add_error("words", f"{problem.what} {problem.remedy}")
        return _page(request, transcript, form, status=422)
    notices.success(request, f"Coded as {coding.item.label}.")
    return redirect(f"{_address(request, key)}#p{coding.passage_id}")


@require_POST
def remove(request: MemberRequest, number: int) -> HttpResponse:
    """Take a coding out, and offer to put it back."""
    coding = coding_by_number(request.viewer, number)
    if coding is None:
        raise Http404
    key = coding.text.source.key
    try:
        remove_coding(by=request.viewer, coding=coding)
    except LocalVisionError as error:
        notices.error(request, " ".join(f"{p.what} {p.remedy}" for p in error.problems))
        return redirect(_address(request, key))
    return redirect(f"{_address(request, key)}?removed={number}#p{coding.passage_id}")


@require_POST
def restore(request: MemberRequest, number: int) -> HttpResponse:
    """Put a coding back."""
    coding = coding_by_number(request.viewer, number)
    if coding is None:
        raise Http404
    key = coding.text.source.key
    try:
        restore_coding(by=request.viewer, coding=coding)
        notices.success(request, "The coding is back.")
    except LocalVisionError as error:
        notices.error(request, " ".join(f"{p.what} {p.remedy}" for p in error.problems))
    return redirect(f"{_address(request, key)}#p{coding.passage_id}")


@require_POST
def memo(request: MemberRequest, key: str) -> HttpResponse:
    """Keep a memo on the source."""
    transcript = _transcript_or_404(request, key)
    form = MemoForm(request.POST)
    if not form.is_valid():
        coding = CodeWordsForm(frame=transcript.frame)
        return _page(request, transcript, coding, memo_form=form, status=422)
    write_memo(by=request.viewer, about=transcript.text.source, text=form.cleaned_data["text"])
    notices.success(request, "The memo is kept.")
    return redirect(f"{_address(request, key)}#memos")


def _page(
    request: MemberRequest,
    transcript: Transcript,
    form: CodeWordsForm,
    *,
    memo_form: MemoForm | None = None,
    status: int = 200,
) -> HttpResponse:
    source, viewer = transcript.text.source, request.viewer
    may_code = viewer.may(Capability.CODE)
    turn = _number(request, "turn") or _turn_of(form)
    context = {
        "room": "coding",
        "transcript": transcript,
        "source": source,
        "items": items_out(transcript.frame.codable),
        "clusters": transcript.frame.cluster_labels.items(),
        "form": form,
        "memo_form": memo_form or MemoForm(),
        "memos": memos_for(viewer, about="source").filter(source=source),
        "may_code": may_code,
        "removable": transcript.removable_by(viewer.account.pk) if may_code else (),
        "removed": _number(request, "removed"),
        "chosen_turn": turn,
        "chosen": transcript.turn(turn),
        "account": viewer.account,
    }
    return render(request, "coding/coder.html", context, status=status)


def _turn_of(form: CodeWordsForm) -> int | None:
    """Return the turn that a form asked for, where it was sent and could not be used."""
    given: int | None = getattr(form, "cleaned_data", {}).get("turn")
    return given


def _transcript_or_404(request: MemberRequest, key: str) -> Transcript:
    transcript = transcript_for(request.viewer, key)
    if transcript is None:
        raise Http404
    return transcript


def _address(request: MemberRequest, key: str) -> str:
    return reverse("coding:coder", args=[request.viewer.programme.slug, key])


def _number(request: MemberRequest, name: str) -> int | None:
    given = request.GET.get(name, "")
    return int(given) if given.isdecimal() and len(given) < 18 else None
