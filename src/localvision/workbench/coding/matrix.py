"""The case x theme matrix as a frozen result: what was heard where, and what was not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from localvision.workbench.coding.selections import Selection

RowKey = int | str | None


class State(StrEnum):
    """What a cell says. Only `counted` and `silent` are numbers; the others are missing."""

    COUNTED = "counted"
    SILENT = "silent"
    NOT_CODED = "not coded"
    NOT_HEARD = "not heard"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Counted:
    """Distinct passages, the people whose words they are, and the sources they stand in.

    `people` counts those that are known; `without_person` passages name nobody.
    """

    passages: int = 0
    people: int = 0
    sources: int = 0
    without_person: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell or total: its state, its counts where there are any, and what lies beneath.

    `depth` is 1 to 5 for how full a cell is beside the fullest, 0 where it is not shaded.
    """

    state: State
    counted: Counted | None
    selection: Selection
    depth: int = 0

    @property
    def words(self) -> str:
        """The counts as a sentence, for those who hear the page."""
        if self.counted is None:
            return str(self.state.value).capitalize()
        n = self.counted
        people = f"{n.people} people" if n.people != 1 else "1 person"
        if n.without_person:
            people += f" known and {n.without_person} passages without a person"
        return f"{_of(n.passages, 'passage')}, {people}, {_of(n.sources, 'source')}"


@dataclass(frozen=True, slots=True)
class Heard:
    """How many sources there are of a row, and how many of them carry any code."""

    sources: int = 0
    coded: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """One theme; `note` says what a person must know of it."""

    code: int
    key: str
    label: str
    cluster: str
    note: str = ""
    to_recode: bool = False


@dataclass(frozen=True, slots=True)
class Cluster:
    """Themes that stand together, with how many columns they take."""

    key: str
    label: str
    width: int
    total: Cell
    first: int


@dataclass(frozen=True, slots=True)
class Row:
    """One case with its cells in the order of the columns."""

    key: str
    label: str
    heard: Heard
    cells: tuple[Cell, ...]
    total: Cell


@dataclass(frozen=True, slots=True)
class Matrix:
    """Cases by themes. Totals count distinct passages: one with two themes counts once."""

    rows_are: str
    wave: str
    role: str
    frame_version: int
    clusters: tuple[Cluster, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    column_totals: tuple[Cell, ...]
    total: Cell
    heard: Heard
    totals_mean: str = (
        "Totals count distinct passages. A passage read as two themes stands in two cells and "
        "once in a total, so cells can add up to more than their total."
    )

    @property
    def rows_not_heard(self) -> tuple[str, ...]:
        """Labels of rows where nobody was heard at all."""
        return tuple(row.label for row in self.rows if not row.heard.sources)


@dataclass(frozen=True, slots=True)
class Ingredients:
    """Everything that the matrix is put together from, as the queries found it."""

    selection: Selection
    row_field: str
    row_labels: Mapping[RowKey, tuple[str, str]]
    heard: Mapping[RowKey, Heard]
    all_heard: Heard
    cells: Mapping[tuple[RowKey, int], Counted]
    by_row: Mapping[RowKey, Counted]
    by_column: Mapping[int, Counted]
    by_cluster: Mapping[str, Counted]
    everything: Counted
    withheld: frozenset[int]

    @property
    def most(self) -> int:
        """Passages of the fullest cell, at least one."""
        return max((n.passages for n in self.cells.values()), default=1)


def put_together(
    found: Ingredients,
    columns: Iterable[Column],
    cluster_labels: Mapping[str, str],
    *,
    rows_are: str,
    frame_version: int,
) -> Matrix:
    """Return the matrix; every figure carries the selection of what lies beneath it."""
    columns = tuple(columns)
    rows = tuple(_row(found, row_key, columns) for row_key in found.row_labels)
    return Matrix(
        rows_are=rows_are,
        wave=found.selection.wave,
        role=found.selection.role,
        frame_version=frame_version,
        clusters=tuple(_clusters(found, columns, cluster_labels)),
        columns=columns,
        rows=rows,
        column_totals=tuple(
            _cell(found, found.by_column.get(c.code), found.all_heard, _under(found.selection, c))
            for c in columns
        ),
        total=_cell(found, found.everything, found.all_heard, found.selection),
        heard=found.all_heard,
    )


def _row(found: Ingredients, row_key: RowKey, columns: tuple[Column, ...]) -> Row:
    key, label = found.row_labels[row_key]
    heard = found.heard.get(row_key, Heard())
    beneath = found.selection.but(**{found.row_field: key})
    return Row(
        key=key,
        label=label,
        heard=heard,
        cells=tuple(
            _shaded(
                _cell(found, found.cells.get((row_key, c.code)), heard, _under(beneath, c)),
                found.most,
            )
            for c in columns
        ),
        total=_cell(found, found.by_row.get(row_key), heard, beneath),
    )


def _cell(found: Ingredients, counted: Counted | None, heard: Heard, beneath: Selection) -> Cell:
    if counted is not None and counted.passages:
        if counted.passages in found.withheld:
            return Cell(State.WITHHELD, None, beneath)
        return Cell(State.COUNTED, counted, beneath)
    if not heard.sources:
        return Cell(State.NOT_HEARD, None, beneath)
    if not heard.coded:
        return Cell(State.NOT_CODED, None, beneath)
    return Cell(State.SILENT, Counted(), beneath)


def _shaded(cell: Cell, most: int) -> Cell:
    if not cell.counted:
        return cell
    return replace(cell, depth=-(-5 * cell.counted.passages // most))


def _clusters(
    found: Ingredients, columns: tuple[Column, ...], labels: Mapping[str, str]
) -> Iterable[Cluster]:
    keys = list(dict.fromkeys(column.cluster for column in columns))
    for key in keys:
        places = [i for i, column in enumerate(columns) if column.cluster == key]
        total = _cell(
            found, found.by_cluster.get(key), found.all_heard, found.selection.but(cluster=key)
        )
        yield Cluster(key, labels.get(key, key.capitalize()), len(places), total, places[0])


def _under(selection: Selection, column: Column) -> Selection:
    return selection.but(theme=column.key, recode="1" if column.to_recode else "")


def _of(n: int, thing: str) -> str:
    return f"{n} {thing}" if n == 1 else f"{n} {thing}s"
