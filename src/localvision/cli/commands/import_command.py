"""`localvision import`: bring in a document, a folder of documents, or a ZIP of them."""

from __future__ import annotations

import argparse
from pathlib import Path

from localvision.cli.opening import open_workspace, viewer_or_new_programme
from localvision.cli.parser import add_json, add_programme
from localvision.cli.speaking import Voice
from localvision.errors import ExitCode

HELP = "Bring in a document, a folder of documents with a manifest, or a ZIP of them."


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("path", type=Path, metavar="FILE", help="a file, a folder or a ZIP")
    add_programme(parser)
    add_json(parser)


def run(arguments: argparse.Namespace, voice: Voice) -> int:
    """Bring it in, all or nothing, and say what came and what was wrong."""
    open_workspace(arguments.workspace, make=True)
    from localvision.workbench.coding.summaries import intake_summary
    from localvision.workbench.documents.bringing_in import bring_in_path

    viewer = viewer_or_new_programme(arguments.programme)
    made = bring_in_path(by=viewer, path=arguments.path, progress=voice.progress)
    summary = intake_summary(viewer, made)
    voice.answer(summary.as_json(), summary.lines())
    if not voice.json:
        voice.list_problems(made.problems)
    refused = any(problem["severity"] == "error" for problem in made.problems)
    return ExitCode.SOME_PROBLEMS if refused else ExitCode.OK
