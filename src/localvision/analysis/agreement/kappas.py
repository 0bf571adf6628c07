"""Agreement of coders on the same units: Cohen, Scott, Fleiss, Conger, Brennan-Prediger, Gwet."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from localvision.analysis.agreement.chance import Chance, Kappa, coder_rows, count_rows
from localvision.analysis.agreement.ratings import Ratings, read_ratings, read_two
from localvision.analysis.agreement.result import Agreement, Counted, Measure, concluded
from localvision.analysis.agreement.weights import agreement_weights
from localvision.errors.analysis import agreement as say

SOURCES = {
    "percent": "Gwet (2014), Handbook of Inter-Rater Reliability, 4th ed.",
    "cohen": "Cohen (1960), Educational and Psychological Measurement 20(1), 37-46",
    "weighted": "Cohen (1968), Psychological Bulletin 70(4), 213-220",
    "scott": "Scott (1955), Public Opinion Quarterly 19(3), 321-325",
    "fleiss": "Fleiss (1971), Psychological Bulletin 76(5), 378-382",
    "conger": "Conger (1980), Psychological Bulletin 88(2), 322-328",
    "even": "Brennan and Prediger (1981), Educational and Psychological Measurement 41(3), 687-699",
    "gwet": "Gwet (2008), British Journal of Mathematical and Statistical Psychology 61(1), 29-48",
}


def percent_agreement(ratings: object, weights: object = None) -> Agreement:
    """Return the share of pairs of coders who agree, averaged over units; no chance removed.

    Parameters
    ----------
    ratings : shape (coders, units); None or NaN where a coder gave nothing.
    weights : None, "linear", "quadratic", or a square table of agreement weights.

    Raises agreement.not-a-table, agreement.too-few-coders. Limits: a code that is hardly ever
    used agrees highly by chance alone; read it beside a corrected measure.

    >>> percent_agreement([["hope", "fear", "fear"], ["hope", "hope", None]]).value
    0.5
    """
    return _counted(ratings, weights, "percent", "percent agreement", SOURCES["percent"])


def cohen_kappa(a: object, b: object, weights: object = None) -> Agreement:
    """Return Cohen's kappa: how far two coders agree beyond their own habits of coding.

    Parameters
    ----------
    a, b : one category for each unit, in the same order; None or NaN where nothing was given.
        A unit that either coder left is not compared, and is counted as missing.
    weights : None, "linear" or "quadratic" (numbers only), or a square table of agreement
        weights over the sorted categories: 1 for the same, 0 for the worst disagreement.

    Raises agreement.unequal-lengths, agreement.weights-unfit, agreement.needs-numbers. Limits:
    low for rare codes even where coders agree on nearly all; see `gwet_ac1`.
    Sources: Cohen (1960); with weights Cohen (1968).

    >>> kappa = cohen_kappa([1, 1, 0, 0, None], [1, 0, 0, 0, 1])
    >>> kappa.value, kappa.n_units, kappa.missing
    (0.5, 4, 1)
    """
    given = read_two(a, b)
    table = agreement_weights(weights, given.categories, given.values)
    both = np.flatnonzero((given.codes >= 0).all(axis=0))
    rows = coder_rows(given.codes[:, both], given.counts[both], table)
    name = "Cohen's kappa" if weights is None else "Cohen's weighted kappa"
    measure = Measure(
        name, SOURCES["cohen" if weights is None else "weighted"], Kappa("own", table)
    )
    counted = Counted(len(both), given.codes.shape[1], 2, given.missing)
    return concluded(measure, rows, counted)


def scott_pi(a: object, b: object, weights: object = None) -> Agreement:
    """Return Scott's pi: two coders, chance by the shares of categories of both together.

    Parameters, raises and limits as for `cohen_kappa`; units that either coder left are not
    compared. Source: Scott (1955).

    >>> round(scott_pi([1, 1, 0, 0], [1, 0, 0, 0]).value, 4)
    0.4667
    """
    given = read_two(a, b)
    table = agreement_weights(weights, given.categories, given.values)
    both = np.flatnonzero((given.codes >= 0).all(axis=0))
    measure = Measure("Scott's pi", SOURCES["scott"], Kappa("marginal", table))
    counted = Counted(len(both), given.codes.shape[1], 2, given.missing)
    return concluded(measure, count_rows(given.counts[both], table), counted)


def fleiss_kappa(counts: object) -> Agreement:
    """Return Fleiss' kappa from how many coders put each unit into each category.

    Parameters
    ----------
    counts : shape (units, categories), whole numbers; `category_counts` makes it from ratings.
        Units need not have the same number of coders; the largest is taken as the number of
        coders, and what lacks is counted as missing.

    Raises agreement.not-counts, agreement.not-a-table, agreement.too-few-coders. Limits: chance
    is drawn from the shares of all coders together, so it is low for rare codes.
    Source: Fleiss (1971); unequal numbers of coders after Gwet (2014).

    >>> round(fleiss_kappa([[3, 0], [0, 3], [2, 1]]).value, 2)
    0.55
    """
    table = _read_counts(counts)
    size = np.eye(table.shape[1])
    measure = Measure("Fleiss' kappa", SOURCES["fleiss"], Kappa("marginal", size))
    return concluded(measure, count_rows(table, size), _counted_of(table))


def fleiss_kappa_by_category(counts: object) -> tuple[Agreement, ...]:
    """Return Fleiss' kappa of each category against all others, in the order of the columns.

    Parameters and raises as for `fleiss_kappa`. Source: Fleiss (1971).

    >>> [round(kappa.value, 2) for kappa in fleiss_kappa_by_category([[3, 0], [0, 3], [2, 1]])]
    [0.55, 0.55]
    """
    table = _read_counts(counts)
    rest = table.sum(axis=1)
    return tuple(fleiss_kappa(np.column_stack([own, rest - own])) for own in table.T)


def category_counts(ratings: object) -> NDArray[np.float64]:
    """Return how many coders put each unit into each category, shape (units, categories).

    The categories are those used, sorted. `ratings` has the shape (coders, units).

    >>> category_counts([["a", "b"], ["a", None]]).tolist()
    [[2.0, 0.0], [0.0, 1.0]]
    """
    return read_ratings(ratings).counts


def conger_kappa(ratings: object, weights: object = None) -> Agreement:
    """Return Conger's kappa: Cohen's idea of chance (each coder's own shares) for many coders.

    Parameters and raises as for `percent_agreement`. Equal to Cohen's kappa for two coders who
    rated all units. Sources: Conger (1980); missing ratings after Gwet (2014).

    >>> conger_kappa([[1, 1, 0, 0], [1, 0, 0, 0]]).value
    0.5
    """
    given = read_ratings(ratings)
    table = agreement_weights(weights, given.categories, given.values)
    measure = Measure("Conger's kappa", SOURCES["conger"], Kappa("own", table))
    return concluded(measure, coder_rows(given.codes, given.counts, table), _of(given))


def brennan_prediger(ratings: object, weights: object = None) -> Agreement:
    """Return Brennan and Prediger's kappa: by chance, every category is as likely as another.

    Parameters and raises as for `percent_agreement`. Limits: the categories are those used by
    anyone; unused ones would lower chance. Source: Brennan and Prediger (1981).

    >>> brennan_prediger([[1, 1, 0, 0], [1, 0, 0, 0]]).value
    0.5
    """
    return _counted(ratings, weights, "even", "Brennan-Prediger kappa", SOURCES["even"])


def gwet_ac1(ratings: object) -> Agreement:
    """Return Gwet's AC1: agreement beyond chance that stays readable where a code is rare.

    Parameters
    ----------
    ratings : shape (coders, units); None or NaN where a coder gave nothing.

    Raises agreement.not-a-table, agreement.too-few-coders. Limits: needs two categories used.
    Source: Gwet (2008).

    >>> round(gwet_ac1([[1] * 8 + [0, 1], [1] * 8 + [0, 0]]).value, 4)
    0.8658
    """
    return _counted(ratings, None, "gwet", "Gwet's AC1", SOURCES["gwet"])


def gwet_ac2(ratings: object, weights: object = "quadratic") -> Agreement:
    """Return Gwet's AC2: AC1 in which near categories count as partial agreement.

    Parameters and raises as for `percent_agreement`; weights by distance need numbers.
    Source: Gwet (2014), chapter 3.

    >>> gwet_ac2([[1, 2, 3, 1], [1, 2, 3, 2]]).value > gwet_ac1([[1, 2, 3, 1], [1, 2, 3, 2]]).value
    True
    """
    return _counted(ratings, weights, "gwet", "Gwet's AC2", SOURCES["percent"])


def _counted(ratings: object, weights: object, chance: Chance, name: str, source: str) -> Agreement:
    given = read_ratings(ratings)
    table = agreement_weights(weights, given.categories, given.values)
    rows = count_rows(given.counts, table)
    return concluded(Measure(name, source, Kappa(chance, table)), rows, _of(given))


def _of(given: Ratings) -> Counted:
    compared = ((given.codes >= 0).sum(axis=0) >= 2).sum()
    return Counted(int(compared), given.codes.shape[1], len(given.codes), given.missing)


def _read_counts(counts: Any) -> NDArray[np.float64]:
    try:
        table = np.asarray(counts, dtype=float)
    except (TypeError, ValueError):
        raise say.NOT_A_TABLE.error(
            what="counts", seen="rows that differ, or no numbers", row="unit"
        ) from None
    if table.ndim != 2:
        raise say.NOT_A_TABLE.error(what="counts", seen=f"{table.ndim} dimension(s)", row="unit")
    wrong = ~np.isfinite(table) | (table < 0) | (table != np.floor(table))
    if wrong.any():
        row, column = np.argwhere(wrong)[0]
        raise say.NOT_COUNTS.error(row=row + 1, seen=table[row, column])
    most = table.sum(axis=1).max(initial=0)
    if most < 2:
        raise say.TOO_FEW_CODERS.error(n=int(most))
    return table


def _counted_of(table: NDArray[np.float64]) -> Counted:
    rated = table.sum(axis=1)
    most = int(rated.max())
    missing = int((most - rated).sum())
    return Counted(int((rated >= 2).sum()), len(table), most, missing)
