"""Indirect calibration: grouped values smoothed by a fractional polynomial logit."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from localvision.analysis.qca.expression import Floats
from localvision.errors.analysis import qca as say

DECIMALS = 6  # published results are given to this many


def indirect_memberships(raw: Floats, groups: npt.NDArray[np.int64], cuts: int) -> Floats:
    """Fit group membership (0 to 1 in equal steps) on log x, sqrt x, x and x squared.

    Source: C. Ragin (2008), "Fuzzy sets: calibration versus measurement"; A. Duşa (2019),
    "QCA with R", section 4.2.4. Values are rounded to 6 decimals as there.
    """
    if np.any(raw <= 0):
        raise say.VALUES_WRONG.error(why="the indirect method needs values above zero")
    target = groups / cuts
    terms = np.column_stack([np.log(raw), np.sqrt(raw), raw, raw**2])
    spread = terms.std(axis=0)
    if not spread.all():
        raise say.VALUES_WRONG.error(why="all are equal")
    design = np.column_stack([np.ones(len(raw)), (terms - terms.mean(axis=0)) / spread])
    # An orthogonal basis: the four terms are nearly the same curve over a narrow range.
    basis, _ = np.linalg.qr(design)
    return np.round(_fractional_logit(basis, target), DECIMALS)


def _fractional_logit(basis: Floats, target: Floats) -> Floats:
    """Iteratively reweighted least squares for a logit mean of shares."""
    mean = (target + 0.5) / 2
    eta = np.log(mean / (1 - mean))
    last = np.inf
    for _ in range(100):
        weight = mean * (1 - mean)
        working = eta + (target - mean) / weight
        root = np.sqrt(weight)
        fitted, *_ = np.linalg.lstsq(basis * root[:, None], working * root, rcond=None)
        eta = np.clip(basis @ fitted, -30, 30)
        mean = 1 / (1 + np.exp(-eta))
        deviance = _deviance(target, mean)
        if abs(deviance - last) < 1e-12 * (abs(deviance) + 0.1):
            break
        last = deviance
    return np.asarray(mean)


def _deviance(target: Floats, mean: Floats) -> float:
    with np.errstate(divide="ignore", invalid="ignore"):
        up = np.where(target > 0, target * np.log(target / mean), 0.0)
        down = np.where(target < 1, (1 - target) * np.log((1 - target) / (1 - mean)), 0.0)
    return float(2 * (up + down).sum())
