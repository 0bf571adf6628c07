"""Defensible choices: other anchors and other cuts, and what solution each of them gives."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from localvision.analysis.qca.calibration import calibrate
from localvision.analysis.qca.cases import Cases
from localvision.analysis.qca.expression import Expression, Floats
from localvision.analysis.qca.minimise import Kind, minimize
from localvision.analysis.qca.solution import Solution
from localvision.analysis.qca.truth import Settings, TruthTable, tabulate
from localvision.errors import LocalVisionError, Where
from localvision.errors.analysis import qca_checks as say

SAME = 0.0051  # published memberships are often rounded to two decimals
MODELS_PER_CHOICE = 10_000
SECONDS_PER_CHOICE = 10.0


@dataclass(frozen=True)
class Calibration:
    """How one column was calibrated, and how else it could have been.

    Parameters
    ----------
    values : raw values, in the order of the cases, or by case name.
    thresholds : the anchors used, in the unit of the values.
    alternatives : other anchors that could be defended as well.
    options : what else `calibrate` was given, such as `{"logistic": False}`.
    """

    values: Any
    thresholds: Sequence[float]
    alternatives: Sequence[Sequence[float]] = ()
    options: Mapping[str, Any] = field(default_factory=dict)

    def memberships(self, thresholds: Sequence[float], column: str, names: Sequence[str]) -> Floats:
        """Membership of each named case by some anchors."""
        raw = self._in_order(column, names)
        return np.array(calibrate(raw, list(thresholds), **dict(self.options)), dtype=float)

    def _in_order(self, column: str, names: Sequence[str]) -> list[Any]:
        if isinstance(self.values, Mapping):
            absent = [name for name in names if name not in self.values]
            if absent:
                raise self._wrong(column, f"there is none for {absent[0]}")
            return [self.values[name] for name in names]
        listed = list(self.values)
        if len(listed) != len(names):
            raise self._wrong(column, f"{len(listed)} values for {len(names)} cases")
        return listed

    @staticmethod
    def _wrong(column: str, why: str) -> LocalVisionError:
        return say.CALIBRATION_CASES.error(where=Where(field=column), column=column, why=why)


@dataclass(frozen=True)
class Choice:
    """One way to do the analysis.

    Parameters
    ----------
    anchors : for each column that could be calibrated otherwise, the anchors used.
    consistency_cut, frequency_cut, pri_cut : as in `truth_table`.
    """

    anchors: tuple[tuple[str, tuple[float, ...]], ...]
    consistency_cut: float
    frequency_cut: int
    pri_cut: float = 0.0

    def __str__(self) -> str:
        parts = [f"{name} {', '.join(f'{v:g}' for v in values)}" for name, values in self.anchors]
        parts.append(f"consistency {self.consistency_cut:g}")
        parts.append(f"frequency {self.frequency_cut}")
        if self.pri_cut:
            parts.append(f"PRI {self.pri_cut:g}")
        return "; ".join(parts)


@dataclass(frozen=True)
class Analysis:
    """Everything about an analysis but its choices: it can travel to another process."""

    source: Cases
    conditions: tuple[str, ...]
    outcome: str
    stated: Expression
    settings: Settings
    kind: Kind
    expectations: Any
    calibrations: Mapping[str, Calibration]

    @classmethod
    def of(
        cls,
        table: TruthTable,
        kind: Kind,
        expectations: Any,
        calibrations: Mapping[str, Calibration] | None,
    ) -> Analysis:
        """Take an analysis from its truth table, and check that the anchors are those used."""
        settings = Settings(
            table.consistency_cut, table.pri_cut, table.frequency_cut, table.half, table.excluded
        )
        given = dict(calibrations or {})
        for column, one in given.items():
            _check_calibration(table.source, column, one)
        return cls(
            table.source, table.conditions, table.outcome, table.stated, settings,
            kind, expectations, given,
        )  # fmt: skip

    def with_anchors(self, anchors: Mapping[str, Sequence[float]]) -> Analysis:
        """The same analysis with some columns calibrated by other anchors."""
        columns, fuzzy = dict(self.source.columns), dict(self.source.fuzzy)
        for name, values in anchors.items():
            if tuple(values) == tuple(self.calibrations[name].thresholds):
                continue  # the table's own memberships, rounded or not
            made = self.calibrations[name].memberships(values, name, self.source.names)
            columns[name] = made
            fuzzy[name] = bool((made != np.floor(made)).any())
        return dataclasses.replace(
            self, source=dataclasses.replace(self.source, columns=columns, fuzzy=fuzzy)
        )

    def with_settings(self, **changes: Any) -> Analysis:
        """The same analysis with other cuts."""
        return dataclasses.replace(self, settings=dataclasses.replace(self.settings, **changes))

    def chosen(self, choice: Choice) -> Analysis:
        """The same analysis under a choice."""
        cut = choice.consistency_cut
        low = min(self.settings.cuts[1], cut) if self._two_cuts() else cut
        changed = self.with_anchors(dict(choice.anchors)) if choice.anchors else self
        return changed.with_settings(
            cuts=(cut, low), frequency_cut=choice.frequency_cut, pri_cut=choice.pri_cut
        )

    def _two_cuts(self) -> bool:
        return self.settings.cuts[0] != self.settings.cuts[1]

    def table(self) -> TruthTable:
        """The truth table."""
        return tabulate(self.source, self.conditions, self.outcome, self.stated, self.settings)

    def solve(self, table: TruthTable | None = None) -> Solution:
        """The solution; raises what `truth_table` and `minimize` raise."""
        return minimize(
            table or self.table(),
            self.kind,
            directional_expectations=self.expectations,
            model_limit=MODELS_PER_CHOICE,
            time_limit=SECONDS_PER_CHOICE,
        )


@dataclass(frozen=True)
class Answer:
    """What a choice led to: its models as terms, or the code of what stood in the way."""

    models: frozenset[frozenset[str]]
    failed: str = ""

    def same(self, other: Answer) -> bool:
        """Whether both are the same models (two failures are never the same solution)."""
        return not self.failed and not other.failed and self.models == other.models


def answer(analysis: Analysis, table: TruthTable | None = None) -> Answer:
    """Solve, and say why not where there is no solution."""
    try:
        return answer_of(analysis.solve(table))
    except LocalVisionError as error:
        return Answer(frozenset(), error.problems[0].code)


def answer_of(solution: Solution) -> Answer:
    """The models of a solution as sets of terms."""
    return Answer(frozenset(frozenset(model.terms) for model in solution.models))


def all_choices(
    analysis: Analysis,
    consistency_cuts: Sequence[float],
    frequency_cuts: Sequence[int],
    pri_cuts: Sequence[float],
) -> list[Choice]:
    """Every combination of the anchors and cuts that could be defended."""
    settings = analysis.settings
    cuts = _with_own(consistency_cuts, settings.cuts[0])
    counts = _with_own(frequency_cuts, settings.frequency_cut)
    shares = _with_own(pri_cuts, settings.pri_cut)
    return [
        Choice(anchors, cut, count, share)
        for anchors in _anchor_choices(analysis.calibrations)
        for cut, count, share in itertools.product(cuts, counts, shares)
    ]


def _anchor_choices(
    calibrations: Mapping[str, Calibration],
) -> Iterator[tuple[tuple[str, tuple[float, ...]], ...]]:
    per_column = [
        [(name, tuple(map(float, values))) for values in [one.thresholds, *one.alternatives]]
        for name, one in calibrations.items()
    ]
    yield from itertools.product(*[list(dict.fromkeys(options)) for options in per_column])


def _with_own(values: Sequence[Any], own: Any) -> list[Any]:
    """The analysis' own value always belongs to what could be defended."""
    return sorted({*values, own})


def _check_calibration(source: Cases, column: str, one: Calibration) -> None:
    if column not in source.columns:
        listed = ", ".join(source.columns)
        raise say.CALIBRATION_COLUMN.error(column=column, columns=listed)
    made = one.memberships(one.thresholds, column, source.names)
    apart = np.flatnonzero(np.abs(made - source.columns[column]) > SAME)
    if len(apart):
        place = int(apart[0])
        raise say.CALIBRATION_DIFFERS.error(
            where=Where(field=column),
            column=column,
            case=source.names[place],
            given=f"{source.columns[column][place]:.4g}",
            made=f"{made[place]:.4g}",
        )
