"""`localvision doctor`: look at the machine and the workspace, and say what is amiss."""

from __future__ import annotations

import argparse

from localvision.cli.checkups import Finding, machine_findings, workspace_findings
from localvision.cli.parser import add_json
from localvision.cli.speaking import Voice
from localvision.errors import ExitCode

HELP = "Look at the machine and the workspace, and say what is amiss."


def add(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    add_json(parser)


def run(arguments: argparse.Namespace, voice: Voice) -> int:
    """Say every finding; anything amiss is exit code 4."""
    findings = [*machine_findings(), *workspace_findings(arguments.workspace)]
    voice.answer(
        {"findings": [finding.as_json() for finding in findings]},
        (_line(finding) for finding in findings),
    )
    well = all(finding.well for finding in findings)
    return ExitCode.OK if well else ExitCode.ENVIRONMENT


def _line(finding: Finding) -> str:
    return f"{'ok   ' if finding.well else 'AMISS'} {finding.what}: {finding.words}"
