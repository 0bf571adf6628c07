"""A folder of documents."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from localvision.errors import Problem, Where
from localvision.errors.intake import CANNOT_OPEN, LINK_NOT_FOLLOWED, NOT_A_FOLDER, TOO_LARGE
from localvision.intake.batches.records import Batch, IntakeRecord, Progress, gathered
from localvision.intake.batches.stream import Entry, is_litter, stream_records
from localvision.intake.reading import LARGEST_DOCUMENT, MEBIBYTE


def read_folder(path: str | os.PathLike[str], progress: Progress | None = None) -> Batch:
    """Read every document in a folder and below it, with its manifest if there is one.

    Parameters
    ----------
    path : the folder. A manifest is a table named manifest.csv or manifest.xlsx, else the
        table whose header names files and places.
    progress : called with files done, files in all, and the file just done.

    Returns
    -------
    Batch: records by file name, and one list of all problems; a problem with one file or
    row stops no other.

    Raises
    ------
    LocalVisionError : `intake.not-a-folder`.

    Limits
    ------
    Links are not followed; hidden files and lock files are passed over in silence. All
    texts are held at once: for thousands of files use `iter_folder`.
    """
    return gathered(iter_folder(path, progress))


def iter_folder(
    path: str | os.PathLike[str], progress: Progress | None = None
) -> Iterator[IntakeRecord | Problem]:
    """Stream a folder: records and problems one by one, one document in memory at a time.

    The warnings of a single document are in `record.document.problems`.
    """
    folder = Path(path)
    if not folder.is_dir():
        raise NOT_A_FOLDER.error(where=Where(file=str(path)), file=path)
    return _stream(folder, progress)


def _stream(folder: Path, progress: Progress | None) -> Iterator[IntakeRecord | Problem]:
    entries: list[Entry] = []
    unreadable: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__MACOSX")))
        for name in sorted([*names, *(f for f in folders if (Path(parent) / f).is_symlink())]):
            found = Path(parent) / name
            file = found.relative_to(folder).as_posix()
            if is_litter(file):
                continue
            if found.is_symlink() or not found.is_file():
                yield LINK_NOT_FOLLOWED.problem(where=Where(file=file), file=file)
            else:
                entries.append(Entry(file, partial(_bytes, found, file)))
    for error in unreadable:
        file = os.path.relpath(str(error.filename), folder)
        yield CANNOT_OPEN.problem(where=Where(file=file), file=file, detail=error.strerror)
    yield from stream_records(entries, progress)


def _bytes(found: Path, file: str) -> bytes:
    where = Where(file=file)
    try:
        size = found.stat().st_size
        if size > LARGEST_DOCUMENT:
            sizes = {"size_mb": size // MEBIBYTE, "limit_mb": LARGEST_DOCUMENT // MEBIBYTE}
            raise TOO_LARGE.error(where=where, file=file, **sizes)
        return found.read_bytes()
    except OSError as error:
        raise CANNOT_OPEN.error(where=where, file=file, detail=error.strerror) from error
