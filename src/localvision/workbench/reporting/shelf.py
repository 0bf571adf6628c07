"""The shelf of built files: whole or not there, under names that nobody can guess."""

from __future__ import annotations

import hashlib
import os
import secrets
import time
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

#: A file that no edition names is an orphan of a build that was killed, once it is this old.
ORPHAN_AFTER_S = 3600.0


@dataclass(frozen=True, slots=True)
class Shelved:
    """One file on the shelf."""

    format: str
    stored_as: str
    sha256: str
    size: int


def shelf() -> Path:
    """Return the folder, made for its owner only when first asked."""
    folder = Path(settings.WORKSPACE.files) / "editions"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def put(files: Mapping[str, bytes]) -> list[Shelved]:
    """Write files, each to a temporary name, flushed to the disk, then renamed."""
    return [_put(format_, content) for format_, content in files.items()]


def path_of(stored_as: str) -> Path:
    """Return where a file stands; the name holds no folder."""
    return shelf() / Path(stored_as).name


def read_whole(stored_as: str, sha256: str) -> bytes | None:
    """Return the bytes as they were built; None where they are gone or changed."""
    try:
        content = path_of(stored_as).read_bytes()
    except FileNotFoundError:
        return None
    return content if hashlib.sha256(content).hexdigest() == sha256 else None


def take_away(stored_as: Collection[str]) -> None:
    """Remove files; those that are gone already are no trouble."""
    for name in stored_as:
        path_of(name).unlink(missing_ok=True)


def sweep(named: Collection[str]) -> int:
    """Remove orphans: files that no edition names and that are old enough; returns how many."""
    before = time.time() - ORPHAN_AFTER_S
    orphans = [
        path
        for path in shelf().iterdir()
        if path.name not in named and path.stat().st_mtime < before
    ]
    for path in orphans:
        path.unlink(missing_ok=True)
    return len(orphans)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    waiting = path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")
    with open(waiting, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(waiting, path)


def _put(format_: str, content: bytes) -> Shelved:
    name = f"{secrets.token_urlsafe(24)}.{format_}"
    write_whole(shelf() / name, content)
    return Shelved(format_, name, hashlib.sha256(content).hexdigest(), len(content))
