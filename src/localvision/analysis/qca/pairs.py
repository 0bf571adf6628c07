"""Pairs of cases that are worth comparing, as a result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from localvision.analysis.qca.result import Provenance, Result, Table
from localvision.analysis.qca.selection import yes_or_no


@dataclass(frozen=True, slots=True)
class MatchedPair:
    """Two cases worth comparing.

    Parameters
    ----------
    group : the term, the conjunct of a term, or the configuration.
    distance : lower is better.
    rank : for a focal conjunct, 1 (best) to 4 (typical pairs) or 6 (with irrelevant cases):
        by whether the conjunct is the lowest of each case, and whether the others hold.
    clear, within, unique, most : of which of the two it holds ("both", "first", "second",
        "none") that no other conjunct is in between, that membership is no higher than that
        in the outcome, that the case is typical of one term only, that none is better.
    uncovered : for an irrelevant second case, whether it is in no term at all.
    """

    first: str
    second: str
    group: str
    distance: float
    rank: int | None = None
    clear: str | None = None
    within: str | None = None
    unique: str | None = None
    most: str | None = None
    most_of_term: str | None = None
    uncovered: bool | None = None


@dataclass(frozen=True, repr=False)
class Matching(Result):
    """Pairs of one kind, by group, the best first."""

    kind: str
    model: str
    outcome: str
    pairs: tuple[MatchedPair, ...]
    about: Provenance

    def __len__(self) -> int:
        return len(self.pairs)

    def groups(self) -> dict[str, tuple[MatchedPair, ...]]:
        """The pairs of each group."""
        found: dict[str, list[MatchedPair]] = {}
        for one in self.pairs:
            found.setdefault(one.group, []).append(one)
        return {group: tuple(members) for group, members in found.items()}

    def _title(self) -> str:
        return f"{self.kind.capitalize()}: pairs for {self.model} and {self.outcome}"

    def _table(self) -> Table:
        headings = ["group", "first", "second", "distance", "rank", "clear", "within", "unique",
                    "most", "uncovered"]  # fmt: skip
        rows: list[list[Any]] = [
            [
                one.group, one.first, one.second, one.distance, one.rank, one.clear, one.within,
                one.unique, one.most, yes_or_no(one.uncovered),
            ]
            for one in self.pairs
        ]  # fmt: skip
        return headings, rows

    def _facts(self) -> dict[str, Any]:
        return {"kind": self.kind, "model": self.model, "outcome": self.outcome}
