"""Building an edition: compose, write each format, then keep all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from localvision import outputs
from localvision.errors import workbench_reporting as messages
from localvision.workbench.accounts.enums import Capability
from localvision.workbench.accounts.models import Account
from localvision.workbench.platform.jobs import Progress, ask_for, job
from localvision.workbench.platform.models import Run
from localvision.workbench.programmes.viewers import Viewer, viewer_of
from localvision.workbench.reporting import shelf
from localvision.workbench.reporting.actions.editions import keep_edition, next_number
from localvision.workbench.reporting.composing import compose, freeze
from localvision.workbench.reporting.enums import Format
from localvision.workbench.reporting.models import Edition, EditionFile, Report
from localvision.workbench.reporting.queries import BUILD, blocks_of, report_for, reports_for
from localvision.workbench.reporting.rules import check_reads_all

FORMATS = tuple(Format.values)
#: Told how far a build is: words, steps done, steps in all.
Say = Callable[[str, int, int], None]


def _silently(words: str, done: int, total: int) -> None:
    """Say nothing."""


def ask_for_build(*, by: Viewer, report: Report, formats: Sequence[str] = FORMATS) -> Run:
    """Queue a build and return its run; while one waits or runs, that one is returned."""
    by.check(Capability.BUILD_REPORTS)
    check_reads_all(by)
    going = Run.objects.filter(
        kind=BUILD, arguments__report=report.pk, state__in=("queued", "running")
    ).first()
    return going or ask_for(
        BUILD,
        by=by.account,
        programme_key=str(by.programme.pk),
        report=report.pk,
        programme=by.programme.slug,
        account=by.account.pk,
        formats=list(formats),
    )


@job(BUILD)
def build_run(progress: Progress) -> dict[str, Any]:
    """Do a queued build. A run that is taken up again after its edition was kept makes no second.

    The viewer is found anew, so that a role taken away meanwhile is taken away here too.
    """
    asked = progress.run.arguments
    kept = Edition.objects.filter(run=progress.run).first()
    if kept is None:
        account = Account.objects.get(pk=asked["account"])
        viewer = viewer_of(account, asked["programme"])
        if viewer is None:
            raise messages.NO_REPORT.error(slug="", choices="none")
        viewer.check(Capability.BUILD_REPORTS)
        report = reports_for(viewer).get(pk=asked["report"])
        kept = build_edition(
            by=viewer,
            report=report,
            formats=asked["formats"],
            say=lambda words, done, total: progress.say(words, done=done, total=total),
            run=progress.run,
        )
    return {"edition": kept.number, "problems": len(kept.problems)}


def build_edition(
    *,
    by: Viewer,
    report: Report,
    formats: Sequence[str] = FORMATS,
    say: Say = _silently,
    run: Run | None = None,
) -> Edition:
    """Build the next edition of a report.

    Parameters
    ----------
    formats : some of "html", "docx", "pdf".
    say : told how far it is; may raise to stop the build, and then nothing is kept.

    Raises `access.not-allowed`, `report.not-all-places`, `report.empty`, any guard of the
    outputs floor, and `report.built-meanwhile`.
    """
    by.check(Capability.BUILD_REPORTS)
    check_reads_all(by)
    steps = len(formats) + 2
    say("Counting the evidence", 0, steps)
    blocks = list(blocks_of(by, report))
    if not blocks:
        raise messages.EMPTY_REPORT.error(slug=report.slug)
    number = next_number(report)
    composed = compose(by, report, blocks, edition=f"Edition {number}")
    files: dict[str, bytes] = {}
    for done, format_ in enumerate(formats, start=1):
        say(f"Writing {Format(format_).label}", done, steps)
        files |= outputs.build(composed.report, formats=(format_,))
    say("Keeping the edition", steps - 1, steps)
    edition = Edition(
        number=number,
        as_at=composed.report.as_at,
        content={"report": freeze(composed.report), "links": composed.links.as_json()},
        problems=[problem.as_json() for problem in composed.problems],
    )
    return _keep(by, report, edition, files, run)


def write_report(
    viewer: Viewer,
    slug: str | None,
    folder: Path,
    formats: Sequence[str] = FORMATS,
    progress: Say = _silently,
) -> list[Path]:
    """Build an edition and write its files into a folder; returns their paths.

    `slug` may be None where the programme has one report only. Raises `report.not-found`.
    """
    report = _the_report(viewer, slug)
    edition = build_edition(by=viewer, report=report, formats=formats, say=progress)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for file in edition.files.order_by("format"):
        path = folder / file_name(report.slug, edition.number, file.format)
        shelf.write_whole(path, bytes_of(file))
        written.append(path)
    progress("Written", 1, 1)
    return written


def bytes_of(file: EditionFile) -> bytes:
    """Return a built file as it was built; raises `report.file-gone` where it is not."""
    content = shelf.read_whole(file.stored_as, file.sha256)
    if content is None:
        raise messages.NO_FILE.error(format=Format(file.format).label, number=file.edition.number)
    return content


def file_name(slug: str, number: int, format_: str) -> str:
    """Return the name under which a file leaves: the report's short name and the edition.

    >>> file_name("interim-report", 2, "pdf")
    'interim-report-edition-2.pdf'
    """
    return f"{slug}-edition-{number}.{format_}"


def _keep(
    by: Viewer, report: Report, edition: Edition, files: dict[str, bytes], run: Run | None
) -> Edition:
    shelved = shelf.put(files)
    try:
        kept = keep_edition(by=by, report=report, edition=edition, files=shelved, run=run)
    except BaseException:
        # Whatever stopped it (a refusal, a lost database, Ctrl+C): no file without its row.
        shelf.take_away([file.stored_as for file in shelved])
        raise
    shelf.sweep(set(EditionFile.objects.values_list("stored_as", flat=True)))
    return kept


def _the_report(viewer: Viewer, slug: str | None) -> Report:
    reports = list(reports_for(viewer).values_list("slug", flat=True))
    wanted = slug or (reports[0] if len(reports) == 1 else "")
    report = report_for(viewer, wanted)
    if report is None:
        raise messages.NO_REPORT.error(
            slug=slug or "(none named)", choices=", ".join(reports) or "none yet"
        )
    return report
