"""How the command speaks: plain words and progress to a person, one object to a script."""

from __future__ import annotations

import json as json_module
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from localvision.errors import LocalVisionError, Problem


@dataclass(frozen=True, slots=True)
class Voice:
    """Speaks to the terminal. With `json`, stdout carries one object and nothing else."""

    json: bool = False

    def say(self, words: str) -> None:
        """Say one line to a person (to stderr where a script reads stdout)."""
        print(words, file=sys.stderr if self.json else sys.stdout, flush=True)

    def progress(self, words: str, done: int, total: int | None = None) -> None:
        """Say how far it is: over itself in a terminal, every so often in a log."""
        share = f"{done:,} of {total:,}" if total else f"{done:,}"
        if sys.stderr.isatty():
            end = "\n" if total and done >= total else ""
            print(f"\r\033[K  {words}: {share}", end=end, file=sys.stderr, flush=True)
        elif total and (done == total or done % max(1, total // 4) == 0):
            print(f"  {words}: {share}", file=sys.stderr, flush=True)

    def answer(self, content: dict[str, Any], lines: Iterable[str]) -> None:
        """Give the result: the object to a script, the lines to a person."""
        if self.json:
            print(json_module.dumps(content, ensure_ascii=False, indent=2, default=str))
        else:
            for line in lines:
                print(line)

    def list_problems(self, problems: Iterable[Problem | dict[str, Any]]) -> None:
        """List what was wrong, each with its place and remedy."""
        for problem in problems:
            print(f"  {_line(problem)}", file=sys.stderr)

    def refuse(self, error: LocalVisionError) -> None:
        """Say why the command ended."""
        if self.json:
            print(json_module.dumps({"problems": [p.as_json() for p in error.problems]}))
        for problem in error.problems:
            print(str(problem), file=sys.stderr)


def _line(problem: Problem | dict[str, Any]) -> str:
    if isinstance(problem, Problem):
        return str(problem)
    row = f", row {problem['row']}" if problem.get("row") is not None else ""
    field = f", {problem['field']}" if problem.get("field") else ""
    return (
        f"{problem['code']}: {problem['what']} {problem['remedy']} [{problem['file']}{row}{field}]"
    )
