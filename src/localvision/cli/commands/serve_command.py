"""`localvision serve`: serve the workspace to a browser."""

from __future__ import annotations

import argparse

from localvision.cli.opening import open_workspace
from localvision.cli.serving import serve
from localvision.cli.speaking import Voice

HELP = "Serve the workspace to a browser on this machine."


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_address(parser)


def add_address(parser: argparse.ArgumentParser) -> None:
    """Offer the address to serve at."""
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
    parser.add_argument("--port", type=int, default=8765, help="port to listen on")


def run(arguments: argparse.Namespace, voice: Voice) -> int:
    """Serve until stopped."""
    open_workspace(arguments.workspace)
    return serve(arguments.host, arguments.port, voice)
