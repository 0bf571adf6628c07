"""The one way through a batch, whether it came as a folder or as an archive."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from localvision.errors import LocalVisionError, Problem, Where
from localvision.errors.intake import (
    ARCHIVE_IN_ARCHIVE,
    DUPLICATE_CONTENT,
    NO_DOCUMENTS,
    SEVERAL_MANIFESTS,
    TABLE_NOT_READ,
)
from localvision.intake.batches.manifest import (
    Manifest,
    ManifestRow,
    looks_like_manifest,
    read_manifest,
)
from localvision.intake.batches.matching import match_rows
from localvision.intake.batches.records import IntakeRecord, Progress
from localvision.intake.batches.tables import is_table_name
from localvision.intake.reading import read_document

ARCHIVE_EXTENSIONS = (".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".xz", ".cab")
# What operating systems and office programs leave beside documents; nobody sent these.
LITTER = frozenset({"thumbs.db", "desktop.ini", "icon\r"})


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the batch: its path inside it, and how to get its bytes when needed."""

    file: str
    read: Callable[[], bytes]


def is_litter(file: str) -> bool:
    """Say whether a file is one that no person put there (hidden files, lock files)."""
    path = PurePosixPath(file)
    name = path.name.casefold()
    return name in LITTER or name.startswith((".", "~$")) or "__MACOSX" in path.parts


def stream_records(
    entries: Sequence[Entry], progress: Progress | None = None
) -> Iterator[IntakeRecord | Problem]:
    """Yield records and problems: first all of the manifest, then file by file in order.

    Only one document is held at a time; a problem with one stops no other.
    """
    ordered = sorted(entries, key=lambda entry: (entry.file.casefold(), entry.file))
    documents = [entry for entry in ordered if not is_table_name(entry.file)]
    manifest, problems = _manifest([entry for entry in ordered if is_table_name(entry.file)])
    yield from problems
    rows: dict[str, ManifestRow] = {}
    if manifest is not None:
        yield from manifest.problems
        rows, problems = match_rows(manifest, [entry.file for entry in documents])
        yield from problems
    if not documents:
        yield NO_DOCUMENTS.problem()
    seen: dict[str, str] = {}
    for number, entry in enumerate(documents, 1):
        try:
            yield _record(entry, rows.get(entry.file), seen)
        except LocalVisionError as error:
            yield from error.problems
        if progress:
            progress(number, len(documents), entry.file)


def _record(entry: Entry, row: ManifestRow | None, seen: dict[str, str]) -> IntakeRecord:
    where = Where(file=entry.file)
    if PurePosixPath(entry.file).suffix.lower() in ARCHIVE_EXTENSIONS:
        raise ARCHIVE_IN_ARCHIVE.error(where=where, file=entry.file)
    content = entry.read()
    digest = hashlib.sha256(content).hexdigest()
    if content and seen.setdefault(digest, entry.file) != entry.file:
        raise DUPLICATE_CONTENT.error(where=where, file=entry.file, other=seen[digest])
    document = read_document(content, entry.file)
    if row is None:
        return IntakeRecord(document, entry.file)
    return IntakeRecord(
        document,
        entry.file,
        row.row,
        row.place,
        row.project,
        row.wave,
        row.date,
        row.kind,
        row.role,
        row.speakers,
        row.extra,
    )


def _manifest(tables: Sequence[Entry]) -> tuple[Manifest | None, list[Problem]]:
    """Choose and read the manifest: by its name, else by its header; list other tables."""
    problems: list[Problem] = []
    contents: dict[str, bytes] = {}
    for table in tables:
        try:
            contents[table.file] = table.read()
        except LocalVisionError as error:
            problems += error.problems
    named = [f for f in contents if PurePosixPath(f).stem.casefold() == "manifest"]
    chosen = named or [f for f in contents if looks_like_manifest(contents[f], f)]
    problems += [
        TABLE_NOT_READ.problem(where=Where(file=file), file=file)
        for file in contents
        if file not in chosen
    ]
    if not chosen:
        return None, problems
    if len(chosen) > 1:
        others = ", ".join(chosen[1:])
        where = Where(file=chosen[0])
        problems.append(SEVERAL_MANIFESTS.problem(where=where, file=chosen[0], others=others))
    try:
        return read_manifest(contents[chosen[0]], chosen[0]), problems
    except LocalVisionError as error:
        return None, [*problems, *error.problems]
