"""Agreement beyond chance from counts of coders: five ideas of what chance is.

Each formula takes *sums over units* (one row for each resample), so that a figure and its
bootstrap interval come from the same lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from localvision.analysis.agreement.result import Parts

Floats = NDArray[np.float64]
Chance = Literal["percent", "marginal", "gwet", "even", "own"]


@dataclass(frozen=True)
class Kappa:
    """A chance-corrected agreement over sums of `count_rows` (or `coder_rows`).

    `chance` is "percent" (none), "marginal" (pooled shares: Scott, Fleiss), "gwet" (AC1, AC2),
    "even" (all categories alike: Brennan-Prediger) or "own" (each coder's shares: Cohen, Conger).
    """

    chance: Chance
    weights: Floats

    def __call__(self, sums: Floats) -> Parts:
        """Return value, observed and expected agreement for each row of sums."""
        with np.errstate(divide="ignore", invalid="ignore"):
            observed = sums[:, 1] / sums[:, 0]
            expected = self._expected(sums[:, 2:])
            value = (observed - expected) / (1 - expected)
        value = np.where(np.isclose(expected, 1, rtol=0, atol=1e-12), np.nan, value)
        return Parts(value, observed, expected)

    def _expected(self, rest: Floats) -> Floats:
        size = len(self.weights)
        if self.chance == "percent":
            return np.zeros(len(rest))
        if self.chance == "even":
            return np.full(len(rest), self.weights.sum() / size**2 if size else np.nan)
        if self.chance == "own":
            return self._own_shares(rest)
        shares = rest[:, 1:] / rest[:, :1]
        if self.chance == "marginal":
            return _product(shares, self.weights, shares)
        if size < 2:  # chance needs two categories; Gwet's formula divides by q - 1
            return np.ones(len(rest))
        spread = (shares * (1 - shares)).sum(axis=1)
        return np.asarray(self.weights.sum() / (size * (size - 1)) * spread)

    def _own_shares(self, rest: Floats) -> Floats:
        """The mean, over pairs of different coders, of agreement by their own shares."""
        size = len(self.weights)
        counts = rest.reshape(len(rest), -1, size)
        rated = counts.sum(axis=2, keepdims=True)
        here = rated[:, :, 0] > 0
        shares = np.divide(counts, rated, out=np.zeros_like(counts), where=rated > 0)
        together = shares.sum(axis=1)
        same = np.einsum("rgk,kl,rgl->r", shares, self.weights, shares)
        n_coders = here.sum(axis=1)
        pairs = n_coders * (n_coders - 1)
        return np.asarray((_product(together, self.weights, together) - same) / pairs)


def _product(left: Floats, middle: Floats, right: Floats) -> Floats:
    return np.asarray(((left @ middle) * right).sum(axis=1))


def count_rows(counts: Floats, weights: Floats) -> Floats:
    """For each unit: is it compared, its agreement, is it rated, its shares of categories."""
    rated = counts.sum(axis=1)
    shares = np.divide(
        counts, rated[:, np.newaxis], out=np.zeros_like(counts), where=rated[:, np.newaxis] > 0
    )
    return np.column_stack([*_agreement(counts, weights), rated > 0, shares])


def coder_rows(codes: NDArray[np.intp], counts: Floats, weights: Floats) -> Floats:
    """For each unit: is it compared, its agreement, and each coder's category as 0 and 1."""
    n_coders, n_units = codes.shape
    size = len(weights)
    own = np.zeros((n_units, n_coders, size))
    coder, unit = np.nonzero(codes >= 0)
    own[unit, coder, codes[coder, unit]] = 1
    return np.column_stack([*_agreement(counts, weights), own.reshape(n_units, -1)])


def _agreement(counts: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """The share of pairs of coders who agree on a unit (Gwet 2014, section 2.3)."""
    rated = counts.sum(axis=1)
    paired = rated >= 2
    pairs = np.where(paired, rated * (rated - 1), 1)
    agreeing = (counts * (counts @ weights - 1)).sum(axis=1)
    return paired.astype(float), np.where(paired, agreeing / pairs, 0.0)
