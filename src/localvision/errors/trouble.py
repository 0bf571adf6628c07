"""The one exception of the house, and the exit codes of its command."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from localvision.errors.catalogue import Problem


class ExitCode(IntEnum):
    """What the `localvision` command returns."""

    OK = 0
    SOME_PROBLEMS = 1  # the work was done; some input was refused and is listed
    BAD_INPUT = 2  # nothing was done: what was asked or given is wrong
    NOT_ALLOWED = 3  # the person may not do this
    ENVIRONMENT = 4  # the machine or workspace is not as needed


class LocalVisionError(Exception):
    """Carries one or more problems; never raised with none.

    Its text is what a person reads. `exit_code` is what the command returns.
    """

    def __init__(
        self, problems: Sequence[Problem], exit_code: ExitCode = ExitCode.BAD_INPUT
    ) -> None:
        if not problems:
            raise ValueError("an error without a problem")
        self.problems = tuple(problems)
        self.exit_code = exit_code
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type[LocalVisionError], tuple[tuple[Problem, ...], ExitCode]]:
        """Survive the way back from a worker process with its problems whole."""
        return LocalVisionError, (self.problems, self.exit_code)

    @property
    def code(self) -> str:
        """Code of the first problem."""
        return self.problems[0].code
