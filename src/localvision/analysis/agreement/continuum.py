"""Passages marked and coded by several people, over documents that each start from nought."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from localvision.errors import Where
from localvision.errors.analysis import agreement as say

Extent = int | tuple[int, int]


@dataclass(frozen=True, order=True, slots=True)
class Unit:
    """A passage that one coder gave one code; offsets in code points, the end not included."""

    coder: str
    document: str
    start: int
    end: int
    code: str


@dataclass(frozen=True)
class Continuum:
    """Documents, who read them, and what each reader marked.

    Parameters
    ----------
    lengths : the length of each document in code points, or its first and last offset (the
        last not included).
    units : `Unit`, or rows of coder, document, start, end, code.
    coders : who read which document: one list for all documents, or a list for each. A reader
        who marked nothing says that nothing is there, so name them. None takes everybody who
        marked anything as reader of every document.

    Offsets count from each document's own start. Raises agreement.unknown-document,
    agreement.unknown-coder, agreement.span-outside, agreement.empty-document.
    """

    extents: Mapping[str, tuple[int, int]]
    units: tuple[Unit, ...]
    readers: Mapping[str, tuple[str, ...]]

    def __init__(
        self,
        lengths: Mapping[str, Extent],
        units: Iterable[Unit | tuple[str, str, int, int, str]],
        coders: Sequence[str] | Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        given = tuple(unit if isinstance(unit, Unit) else Unit(*unit) for unit in units)
        extents = {name: _extent(name, length) for name, length in lengths.items()}
        everyone = sorted({unit.coder for unit in given}) if coders is None else coders
        readers = everyone if isinstance(everyone, Mapping) else dict.fromkeys(extents, everyone)
        object.__setattr__(self, "extents", extents)
        object.__setattr__(self, "units", given)
        object.__setattr__(
            self, "readers", {name: tuple(sorted(set(readers.get(name, ())))) for name in extents}
        )
        for unit in given:
            self._check(unit)

    @property
    def coders(self) -> tuple[str, ...]:
        """Everybody who read a document."""
        return tuple(sorted({coder for names in self.readers.values() for coder in names}))

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code that somebody used."""
        return tuple(sorted({unit.code for unit in self.units}))

    def only(
        self,
        *,
        codes: Iterable[str] | None = None,
        documents: Iterable[str] | None = None,
        coders: Iterable[str] | None = None,
    ) -> Continuum:
        """Return the part with these codes, documents and coders; readers stay readers."""
        kept_codes = set(self.codes if codes is None else codes)
        kept_documents = set(self.extents if documents is None else documents)
        kept_coders = set(self.coders if coders is None else coders)
        units = [
            unit
            for unit in self.units
            if unit.code in kept_codes
            and unit.document in kept_documents
            and unit.coder in kept_coders
        ]
        extents = {name: pair for name, pair in self.extents.items() if name in kept_documents}
        readers = {name: kept_coders & set(self.readers[name]) for name in extents}
        return Continuum(extents, units, {name: sorted(names) for name, names in readers.items()})

    def split(self) -> tuple[Continuum, ...]:
        """Return each document by itself."""
        units: dict[str, list[Unit]] = {name: [] for name in self.extents}
        for unit in self.units:
            units[unit.document].append(unit)
        return tuple(
            Continuum({name: extent}, units[name], {name: self.readers[name]})
            for name, extent in self.extents.items()
        )

    def rebased(self) -> dict[str, dict[str, list[Unit]]]:
        """Return, for each document and reader, the units in order, counted from its start."""
        found: dict[str, dict[str, list[Unit]]] = {
            name: {coder: [] for coder in coders} for name, coders in self.readers.items()
        }
        for unit in self.units:
            first = self.extents[unit.document][0]
            moved = replace(unit, start=unit.start - first, end=unit.end - first)
            found[unit.document][unit.coder].append(moved)
        for rows in found.values():
            for units in rows.values():
                units.sort(key=lambda unit: (unit.start, unit.end, unit.code))
        return found

    def length(self, document: str) -> int:
        """Return how many code points the document has."""
        first, last = self.extents[document]
        return last - first

    def _check(self, unit: Unit) -> None:
        if unit.document not in self.extents:
            raise say.UNKNOWN_DOCUMENT.error(coder=unit.coder, document=unit.document)
        where = Where(file=unit.document)
        if unit.coder not in self.readers[unit.document]:
            raise say.UNKNOWN_CODER.error(where=where, coder=unit.coder, document=unit.document)
        first, last = self.extents[unit.document]
        if not first <= unit.start < unit.end <= last:
            raise say.SPAN_OUTSIDE.error(
                where=where, start=unit.start, end=unit.end, coder=unit.coder,
                document=unit.document, first=first, last=last,
            )  # fmt: skip


def _extent(name: str, length: Extent) -> tuple[int, int]:
    first, last = (0, length) if isinstance(length, int) else length
    if last <= first:
        raise say.EMPTY_DOCUMENT.error(
            where=Where(file=name), document=name, first=first, last=last
        )
    return int(first), int(last)


Marked = tuple[int, int, tuple[frozenset[str], ...]]


def stretches(length: int, rows: Mapping[str, Sequence[Unit]]) -> list[Marked]:
    """Cut a document where any coder's codes change: start, end, and each coder's codes.

    The order of the coders is that of `rows`. Neighbours with the same codes are one stretch.
    """
    changes: dict[int, list[tuple[int, str, int]]] = defaultdict(list)
    for place, units in enumerate(rows.values()):
        for unit in units:
            changes[unit.start].append((place, unit.code, 1))
            changes[unit.end].append((place, unit.code, -1))
    found: list[Marked] = []
    open_codes: list[dict[str, int]] = [defaultdict(int) for _ in rows]
    held = tuple(frozenset[str]() for _ in rows)
    at = 0
    for position in [*sorted(changes), length]:
        if position > at:
            _append(found, at, position, held)
            at = position
        for place, code, step in changes.get(position, ()):
            open_codes[place][code] += step
        held = tuple(frozenset(c for c, n in codes.items() if n) for codes in open_codes)
    return found


def _append(found: list[Marked], start: int, end: int, held: tuple[frozenset[str], ...]) -> None:
    if found and found[-1][2] == held:
        start = found.pop()[0]
    found.append((start, end, held))
