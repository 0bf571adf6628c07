"""The whole walk through the front door: a file, a folder or a ZIP becomes sources.

Reading never stops at a problem; storing is one transaction. What could not be brought in is
one list of file, row, what and remedy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from localvision import intake
from localvision.errors import Problem, Where
from localvision.errors import workbench as messages
from localvision.intake import IntakeRecord
from localvision.programme_templates import plain_label
from localvision.workbench.documents.actions import add_sources
from localvision.workbench.documents.arrivals import NewSource
from localvision.workbench.documents.models import Intake
from localvision.workbench.documents.queries import known_hashes
from localvision.workbench.documents.reading import Surroundings, new_source, placed
from localvision.workbench.programmes.models import Project
from localvision.workbench.programmes.queries import localities_for, role_synonyms, waves_of
from localvision.workbench.programmes.viewers import Viewer

Progress = Callable[[str, int], None]


def bring_in_path(*, by: Viewer, path: Path, progress: Progress | None = None) -> Intake:
    """Bring in what stands at a path: a document, a folder of them, or a ZIP of them.

    Raises `intake.nothing-to-read` where there is nothing at the path.
    """
    if path.is_dir():
        return _bring_in(by, intake.iter_folder(path), path.name, progress)
    if not path.is_file():
        raise messages.NOTHING_TO_READ.error(where=Where(file=path.name), path=path.name)
    return bring_in_bytes(by=by, content=path.read_bytes(), file_name=path.name, progress=progress)


def bring_in_bytes(
    *, by: Viewer, content: bytes, file_name: str, progress: Progress | None = None
) -> Intake:
    """Bring in one uploaded file: a document, or a ZIP of documents."""
    if file_name.lower().endswith(".zip"):
        return _bring_in(by, intake.iter_archive(content), file_name, progress)
    document = intake.read_document(content, file_name)
    record = IntakeRecord(document=document, file=file_name)
    return _bring_in(by, [record], file_name, progress)


def surroundings(viewer: Viewer) -> Surroundings:
    """Return what the programme knows by name."""
    places = {
        name: pk
        for pk, key, label in localities_for(viewer).values_list("pk", "key", "name")
        for name in (plain_label(key), plain_label(label))
    }
    projects = {
        name: pk
        for pk, key, title in Project.objects.filter(programme=viewer.programme).values_list(
            "pk", "key", "title"
        )
        for name in (plain_label(key), plain_label(title))
    }
    waves = {
        name: wave.pk
        for wave in waves_of(viewer)
        for name in (
            str(wave.number),
            f"wave {wave.number}",
            f"w{wave.number}",
            plain_label(wave.name),
        )
    }
    roles = {plain_label(raw): key for raw, key in role_synonyms(viewer).items()}
    return Surroundings(places, projects, waves, roles)


def _bring_in(
    by: Viewer, found: Iterable[IntakeRecord | Problem], origin: str, progress: Progress | None
) -> Intake:
    problems: list[Problem] = []
    return add_sources(
        by=by,
        sources=_new_sources(by, found, problems),
        origin=origin,
        problems=lambda: problems,
        progress=progress and (lambda done: progress("Storing sources", done)),
    )


def _new_sources(
    by: Viewer, found: Iterable[IntakeRecord | Problem], problems: list[Problem]
) -> Iterator[NewSource]:
    """Yield what can be stored, one document in memory at a time; list the rest."""
    around, here = surroundings(by), known_hashes(by)
    for each in found:
        if isinstance(each, Problem):
            problems.append(each)
            continue
        problems.extend(each.document.problems)
        ids, wrong = placed(each, around)
        if each.document.sha256 in here:
            wrong = [_already_here(each, here[each.document.sha256])]
        problems.extend(wrong)
        if not wrong:
            here[each.document.sha256] = each.file
            yield new_source(each.document, around, each, dated=each.date, **ids)


def _already_here(record: IntakeRecord, key: str) -> Problem:
    where = Where(file=record.file, row=record.row)
    return messages.ALREADY_HERE.problem(where=where, file=record.file, key=key)
