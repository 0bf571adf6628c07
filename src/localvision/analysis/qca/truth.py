"""The truth table: one row for each configuration of conditions that is observed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from localvision.analysis.qca.cases import Cases, MissingPolicy, check_cut, read_cases
from localvision.analysis.qca.complement import Cubes
from localvision.analysis.qca.configuration import (
    HALF,
    NOWHERE,
    Configuration,
    HalfPolicy,
    as_configuration,
    corners,
    row_numbers,
    table_levels,
)
from localvision.analysis.qca.distinct import distinct_rows
from localvision.analysis.qca.exclusion import excluded_rows
from localvision.analysis.qca.expression import Expression, Floats
from localvision.analysis.qca.guards import table_warnings
from localvision.analysis.qca.notation import read_expression
from localvision.analysis.qca.result import Provenance, Result, Table, call_text
from localvision.analysis.qca.sums import corner_sums
from localvision.errors.analysis import qca as say

TIE = 1.5e-8  # a cut counts as met this far below it
POSITIVE, NEGATIVE, CONTRADICTION = "1", "0", "C"


@dataclass(frozen=True, slots=True)
class TruthTableRow:
    """One observed configuration.

    Parameters
    ----------
    row : its 1-based number in the full table, first condition most significant.
    configuration : value of each condition; "-" is a don't-care.
    output : "1" (consistent with the outcome), "0", or "C" (between two cuts).
    n : number of cases whose membership in the configuration is above 0.5.
    consistency, pri : 0 to 1; NaN where undefined.
    cases : their names; `deviant_cases` are those of them without the outcome.
    negation_consistency : consistency with the outcome's negation.
    excluded : taken out by the caller, and so counted as negative.
    """

    row: int
    configuration: Configuration
    output: str
    n: int
    consistency: float
    pri: float
    cases: tuple[str, ...]
    deviant_cases: tuple[str, ...]
    negation_consistency: float
    excluded: bool = False


@dataclass(frozen=True, repr=False)
class TruthTable(Result):
    """Observed configurations, and what was done to get them.

    Parameters
    ----------
    rows : configurations with enough cases, by row number.
    dropped_rows : observed configurations with too few cases; they count as unobserved.
    excluded : numbers of rows that no assumption may be made on.
    """

    outcome: str
    conditions: tuple[str, ...]
    levels: tuple[int, ...]
    rows: tuple[TruthTableRow, ...]
    dropped_rows: tuple[TruthTableRow, ...]
    excluded: tuple[int, ...]
    consistency_cut: tuple[float, float]
    pri_cut: float
    frequency_cut: int
    half: HalfPolicy
    about: Provenance
    source: Cases = field(repr=False, compare=False)
    stated: Expression = field(repr=False, compare=False)

    @property
    def multi_value(self) -> bool:
        """Whether terms are written with brackets: some condition has more than two values."""
        return self.source.multi_value

    @property
    def outcome_memberships(self) -> Floats:
        """Membership of each case in the outcome."""
        return self.source.union(self.stated)

    @property
    def configurations(self) -> int:
        """Number of configurations that are logically possible."""
        product = 1
        for count in self.levels:
            product *= count
        return product

    @property
    def diversity(self) -> float:
        """Share of the possible configurations that is observed with enough cases."""
        return len(self.rows) / self.configurations

    def _title(self) -> str:
        return (
            f"Truth table for {self.outcome}: {len(self.rows)} of {self.configurations} "
            f"configurations observed, {self.n} cases"
        )

    def _table(self) -> Table:
        headings = ["row", *self.conditions, "output", "n", "consistency", "PRI", "cases"]
        rows: list[list[Any]] = [
            [
                r.row,
                *map(str, r.configuration),
                r.output,
                r.n,
                r.consistency,
                r.pri,
                ", ".join(r.cases),
            ]
            for r in self.rows
        ]
        return headings, rows

    def _facts(self) -> dict[str, Any]:
        return {
            "outcome": self.outcome,
            "conditions": list(self.conditions),
            "consistency_cut": list(self.consistency_cut),
            "pri_cut": self.pri_cut,
            "frequency_cut": self.frequency_cut,
            "dropped_rows": [row.row for row in self.dropped_rows],
            "excluded": list(self.excluded),
            "diversity": self.diversity,
        }


def truth_table(
    data: Any,
    outcome: str,
    conditions: str | Sequence[str] | None = None,
    *,
    consistency_cut: float | Sequence[float] = 1.0,
    pri_cut: float = 0.0,
    frequency_cut: int = 1,
    exclude: str | Iterable[int | str] | None = None,
    cases: str | Sequence[str] | None = None,
    half: HalfPolicy = "error",
    missing: MissingPolicy = "error",
) -> TruthTable:
    """Tell which configurations of conditions go with the outcome, and how consistently.

    Parameters
    ----------
    data : dict of columns, polars or pandas frame; memberships 0 to 1, or categories 0, 1, ...;
        "-" is a don't-care (temporal QCA).
    outcome : column; `"~Y"` for its negation, `"Y[1]"` for one value of several.
    conditions : columns (a list, or `"A, B"`); default: all others.
    consistency_cut : rows at or above it are positive (met within 1.5e-8). Two cuts, higher
        first: rows between them are contradictions ("C").
    pri_cut : rows that are consistent but below this PRI are negative.
    frequency_cut : rows with fewer cases count as unobserved (they stay in `dropped_rows`).
    exclude : rows that may not be assumed to have the outcome: an expression (unobserved rows
        only), or row numbers (an observed row then counts as negative).
    cases : case names, or the column that holds them.
    half : what a membership of exactly 0.5 in a condition gets: "error" names the cases,
        "drop" (the case is in no row), "up" or "down".
    missing : "error", or "drop" to leave out cases with a missing value; they are named.

    Returns
    -------
    TruthTable : `.rows` by row number; `.dropped_rows`; warnings that a reader must see.

    Raises
    ------
    LocalVisionError : codes `qca.half-membership`, `qca.missing-membership`,
        `qca.no-rows-left`, `qca.unknown-column`, `qca.not-calibrated`, and others on options.

    Limits
    ------
    With 25 cases use 4 or 5 conditions: more make rows of single cases, and almost any data
    then yield a solution.

    Source: C. Ragin (2008), "Redesigning Social Inquiry", ch. 7; PRI: C. Schneider and
    C. Wagemann (2012), "Set-Theoretic Methods", p. 242. R QCA 3.25.1 agrees.

    Examples
    --------
    >>> table = truth_table({"A": [1, 1, 0, 0], "B": [1, 0, 1, 0], "Y": [1, 1, 0, 0]}, "Y")
    >>> [(row.row, row.output, row.cases) for row in table.rows]
    [(1, '0', ('4',)), (2, '0', ('3',)), (3, '1', ('2',)), (4, '1', ('1',))]
    """
    cuts = _cuts(consistency_cut)
    check_cut("pri_cut", pri_cut)
    check_cut("frequency_cut", frequency_cut, 1, float("inf"))
    source, wanted, stated = read_cases(data, outcome, conditions, cases=cases, missing=missing)
    settings = Settings(cuts, pri_cut, frequency_cut, half, exclude)
    return tabulate(source, wanted, outcome, stated, settings)


@dataclass(frozen=True, slots=True)
class Settings:
    """How rows are judged."""

    cuts: tuple[float, float]
    pri_cut: float
    frequency_cut: int
    half: HalfPolicy
    exclude: str | Iterable[int | str] | None


def tabulate(
    source: Cases,
    conditions: tuple[str, ...],
    outcome: str,
    stated: Expression,
    settings: Settings,
) -> TruthTable:
    """Build the table from checked cases."""
    levels = table_levels(source, conditions)
    rows = _rows(source, conditions, levels, stated, settings)
    kept = tuple(row for row in rows if row.n >= settings.frequency_cut)
    if not kept:
        raise say.NO_ROWS_LEFT.error(frequency_cut=settings.frequency_cut)
    observed = {row.row for row in kept}
    excluded = excluded_rows(settings.exclude, conditions, levels, source, observed)
    kept = tuple(_barred(row) if row.row in excluded else row for row in kept)
    dropped = tuple(row for row in rows if row.n < settings.frequency_cut)
    call = _call(outcome, conditions, settings, excluded)
    warnings = table_warnings(source, stated, outcome, conditions, levels, kept, dropped, settings)
    return TruthTable(
        outcome,
        conditions,
        levels,
        kept,
        dropped,
        excluded,
        settings.cuts,
        settings.pri_cut,
        settings.frequency_cut,
        settings.half,
        Provenance(call, len(source.names), source.dropped, warnings),
        source,
        stated,
    )


def _call(
    outcome: str, conditions: Sequence[str], settings: Settings, excluded: Sequence[int]
) -> str:
    cuts = settings.cuts
    return call_text(
        "truth_table",
        outcome=outcome,
        conditions=list(conditions),
        consistency_cut=cuts[0] if cuts[0] == cuts[1] else cuts,
        pri_cut=settings.pri_cut,
        frequency_cut=settings.frequency_cut,
        exclude=list(excluded) or None,
        half=settings.half,
    )


def negated(table: TruthTable) -> TruthTable:
    """The table of the same cases, conditions and cuts for the negated outcome."""
    stated = read_expression(f"~({table.stated})", table.source.levels)
    written = table.outcome[1:] if table.outcome.startswith("~") else f"~{table.outcome}"
    settings = Settings(
        table.consistency_cut,
        table.pri_cut,
        table.frequency_cut,
        table.half,
        table.excluded,
    )
    return tabulate(table.source, table.conditions, written, stated, settings)


def _cuts(given: float | Sequence[float]) -> tuple[float, float]:
    both = (float(given),) if isinstance(given, (int, float)) else tuple(map(float, given))
    if len(both) not in (1, 2):
        raise say.CUTS_IN_WRONG_ORDER.error(cuts=both)
    for cut in both:
        check_cut("consistency_cut", cut)
    if both[-1] > both[0]:
        raise say.CUTS_IN_WRONG_ORDER.error(cuts=both)
    return both[0], both[-1]


def _rows(
    source: Cases,
    conditions: Sequence[str],
    levels: Sequence[int],
    stated: Expression,
    settings: Settings,
) -> list[TruthTableRow]:
    found = corners(source, conditions, settings.half)
    placed = np.flatnonzero((found != NOWHERE).all(axis=1))
    distinct, which = distinct_rows(found[placed], levels)
    outcome = source.union(stated)
    sums = corner_sums(source, conditions, distinct, outcome)
    numbers = row_numbers(distinct, levels)
    members = _members(which.ravel(), placed, len(distinct))
    names = np.array(source.names, dtype=object)
    figures = zip(
        sums.consistency().tolist(),
        sums.pri().tolist(),
        sums.negation_consistency().tolist(),
        strict=True,
    )
    rows = [
        TruthTableRow(
            row=numbers[place],
            configuration=as_configuration(distinct[place], conditions),
            output=judge(consistency, pri, settings.cuts, settings.pri_cut),
            n=len(inside),
            consistency=consistency,
            pri=pri,
            cases=tuple(names[inside]),
            deviant_cases=tuple(names[inside[outcome[inside] < HALF]]),
            negation_consistency=against,
        )
        for place, (inside, (consistency, pri, against)) in enumerate(
            zip(members, figures, strict=True)
        )
    ]
    return sorted(rows, key=lambda row: row.row)


def _barred(row: TruthTableRow) -> TruthTableRow:
    return replace(row, output=NEGATIVE, excluded=True)


def judge(consistency: float, pri: float, cuts: tuple[float, float], pri_cut: float) -> str:
    """The output of a row: its consistency against one or two cuts, and its PRI."""
    if consistency + TIE > cuts[0]:
        enough = pri_cut == 0 or (pri == pri and pri + TIE > pri_cut)
        return POSITIVE if enough else NEGATIVE
    return CONTRADICTION if consistency + TIE > cuts[1] else NEGATIVE


def _members(which: np.ndarray, placed: np.ndarray, rows: int) -> list[np.ndarray]:
    order = np.argsort(which, kind="stable")
    ends = np.cumsum(np.bincount(which, minlength=rows))[:-1]
    return np.split(placed[order], ends)


def observed_cubes(table: TruthTable, outputs: Sequence[str]) -> Cubes:
    """Configurations of the kept rows with one of the outputs, as an array."""
    chosen = [row.configuration for row in table.rows if row.output in outputs]
    cubes = [[-1 if value == "-" else value for value in values] for values in chosen]
    return np.array(cubes, dtype=np.int16).reshape(len(chosen), len(table.conditions))
