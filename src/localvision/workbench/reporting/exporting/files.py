"""Writing export files: line by line, so that memory stays flat, and whole or not at all."""

from __future__ import annotations

import csv
import datetime as dt
import json
import os
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from localvision.outputs.tables.csv_file import harmless

Row = Mapping[str, Any]


@contextmanager
def whole_file(path: Path, encoding: str = "utf-8") -> Iterator[TextIO]:
    """Open a file that takes its name only once everything is written."""
    waiting = path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")
    try:
        with open(waiting, "w", encoding=encoding, newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(waiting, path)
    finally:
        waiting.unlink(missing_ok=True)


def write_json_lines(path: Path, rows: Iterable[Row]) -> int:
    """Write one JSON object a line; returns how many."""
    n = 0
    with whole_file(path) as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False, default=_plain))
            file.write("\n")
            n += 1
    return n


def write_json(path: Path, content: Row) -> None:
    """Write one JSON object, indented to be read."""
    with whole_file(path) as file:
        json.dump(content, file, ensure_ascii=False, indent=2, default=_plain)
        file.write("\n")


def write_csv(path: Path, columns: Sequence[str], rows: Iterable[Row]) -> int:
    """Write a table that a spreadsheet reads as it is, and runs nothing of; returns its rows.

    A missing value is an empty cell; the file named `about.json` says what that means.
    """
    n = 0
    with whole_file(path, "utf-8-sig") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(columns)
        for row in rows:
            writer.writerow([_cell(row.get(column)) for column in columns])
            n += 1
    return n


def _plain(value: Any) -> str:
    """Write dates and times as ISO 8601; anything else has no place in an export."""
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"cannot be exported: {type(value).__name__}")


def _cell(value: Any) -> Any:
    if value is None:
        return ""
    return harmless(value) if isinstance(value, str) else value
