"""The robust core: what a solution and all its tests have in common, in fit and in cases.

With S the membership in the initial solution, L the lowest and H the highest membership in any
test solution, and Y the outcome: the robust core is min(S, L).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from localvision.analysis.qca.configuration import HALF
from localvision.analysis.qca.expression import Floats
from localvision.analysis.qca.fit import sufficiency
from localvision.analysis.qca.sums import ratio

# In the initial solution, in the tests, in the outcome: what a case is then called.
KINDS = {
    (True, True, True): "robust typical",
    (True, True, False): "robust deviant",
    (True, False, True): "shaky typical",
    (True, False, False): "shaky deviant",
    (False, True, True): "possible typical",
    (False, True, False): "possible deviant",
    (False, False, True): "extreme deviant coverage",
    (False, False, False): "irrelevant",
}


@dataclass(frozen=True, slots=True)
class RobustFit:
    """Fit-oriented parameters; all 0 to 1 except where the core fits better, NaN undefined.

    Parameters
    ----------
    coverage : RF_cov, coverage of the robust core by that of the initial solution.
    consistency : RF_cons, consistency of the initial solution by that of the robust core.
    overlap_low : RF_SC_minTS, overlap (shared by united) of the initial solution with what all
        tests say.
    overlap_high : RF_SC_maxTS, the same with what any test says.
    core_consistency, core_coverage, core_pri : fit of the robust core itself.
    """

    coverage: float
    consistency: float
    overlap_low: float
    overlap_high: float
    core_consistency: float
    core_coverage: float
    core_pri: float


@dataclass(frozen=True, slots=True)
class RobustCases:
    """Case-oriented parameters.

    Parameters
    ----------
    by_kind : for each of the eight kinds of cases, their names. A case is in a solution, or
        in the outcome, above 0.5; a case at exactly 0.5 in the outcome is of no kind.
    typical_ratio : RCR_typ, robust typical cases by robust, shaky and possible ones; NaN when
        there are none.
    deviant_ratio : RCR_dev, the same of deviant cases (lower is better).
    rank : 1 no case changes sides; 2 some are possible, none shaky; 3 some shaky, none
        possible; 4 both.
    """

    by_kind: dict[str, tuple[str, ...]]
    typical_ratio: float
    deviant_ratio: float
    rank: int


def robust_fit(initial: Floats, tests: Floats, outcome: Floats) -> RobustFit:
    """Fit of the core; `tests` has shape (tests, cases)."""
    low, high = tests.min(axis=0), tests.max(axis=0)
    core = np.minimum(initial, low)
    (core_cons, own_cons), (core_cov, own_cov), (core_pri, _), _ = sufficiency(
        np.array([core, initial]), outcome
    )
    return RobustFit(
        divided(core_cov, own_cov),
        divided(own_cons, core_cons),
        overlap(initial, low),
        overlap(initial, high),
        float(core_cons),
        float(core_cov),
        float(core_pri),
    )


def overlap(left: Floats, right: Floats) -> float:
    """Share of the union of two sets that is in both."""
    return divided(np.minimum(left, right).sum(), np.maximum(left, right).sum())


def divided(part: Any, whole: Any) -> float:
    """A ratio, NaN for nothing in nothing."""
    return float(ratio(np.array(part, dtype=float), np.array(whole, dtype=float)))


def robust_cases(
    initial: Floats, tests: Floats, outcome: Floats, names: Sequence[str]
) -> RobustCases:
    """What kind of case each case is; `tests` has shape (tests, cases)."""
    inside = initial > HALF
    tested = np.where(inside, tests.min(axis=0), tests.max(axis=0)) > HALF
    found: dict[str, tuple[str, ...]] = {}
    labels = np.array(names, dtype=object)
    for (in_initial, in_tests, in_outcome), kind in KINDS.items():
        members = (inside == in_initial) & (tested == in_tests)
        members &= outcome > HALF if in_outcome else outcome < HALF
        found[kind] = tuple(labels[members])
    shaky = bool((inside & ~tested).any())
    possible = bool((~inside & tested).any())
    rank = 1 + int(possible) + 2 * int(shaky)
    return RobustCases(found, _case_ratio(found, "typical"), _case_ratio(found, "deviant"), rank)


def _case_ratio(found: dict[str, tuple[str, ...]], sort: str) -> float:
    robust = len(found[f"robust {sort}"])
    return divided(robust, robust + len(found[f"shaky {sort}"]) + len(found[f"possible {sort}"]))
