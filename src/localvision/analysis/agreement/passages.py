"""Agreement on text, character by character: for each code, document and pair of coders."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from localvision.analysis.agreement.alpha import SOURCE as ALPHA_SOURCE
from localvision.analysis.agreement.alpha import NominalAlpha
from localvision.analysis.agreement.chance import Chance, Kappa, coder_rows, count_rows
from localvision.analysis.agreement.continuum import Continuum, Marked, Unit, stretches
from localvision.analysis.agreement.kappas import SOURCES
from localvision.analysis.agreement.result import Agreement, Counted, Measure, concluded
from localvision.errors.analysis import agreement as say

Floats = NDArray[np.float64]
Rows = dict[str, list[Unit]]
ALL_TEXT, CODED = "all text", "coded by anyone"
BASES = (ALL_TEXT, CODED)
YES_NO = np.eye(2)
CHANCES: dict[str, tuple[str, Chance, str]] = {
    "percent": ("percent agreement", "percent", SOURCES["percent"]),
    "kappa": ("Cohen's kappa (Conger's for more coders)", "own", SOURCES["conger"]),
    "pi": ("Scott's pi (Fleiss' kappa for more coders)", "marginal", SOURCES["fleiss"]),
    "brennan-prediger": ("Brennan-Prediger kappa", "even", SOURCES["even"]),
    "ac1": ("Gwet's AC1", "gwet", SOURCES["gwet"]),
}
STATISTICS = (*CHANCES, "alpha")


@dataclass(frozen=True)
class PassageAgreement:
    """One line of a table: the code, the document and coders it is about, and the measure.

    `document` is None for all documents together. `coded` is how many characters anyone gave
    the code, of the `n_given` characters that two coders or more have read.
    """

    code: str
    document: str | None
    coders: tuple[str, ...]
    base: str
    coded: int
    result: Agreement


def code_agreement(
    continuum: Continuum, code: str, *, statistic: str = "alpha", base: str = ALL_TEXT
) -> PassageAgreement:
    """Return how far the readers agree on which characters carry one code.

    Parameters
    ----------
    continuum : documents, readers and units; take `continuum.only(...)` for a part.
    code : the code that is judged, yes or no, for each character.
    statistic : "percent", "kappa", "pi", "brennan-prediger", "ac1" or "alpha".
    base : "all text" counts text that nobody coded as agreement; "coded by anyone" leaves it
        out, so that a rare code cannot hide in silence.

    The interval resamples documents, because characters next to each other are not
    independent. Documents with one reader are left out. Raises agreement.statistic-unknown,
    agreement.base-unknown. Limits: on the base "coded by anyone" two coders can never agree on
    "no", so corrected measures fall to 0 or below; read percent agreement there.

    >>> pieces = Continuum({"d": 20}, [("Ann", "d", 0, 5, "hope"), ("Ben", "d", 0, 10, "hope")])
    >>> code_agreement(pieces, "hope", statistic="percent", base="coded by anyone").result.value
    0.5
    """
    _check(statistic, base)
    coders = continuum.coders
    parts = [
        _Part.of(continuum, document, rows, code, coders)
        for document, rows in continuum.only(codes=[code]).rebased().items()
        if len(rows) > 1
    ]
    coded = sum(part.coded for part in parts)
    kept = [part.coded_only() for part in parts] if base == CODED else parts
    one = next(iter(continuum.extents)) if len(continuum.extents) == 1 else None
    return PassageAgreement(code, one, coders, base, coded, _measured(kept, statistic, base))


def agreement_table(
    continuum: Continuum,
    *,
    statistic: str = "alpha",
    base: str = ALL_TEXT,
    codes: Iterable[str] | None = None,
    by_document: bool = False,
    by_pair: bool = False,
) -> tuple[PassageAgreement, ...]:
    """Return the agreement on each code; also for each document, and each pair of coders.

    Parameters as for `code_agreement`. `codes` None takes every code that was used.

    >>> pieces = Continuum({"d": 20}, [("Ann", "d", 0, 5, "hope"), ("Ben", "d", 0, 5, "hope")])
    >>> [(row.code, row.result.value) for row in agreement_table(pieces)]
    [('hope', 1.0)]
    """
    _check(statistic, base)
    pairs = combinations(continuum.coders, 2) if by_pair else [continuum.coders]
    parts = [continuum.only(coders=pair) for pair in pairs]
    if by_document:
        parts = [document for part in parts for document in part.split()]
    parts = [part for part in parts if any(len(names) > 1 for names in part.readers.values())]
    return tuple(
        code_agreement(part, code, statistic=statistic, base=base)
        for code in (continuum.codes if codes is None else codes)
        for part in parts
    )


def _check(statistic: str, base: str) -> None:
    if statistic not in STATISTICS:
        raise say.STATISTIC_UNKNOWN.error(statistic=statistic, known=", ".join(STATISTICS))
    if base not in BASES:
        raise say.BASE_UNKNOWN.error(base=base)


@dataclass(frozen=True)
class _Part:
    """A document as stretches: lengths, and 1 (coded), 0 (not), -1 (did not read) by coder."""

    lengths: Floats
    codes: NDArray[np.intp]

    @classmethod
    def of(
        cls,
        continuum: Continuum,
        document: str,
        rows: dict[str, list[Unit]],
        code: str,
        coders: tuple[str, ...],
    ) -> _Part:
        pieces: list[Marked] = stretches(continuum.length(document), rows)
        table = np.full((len(coders), len(pieces)), -1, dtype=np.intp)
        for place, coder in enumerate(rows):
            table[coders.index(coder)] = [code in held[place] for _, _, held in pieces]
        return cls(np.array([end - start for start, end, _ in pieces], dtype=float), table)

    @property
    def coded(self) -> int:
        return int(self.lengths[(self.codes == 1).any(axis=0)].sum())

    def coded_only(self) -> _Part:
        marked = (self.codes == 1).any(axis=0)
        return _Part(self.lengths[marked], self.codes[:, marked])

    @property
    def counts(self) -> Floats:
        return np.column_stack([(self.codes == 0).sum(axis=0), (self.codes == 1).sum(axis=0)]) + 0.0


def _measured(parts: list[_Part], statistic: str, base: str) -> Agreement:
    length = int(sum(part.lengths.sum() for part in parts))
    unread = int(sum(((part.codes < 0) * part.lengths).sum() for part in parts))
    n_coders = max((len(part.codes) for part in parts), default=0)
    counted = Counted(length, length, n_coders, unread, base, "documents")
    if statistic == "alpha":
        measure = Measure("Krippendorff's alpha (nominal)", ALPHA_SOURCE, NominalAlpha())
        sums = [part.lengths @ _alpha_rows(part.counts) for part in parts]
    else:
        name, chance, source = CHANCES[statistic]
        measure = Measure(name, source, Kappa(chance, YES_NO))
        sums = [part.lengths @ _kappa_rows(part, chance) for part in parts]
    width = 2 + 2 * max(n_coders, 1) if statistic == "kappa" else 5
    return concluded(measure, np.array(sums) if sums else np.zeros((0, width)), counted)


def _kappa_rows(part: _Part, chance: Chance) -> Floats:
    if chance == "own":
        return coder_rows(part.codes, part.counts, YES_NO)
    return count_rows(part.counts, YES_NO)


def _alpha_rows(counts: Floats) -> Floats:
    rated = counts.sum(axis=1)
    return np.column_stack([(rated**2 - (counts**2).sum(axis=1)) / (rated - 1), counts])
