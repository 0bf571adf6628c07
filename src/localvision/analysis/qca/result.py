"""What every result of this room carries, and how it prints."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from localvision import __version__
from localvision.errors import Problem

Table = tuple[list[str], list[list[Any]]]  # headings and rows


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a result comes from: the call, the cases behind it, and what to be careful about."""

    call: str
    n: int
    missing: tuple[str, ...] = ()
    warnings: tuple[Problem, ...] = ()
    version: str = __version__


class Result:
    """A frozen result. Subclasses give `about`, `_title` and `_table`."""

    about: Provenance

    @property
    def call(self) -> str:
        """The call that made this result, without its data."""
        return self.about.call

    @property
    def n(self) -> int:
        """Number of cases behind the result."""
        return self.about.n

    @property
    def missing(self) -> tuple[str, ...]:
        """Names of cases that were left out because a value was missing."""
        return self.about.missing

    @property
    def version(self) -> str:
        """Version of Local Vision that made the result."""
        return self.about.version

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What a reader of the result must be told."""
        return self.about.warnings

    def _title(self) -> str:
        raise NotImplementedError

    def _table(self) -> Table:
        raise NotImplementedError

    def to_frame(self) -> pl.DataFrame:
        """Return the result as a polars data frame."""
        headings, rows = self._table()
        columns = {name: [row[i] for row in rows] for i, name in enumerate(headings)}
        return pl.DataFrame(columns, strict=False)

    def to_dict(self) -> dict[str, Any]:
        """Return the result as plain values that JSON can hold."""
        headings, rows = self._table()
        return {
            **self._facts(),
            "rows": [
                {name: _plain(v) for name, v in zip(headings, row, strict=True)} for row in rows
            ],
            "call": self.call,
            "n": self.n,
            "missing": list(self.missing),
            "version": self.version,
            "warnings": [warning.as_json() for warning in self.warnings],
        }

    def _facts(self) -> dict[str, Any]:
        return {}

    def __repr__(self) -> str:
        headings, rows = self._table()
        notes = [f"! {warning.what} {warning.remedy}" for warning in self.warnings]
        return "\n".join([self._title(), *_lines(headings, rows), *notes])

    def _repr_html_(self) -> str:
        headings, rows = self._table()
        head = "".join(f"<th scope='col'>{html.escape(name)}</th>" for name in headings)
        body = "".join(
            "<tr>" + "".join(f"<td>{html.escape(shown(v))}</td>" for v in row) + "</tr>"
            for row in rows
        )
        notes = "".join(
            f"<li>{html.escape(f'{warning.what} {warning.remedy}')}</li>"
            for warning in self.warnings
        )
        return (
            f"<table><caption>{html.escape(self._title())}</caption>"
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
            + (f"<ul>{notes}</ul>" if notes else "")
        )


def shown(value: Any) -> str:
    """A value as a reader sees it: three decimals, a dash for what is undefined."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return "–"
    if isinstance(value, float):
        return f"{value:.3f}"
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return str(value)


def call_text(name: str, **arguments: object) -> str:
    """Write a call, leaving out arguments that are None."""
    given = [f"{key}={value!r}" for key, value in arguments.items() if value is not None]
    return f"{name}({', '.join(given)})"


def _plain(value: Any) -> Any:
    if isinstance(value, float) and math.isnan(value):
        return None
    return list(value) if isinstance(value, tuple) else value


def _lines(headings: Sequence[str], rows: Sequence[Sequence[Any]]) -> list[str]:
    cells = [list(headings), *[[shown(v) for v in row] for row in rows]]
    widths = [max(len(row[i]) for row in cells) for i in range(len(headings))]
    numeric = [
        all(isinstance(row[i], (int, float, type(None))) for row in rows)
        for i in range(len(headings))
    ]
    lines = [
        "  ".join(
            cell.rjust(width) if right else cell.ljust(width)
            for cell, width, right in zip(row, widths, numeric, strict=True)
        ).rstrip()
        for row in cells
    ]
    return [lines[0], "-" * max(map(len, lines)), *lines[1:]]
