"""Write the reference pages that could lag behind the code: errors, command, roles, frames,
requirements. `--check` fails where a page is not what the code says.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import os
import pkgutil
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "docs" / "reference"
NOTE = "<!-- Written by scripts/write_reference.py: change the code, not this page. -->\n\n"


def errors() -> str:
    """Every message, by code."""
    from localvision import errors as floor

    for module in pkgutil.walk_packages(floor.__path__, "localvision.errors."):
        importlib.import_module(module.name)
    rows = [
        f"| `{m.code}` | {m.severity} | {plain(m.what)} | {plain(m.remedy)} |"
        for m in floor.all_messages()
        if not m.code.startswith("tests.")
    ]
    head = "# Messages\n\nEvery message has a code, says what is wrong and what to do. "
    head += f"There are {len(rows)}.\n\n| code | kind | what | what to do |\n|---|---|---|---|\n"
    return head + "\n".join(rows) + "\n"


def plain(words: str) -> str:
    """Words that a table cell can hold."""
    return words.replace("|", "\\|").replace("\n", " ").replace("{", "*").replace("}", "*")


def command() -> str:
    """Every command with its options."""
    from localvision.cli.parser import COMMANDS, make_parser

    os.environ["COLUMNS"] = "100"
    parser = make_parser()
    subparsers = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    text = "# The command\n\n```text\n" + parser.format_help() + "```\n"
    for name in COMMANDS:
        text += f"\n## localvision {name}\n\n```text\n{subparsers.choices[name].format_help()}```\n"
    return text


def roles() -> str:
    """What each role may do."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    from localvision.workbench.accounts.enums import Capability, Role
    from localvision.workbench.accounts.rules import CAPABILITIES

    head = "# Who may do what\n\nRoles are given per programme, for one place or for all.\n\n"
    head += "| | " + " | ".join(role.label for role in Role) + " |\n"
    head += "|---|" + "---|" * len(Role) + "\n"
    rows = [
        f"| {capability.label} | "
        + " | ".join("yes" if capability in CAPABILITIES[role] else "" for role in Role)
        + " |"
        for capability in Capability
    ]
    return head + "\n".join(rows) + "\n"


def frames() -> str:
    """The lists of the programme template."""
    from localvision import programme_templates

    template = programme_templates.load("local_vision")
    text = f"# Frames of the template “{template.name}”\n\nFrom: {template.source}\n"
    for frame in template.frames.values():
        text += f"\n## {frame.name}\n\n{frame.purpose}\n\n"
        text += "| key | item | what it means | entries |\n|---|---|---|---|\n"
        text += "".join(
            f"| `{item.key}` | {plain(item.label)} | {plain(item.definition)} "
            f"| {', '.join(item.refs)} |\n"
            for item in frame.items
        )
    return text


def requirements() -> str:
    """Which tests hold which entry of the requirements ledger."""
    held: dict[str, list[str]] = defaultdict(list)
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef):
                for entry in marked(node):
                    held[entry].append(f"`{path.relative_to(ROOT).as_posix()}::{node.name}`")
    rows = [f"| {entry} | {'<br>'.join(held[entry])} |" for entry in sorted(held, key=number)]
    head = "# Requirements that tests hold\n\nEntries of the ledger of 351, each with the tests "
    head += f"that would fail were it not met. {len(rows)} of 351 are held so far.\n\n"
    return head + "| entry | tests |\n|---|---|\n" + "\n".join(rows) + "\n"


def marked(function: ast.FunctionDef) -> list[str]:
    """The entries that a test is marked with."""
    return [
        argument.value
        for mark in function.decorator_list
        if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.requirement"
        for argument in mark.args
        if isinstance(argument, ast.Constant)
    ]


def number(entry: str) -> int:
    """R51 sorts as 51."""
    return int(entry.removeprefix("R"))


def main() -> int:
    check = "--check" in sys.argv
    lagging = []
    for write in (errors, command, roles, frames, requirements):
        page = PAGES / f"{write.__name__}.md"
        text = NOTE + write()
        if not page.exists() or page.read_text() != text:
            lagging.append(page.name)
            if not check:
                page.write_text(text)
    said = "lag behind the code: run `make reference`" if check else "written"
    if lagging:
        print(f"{', '.join(lagging)} {said}")
    return int(check and bool(lagging))


if __name__ == "__main__":
    sys.exit(main())
