"""Where coders differ: the list to talk about, before any number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from localvision.analysis.agreement.continuum import Continuum, stretches


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A stretch of text that its readers did not code alike.

    `codes` holds, for each of `coders` in the same order, the codes given there (none is an
    empty tuple). `contested` are the codes that some but not all gave. `kind` is "found by
    some" where a reader coded nothing there, and "coded otherwise" where all coded it.
    """

    document: str
    start: int
    end: int
    coders: tuple[str, ...]
    codes: tuple[tuple[str, ...], ...]
    contested: tuple[str, ...]
    kind: str


def disagreements(
    continuum: Continuum,
    *,
    codes: Iterable[str] | None = None,
    documents: Iterable[str] | None = None,
    coders: Iterable[str] | None = None,
) -> tuple[Disagreement, ...]:
    """Return every stretch that its readers coded differently, in the order of the text.

    What it tells a team: where to meet and talk. Offsets are the document's own, in code
    points, the end not included. Documents with one reader hold no disagreement.

    Parameters
    ----------
    continuum : documents, readers and units.
    codes, documents, coders : look at these only; None looks at all.

    >>> pieces = Continuum({"d": 20}, [("Ann", "d", 0, 5, "hope"), ("Ben", "d", 2, 5, "hope")])
    >>> [(row.start, row.end, row.coders, row.codes) for row in disagreements(pieces)]
    [(0, 2, ('Ann', 'Ben'), (('hope',), ()))]
    """
    seen = continuum.only(codes=codes, documents=documents, coders=coders)
    return tuple(
        _row(document, seen.extents[document][0], piece, tuple(rows))
        for document, rows in seen.rebased().items()
        if len(rows) > 1
        for piece in stretches(seen.length(document), rows)
        if len(set(piece[2])) > 1
    )


def _row(
    document: str,
    first: int,
    piece: tuple[int, int, tuple[frozenset[str], ...]],
    coders: tuple[str, ...],
) -> Disagreement:
    start, end, held = piece
    contested = frozenset.union(*held) - frozenset.intersection(*held)
    return Disagreement(
        document=document,
        start=start + first,
        end=end + first,
        coders=coders,
        codes=tuple(tuple(sorted(codes)) for codes in held),
        contested=tuple(sorted(contested)),
        kind="coded otherwise" if all(held) else "found by some",
    )
