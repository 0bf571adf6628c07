"""The search of coincidence analysis: from minimally sufficient conditions to whole structures.

An outcome's minimally sufficient conditions are joined by "or" into disjunctions from which
none can be left out; those whose form could be written shorter without meaning less are no
causal models and go. One such model for each outcome makes a structure; what a structure says
twice is left out of it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from localvision.analysis.qca.expression import Floats, Literal, Term
from localvision.analysis.qca.limits import Budget
from localvision.analysis.qca.sums import ratio

Flags = npt.NDArray[np.bool_]
ROUNDING = 1e-9
HALF = 0.5
BLOCK = 2_000_000  # memberships held at once


def consistency_of(shared: Floats, size: Floats, target: Floats, adjusted: bool) -> Floats:
    """Share of the condition that is in the outcome; adjusted: as if half of all had it.

    `shared` and `size` sum the condition with the outcome and the condition alone.
    """
    if not adjusted:
        return ratio(shared, size)
    hits, misses = shared / target.sum(), (size - shared) / (1 - target).sum()
    return ratio(hits, hits + misses)


def coverage_of(rows: Floats, target: Floats, adjusted: bool) -> Floats:
    """Share of the outcome that is in the condition; adjusted: of what is without the
    condition, the share without the outcome, as if half of all had the outcome."""
    if not adjusted:
        return np.asarray(np.minimum(rows, target).sum(axis=1) / target.sum())
    neither = np.minimum(1 - rows, 1 - target).sum(axis=1)
    hits = neither / (1 - target).sum()
    misses = ((1 - rows).sum(axis=1) - neither) / target.sum()
    return ratio(hits, hits + misses)


@dataclass(frozen=True)
class Candidate:
    """A disjunction of conjunctions for one outcome, with its fit."""

    outcome: Literal
    terms: tuple[Term, ...]
    consistency: float
    coverage: float

    @property
    def complexity(self) -> int:
        """Number of literals."""
        return sum(map(len, self.terms))


def disjunctions(
    matrix: Floats,
    lengths: Sequence[int],
    target: Floats,
    cuts: tuple[float, float],
    steps: tuple[int, int],
    budget: Budget,
    adjusted: bool = False,
) -> list[tuple[tuple[int, ...], float, float]]:
    """Every disjunction that covers enough, with no part that could be left out.

    Parameters
    ----------
    matrix : memberships in the conjunctions, shape (conjunctions, cases).
    lengths : number of literals of each.
    cuts : consistency and coverage.
    steps : at most so many conjunctions, and so many literals altogether.
    adjusted : whether consistency and coverage are adjusted for prevalence.

    Returns
    -------
    Places of the conjunctions, consistency and coverage of each disjunction.
    """
    search = _Disjunctions(
        matrix,
        np.array(lengths, dtype=np.int64),
        target,
        cuts,
        steps,
        realised_share(target),
        adjusted,
    )
    return search.run(budget)


def realised_share(target: Floats) -> float:
    """Share of the cases that have the outcome (0.5 or more counts as having it)."""
    return float((target >= HALF).mean())


@dataclass
class _Disjunctions:
    """The search, one conjunction more at a time; each set is met once, in rising order."""

    matrix: Floats
    sizes: npt.NDArray[np.int64]
    target: Floats
    cuts: tuple[float, float]
    steps: tuple[int, int]
    share: float
    adjusted: bool

    def __post_init__(self) -> None:
        # What all conjunctions from a place on cover together: the most that can be reached.
        reach = np.maximum.accumulate(self.matrix[::-1], axis=0)[::-1]
        self.reach = np.vstack([reach, np.zeros((1, self.matrix.shape[1]))])
        self.enough = self.cuts[1] * self.target.sum() - ROUNDING

    def run(self, budget: Budget) -> list[tuple[tuple[int, ...], float, float]]:
        found: list[tuple[tuple[int, ...], float, float]] = []
        accepted: list[npt.NDArray[np.int64]] = []
        chosen = np.arange(len(self.matrix), dtype=np.int64)[:, None]
        for length in range(1, self.steps[0] + 1):
            waiting: list[npt.NDArray[np.int64]] = []
            for block in self._blocks(chosen):
                block = block[self.sizes[block].sum(axis=1) <= self.steps[1]]
                block = block[~_holds(block, accepted)]
                good, consistency, coverage = self._judge(block)
                found += [
                    (tuple(one.tolist()), float(con), float(cov))
                    for one, con, cov in zip(
                        block[good], consistency[good], coverage[good], strict=True
                    )
                    # An outcome that is no more frequent with the causes than anyhow is no
                    # effect of them: they make no difference.
                    if con > (HALF if self.adjusted else self.share) + ROUNDING
                ]
                waiting.append(block)
                accepted += list(block[good])
                if budget.out_of_time():
                    return found
            if length < self.steps[0] and waiting:
                chosen = self._longer(np.concatenate(waiting), accepted)
        return found

    def _blocks(self, chosen: npt.NDArray[np.int64]) -> Iterator[npt.NDArray[np.int64]]:
        size = max(1, BLOCK // max(1, self.matrix.shape[1] * chosen.shape[1]))
        for start in range(0, len(chosen), size):
            yield chosen[start : start + size]

    def _judge(self, block: npt.NDArray[np.int64]) -> tuple[Flags, Floats, Floats]:
        union = self.matrix[block].max(axis=1)
        shared = np.minimum(union, self.target).sum(axis=1)
        consistency = consistency_of(shared, union.sum(axis=1), self.target, self.adjusted)
        coverage = coverage_of(union, self.target, self.adjusted)
        good = (coverage + ROUNDING >= self.cuts[1]) & (consistency + ROUNDING >= self.cuts[0])
        return good, consistency, coverage

    def _longer(
        self, chosen: npt.NDArray[np.int64], accepted: list[npt.NDArray[np.int64]]
    ) -> npt.NDArray[np.int64]:
        """Each that was not accepted, with one further conjunction of a higher place."""
        width, count = chosen.shape[1], len(self.matrix)
        done = {tuple(one.tolist()) for one in accepted if len(one) == width}
        parts: list[npt.NDArray[np.int64]] = []
        for block in self._blocks(chosen):
            most = np.maximum(self.matrix[block].max(axis=1), self.reach[block[:, -1] + 1])
            # Adjusted coverage may rise and fall as a disjunction grows: nothing is hopeless.
            hopeful = self.adjusted | (np.minimum(most, self.target).sum(axis=1) >= self.enough)
            for one in block[hopeful]:
                if one[-1] + 1 < count and tuple(one.tolist()) not in done:
                    tail = np.arange(one[-1] + 1, count)[:, None]
                    parts.append(np.hstack([np.repeat(one[None], len(tail), axis=0), tail]))
        return np.concatenate(parts) if parts else np.zeros((0, width + 1), dtype=np.int64)


def _holds(block: npt.NDArray[np.int64], accepted: Sequence[npt.NDArray[np.int64]]) -> Flags:
    """Which disjunctions hold a whole one that was accepted before."""
    result = np.zeros(len(block), dtype=bool)
    for one in accepted:
        if len(one) < block.shape[1]:
            within = np.ones(len(block), dtype=bool)
            for place in one:
                within &= (block == place).any(axis=1)
            result |= within
    return result


class Space:
    """Every configuration that is logically possible, for judging what a formula says."""

    def __init__(self, levels: dict[str, int]) -> None:
        self.levels = levels
        grid = np.array(list(itertools.product(*[range(n) for n in levels.values()])))
        self.columns = {name: grid[:, place] for place, name in enumerate(levels)}
        self.size = len(grid)
        self._known: dict[Literal, Flags] = {}

    def literal(self, literal: Literal) -> Flags:
        """Where a literal is true."""
        if literal not in self._known:
            self._known[literal] = np.isin(self.columns[literal.condition], literal.values)
        return self._known[literal]

    def disjunction(self, terms: Sequence[Term]) -> Flags:
        """Where any of the terms is true."""
        result = np.zeros(self.size, dtype=bool)
        for term in terms:
            part = np.ones(self.size, dtype=bool)
            for literal in term:
                part &= self.literal(literal)
            result |= part
        return result

    def equivalence(self, outcome: Literal, terms: Sequence[Term]) -> Flags:
        """Where the terms and the outcome are both true or both false."""
        return np.asarray(self.disjunction(terms) == self.literal(outcome))


def shorter_forms(terms: tuple[Term, ...]) -> Iterator[tuple[Term, ...]]:
    """The same disjunction with one conjunction, or one literal of one, left out."""
    for place, term in enumerate(terms):
        others = (*terms[:place], *terms[place + 1 :])
        if others:
            yield others
        if len(term) > 1:
            for gone in range(len(term)):
                yield (*others, (*term[:gone], *term[gone + 1 :]))


def irredundant(terms: tuple[Term, ...], levels: dict[str, int]) -> bool:
    """Whether a disjunction says nothing twice, and is neither always true nor never."""
    names = dict.fromkeys(literal.condition for term in terms for literal in term)
    space = Space({name: levels[name] for name in names})
    meaning = space.disjunction(terms)
    if meaning.all() or not meaning.any():
        return False
    return not any(
        np.array_equal(meaning, space.disjunction(form)) for form in shorter_forms(terms)
    )


def structures(
    by_outcome: Sequence[Sequence[Candidate]], levels: dict[str, int], budget: Budget
) -> list[tuple[Candidate, ...]]:
    """One model for each outcome, without what the others say already."""
    if not by_outcome:
        return []
    listed = [one for models in by_outcome for one in models]
    names = dict.fromkeys(
        lit.condition
        for one in listed
        for lit in (one.outcome, *(lit for term in one.terms for lit in term))
    )
    space = Space({name: levels[name] for name in names})
    truth = {one: space.equivalence(one.outcome, one.terms) for one in listed}
    found: dict[frozenset[Candidate], tuple[Candidate, ...]] = {}
    for combination in itertools.product(*by_outcome):
        for kept in _reduced(combination, truth):
            key = frozenset(kept)
            if key not in found and _says_nothing_twice(kept, truth, space):
                found[key] = kept
        if len(found) >= budget.models:
            budget.spent = "model limit"
            break
        if budget.out_of_time():
            break
    by_size: dict[int, list[frozenset[Candidate]]] = {}
    for key in found:
        by_size.setdefault(len(key), []).append(key)
    # A structure that another one goes on from is only a part of it.
    return [
        one
        for key, one in found.items()
        if not any(key < other for size in by_size if size > len(key) for other in by_size[size])
    ]


def _reduced(
    combination: tuple[Candidate, ...], truth: dict[Candidate, Flags]
) -> list[tuple[Candidate, ...]]:
    """Every way to leave out models that follow from the others."""
    found: list[tuple[Candidate, ...]] = []
    seen: set[tuple[Candidate, ...]] = set()
    waiting = [combination]
    while waiting:
        one = waiting.pop()
        if one in seen:
            continue
        seen.add(one)
        fewer = [
            (*one[:place], *one[place + 1 :])
            for place in range(len(one))
            if len(one) > 1 and _follows(one, place, truth)
        ]
        waiting.extend(fewer)
        if not fewer:
            found.append(one)
    return found


def _follows(one: tuple[Candidate, ...], place: int, truth: dict[Candidate, Flags]) -> bool:
    others = np.logical_and.reduce([truth[c] for i, c in enumerate(one) if i != place])
    return not (others & ~truth[one[place]]).any()


def _says_nothing_twice(
    kept: tuple[Candidate, ...], truth: dict[Candidate, Flags], space: Space
) -> bool:
    """Whether every model is as short as it can be wherever the structure holds."""
    holds = np.logical_and.reduce([truth[one] for one in kept])
    for one in kept:
        outcome = space.literal(one.outcome)[holds]
        for form in shorter_forms(one.terms):
            if np.array_equal(space.disjunction(form)[holds], outcome):
                return False
    return True
