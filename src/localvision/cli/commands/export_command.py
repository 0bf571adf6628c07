"""`localvision export`: take a programme out in open formats."""

from __future__ import annotations

import argparse
from pathlib import Path

from localvision.cli.opening import open_workspace, viewer_of
from localvision.cli.parser import add_json, add_programme
from localvision.cli.speaking import Voice

HELP = "Take a programme out in open formats, without identities."


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="where to write")
    add_programme(parser)
    add_json(parser)


def run(arguments: argparse.Namespace, voice: Voice) -> int:
    """Write the programme's files and say where they are."""
    open_workspace(arguments.workspace)
    from localvision.workbench.reporting.exporting import export_programme

    files = export_programme(viewer_of(arguments.programme), arguments.to)
    voice.answer({"files": [str(file) for file in files]}, (f"Wrote {file}" for file in files))
    return 0
