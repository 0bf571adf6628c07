"""`localvision worker`: do the workspace's heavy work, one run after another."""

from __future__ import annotations

import argparse
import logging
import time

from localvision.cli.opening import open_workspace
from localvision.cli.speaking import Voice

HELP = "Do the heavy work that pages ask for, on this machine or on another with the same database."
PAUSE_S = 0.5


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument("--once", action="store_true", help="do what waits, then stop")


def run(arguments: argparse.Namespace, voice: Voice) -> int:
    """Do runs as they come; a run that breaks is logged, and the worker lives on."""
    open_workspace(arguments.workspace)
    from django.db import close_old_connections

    from localvision.workbench.platform import jobs

    while True:
        close_old_connections()
        try:
            done = jobs.do_next()
        except Exception:
            logging.getLogger(__name__).exception("A run broke down.")
            continue
        if done is None:
            if arguments.once:
                return 0
            time.sleep(PAUSE_S)
