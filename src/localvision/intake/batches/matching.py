"""Which row of the manifest speaks of which file."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from localvision.errors import Problem, Where
from localvision.errors.intake import (
    FILE_NAME_UNCLEAR,
    FILE_NOT_FOUND,
    FILE_NOT_IN_MANIFEST,
    FILE_TWICE_IN_MANIFEST,
)
from localvision.intake.batches.manifest import Manifest, ManifestRow


def match_rows(
    manifest: Manifest, files: Sequence[str]
) -> tuple[dict[str, ManifestRow], list[Problem]]:
    """Give each file its row.

    A row's name fits a file by its whole path, by its path from the manifest's folder, by
    its name, or by its name without extension, in that order; case, kind of slash and
    composed or decomposed accents do not matter. A name that fits several files fits none.
    """
    indexes = _indexes(manifest.file, files)
    rows: dict[str, ManifestRow] = {}
    problems: list[Problem] = []
    for row in manifest.rows:
        where = Where(file=manifest.file, row=row.row, field="file")
        candidates = next(
            (index[_fold(row.file)] for index in indexes if _fold(row.file) in index), []
        )
        if not candidates:
            problems.append(FILE_NOT_FOUND.problem(where=where, file=row.file))
        elif len(candidates) > 1:
            names = ", ".join(candidates)
            problems.append(FILE_NAME_UNCLEAR.problem(where=where, file=row.file, candidates=names))
        elif candidates[0] in rows:
            first = rows[candidates[0]].row
            problems.append(
                FILE_TWICE_IN_MANIFEST.problem(
                    where=where, file=candidates[0], first=first, row=row.row
                )
            )
        else:
            rows[candidates[0]] = row
    problems += [
        FILE_NOT_IN_MANIFEST.problem(where=Where(file=file), file=file)
        for file in files
        if file not in rows
    ]
    return rows, problems


def _indexes(manifest_file: str, files: Iterable[str]) -> list[Mapping[str, list[str]]]:
    folder = PurePosixPath(manifest_file).parent
    whole, relative, name, stem = (defaultdict[str, list[str]](list) for _ in range(4))
    for file in files:
        path = PurePosixPath(file)
        whole[_fold(file)].append(file)
        if path.is_relative_to(folder):
            relative[_fold(str(path.relative_to(folder)))].append(file)
        name[_fold(path.name)].append(file)
        stem[_fold(path.stem)].append(file)
    return [whole, relative, name, stem]


def _fold(name: str) -> str:
    plain = unicodedata.normalize("NFC", name).replace("\\", "/").strip().casefold()
    return plain.removeprefix("./")
