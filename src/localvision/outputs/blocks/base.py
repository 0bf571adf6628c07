"""What every figure and table must carry: its base, and words for what is not there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

PROCESS = "process"
CONTEXT = "context"
CHANGE = "change"

CLUSTER_NAMES = {PROCESS: "Process", CONTEXT: "Context", CHANGE: "Change"}
"""The clusters that have a colour of their own; any other name is drawn in the brand's."""

MissingKind = Literal["not-asked", "no-answer", "withheld"]


@dataclass(frozen=True, slots=True)
class Missing:
    """A value that is not there, with the reason a reader is given.

    Parameters
    ----------
    kind : "not-asked", "no-answer" (asked and nothing came back) or "withheld".
    words : what is printed, such as "not asked" or "withheld (fewer than 5)".

    Examples
    --------
    >>> str(Missing("withheld", "withheld (fewer than 5)"))
    'withheld (fewer than 5)'
    """

    kind: MissingKind
    words: str

    def __str__(self) -> str:
        return self.words


NOT_ASKED = Missing("not-asked", "not asked")
NO_ANSWER = Missing("no-answer", "no answer")
WITHHELD = Missing("withheld", "withheld")

Cell: TypeAlias = str | int | float | Missing
"""A table's cell: text (inline markup is read), a number, or a missing value. Never None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """How many stand behind a figure, of how many, and who is missing.

    Parameters
    ----------
    n : units that the figure counts, 0 or more; None where it was not worked out, which
        the guard refuses when the report is built.
    unit : plural word for them, "places", "people", "quotations".
    of : all units there are, None where that is not known.
    missing : a plain sentence part on who is missing and why; empty where none is.

    Examples
    --------
    >>> print(Base(n=21, unit="places", of=25, missing="4 not asked"))
    n = 21 of 25 places; 4 not asked
    """

    n: int | None
    unit: str
    of: int | None = None
    missing: str = ""

    def __str__(self) -> str:
        of = f" of {self.of:,}" if self.of is not None else ""
        missing = f"; {self.missing}" if self.missing else ""
        count = "not stated" if self.n is None else f"{self.n:,}"
        return f"n = {count}{of} {self.unit}{missing}"
