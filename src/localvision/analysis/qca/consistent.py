"""Prime implicants judged by their consistency over all cases instead of row by row."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from localvision.analysis.qca.complement import FREE, Cubes
from localvision.analysis.qca.distinct import distinct_rows
from localvision.analysis.qca.implicants import Implicants, covers
from localvision.analysis.qca.terms import Frame
from localvision.errors.analysis import qca as say

MOST_CONDITIONS = 14  # consistency does not grow with length, so every length must be tried
TIE = 1.5e-8


def consistent_implicants(positives: Cubes, barred: Cubes, frame: Frame, cut: float) -> Implicants:
    """Find the shortest terms that cover a positive row, no barred one, and meet the cut.

    The cut takes the place of the negative rows: a term may touch one if over all cases it is
    consistent enough. Adding a condition can lower consistency as well as raise it, so terms
    are tried by length: one that holds a found term is not minimal.
    """
    size = len(frame.conditions)
    if size > MOST_CONDITIONS:
        raise say.CUT_OUT_OF_RANGE.error(
            option="number of conditions with pi_consistency",
            value=size,
            low=1,
            high=MOST_CONDITIONS,
        )
    kept: list[Cubes] = []
    for length in range(1, size + 1):
        made = _terms_of(length, positives, frame)
        found = [term for term in made if _may_be_prime(term, kept, barred)]
        kept.extend(term for term in found if _consistency(term, frame) + TIE > cut)
    terms = np.array(kept, dtype=np.int16).reshape(len(kept), size)
    chart = np.array([covers(positives, term) for term in terms]).reshape(
        len(terms), len(positives)
    )
    return Implicants(terms, chart)


def _terms_of(length: int, positives: Cubes, frame: Frame) -> list[Cubes]:
    made: list[Cubes] = []
    for places in combinations(range(positives.shape[1]), length):
        named = list(places)
        usable = positives[(positives[:, named] != FREE).all(axis=1)]
        cubes = np.full_like(usable, FREE)
        cubes[:, named] = usable[:, named]
        made.extend(distinct_rows(cubes, frame.levels)[0])
    return made


def _may_be_prime(term: Cubes, kept: list[Cubes], barred: Cubes) -> bool:
    if any(bool(((shorter == FREE) | (term == shorter)).all()) for shorter in kept):
        return False
    touched = (term == FREE) | (barred == term) | (barred == FREE)
    return not bool(touched.all(axis=1).any())


def _consistency(term: Cubes, frame: Frame) -> float:
    memberships = frame.memberships(term.tolist())
    size = float(memberships.sum())
    return float(np.minimum(memberships, frame.outcome).sum()) / size if size else 0.0
