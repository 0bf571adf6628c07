"""`localvision report`: build a report as HTML, DOCX and PDF."""

from __future__ import annotations

import argparse
from pathlib import Path

from localvision.cli.opening import open_workspace, viewer_of
from localvision.cli.parser import add_json, add_programme
from localvision.cli.speaking import Voice

HELP = "Build a report of the programme as HTML, DOCX and PDF."
FORMATS = ("html", "docx", "pdf")


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("report", nargs="?", metavar="REPORT", help="its short name, if several")
    parser.add_argument("--to", type=Path, default=Path(), metavar="DIR", help="where to write")
    parser.add_argument(
        "--format",
        action="append",
        choices=FORMATS,
        dest="formats",
        help="one of the formats (may be repeated; default: all)",
    )
    add_programme(parser)
    add_json(parser)


def run(arguments: argparse.Namespace, voice: Voice) -> int:
    """Build the report and say where its files are."""
    open_workspace(arguments.workspace)
    from localvision.workbench.reporting.building import write_report

    viewer = viewer_of(arguments.programme)
    formats = tuple(arguments.formats or FORMATS)
    files = write_report(viewer, arguments.report, arguments.to, formats, voice.progress)
    voice.answer({"files": [str(file) for file in files]}, (f"Wrote {file}" for file in files))
    return 0
