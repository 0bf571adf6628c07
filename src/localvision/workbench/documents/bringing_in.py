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
from localvision.intake import Batch, Document, IntakeRecord
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
        return _bring_in(by, intake.read_folder(path), path.name, progress)
    if not path.is_file():
        raise messages.NOTHING_TO_READ.error(where=Where(file=path.name), path=path.name)
    return bring_in_bytes(by=by, content=path.read_bytes(), file_name=path.name, progress=progress)


def bring_in_bytes(
    *, by: Viewer, content: bytes, file_name: str, progress: Progress | None = None
) -> Intake:
    """Bring in one uploaded file: a document, or a ZIP of documents."""
    if file_name.lower().endswith(".zip"):
        return _bring_in(by, intake.read_archive(content), file_name, progress)
    document = intake.read_document(content, file_name)
    return _bring_in(by, _batch_of_one(document), file_name, progress)


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


def _batch_of_one(document: Document) -> Batch:
    record = IntakeRecord(document=document, file=document.file_name)
    return Batch(records=(record,), problems=document.problems)


def _bring_in(by: Viewer, batch: Batch, origin: str, progress: Progress | None) -> Intake:
    records = list(batch.records)
    problems: list[Problem] = list(batch.problems)
    sources = _new_sources(by, records, problems)
    words = "Storing sources"
    return add_sources(
        by=by,
        sources=sources,
        origin=origin,
        problems=lambda: problems,
        progress=progress and (lambda done: progress(words, done)),
    )


def _new_sources(
    by: Viewer, records: Iterable[IntakeRecord], problems: list[Problem]
) -> Iterator[NewSource]:
    records = list(records)
    around = surroundings(by)
    known = known_hashes(by, (record.document.sha256 for record in records))
    for record in records:
        here = known.get(record.document.sha256)
        if here is not None:
            where = Where(file=record.file, row=record.row)
            problems.append(messages.ALREADY_HERE.problem(where=where, file=record.file, key=here))
            continue
        found, unknown = placed(record, around)
        problems.extend(unknown)
        if not unknown:
            yield new_source(record.document, around, record, dated=record.date, **found)
