"""`localvision init`: make a workspace, or bring one up to date."""

from __future__ import annotations

import argparse

from localvision.cli.opening import make_programme, open_workspace, owner
from localvision.cli.parser import add_json
from localvision.cli.speaking import Voice

HELP = "Make a workspace with a programme from a template, or bring a workspace up to date."


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--name", default="Local Vision", help="name of the programme")
    parser.add_argument("--slug", default="local-vision", help="its short name, for addresses")
    parser.add_argument("--template", default="local-vision", help="programme template")
    add_json(parser)


def run(arguments: argparse.Namespace, voice: Voice) -> int:
    """Make what is missing; what is there stays as it is."""
    folder = open_workspace(arguments.workspace, make=True)
    from localvision.workbench.programmes.queries import programmes_for

    slugs = list(programmes_for(owner()).values_list("slug", flat=True))
    made = arguments.slug not in slugs
    if made:
        make_programme(arguments.slug, arguments.name, arguments.template)
    words = "made" if made else "there already, and up to date"
    voice.answer(
        {"workspace": str(folder), "programme": arguments.slug, "made": made},
        [
            f"The programme {arguments.slug} is {words}.",
            f"Workspace: {folder}",
            f"Next: localvision serve --workspace {folder}",
        ],
    )
    return 0
