"""Where a workspace lives: a folder with its database, its secret and its files.

Read from the environment, so that the command, the server and the job worker agree:

- `LOCALVISION_WORKSPACE`: the folder (default: `localvision` in the user's data folder).
- `DATABASE_URL`: a PostgreSQL server for teams; without it the folder holds SQLite.
- `LOCALVISION_MODE`: `laptop` (default: the owner is signed in without ceremony) or `team`.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit


@dataclass(frozen=True, slots=True)
class Workspace:
    """One workspace: its folder and how its database is reached."""

    folder: Path
    database_url: str
    mode: str

    @property
    def files(self) -> Path:
        """Folder of the editions and exports that were built."""
        return self.folder / "files"

    @property
    def sqlite_path(self) -> Path:
        """Path of the embedded database."""
        return self.folder / "workspace.sqlite3"

    def database(self) -> dict[str, Any]:
        """Return Django's settings of the database."""
        return _postgres(self.database_url) if self.database_url else _sqlite(self.sqlite_path)

    def secret(self) -> str:
        """Return the workspace's own secret, made and kept (owner-only) when first asked."""
        path = self.folder / "secret.key"
        if not path.exists():
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w") as file:
                file.write(secrets.token_urlsafe(48))
        return path.read_text()


def current_workspace() -> Workspace:
    """Return the workspace that the environment names."""
    folder = os.environ.get("LOCALVISION_WORKSPACE") or _default_folder()
    return Workspace(
        folder=Path(folder).expanduser().resolve(),
        database_url=os.environ.get("DATABASE_URL", ""),
        mode=os.environ.get("LOCALVISION_MODE", "laptop"),
    )


def _default_folder() -> str:
    home = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return str(Path(home) / "localvision")


def _sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }


def _postgres(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(query.pop("host", parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "OPTIONS": query,
    }
