"""Cases and their memberships: how data come in.

The one place where a dict of columns, a polars or a pandas frame becomes checked arrays.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import narwhals as nw
import numpy as np

from localvision.analysis.qca.expression import Expression, Floats, literal_memberships
from localvision.analysis.qca.notation import conditions_in, read_expression
from localvision.errors import LocalVisionError, Problem, Where
from localvision.errors.analysis import qca as say

MissingPolicy = Literal["error", "drop"]
DONT_CARE = ("-", "dc")
NAMED_IN_A_MESSAGE = 12  # cases named before "and n more"


@dataclass(frozen=True, slots=True)
class Cases:
    """Calibrated cases.

    Parameters
    ----------
    names : one for each case.
    columns : memberships (0 to 1) or categories (0, 1, ...); NaN is a don't-care.
    levels : number of values of each column: 2 for crisp and fuzzy sets.
    fuzzy : whether each column holds degrees rather than categories.
    dropped : names of cases left out because of missing values.
    """

    names: tuple[str, ...]
    columns: dict[str, Floats]
    levels: dict[str, int]
    fuzzy: dict[str, bool]
    dropped: tuple[str, ...] = ()

    @property
    def multi_value(self) -> bool:
        """Whether any column has more than two values."""
        return any(count > 2 for count in self.levels.values())

    def warnings(self) -> tuple[Problem, ...]:
        """Warn of cases that were left out."""
        if not self.dropped:
            return ()
        total = len(self.names) + len(self.dropped)
        named = some(self.dropped)
        return (say.CASES_DROPPED.problem(count=len(self.dropped), total=total, cases=named),)

    def memberships(self, expression: Expression) -> list[Floats]:
        """Membership of the cases in each term of an expression."""
        return [self._term(term) for term in expression.terms]

    def union(self, expression: Expression) -> Floats:
        """Membership of the cases in the whole expression: the maximum over its terms."""
        parts = self.memberships(expression)
        return np.maximum.reduce(parts) if parts else np.zeros(len(self.names))

    def _term(self, term: Sequence[Any]) -> Floats:
        result = np.ones(len(self.names))
        for literal in term:
            part = literal_memberships(
                literal, self.columns[literal.condition], self.fuzzy[literal.condition]
            )
            result = np.minimum(result, part)
        return result


def some(names: Sequence[object]) -> str:
    """Name the first few, and say how many more there are."""
    listed = ", ".join(map(str, names[:NAMED_IN_A_MESSAGE]))
    more = len(names) - NAMED_IN_A_MESSAGE
    return f"{listed} and {more} more" if more > 0 else listed


def names_in(conditions: str | Sequence[str]) -> list[str]:
    """Accept `"A, B"` for `["A", "B"]`."""
    if isinstance(conditions, str):
        return [name.strip() for name in conditions.split(",") if name.strip()]
    return list(conditions)


def read_cases(
    data: Any,
    outcome: str,
    conditions: str | Sequence[str] | None = None,
    *,
    cases: str | Sequence[str] | None = None,
    missing: MissingPolicy = "error",
    conditions_needed: bool = True,
) -> tuple[Cases, tuple[str, ...], Expression]:
    """Read data at the boundary.

    Returns
    -------
    The cases, the names of the conditions, and the outcome as an expression.
    """
    raw, names = _columns(data, cases)
    target = conditions_in(outcome)
    if conditions is None:
        given = cases if isinstance(cases, str) else None
        wanted = [name for name in raw if name not in target and name != given]
    else:
        wanted = names_in(conditions)
    if conditions_needed:
        _check_conditions(wanted, target)
    made = make_cases(raw, names, list(dict.fromkeys([*wanted, *target])), missing)
    return made, tuple(wanted), _outcome(made, outcome)


def read_columns(
    data: Any,
    wanted: Sequence[str],
    *,
    cases: str | Sequence[str] | None = None,
    missing: MissingPolicy = "error",
) -> Cases:
    """Read the named columns only."""
    raw, names = _columns(data, cases)
    return make_cases(raw, names, list(dict.fromkeys(wanted)), missing)


def make_cases(
    raw: Mapping[str, Any],
    names: Sequence[str] | None,
    wanted: Sequence[str],
    missing: MissingPolicy,
) -> Cases:
    """Check the wanted columns and turn them into arrays; missing values by `missing`."""
    check_choice("missing", missing, ("error", "drop"))
    for name in wanted:
        if name not in raw:
            raise say.UNKNOWN_COLUMN.error(
                where=Where(field=name), column=name, columns=", ".join(map(str, raw))
            )
    lengths = {name: len(raw[name]) for name in wanted}
    if len(set(lengths.values())) > 1:
        listed = ", ".join(f"{name} {length}" for name, length in lengths.items())
        raise say.COLUMN_LENGTHS.error(lengths=listed)
    size = next(iter(lengths.values()))
    labels = _labels(names, size)
    parsed = {name: _numbers(name, raw[name], labels) for name in wanted}
    gone = np.zeros(size, dtype=bool)
    for _, absent, _ in parsed.values():
        gone |= absent
    if gone.any() and missing == "error":
        raise _missing_error({name: absent for name, (_, absent, _) in parsed.items()}, labels)
    keep = ~gone
    if not keep.any():
        raise say.NO_CASES.error()
    columns = {name: values[keep] for name, (values, _, _) in parsed.items()}
    kept = tuple(np.asarray(labels, dtype=object)[keep].tolist()) if gone.any() else tuple(labels)
    kinds = {name: _kind(name, column, kept) for name, column in columns.items()}
    return Cases(
        kept,
        columns,
        {name: levels for name, (levels, _) in kinds.items()},
        {name: fuzzy for name, (_, fuzzy) in kinds.items()},
        tuple(label for label, out in zip(labels, gone, strict=True) if out),
    )


def check_choice(option: str, value: object, choices: Sequence[str]) -> None:
    """Raise `qca.unknown-choice` unless `value` is one of `choices`."""
    if value not in choices:
        raise say.UNKNOWN_CHOICE.error(option=option, value=value, choices=", ".join(choices))


def check_cut(option: str, value: float, low: float = 0.0, high: float = 1.0) -> None:
    """Raise `qca.cut-out-of-range` unless `value` is from `low` to `high`."""
    if not low <= value <= high:
        raise say.CUT_OUT_OF_RANGE.error(option=option, value=value, low=low, high=high)


def _columns(
    data: Any, cases: str | Sequence[str] | None
) -> tuple[dict[str, Any], Sequence[str] | None]:
    names: Sequence[str] | None = None
    if isinstance(data, Mapping):
        raw = dict(data)
    else:
        try:
            frame = nw.from_native(data, eager_only=True)
        except TypeError as error:
            raise say.NOT_A_TABLE.error(type=type(data).__name__) from error
        raw = {name: frame[name].to_numpy() for name in frame.columns}
        index = nw.maybe_get_index(frame)
        if index is not None and len(index) and isinstance(index[0], str):
            names = [str(name) for name in index]
    if isinstance(cases, str):
        if cases not in raw:
            raise say.UNKNOWN_COLUMN.error(column=cases, columns=", ".join(map(str, raw)))
        names = [str(name) for name in raw[cases]]
    elif cases is not None:
        names = [str(name) for name in cases]
    return raw, names


def _labels(names: Sequence[str] | None, size: int) -> Sequence[str]:
    if size == 0:
        raise say.NO_CASES.error()
    if names is None:
        return [str(number) for number in range(1, size + 1)]
    if len(names) != size:
        raise say.CASE_NAMES.error(names=len(names), cases=size)
    if len(set(names)) < size:
        twice = [name for name, count in Counter(names).items() if count > 1]
        raise say.DUPLICATE_CASES.error(cases=some(twice))
    return names


def _numbers(
    name: str, column: Any, labels: Sequence[str]
) -> tuple[Floats, np.ndarray, np.ndarray]:
    """Values, which are missing, and which are don't-cares (NaN in the values)."""
    array = column if isinstance(column, np.ndarray) else np.asarray(column)
    if array.dtype.kind in "biuf":
        values = np.array(array, dtype=float)
        return values, np.isnan(values), np.zeros(len(values), dtype=bool)
    values = np.full(len(array), np.nan)
    absent = np.zeros(len(array), dtype=bool)
    free = np.zeros(len(array), dtype=bool)
    original = list(column)
    for place, value in enumerate(original):
        if value is None or value != value or value == "":
            absent[place] = True
        elif isinstance(value, str) and value.strip() in DONT_CARE:
            free[place] = True
        else:
            values[place] = _number(name, value, labels[place])
    return values, absent | (np.isnan(values) & ~free), free


def _number(name: str, value: object, case: str) -> float:
    try:
        return float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError) as error:
        raise say.NOT_A_NUMBER.error(
            where=Where(field=name), column=name, value=value, case=case
        ) from error


def _missing_error(absent: Mapping[str, np.ndarray], labels: Sequence[str]) -> LocalVisionError:
    problems = [
        say.MISSING_MEMBERSHIP.problem(
            where=Where(field=name),
            column=name,
            cases=some([labels[place] for place in np.flatnonzero(gone).tolist()]),
        )
        for name, gone in absent.items()
        if gone.any()
    ]
    return LocalVisionError(problems)


def _kind(name: str, column: Floats, labels: Sequence[str]) -> tuple[int, bool]:
    """Number of values, and whether the column holds degrees of membership."""
    known = column[~np.isnan(column)]
    whole = known == np.floor(known)
    outside = (known < 0) | ((known > 1) & ~whole) | np.isinf(known)
    if outside.any():
        raise _wrong(say.NOT_CALIBRATED, name, column, labels, known[outside][0])
    highest = float(known.max()) if len(known) else 0.0
    if highest > 1 and not whole.all():
        raise _wrong(say.NOT_WHOLE, name, column, labels, known[~whole][0])
    return max(2, int(highest) + 1), not whole.all()


def _wrong(
    message: Any, name: str, column: Floats, labels: Sequence[str], value: float
) -> LocalVisionError:
    case = labels[int(np.flatnonzero(column == value)[0])]
    error: LocalVisionError = message.error(
        where=Where(field=name), column=name, value=value, case=case
    )
    return error


def _check_conditions(wanted: Sequence[str], target: Sequence[str]) -> None:
    if not wanted:
        raise say.NO_CONDITIONS.error()
    for name in wanted:
        if name in target:
            raise say.OUTCOME_IS_CONDITION.error(column=name)


def _outcome(cases: Cases, written: str) -> Expression:
    stated = read_expression(written, cases.levels)
    for literal in [literal for term in stated.terms for literal in term]:
        name = literal.condition
        if cases.levels[name] > 2 and not literal.bracketed:
            values = ", ".join(map(str, range(cases.levels[name])))
            raise say.OUTCOME_NEEDS_VALUE.error(outcome=name, values=values)
        free = np.isnan(cases.columns[name])
        if free.any():
            listed = some([cases.names[place] for place in np.flatnonzero(free)])
            raise say.DONT_CARE_OUTCOME.error(column=name, cases=listed)
    return stated
