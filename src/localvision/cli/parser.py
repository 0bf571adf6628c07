"""The command line: every command with its help, read from one list."""

from __future__ import annotations

import argparse
from importlib import import_module

from localvision import __version__

#: Commands in the order of the walk. Each is a module of `cli.commands` with `add(parser)`,
#: `run(arguments, voice)` and `HELP`.
COMMANDS = ("demo", "init", "serve", "worker", "import", "report", "export", "qca", "doctor")


def make_parser() -> argparse.ArgumentParser:
    """Return the whole command line."""
    parser = argparse.ArgumentParser(
        prog="localvision",
        description="Commission, run, evaluate and learn from place-based programmes.",
        epilog="Exit codes: 0 done; 1 done, with problems listed; 2 nothing done, the input was "
        "wrong; 3 not allowed; 4 the machine or workspace is not as needed.",
    )
    parser.add_argument("--version", action="version", version=f"localvision {__version__}")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in COMMANDS:
        module = import_module(f"localvision.cli.commands.{name}_command")
        command = subparsers.add_parser(name, help=module.HELP, description=module.HELP)
        command.add_argument(
            "--workspace",
            metavar="DIR",
            default=None,
            help="folder of the workspace (default: LOCALVISION_WORKSPACE, else your data folder)",
        )
        module.add(command)
        command.set_defaults(run=module.run)
    return parser


def add_json(parser: argparse.ArgumentParser) -> None:
    """Offer one JSON object on stdout, for scripts."""
    parser.add_argument("--json", action="store_true", help="print one JSON object to stdout")


def add_programme(parser: argparse.ArgumentParser) -> None:
    """Offer the choice of a programme."""
    parser.add_argument(
        "--programme",
        metavar="SLUG",
        default=None,
        help="short name of the programme (default: the only one in the workspace)",
    )
