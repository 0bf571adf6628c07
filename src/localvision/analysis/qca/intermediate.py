"""Intermediate solutions: only assumptions that the directional expectations support."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from localvision.analysis.qca.choosing import (
    Chosen,
    Options,
    choose,
    consistent_models,
    model_warnings,
)
from localvision.analysis.qca.complement import FREE, Cubes, complement
from localvision.analysis.qca.expectations import (
    Group,
    as_cubes,
    easy_cubes,
    read_expectations,
)
from localvision.analysis.qca.family import Family, Pick, reading_order
from localvision.analysis.qca.implicants import prime_implicants
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

Described = tuple[tuple[str, ...], tuple[str, ...], Family[Model]]


def intermediate_solution(
    conservative: Solution,
    parsimonious: Solution,
    expectations: Any,
    options: Options,
    call: str,
) -> Solution:
    """Work out every pair of a conservative and a parsimonious model."""
    problem = conservative.problem
    levels = problem.table.source.levels
    groups = read_expectations(expectations, problem.table.conditions, levels)
    work = _Pairs(problem, groups, replace(options, solution_consistency=None))
    budget = options.budget
    pairs: list[IntermediatePair] = []
    total = len(conservative.models) * len(parsimonious.models)
    for narrow in conservative.models:
        for wide in parsimonious.models:
            pairs.append(work.pair(narrow, wide))
            if len(pairs) % 16 == 0 and budget.out_of_time():
                break
        if budget.spent:
            break
    return _gather(conservative, parsimonious, work, pairs, total, options, call)


class _Pairs:
    """Works pairs out; pairs that allow the same assumptions share their result."""

    def __init__(self, problem: Problem, groups: Sequence[Group], options: Options) -> None:
        self.problem = problem
        self.groups = groups
        self.options = options
        self.around: dict[tuple[bytes, bytes], frozenset[tuple[int, ...]]] = {}
        self.solved: dict[frozenset[tuple[int, ...]], Chosen] = {}
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
            self.described[key] = self._describe(self.solved[key])
        return IntermediatePair(narrow, wide, *self.described[key], cubes)

    def _describe(self, chosen: Chosen) -> Described:
        names = self.problem.frame.write_all(chosen.found.terms)
        always = tuple(names[place] for place in chosen.models.in_every())
        return names, always, chosen.models

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

    def _solve(self, cubes: Cubes) -> Chosen:
        # The positive rows themselves are known, whatever the terms leave out.
        known = np.concatenate([cubes, self.problem.positives])
        levels, positives = self.problem.frame.levels, self.problem.positives
        outside = complement(known, levels)
        if not len(outside):
            raise say.NOTHING_TO_COMPARE.error(outcome=self.problem.table.outcome)
        found = prime_implicants(positives, outside, levels, self.options.budget)
        return choose(self.problem, found, self.options)


def _gather(
    conservative: Solution,
    parsimonious: Solution,
    work: _Pairs,
    pairs: list[IntermediatePair],
    total: int,
    options: Options,
    call: str,
) -> Solution:
    problem, budget = work.problem, options.budget
    solved = list(work.solved.values())
    terms, chart, places = _all_terms(solved, problem)
    picks, all_picked = _distinct_picks(solved, places, budget)
    models: Family[Model] = Family((), lambda m: problem.model(terms[list(m)]), picks)
    if options.solution_consistency is not None:
        models = consistent_models(models, options.solution_consistency)
    names = problem.frame.write_all(terms)
    complete = len(pairs) == total and all_picked and all(one.complete for one in solved)
    complete = complete and conservative.complete and parsimonious.complete
    low, high = min(one.low for one in solved), max(one.high for one in solved)
    warnings = [*problem.table.warnings]
    if len(pairs) < total:
        warnings.append(say.PAIRS_NOT_ALL_TRIED.problem(tried=len(pairs), total=total))
    everything = Chosen(solved[0].found, models, low, high, complete)
    warnings.extend(model_warnings(everything, options))
    return replace(
        parsimonious,
        kind="intermediate",
        models=models,
        prime_implicants=names,
        essential=tuple(names[place] for place in models.in_every()),
        chart=PrimeImplicantChart(names, parsimonious.chart.rows, chart),
        complete=complete,
        bounds=(low, high),
        about=Provenance(call, problem.table.n, problem.table.missing, tuple(warnings)),
        used=terms[models.used()],
        pairs=tuple(pairs),
        conservative=conservative,
        parsimonious=parsimonious,
    )


def _distinct_picks(
    solved: Sequence[Chosen], places: dict[bytes, int], budget: Budget
) -> tuple[list[Pick], bool]:
    """Models of all pairs, each once; False when the limit on models was reached."""
    picks: set[Pick] = set()
    for one in solved:
        numbers = [places[term.tobytes()] for term in one.found.terms]
        for members in one.models.all_members():
            picks.add(tuple(sorted(numbers[member] for member in members)))
            if len(picks) > budget.models:
                budget.spent = "model limit"
                return reading_order(picks), False
    return reading_order(picks), True


def _all_terms(
    solved: Sequence[Chosen], problem: Problem
) -> tuple[Cubes, np.ndarray, dict[bytes, int]]:
    """The implicants of all pairs, each once."""
    places: dict[bytes, int] = {}
    terms: list[Cubes] = []
    lines: list[np.ndarray] = []
    for one in solved:
        for term, line in zip(one.found.terms, one.found.chart, strict=True):
            if places.setdefault(term.tobytes(), len(terms)) == len(terms):
                terms.append(term)
                lines.append(line)
    width = len(problem.table.conditions)
    return (
        np.array(terms, dtype=np.int16).reshape(len(terms), width),
        np.array(lines).reshape(len(lines), len(problem.positives)),
        places,
    )
