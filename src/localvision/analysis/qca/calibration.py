"""Calibration: from raw values to membership in a set.

A published rule turns each raw value into a degree of membership. The rule needs anchors that
come from knowledge of the field, not from the data; keep a written reason with each.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import polars as pl

from localvision.analysis.qca.anchors import (
    NEEDED,
    check_cut_points,
    check_shape,
    read_anchors,
)
from localvision.analysis.qca.cases import check_choice, check_cut, some
from localvision.analysis.qca.expression import Floats
from localvision.analysis.qca.indirect import indirect_memberships
from localvision.analysis.qca.result import call_text
from localvision.errors import Problem
from localvision.errors.analysis import qca as say

METHODS = ("direct", "indirect", "crisp", "TFR")
NEARLY = 1e-4  # logistic memberships this near to 0 or 1 are 0 or 1


class Memberships(np.ndarray):
    """Calibrated values: a read-only array that knows its anchors and its doubtful cases.

    Attributes
    ----------
    anchors : the anchors or cut points used.
    method : how they were used.
    ambiguous : names (or 1-based places) of cases with a membership of exactly 0.5.
    missing : names (or places) of cases without a value; their membership is NaN.
    """

    anchors: tuple[float, ...]
    method: str
    ambiguous: tuple[str, ...]
    missing: tuple[str, ...]
    names: tuple[str, ...]
    call: str

    def __new__(
        cls, values: Floats, names: Sequence[str], anchors: Sequence[float], method: str, call: str
    ) -> Memberships:
        """Make one from checked values."""
        made = np.array(values, dtype=float).view(cls)
        made.names = tuple(names)
        made.anchors = tuple(anchors)
        made.method = method
        made.call = call
        made.ambiguous = tuple(names[i] for i in np.flatnonzero(values == 0.5).tolist())
        made.missing = tuple(names[i] for i in np.flatnonzero(np.isnan(values)).tolist())
        made.flags.writeable = False
        return made

    # Anything calculated from memberships is a plain array: it is no calibration any more.
    def __array_wrap__(
        self, array: np.ndarray, context: Any = None, return_scalar: bool = False
    ) -> Any:
        return array[()] if return_scalar else np.asarray(array)

    def __getitem__(self, key: Any) -> Any:
        return np.asarray(self)[key]

    @property
    def n(self) -> int:
        """Number of cases with a membership."""
        return len(self) - len(self.missing)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """Warn of memberships of exactly 0.5."""
        if not self.ambiguous:
            return ()
        return (say.ON_THE_FENCE.problem(cases=some(self.ambiguous)),)

    def to_frame(self) -> pl.DataFrame:
        """Return case and membership as a polars data frame."""
        return pl.DataFrame({"case": list(self.names), "membership": np.asarray(self).tolist()})

    def to_dict(self) -> dict[str, Any]:
        """Return plain values that JSON can hold."""
        return {
            "method": self.method,
            "anchors": list(self.anchors),
            "memberships": {
                name: None if math.isnan(value) else value
                for name, value in zip(self.names, np.asarray(self).tolist(), strict=True)
            },
            "ambiguous": list(self.ambiguous),
            "missing": list(self.missing),
            "n": self.n,
            "call": self.call,
        }


def calibrate(
    values: Any,
    thresholds: Any = None,
    *,
    method: str = "direct",
    kind: str = "fuzzy",
    logistic: bool = True,
    inclusion: float = 0.95,
    ecdf: bool = False,
    below: float = 1.0,
    above: float = 1.0,
) -> Memberships:
    """Turn raw values into membership in a set.

    Parameters
    ----------
    values : numbers, one a case: a list, array, Series, or dict of case name to value.
        None or NaN is missing and stays missing.
    thresholds : anchors in the unit of the values. Direct: exclusion, crossover, inclusion
        (falling allowed), or six for a bell or a valley; also by name, `"e=400, c=550, i=900"`
        or `{"e1": ..., "c1": ..., "i1": ..., "i2": ..., "c2": ..., "e2": ...}`. Crisp: rising
        cut points; a value at a cut point belongs above it. Indirect: rising cut points
        between the qualitative groups. TFR: none.
    method : "direct", "indirect" (fractional polynomial logit), "crisp", or "TFR" (totally
        fuzzy and relative, for ordered categories).
    kind : "fuzzy" or "crisp"; "crisp" is the same as method="crisp".
    logistic : with three anchors, a logistic curve (True) or straight lines (False). Six
        anchors always make lines or powers.
    inclusion : membership at the inclusion anchor of the logistic curve, 0.5 to 1.
    ecdf : between anchors, follow the ranks of the values instead of a line.
    below, above : powers of the curve below and above the crossover (1 is a line).

    Returns
    -------
    Memberships : a read-only array of shape (n,), 0 (out) to 1 (in), or categories 0, 1, ...;
        `.ambiguous` names the cases at exactly 0.5.

    Raises
    ------
    LocalVisionError : `qca.anchors-needed`, `qca.anchors-wrong`, `qca.values-wrong`,
        `qca.unknown-choice`, `qca.cut-out-of-range`.

    Limits
    ------
    Membership below 0.0001 (above 0.9999) on the logistic curve is given as 0 (1). TFR takes
    the lowest category found as the bottom of the scale.

    Source: C. Ragin (2008), "Redesigning Social Inquiry", ch. 5; A. Duşa (2019), "QCA with R",
    ch. 4 (fractional polynomial, powers); A. Cheli and B. Lemmi (1995), "A totally fuzzy and
    relative approach to the multidimensional analysis of poverty". R QCA 3.25.1 agrees.

    Examples
    --------
    >>> calibrate([400, 550, 900], "e=400, c=550, i=900").round(2).tolist()
    [0.05, 0.5, 0.95]
    >>> calibrate([10, 30, 50], [20, 40], method="crisp").tolist()
    [0.0, 1.0, 2.0]
    """
    way = _method(method, kind)
    check_cut("inclusion", inclusion, 0.5, 1.0)
    names, raw = raw_values(values)
    anchors = () if thresholds is None else read_anchors(thresholds)
    call = call_text("calibrate", thresholds=thresholds, method=way, inclusion=inclusion)
    known = ~np.isnan(raw)
    result = np.full(len(raw), np.nan)
    if way != "TFR" and not anchors:
        raise say.ANCHORS_NEEDED.error(method=way, needed=_needed(way))
    if way == "direct":
        check_shape(anchors)
        curve = _direct(raw[known], anchors, logistic, inclusion, ecdf, (below, above))
        result[known] = curve
    elif way == "TFR":
        result[known] = _totally_fuzzy(raw[known])
    else:
        check_cut_points(anchors)
        groups = np.searchsorted(np.array(anchors), raw[known], side="right")
        result[known] = (
            groups if way == "crisp" else indirect_memberships(raw[known], groups, len(anchors))
        )
    return Memberships(result, names, anchors, way, call)


def _method(method: str, kind: str) -> str:
    found = {name.lower(): name for name in METHODS}.get(str(method).lower())
    if found is None:
        check_choice("method", method, METHODS)
    check_choice("kind", kind, ("fuzzy", "crisp"))
    return "crisp" if kind == "crisp" else str(found)


def _needed(method: str) -> str:
    return NEEDED if method == "direct" else "rising cut points"


def raw_values(values: Any) -> tuple[list[str], Floats]:
    """Names and numbers of raw values, missing as NaN."""
    names: list[str] | None = None
    if isinstance(values, Mapping):
        names, values = [str(name) for name in values], list(values.values())
    else:
        # A pandas Series may have named cases (the index of a list is a method, not names).
        index: Any = getattr(values, "index", None)
        if hasattr(index, "tolist") and any(isinstance(name, str) for name in index.tolist()):
            names = [str(name) for name in index.tolist()]
    listed = values.tolist() if hasattr(values, "tolist") else list(values)
    numbers = [math.nan if value is None else value for value in listed]
    try:
        raw = np.array(numbers, dtype=float)
    except (TypeError, ValueError) as error:
        raise say.VALUES_WRONG.error(why="they are not all numbers") from error
    if raw.ndim != 1 or not len(raw) or np.isnan(raw).all():
        raise say.VALUES_WRONG.error(why="there is no row of numbers")
    if np.isinf(raw).any():
        raise say.VALUES_WRONG.error(why="one is infinite")
    return names or [str(place) for place in range(1, len(raw) + 1)], raw


def _direct(
    raw: Floats,
    anchors: Sequence[float],
    logistic: bool,
    inclusion: float,
    ecdf: bool,
    powers: tuple[float, float],
) -> Floats:
    if len(anchors) == 6:
        left = _side(raw, anchors[0], anchors[1], anchors[2], powers)
        right = _side(raw, anchors[5], anchors[4], anchors[3], powers)
        # A bell is full between its sides, a valley empty.
        rising = anchors[0] < anchors[2]
        return np.minimum(left, right) if rising else np.maximum(left, right)
    low, middle, high = anchors
    if ecdf:
        return _by_rank(raw, low, middle, high)
    if logistic:
        return _logistic(raw, low, middle, high, inclusion)
    return _side(raw, low, middle, high, powers)


def _logistic(raw: Floats, low: float, middle: float, high: float, inclusion: float) -> Floats:
    steep = math.log(inclusion / (1 - inclusion)) if inclusion < 1 else math.inf
    towards = (raw - middle) / (high - middle)
    away = (raw - middle) / (low - middle)
    odds = np.where(towards >= 0, towards, -away) * steep
    result = 1 / (1 + np.exp(-np.clip(odds, -700, 700)))
    result[result < NEARLY] = 0.0
    result[result > 1 - NEARLY] = 1.0
    return np.asarray(result)


def _side(
    raw: Floats, low: float, middle: float, high: float, powers: tuple[float, float]
) -> Floats:
    """Membership rising from `low` over `middle` to `high` (or falling, mirrored)."""
    below, above = powers
    climbed = np.clip((raw - low) / (middle - low), 0, 1) ** below * 0.5
    missing = np.clip((high - raw) / (high - middle), 0, 1) ** above * 0.5
    past = (raw - middle) * (high - middle) > 0
    return np.where(past, 1 - missing, climbed)


def _by_rank(raw: Floats, low: float, middle: float, high: float) -> Floats:
    if low > high:
        return _by_rank(-raw, -low, -middle, -high)
    result = np.where(raw >= high, 1.0, 0.0)
    under = (raw > low) & (raw <= middle)
    over = (raw > middle) & (raw < high)
    result[under] = 0.5 * _share_up_to(raw[under])
    result[over] = 0.5 + 0.5 * _share_up_to(raw[over])
    return result


def _share_up_to(raw: Floats) -> Floats:
    """Share of the values that are no higher than each value."""
    return np.searchsorted(np.sort(raw), raw, side="right") / max(1, len(raw))


def _totally_fuzzy(raw: Floats) -> Floats:
    share = _share_up_to(raw)
    lowest = share.min()
    if lowest == 1:
        raise say.VALUES_WRONG.error(why="all are equal, so none is higher than another")
    return np.maximum(0.0, (share - lowest) / (1 - lowest))
