"""What the doctor looks at."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from importlib.resources import files
from typing import Any

from localvision.cli.opening import open_workspace, owner
from localvision.errors import LocalVisionError

BUNDLE = "workbench/platform/static/platform/built"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at, whether it is well, and what to know or do."""

    what: str
    well: bool
    words: str

    def as_json(self) -> dict[str, Any]:
        """Return plain values."""
        return asdict(self)


def machine_findings() -> Iterator[Finding]:
    """Look at Python, the packages, SQLite and the built front end."""
    yield Finding("Python", sys.version_info >= (3, 11), sys.version.split()[0])
    yield Finding("Local Vision", True, version("localvision"))
    yield Finding("SQLite", _has_fts5(), f"{sqlite3.sqlite_version}, full-text search")
    built = files("localvision").joinpath(BUNDLE, "app.css").is_file()
    remedy = "built" if built else "missing: install the package again"
    yield Finding("Front end", built, remedy)


def _has_fts5() -> bool:
    with sqlite3.connect(":memory:") as connection:
        options = {row[0] for row in connection.execute("PRAGMA compile_options")}
    return "ENABLE_FTS5" in options


def workspace_findings(folder: str | None) -> Iterator[Finding]:
    """Look at the workspace: its tables, its programmes, its log."""
    try:
        opened = open_workspace(folder)
    except LocalVisionError as error:
        yield Finding("Workspace", False, str(error))
        return
    from localvision.workbench.platform.audit import first_break
    from localvision.workbench.programmes.queries import programmes_for

    yield Finding("Workspace", True, str(opened))
    slugs = ", ".join(programmes_for(owner()).values_list("slug", flat=True))
    yield Finding("Programmes", True, slugs or "none yet")
    broken = first_break()
    words = "unbroken" if broken is None else f"broken at event {broken.pk}"
    yield Finding("Log of what was done", broken is None, words)
