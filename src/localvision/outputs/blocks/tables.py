"""Tables: plain, case by theme, voices, methods, and insights."""

from __future__ import annotations

from dataclasses import dataclass

from localvision.outputs.blocks.base import Base, Cell, Missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its header, whether it holds numbers (set to the right), its relative width."""

    label: str
    numeric: bool = False
    width: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TableBlock:
    """A table with caption and base; the first column names the row.

    Every row has as many cells as there are columns. `notes` are printed below.
    """

    caption: str
    base: Base
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixColumn:
    """A theme as a column of the matrix."""

    label: str
    cluster: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixBlock:
    """Case by theme: how many passages; a cell may be `NOT_ASKED` or `WITHHELD`.

    Parameters
    ----------
    cases : row labels.
    counts : one tuple for each case, one cell for each column.
    unit : what is counted, "passages".
    threshold : counts from 1 up to below it are withheld; None where none are.
    """

    caption: str
    base: Base
    columns: tuple[MatrixColumn, ...]
    cases: tuple[str, ...]
    counts: tuple[tuple[int | Missing, ...], ...]
    case_word: str = "Place"
    unit: str = "passages"
    threshold: int | None = None
    notes: tuple[str, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceRow:
    """One role: people, places, and quotations in each cluster; `flag` warns the reader.

    A role used once may be one person: say so in `flag` (R220).
    """

    role: str
    people: int | Missing
    places: int | Missing
    counts: tuple[int | Missing, ...]
    flag: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoicesBlock:
    """Who was heard, on what, and who was not heard at all (R221, R224)."""

    base: Base
    clusters: tuple[str, ...]
    rows: tuple[VoiceRow, ...]
    silent: tuple[str, ...]
    caption: str = "Who was heard, by role and cluster"
    unit: str = "quotations"
    notes: tuple[str, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodsSource:
    """One kind of evidence: how many were approached, took part, and who is missing (R236).

    `approached` is None where it was not recorded; the response rate is then not given.
    """

    kind: str
    n: int
    unit: str
    approached: int | None = None
    places: int | None = None
    when: str = ""
    missing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodsBlock:
    """What was collected, from whom, and what did not come back (R236, R331)."""

    base: Base
    sources: tuple[MethodsSource, ...]
    caption: str = "What this report rests on"
    notes: tuple[str, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Insight:
    """One coded insight, who carries it, and the claim it leads to (inline markup is read)."""

    text: str
    carried_by: str
    claim: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InsightsBlock:
    """Enablers, outcomes and challenges side by side, from coded evidence only (R214).

    An empty column is printed as "Nothing coded yet", never filled.
    """

    base: Base
    enablers: tuple[Insight, ...] = ()
    outcomes: tuple[Insight, ...] = ()
    challenges: tuple[Insight, ...] = ()
    caption: str = "Key insights on enablers, outcomes and challenges"
    notes: tuple[str, ...] = ()
    anchor: str = ""
