"""How the invented world works: which start-up conditions lead to lasting change.

The first 25 localities are laid out by hand, so that the recipe can be found again by a truth
table: every near miss is there, and the recipe is the only shortest formula. Later localities are
drawn at random from the same world.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from localvision.example.records import CONDITIONS
from localvision.example.truth import HypothesisTruth, Term, TruthRow

RECIPE: tuple[Term, ...] = (
    (("dedicated_lead", True), ("political_support", True)),
    (("partnership_history", True), ("enabler_fit", True), ("turnover", False)),
)

# One locality a line: the eight conditions in the order of CONDITIONS, then lasting, then said.
LAID_OUT = (
    "11110 111 11",
    "11110 101 11",
    "11110 010 11",
    "11110 001 10",
    "11110 100 00",  # noise: all conditions, and it faded
    "11001 110 11",
    "11100 111 11",
    "11101 000 11",
    "10110 011 11",
    "01110 101 11",
    "11000 110 11",
    "11010 001 10",
    "11111 110 11",
    "01111 111 01",
    "01100 010 00",
    "01001 110 01",
    "10100 111 01",
    "10001 000 00",
    "10010 101 00",
    "10111 010 00",
    "01010 110 01",
    "00000 000 00",
    "00000 011 11",  # noise: none of the conditions, and it lasted
    "01000 100 00",
    "10000 111 01",
)

# How often each condition is there, and how often the recipe fails, beyond the first 25.
SHARE_PRESENT = (0.5, 0.5, 0.5, 0.5, 0.4, 0.55, 0.55, 0.5)
SHARE_NOISE = 0.04
SHARE_SAID_WHEN_LASTING = 0.85


@dataclass(frozen=True, slots=True)
class LocalityDesign:
    """One locality as it really is, before it has a name."""

    conditions: dict[str, bool]
    lasting: bool
    said: bool

    @property
    def noise(self) -> bool:
        """Whether the outcome departs from the recipe here."""
        return self.lasting != recipe_holds(self.conditions)

    @property
    def talk(self) -> bool:
        """Whether lasting change is said and nothing bears it out."""
        return self.said and not self.lasting

    def favourable(self, condition: str) -> bool:
        """Whether a condition stands as one would wish it; turnover is better absent."""
        return self.conditions[condition] != (condition == "turnover")

    def row(self, locality: str, name: str) -> TruthRow:
        """Return the row of the known truth for this locality."""
        return TruthRow(locality, name, self.conditions, self.lasting, self.said, self.noise)


def recipe_holds(conditions: dict[str, bool]) -> bool:
    """Tell whether any one term of the recipe is met.

    Examples
    --------
    >>> there = dict.fromkeys(CONDITIONS, False)
    >>> recipe_holds(there)
    False
    >>> recipe_holds({**there, "dedicated_lead": True, "political_support": True})
    True
    """
    return any(all(conditions[key] == present for key, present in term) for term in RECIPE)


def design_of(seed: int, index: int) -> LocalityDesign:
    """Return how the locality with this number (from 1) really is; the same whatever the size."""
    if index <= len(LAID_OUT):
        order = list(LAID_OUT)
        random.Random(f"{seed}/layout").shuffle(order)
        return _from_line(order[index - 1])
    return _drawn(random.Random(f"{seed}/{index}/design"))


def _from_line(line: str) -> LocalityDesign:
    marks = [mark == "1" for mark in line.replace(" ", "")]
    names = [str(key) for key in CONDITIONS]
    conditions = dict(zip(names, marks[: len(names)], strict=True))
    return LocalityDesign(conditions, marks[-2], marks[-1])


def _drawn(rng: random.Random) -> LocalityDesign:
    conditions = {
        str(key): rng.random() < share for key, share in zip(CONDITIONS, SHARE_PRESENT, strict=True)
    }
    lasting = recipe_holds(conditions) != (rng.random() < SHARE_NOISE)
    eager = conditions["organisational_support"] and conditions["alignment"]
    said = eager or (lasting and rng.random() < SHARE_SAID_WHEN_LASTING)
    return LocalityDesign(conditions, lasting, said)


HYPOTHESES: tuple[HypothesisTruth, ...] = (
    HypothesisTruth("H01", False, "Alignment decides what is said, not what lasts."),
    HypothesisTruth("H02", False, "Executives' backing makes no difference to what lasts here."),
    HypothesisTruth("H03", True, "Political support is part of one term, beside a dedicated lead."),
    HypothesisTruth("H04", True, "A dedicated lead is part of one term, beside political support."),
    HypothesisTruth(
        "H05", True, "Partnership history is part of one term; alone it is not enough."
    ),
    HypothesisTruth("H11", True, "Fit is part of one term, where old partners stay."),
    HypothesisTruth("H12", True, "Turnover undoes the second term, and not the first."),
    HypothesisTruth("H17", False, "Climate varies freely of what lasts in this world."),
    HypothesisTruth("H22", True, "Where it lasted, something embedded is still in place."),
    HypothesisTruth("H23", False, "It also lasts where facilitation was poor, by the first term."),
)
