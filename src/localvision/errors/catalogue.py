"""What a message is, and the list of all of them."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import Any, Literal

from localvision.errors.trouble import ExitCode, LocalVisionError

CODE_PATTERN = re.compile(r"^[a-z]+(\.[a-z0-9]+(-[a-z0-9]+)*)$")
_DECLARED: dict[str, Message] = {}

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Where:
    """The place of a problem: a file, a row in it (1-based), a field; all optional."""

    file: str = ""
    row: int | None = None
    field: str = ""

    def __str__(self) -> str:
        parts = [self.file, f"row {self.row}" if self.row is not None else "", self.field]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, ready to be shown to a person or written as JSON."""

    code: str
    what: str
    remedy: str
    where: Where = Where()
    severity: Severity = "error"

    def __str__(self) -> str:
        place = f" [{self.where}]" if str(self.where) else ""
        return f"{self.code}: {self.what} {self.remedy}{place}"

    def as_json(self) -> dict[str, Any]:
        """Return the problem as plain values: code, what, remedy, severity, file, row, field."""
        facts = asdict(self)
        return {**{k: v for k, v in facts.items() if k != "where"}, **facts["where"]}


@dataclass(frozen=True, slots=True)
class Message:
    """A declared message: `what` and `remedy` are templates filled with named facts.

    Parameters
    ----------
    code : "room.what-is-wrong", lower case; unique in the house.
    what : one sentence, what is wrong, with `{facts}` in braces.
    remedy : one sentence, what the reader can do.
    exit_code : what the command returns when this ends it.
    severity : "error", or "warning" where the work goes on.
    """

    code: str
    what: str
    remedy: str
    exit_code: ExitCode = ExitCode.BAD_INPUT
    severity: Severity = "error"

    def __post_init__(self) -> None:
        if not CODE_PATTERN.match(self.code):
            raise ValueError(f"not a message code: {self.code!r}")
        if _DECLARED.setdefault(self.code, self) != self:
            raise ValueError(f"message code declared twice: {self.code!r}")

    def problem(self, *, where: Where | None = None, **facts: object) -> Problem:
        """Fill the message for one place."""
        return Problem(
            self.code,
            self.what.format_map(facts),
            self.remedy.format_map(facts),
            where or Where(),
            self.severity,
        )

    def error(self, *, where: Where | None = None, **facts: object) -> LocalVisionError:
        """Return an exception that carries the one filled problem."""
        return LocalVisionError([self.problem(where=where, **facts)], self.exit_code)


def all_messages() -> list[Message]:
    """Return every declared message, by code (catalogues must have been imported)."""
    return sorted(_DECLARED.values(), key=lambda message: message.code)
