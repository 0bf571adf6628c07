"""`localvision demo`: the invented example programme, built and served."""

from __future__ import annotations

import argparse
from pathlib import Path

from localvision.cli.commands.serve_command import add_address
from localvision.cli.opening import open_workspace, owner
from localvision.cli.parser import add_json
from localvision.cli.serving import serve
from localvision.cli.speaking import Voice

HELP = "Build the invented example programme and serve it, signed in as its evaluator."


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_address(parser)
    parser.add_argument("--localities", type=int, default=25, help="how many places (25)")
    parser.add_argument("--waves", type=int, default=3, help="how many waves (3)")
    parser.add_argument("--seed", type=int, default=2015, help="seed of the generator (2015)")
    parser.add_argument("--no-serve", action="store_true", help="build it, and stop")
    add_json(parser)


def run(arguments: argparse.Namespace, voice: Voice) -> int:
    """Build the example where it is not there yet, then serve it."""
    folder = open_workspace(arguments.workspace or str(_demo_folder()), make=True)
    from localvision.workbench.example_filling import SLUG, fill_with_example, is_filled

    if is_filled():
        voice.say("The example programme is there already.")
    else:
        voice.say("Building the example programme: every place, person and word is invented.")
        fill_with_example(
            by=owner(),
            folder=folder,
            seed=arguments.seed,
            localities=arguments.localities,
            waves=arguments.waves,
            progress=voice.progress,
        )
    if arguments.no_serve:
        voice.answer({"workspace": str(folder), "programme": SLUG}, [f"Workspace: {folder}"])
        return 0
    return serve(arguments.host, arguments.port, voice)


def _demo_folder() -> Path:
    from localvision.workbench.workspaces import current_workspace

    return current_workspace().folder / "demo"
