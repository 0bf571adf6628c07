"""Agreement on where passages begin and end, and on their codes, over several documents."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from localvision.analysis.agreement.continuum import Continuum, Unit
from localvision.analysis.agreement.distances import DistanceAlpha, distance_rows
from localvision.analysis.agreement.lengths import length_rows, overlapping
from localvision.analysis.agreement.result import Agreement, Counted, Measure, Parts, concluded
from localvision.errors import Where
from localvision.errors.analysis import agreement as say

Floats = NDArray[np.float64]
SOURCE = (
    "Krippendorff, Mathet, Bouvry and Widlöcher (2016), Quality and Quantity 50, 2347-2364, "
    "with its erratum 50, 2365"
)
OLDER = "Krippendorff (2004), Content Analysis, 2nd ed., section 11.6; Quality and Quantity 38, 787"
Kind = Literal["u", "|u", "cu", "k"]


def unitizing_alpha(continuum: Continuum, variant: str = "u") -> Agreement:
    """Return Krippendorff's alpha for passages that the coders cut and coded themselves.

    Parameters
    ----------
    continuum : documents, readers and units. One reader's codings must not overlap
        (for "U": not those of one code).
    variant : "u" places and codes together; "|u" places only (was it worth marking); "cu" codes
        only, where both marked something; "(hope)u" the one code hope, where both marked
        something; "U" the measure of 2004, which weighs how far apart the ends are.

    Offsets are counted from each document's own start, so that the order and names of documents
    do not matter. `n_units` is in characters read by two or more. The interval resamples
    documents. Raises agreement.variant-unknown, agreement.units-overlap. Limits: "cu" and
    "(k)u" say nothing on text that one coder left out: read `coverage` beside them.
    Source: Krippendorff and others (2016); "U": Krippendorff (2004).

    >>> marks = [("A", "d", 0, 5, "a"), ("A", "d", 10, 15, "b"),
    ...          ("B", "d", 0, 5, "a"), ("B", "d", 10, 15, "a")]
    >>> round(unitizing_alpha(Continuum({"d": 20}, marks)).value, 5)
    0.61053
    """
    codes = continuum.codes
    formula, name = _formula(variant, codes)
    shared = continuum.only(
        documents=[name for name, coders in continuum.readers.items() if len(coders) > 1]
    )
    rows = []
    for document, readers in shared.rebased().items():
        _refuse_overlap(document, readers, variant)
        length = shared.length(document)
        if isinstance(formula, DistanceAlpha):
            rows.append(distance_rows(length, readers, codes))
        else:
            rows.append(length_rows(length, readers, codes))
    table = np.array(rows) if rows else np.zeros((0, formula.width))
    source = OLDER if isinstance(formula, DistanceAlpha) else SOURCE
    return concluded(Measure(name, source, formula), table, _counted(continuum, shared))


def unitizing_alpha_by_code(continuum: Continuum) -> dict[str, Agreement]:
    """Return "(k)u" for every code that was used; parameters and raises as `unitizing_alpha`.

    >>> marks = [("A", "d", 0, 5, "a"), ("B", "d", 0, 5, "a"),
    ...          ("A", "d", 8, 9, "b"), ("B", "d", 8, 9, "b")]
    >>> {code: found.value for code, found in unitizing_alpha_by_code(
    ...     Continuum({"d": 20}, marks)).items()}
    {'a': 1.0, 'b': 1.0}
    """
    return {code: unitizing_alpha(continuum, f"({code})u") for code in continuum.codes}


def coverage(continuum: Continuum) -> float:
    """Return the share, 0 to 1, of compared text on which both of a pair marked something.

    "cu" and "(k)u" rest on this share only. NaN where no document has two readers.

    >>> marks = [("A", "d", 0, 5, "a"), ("B", "d", 0, 10, "a")]
    >>> coverage(Continuum({"d": 20}, marks))
    0.25
    """
    whole = unitizing_alpha(continuum, "u")
    size = len(continuum.codes) + 1
    sums = whole.rows.sum(axis=0)[: size * size].reshape(size, size)
    return float(sums[1:, 1:].sum() / sums.sum()) if sums.sum() else float("nan")


@dataclass(frozen=True)
class LengthAlpha:
    """Alpha from sums of `length_rows`: coincident lengths, and what cannot meet itself."""

    kind: Kind
    n_codes: int
    code: int = 0

    @property
    def width(self) -> int:
        """How many columns the sums have."""
        size = self.n_codes + 1
        return size * size + 2 * size

    def __call__(self, sums: Floats) -> Parts:
        """Return value, observed and expected disagreement for each row of sums."""
        size = self.n_codes + 1
        seen = sums[:, : size * size].reshape(-1, size, size)
        lengths, own = sums[:, size * size : -size], sums[:, -size:]
        chance = lengths[:, :, np.newaxis] * lengths[:, np.newaxis, :]
        chance[:, np.arange(size), np.arange(size)] -= own
        with np.errstate(divide="ignore", invalid="ignore"):
            observed, expected = self._unlike(seen), self._unlike(chance)
            value = 1 - observed / np.where(expected > 1e-12, expected, np.nan)
        return Parts(value, observed, expected)

    def _unlike(self, cells: Floats) -> Floats:
        """The share of length that disagrees, of the cells that this variant looks at."""
        if self.kind == "|u":
            return np.asarray(2 * cells[:, 0, 1:].sum(axis=1) / cells.sum(axis=(1, 2)))
        if self.kind == "k":
            row = cells[:, self.code, 1:]
            return np.asarray(1 - row[:, self.code - 1] / row.sum(axis=1))
        inner = cells if self.kind == "u" else cells[:, 1:, 1:]
        alike = np.trace(inner, axis1=1, axis2=2)
        return np.asarray(1 - alike / inner.sum(axis=(1, 2)))


def _formula(variant: str, codes: tuple[str, ...]) -> tuple[LengthAlpha | DistanceAlpha, str]:
    name = f"Krippendorff's {variant}-alpha"
    if variant == "U":
        return DistanceAlpha(), "Krippendorff's alpha-U (2004)"
    if variant in ("u", "|u", "cu"):
        return LengthAlpha(variant, len(codes)), name  # type: ignore[arg-type]
    code = variant[1:-2]
    if variant != f"({code})u" or code not in codes:
        raise say.VARIANT_UNKNOWN.error(variant=variant, example=codes[0] if codes else "code")
    return LengthAlpha("k", len(codes), codes.index(code) + 1), name


def _refuse_overlap(document: str, readers: dict[str, list[Unit]], variant: str) -> None:
    """Only the measure of 2004 takes each code as a continuum of its own."""
    for coder, units in readers.items():
        layers: dict[str, list[Unit]] = defaultdict(list)
        for unit in units:
            layers[unit.code if variant == "U" else ""].append(unit)
        for pair in filter(None, map(overlapping, layers.values())):
            raise say.UNITS_OVERLAP.error(
                where=Where(file=document), coder=coder, document=document,
                first=pair[0].code, second=pair[1].code, at=pair[1].start,
            )  # fmt: skip


def _counted(continuum: Continuum, shared: Continuum) -> Counted:
    given = sum(continuum.length(name) for name in continuum.extents)
    read = sum(shared.length(name) for name in shared.extents)
    everyone = len(continuum.coders)
    missing = sum(
        continuum.length(name) * (everyone - len(coders))
        for name, coders in continuum.readers.items()
    )
    return Counted(read, given, everyone, missing, "all text", "documents")
