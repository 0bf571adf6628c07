"""Pages for writing: the report's own words, and its blocks. All of it works without script."""

from __future__ import annotations

from django.contrib import messages as notices
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from localvision.errors import LocalVisionError, Problem
from localvision.workbench.programmes.rooms import MemberRequest
from localvision.workbench.reporting import actions, queries
from localvision.workbench.reporting.composing import compose
from localvision.workbench.reporting.enums import BlockKind
from localvision.workbench.reporting.forms import (
    PLAIN_KINDS,
    BlockForm,
    NewReportForm,
    ReportDetailsForm,
    WorkForm,
)
from localvision.workbench.reporting.models import Report, ReportBlock
from localvision.workbench.reporting.outline import NewBlock
from localvision.workbench.reporting.queries.choices import claims_to_choose, passages_to_quote
from localvision.workbench.reporting.screen import on_screen
from localvision.workbench.reporting.views.reading import report_or_404

UNDO = 5


def begin(request: MemberRequest) -> HttpResponse:
    """Begin a report with its title."""
    form = NewReportForm(_posted(request))
    if request.method == "POST" and form.is_valid():
        taken = set(queries.reports_for(request.viewer).values_list("slug", flat=True))
        made = actions.make_report(
            by=request.viewer, slug=form.slug(taken), title=form.cleaned_data["title"]
        )
        return _to_edit(request, made.slug)
    context = {"room": "report", "form": form}
    return render(request, "reporting/begin.html", context, status=422 if form.errors else 200)


def edit(request: MemberRequest, slug: str) -> HttpResponse:
    """Show the blocks of a report, each with what can be done to it."""
    found = report_or_404(request, slug)
    context = {
        "room": "report",
        "report": found,
        "blocks": queries.blocks_of(request.viewer, found),
        "removed": queries.blocks_of(request.viewer, found, removed=True)[:UNDO],
        "kinds": BlockKind.choices,
        "just_removed": request.GET.get("removed", ""),
        "at": request.GET.get("at", ""),
    }
    return render(request, "reporting/edit.html", context)


def details(request: MemberRequest, slug: str) -> HttpResponse:
    """Change title, status and as-at day."""
    found = report_or_404(request, slug)
    form = ReportDetailsForm(_posted(request), initial=ReportDetailsForm.of(found))
    if request.method == "POST" and form.is_valid():
        actions.change_report(by=request.viewer, report=found, **form.cleaned_data)
        notices.success(request, "Title and dates are changed.")
        return _to_edit(request, slug)
    context = {"room": "report", "report": found, "form": form}
    return render(request, "reporting/details.html", context, status=422 if form.errors else 200)


def works(request: MemberRequest, slug: str) -> HttpResponse:
    """List the works that the report cites, and add one or change it by its key."""
    found = report_or_404(request, slug)
    form = WorkForm(_posted(request))
    if request.method == "POST" and form.is_valid():
        actions.cite_work(by=request.viewer, report=found, **form.cleaned_data)
        notices.success(request, f"{form.cleaned_data['cited_as']} is in the references.")
        return redirect("reporting:works", request.viewer.programme.slug, slug)
    listed = queries.works_of(request.viewer, found)
    context = {"room": "report", "report": found, "works": listed, "form": form}
    return render(request, "reporting/works.html", context, status=422 if form.errors else 200)


@require_POST
def drop_work(request: MemberRequest, slug: str, key: str) -> HttpResponse:
    """Take a work out of the references."""
    found = report_or_404(request, slug)
    work = queries.works_of(request.viewer, found).filter(key=key).first()
    if work is None:
        raise Http404
    actions.drop_work(by=request.viewer, work=work)
    notices.success(request, f"{work.cited_as} was taken out of the references.")
    return redirect("reporting:works", request.viewer.programme.slug, slug)


def preview(request: MemberRequest, slug: str) -> HttpResponse:
    """Show the draft as it would be built now, with everything that wants a look."""
    found = report_or_404(request, slug)
    blocks = list(queries.blocks_of(request.viewer, found))
    composed = compose(request.viewer, found, blocks, edition="Draft")
    context: dict[str, object] = {
        "room": "report",
        "report": found,
        "wants": [(problem, *_block_of(problem, blocks)) for problem in composed.problems],
        "stopping": sum(1 for p in composed.problems if p.severity == "error"),
    }
    try:
        context["shown"] = on_screen(request.viewer, composed.report, composed.links)
    except LocalVisionError as error:
        context["refused"] = error.problems
    return render(request, "reporting/preview.html", context)


def _block_of(problem: Problem, blocks: list[ReportBlock]) -> tuple[int, ReportBlock | None]:
    """Return the block that a problem stands in, with its number; 0 and none where it has none."""
    at = problem.where.row or 0
    return next(
        ((n, block) for n, block in enumerate(blocks, 1) if block.position == at), (0, None)
    )


def add(request: MemberRequest, slug: str) -> HttpResponse:
    """Add a block: at once where there is nothing to choose, else by its form.

    `kind` and `after` come with the address; without script they come from a small GET form.
    """
    found = report_or_404(request, slug)
    kind = request.GET.get("kind", "")
    if kind not in BlockKind.values:
        raise Http404
    after = _after(request, found)
    if kind == BlockKind.QUOTATION:
        return _quotation(request, found, None, after)
    form = BlockForm(_posted(request), kind=kind, viewer=request.viewer)
    wants_nothing = request.method == "POST" and BlockKind(kind) in PLAIN_KINDS
    if wants_nothing or (request.method == "POST" and form.is_valid()):
        new = NewBlock(kind=kind) if wants_nothing else form.new_block()
        made = actions.add_block(by=request.viewer, report=found, block=new, after=after)
        notices.success(request, f"{made.get_kind_display()} added.")
        return _to_edit(request, slug, made)
    return _block_page(request, found, form, None)


def block(request: MemberRequest, slug: str, number: int) -> HttpResponse:
    """Change one block."""
    found = report_or_404(request, slug)
    stored = _block_or_404(request, found, number)
    if stored.kind == BlockKind.QUOTATION:
        return _quotation(request, found, stored, None)
    form = BlockForm(_posted(request), kind=stored.kind, viewer=request.viewer, stored=stored)
    if request.method == "POST" and form.is_valid():
        actions.edit_block(by=request.viewer, block=stored, change=form.new_block())
        notices.success(request, f"{stored.get_kind_display()} changed.")
        return _to_edit(request, slug, stored)
    return _block_page(request, found, form, stored)


@require_POST
def move(request: MemberRequest, slug: str, number: int) -> HttpResponse:
    """Move a block up, down, or to a place in the order."""
    found = report_or_404(request, slug)
    stored = _block_or_404(request, found, number)
    to = request.POST.get("to", "")
    if to.isdigit():
        actions.move_block(by=request.viewer, block=stored, to=int(to))
    return _to_edit(request, slug, stored)


@require_POST
def remove(request: MemberRequest, slug: str, number: int) -> HttpResponse:
    """Take a block out; the next page offers to put it back."""
    found = report_or_404(request, slug)
    stored = _block_or_404(request, found, number)
    actions.remove_block(by=request.viewer, block=stored)
    response = _to_edit(request, slug)
    response["Location"] += f"?removed={stored.pk}"
    return response


@require_POST
def restore(request: MemberRequest, slug: str, number: int) -> HttpResponse:
    """Put a removed block back."""
    found = report_or_404(request, slug)
    stored = _block_or_404(request, found, number, removed=True)
    actions.restore_block(by=request.viewer, block=stored)
    notices.success(request, f"{stored.get_kind_display()} is back where it was.")
    return _to_edit(request, slug, stored)


def _posted(request: MemberRequest) -> QueryDict | None:
    """Return what was posted; an empty post is an answer too, and wants its errors said."""
    return request.POST if request.method == "POST" else None


def _quotation(
    request: MemberRequest, found: Report, stored: ReportBlock | None, after: ReportBlock | None
) -> HttpResponse:
    """Have a passage chosen from those that may be quoted."""
    viewer = request.viewer
    passage = request.POST.get("passage", "")
    if request.method == "POST" and passage.isdigit():
        new = NewBlock(kind=BlockKind.QUOTATION, passage_id=int(passage))
        try:
            if stored:
                made = actions.edit_block(by=viewer, block=stored, change=new)
            else:
                made = actions.add_block(by=viewer, report=found, block=new, after=after)
        except LocalVisionError as error:
            notices.error(request, f"{error.problems[0].what} {error.problems[0].remedy}")
        else:
            notices.success(request, "Quotation in place.")
            return _to_edit(request, found.slug, made)
    claim = request.GET.get("claim", "")
    words = request.GET.get("words", "").strip()
    context = {
        "room": "report",
        "report": found,
        "stored": stored,
        "claims": claims_to_choose(viewer),
        "claim": claim,
        "words": words,
        "after": request.GET.get("after", ""),
        "passages": passages_to_quote(
            viewer, words=words, claim=int(claim) if claim.isdigit() else None
        ),
    }
    return render(request, "reporting/quotation.html", context)


def _block_page(
    request: MemberRequest, found: Report, form: BlockForm, stored: ReportBlock | None
) -> HttpResponse:
    context = {
        "room": "report",
        "report": found,
        "form": form,
        "stored": stored,
        "kind": form.kind,
        "claims": claims_to_choose(request.viewer) if "text" in form.fields else [],
    }
    return render(request, "reporting/block.html", context, status=422 if form.errors else 200)


def _after(request: MemberRequest, found: Report) -> ReportBlock | None:
    wanted = request.GET.get("after", "")
    return _block_or_404(request, found, int(wanted)) if wanted.isdigit() else None


def _block_or_404(
    request: MemberRequest, found: Report, number: int, *, removed: bool = False
) -> ReportBlock:
    stored = queries.blocks_of(request.viewer, found, removed=removed).filter(pk=number).first()
    if stored is None:
        raise Http404
    return stored


def _to_edit(request: MemberRequest, slug: str, at: ReportBlock | None = None) -> HttpResponse:
    response = redirect("reporting:edit", request.viewer.programme.slug, slug)
    if at is not None:
        response["Location"] += f"#block-{at.pk}"
    return response
