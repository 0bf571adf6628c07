"""From prime implicants to models: covers chosen, cut, counted and described."""

from __future__ import annotations

import math
from dataclasses import dataclass

from localvision.analysis.qca.chart import undominated
from localvision.analysis.qca.covers import CoverFamily, irredundant_covers, minimum_covers
from localvision.analysis.qca.family import Family
from localvision.analysis.qca.implicants import Implicants
from localvision.analysis.qca.limits import Budget
from localvision.analysis.qca.result import Provenance
from localvision.analysis.qca.solution import Model, PrimeImplicantChart, Problem, Solution
from localvision.errors import Problem as Warned
from localvision.errors.analysis import qca as say

TIE = 1.5e-8  # a cut counts as met this far below it


@dataclass(frozen=True)
class Options:
    """How models are chosen; see `minimize`."""

    all_solutions: bool
    row_dominance: bool
    pi_consistency: float | None
    solution_consistency: float | None
    budget: Budget


@dataclass(frozen=True, slots=True)
class Chosen:
    """Implicants that models may use, the models, and whether these are all."""

    found: Implicants
    models: Family[Model]
    low: int
    high: int
    complete: bool


def choose(problem: Problem, found: Implicants, options: Options) -> Chosen:
    """Find the models of a chart."""
    if options.row_dominance:
        kept = undominated(found.chart)
        found = Implicants(found.terms[kept], found.chart[kept], found.complete)
    search = irredundant_covers if options.all_solutions else minimum_covers
    covers = search(found.chart, options.budget)
    models = as_models(covers, found, problem)
    if options.solution_consistency is not None:
        models = consistent_models(models, options.solution_consistency)
    # With implicants missing, a smaller cover may have been missed.
    low = covers.low if found.complete else 1
    return Chosen(found, models, low, covers.high, covers.complete and found.complete)


def as_models(covers: CoverFamily, found: Implicants, problem: Problem) -> Family[Model]:
    """The models that covers stand for."""
    return Family(covers.leaves, lambda members: problem.model(found.terms[list(members)]))


def consistent_models(models: Family[Model], cut: float) -> Family[Model]:
    """Keep the models that meet a cut."""
    kept = []
    for place, members in enumerate(models.all_members()):
        consistency = models[place].fit.consistency
        if not math.isnan(consistency) and consistency + TIE > cut:
            kept.append(members)
    if not kept:
        raise say.NO_MODEL_MEETS_CUT.error(option="solution_consistency", cut=cut)
    return Family((), models.make, kept)


def solve_chart(
    kind: str, problem: Problem, found: Implicants, options: Options, call: str
) -> Solution:
    """Choose models from a chart and describe them."""
    chosen = choose(problem, found, options)
    found, models, table = chosen.found, chosen.models, problem.table
    names = problem.frame.write_all(found.terms)
    notes = (*table.warnings, *model_warnings(chosen, options))
    return Solution(
        kind=kind,
        outcome=table.outcome,
        models=models,
        prime_implicants=names,
        essential=tuple(names[place] for place in models.in_every()),
        chart=PrimeImplicantChart(names, tuple(row.row for row in problem.rows), found.chart),
        complete=chosen.complete,
        bounds=(chosen.low, chosen.high),
        about=Provenance(call, table.n, table.missing, notes),
        problem=problem,
        used=found.terms[models.used()],
    )


def model_warnings(chosen: Chosen, options: Options) -> list[Warned]:
    """Warn of ambiguity and of a search that was stopped."""
    found: list[Warned] = []
    count = len(chosen.models)
    if count > 1:
        found.append(say.MODEL_AMBIGUITY.problem(models=count))
    if not chosen.complete:
        size = f"{chosen.low}"
        if chosen.low != chosen.high:
            size = f"between {chosen.low} and {chosen.high}"
        bounds = f"at least {count} models; the smallest has {size} terms"
        limit = options.budget.spent or "time limit"
        found.append(say.LIMIT_REACHED.problem(limit=limit, bounds=bounds))
    return found
