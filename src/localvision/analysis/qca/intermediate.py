"""Intermediate solutions: only assumptions that the directional expectations support."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np

from localvision.analysis.qca.complement import FREE, Cubes, complement
from localvision.analysis.qca.covers import CoverFamily
from localvision.analysis.qca.expectations import (
    Group,
    as_cubes,
    easy_cubes,
    read_expectations,
)
from localvision.analysis.qca.family import Family, Pick, reading_order
from localvision.analysis.qca.implicants import Implicants, prime_implicants
from localvision.analysis.qca.limits import Budget
from localvision.analysis.qca.result import Provenance
from localvision.analysis.qca.solution import (
    IntermediatePair,
    Model,
    PrimeImplicantChart,
    Problem,
    Solution,
)
from localvision.errors.analysis import qca as say

Cover = Callable[[Implicants], CoverFamily]
Solved = tuple[Implicants, CoverFamily]
Described = tuple[tuple[str, ...], tuple[str, ...], Family[Model]]


def intermediate_solution(
    conservative: Solution,
    parsimonious: Solution,
    expectations: Any,
    cover: Cover,
    budget: Budget,
    call: str,
) -> Solution:
    """Work out every pair of a conservative and a parsimonious model."""
    problem = conservative.problem
    levels = problem.table.source.levels
    groups = read_expectations(expectations, problem.table.conditions, levels)
    work = _Pairs(problem, groups, cover)
    pairs: list[IntermediatePair] = []
    total = len(conservative.models) * len(parsimonious.models)
    for narrow in conservative.models:
        for wide in parsimonious.models:
            pairs.append(work.pair(narrow, wide))
            if len(pairs) % 16 == 0 and budget.out_of_time():
                break
        if budget.spent:
            break
    return _gather(conservative, parsimonious, work, pairs, total, budget, call)


class _Pairs:
    """Works pairs out; pairs that allow the same assumptions share their result."""

    def __init__(self, problem: Problem, groups: Sequence[Group], cover: Cover) -> None:
        self.problem = problem
        self.groups = groups
        self.cover = cover
        self.around: dict[tuple[bytes, bytes], frozenset[tuple[int, ...]]] = {}
        self.solved: dict[frozenset[tuple[int, ...]], Solved] = {}
        self.described: dict[frozenset[tuple[int, ...]], Described] = {}

    def pair(self, narrow: Model, wide: Model) -> IntermediatePair:
        allowed: set[tuple[int, ...]] = set()
        for small in narrow.cubes:
            for large in wide.cubes:
                allowed |= self._around(small, large)
        key = frozenset(allowed)
        cubes = as_cubes(key, len(self.problem.table.conditions))
        if key not in self.solved:
            self.solved[key] = self._solve(cubes)
            self.described[key] = self._describe(*self.solved[key])
        return IntermediatePair(narrow, wide, *self.described[key], cubes)

    def _describe(self, found: Implicants, covers: CoverFamily) -> Described:
        names = self.problem.frame.write_all(found.terms)
        models = Family(covers.leaves, lambda m: self.problem.model(found.terms[list(m)]))
        return names, tuple(names[place] for place in models.in_every()), models

    def _around(self, small: Cubes, large: Cubes) -> frozenset[tuple[int, ...]]:
        key = (small.tobytes(), large.tobytes())
        if key not in self.around:
            lies_in = bool(((large == FREE) | (small == large)).all())
            self.around[key] = (
                easy_cubes(small.tolist(), large.tolist(), self.groups, self.problem.frame.levels)
                if lies_in
                else frozenset()
            )
        return self.around[key]

    def _solve(self, cubes: Cubes) -> Solved:
        # The positive rows themselves are known, whatever the terms leave out.
        known = np.concatenate([cubes, self.problem.positives])
        levels = self.problem.frame.levels
        found = prime_implicants(self.problem.positives, complement(known, levels), levels)
        return found, self.cover(found)


def _gather(
    conservative: Solution,
    parsimonious: Solution,
    work: _Pairs,
    pairs: list[IntermediatePair],
    total: int,
    budget: Budget,
    call: str,
) -> Solution:
    problem = work.problem
    terms, chart, places = _all_terms(list(work.solved.values()), problem)
    picks, all_picked = _distinct_picks(list(work.solved.values()), places, budget)
    models: Family[Model] = Family((), lambda m: problem.model(terms[list(m)]), picks)
    names = problem.frame.write_all(terms)
    complete = len(pairs) == total and all(c.complete for _, c in work.solved.values())
    complete = complete and all_picked and conservative.complete and parsimonious.complete
    warnings = [*problem.table.warnings]
    if len(models) > 1:
        warnings.append(say.MODEL_AMBIGUITY.problem(models=len(models)))
    if len(pairs) < total:
        warnings.append(say.PAIRS_NOT_ALL_TRIED.problem(tried=len(pairs), total=total))
    if not complete:
        bounds = f"at least {len(models)} models"
        limit = budget.spent or "limit"
        warnings.append(say.LIMIT_REACHED.problem(limit=limit, bounds=bounds))
    sizes = [(covers.low, covers.high) for _, covers in work.solved.values()]
    return replace(
        parsimonious,
        kind="intermediate",
        models=models,
        prime_implicants=names,
        essential=tuple(names[place] for place in models.in_every()),
        chart=PrimeImplicantChart(names, parsimonious.chart.rows, chart),
        complete=complete,
        bounds=(min(low for low, _ in sizes), max(high for _, high in sizes)),
        about=Provenance(call, problem.table.n, problem.table.missing, tuple(warnings)),
        used=terms[models.used()],
        pairs=tuple(pairs),
        conservative=conservative,
        parsimonious=parsimonious,
    )


def _distinct_picks(
    solved: Sequence[Solved], places: dict[bytes, int], budget: Budget
) -> tuple[list[Pick], bool]:
    """Models of all pairs, each once; False when the limit on models was reached."""
    picks: set[Pick] = set()
    for found, covers in solved:
        numbers = [places[term.tobytes()] for term in found.terms]
        for leaf in covers.leaves:
            for chosen in product(*leaf):
                picks.add(tuple(sorted(numbers[one] for one in chosen)))
            if len(picks) > budget.models:
                budget.spent = "model limit"
                return reading_order(picks), False
    return reading_order(picks), True


def _all_terms(
    solved: Sequence[Solved], problem: Problem
) -> tuple[Cubes, np.ndarray, dict[bytes, int]]:
    """The implicants of all pairs, each once."""
    places: dict[bytes, int] = {}
    terms: list[Cubes] = []
    lines: list[np.ndarray] = []
    for found, _ in solved:
        for term, line in zip(found.terms, found.chart, strict=True):
            if places.setdefault(term.tobytes(), len(terms)) == len(terms):
                terms.append(term)
                lines.append(line)
    width = len(problem.table.conditions)
    return (
        np.array(terms, dtype=np.int16).reshape(len(terms), width),
        np.array(lines).reshape(len(lines), len(problem.positives)),
        places,
    )
