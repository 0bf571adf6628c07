"""The known truth of the invented programme, written beside it.

An analysis that is any good finds again what stands here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

Term = tuple[tuple[str, bool], ...]
"""Conditions that must hold together: (key, must be present)."""


@dataclass(frozen=True, slots=True)
class TruthRow:
    """One locality as it really is."""

    locality: str
    name: str
    conditions: Mapping[str, bool]
    lasting: bool  # the change outlived the Enabler
    said: bool  # the place says that it did
    noise: bool  # the outcome does not follow the recipe here


@dataclass(frozen=True, slots=True)
class HypothesisTruth:
    """Whether a hypothesis of the template holds in this invented world, and why."""

    key: str
    holds: bool
    why: str


@dataclass(frozen=True, slots=True)
class ExampleTruth:
    """Which conditions lead to lasting change here, and which places merely say so."""

    conditions: tuple[str, ...]
    rows: tuple[TruthRow, ...]
    recipe: tuple[Term, ...]  # lasting follows when all of any one term hold
    noise: tuple[str, ...]  # localities that break the recipe
    merely_said: tuple[str, ...]  # localities that say lasting, with nothing to show
    quietly_lasting: tuple[str, ...]  # localities where it lasted and nobody says so
    hypotheses: tuple[HypothesisTruth, ...]
    theme_passages: Mapping[str, int]
    passages: int
    sources: int

    def as_json(self) -> dict[str, Any]:
        """Return the truth as plain values, ready for `json.dumps`."""
        facts = asdict(self)
        facts["recipe"] = [
            [{"condition": key, "present": present} for key, present in term]
            for term in self.recipe
        ]
        return facts
