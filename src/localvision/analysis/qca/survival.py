"""Every defensible choice at once: in which share of them does each term survive?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from localvision.analysis.executors import Cancelled, Executor, InProcess, Progress, batches_of
from localvision.analysis.qca.choices import (
    Analysis,
    Answer,
    Calibration,
    Choice,
    all_choices,
    answer,
)
from localvision.analysis.qca.expression import implies
from localvision.analysis.qca.minimise import Kind
from localvision.analysis.qca.notation import read_expression
from localvision.analysis.qca.result import Provenance, Result, Table, call_text
from localvision.analysis.qca.truth import TruthTable
from localvision.errors import Problem
from localvision.errors.analysis import qca_checks as say

CHOICES_PER_BATCH = 16


@dataclass(frozen=True, slots=True)
class Survival:
    """How one term fares over all choices; all shares are of `choices`.

    Parameters
    ----------
    in_every : choices in which every model has the term.
    in_some : choices in which at least one model has it.
    still_enough : choices in which every model has the term or a shorter one that it implies:
        the combination is still said to be enough, though with fewer conditions.
    own : whether the term is in a model of the analysis' own choice.
    """

    term: str
    in_every: int
    in_some: int
    still_enough: int
    choices: int
    own: bool

    @property
    def share(self) -> float:
        """Share of all choices in which every model has the term."""
        return self.in_every / self.choices


@dataclass(frozen=True, slots=True)
class Cell:
    """One choice with the models it gave, or the code of why it gave none."""

    choice: Choice
    models: tuple[tuple[str, ...], ...]
    failed: str = ""


@dataclass(frozen=True, repr=False)
class RobustnessGrid(Result):
    """The solutions of all choices, and how each term fares.

    Parameters
    ----------
    cells : one for each choice.
    terms : every term that occurs anywhere: those of the analysis' own choice first, then by
        share.
    own : the analysis' own choice.
    """

    outcome: str
    kind: str
    cells: tuple[Cell, ...]
    terms: tuple[Survival, ...]
    own: Choice
    about: Provenance
    conditions: tuple[str, ...] = field(default=())

    @property
    def failed(self) -> tuple[Cell, ...]:
        """Choices without a solution."""
        return tuple(cell for cell in self.cells if cell.failed)

    @property
    def same_solution(self) -> float:
        """Share of all choices that give exactly the models of the own choice."""
        own = next(cell for cell in self.cells if cell.choice == self.own)
        same = sum(set(cell.models) == set(own.models) and not cell.failed for cell in self.cells)
        return same / len(self.cells)

    def _title(self) -> str:
        return (
            f"Terms over {len(self.cells)} defensible choices ({len(self.failed)} without a "
            f"solution), {self.kind} solution for {self.outcome}"
        )

    def _table(self) -> Table:
        headings = ["term", "own", "in every model", "in some model", "still enough", "choices",
                    "share"]  # fmt: skip
        rows: list[list[Any]] = [
            [
                one.term, "yes" if one.own else "no", one.in_every, one.in_some,
                one.still_enough, one.choices, one.share,
            ]
            for one in self.terms
        ]  # fmt: skip
        return headings, rows

    def _facts(self) -> dict[str, Any]:
        return {
            "outcome": self.outcome,
            "kind": self.kind,
            "own": str(self.own),
            "same_solution": self.same_solution,
            "cells": [
                {
                    "choice": str(cell.choice),
                    "anchors": {name: list(values) for name, values in cell.choice.anchors},
                    "consistency_cut": cell.choice.consistency_cut,
                    "frequency_cut": cell.choice.frequency_cut,
                    "pri_cut": cell.choice.pri_cut,
                    "models": [list(model) for model in cell.models],
                    "failed": cell.failed or None,
                }
                for cell in self.cells
            ],
        }


@dataclass(frozen=True)
class Batch:
    """Some choices and the analysis they belong to: what one call of the executor does."""

    analysis: Analysis
    choices: tuple[Choice, ...]


def solve_batch(batch: Batch, rng: np.random.Generator) -> list[Answer]:
    """Solve the choices of one batch, one after the other (nothing is drawn at random)."""
    return [_answer(batch.analysis, choice) for choice in batch.choices]


def _answer(analysis: Analysis, choice: Choice) -> Answer:
    return answer(analysis.chosen(choice))


def robustness_grid(
    table: TruthTable,
    solution: Kind = "conservative",
    *,
    directional_expectations: Any = None,
    calibrations: Mapping[str, Calibration] | None = None,
    consistency_cuts: Sequence[float] = (),
    frequency_cuts: Sequence[int] = (),
    pri_cuts: Sequence[float] = (),
    executor: Executor | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> RobustnessGrid:
    """Tell in which share of the defensible choices each term survives.

    Parameters
    ----------
    table, solution, directional_expectations : as in `minimize`.
    calibrations : for each column, how it was calibrated and its `alternatives`.
    consistency_cuts, frequency_cuts, pri_cuts : others that could be defended; the analysis'
        own values are always among them.
    executor : where the work runs, see `localvision.analysis.executors`; default: here.
    progress, cancelled : see there; a step is 16 choices.

    Returns
    -------
    RobustnessGrid : `.terms` with counts and their denominator, `.cells` with all models.

    Raises
    ------
    LocalVisionError : `qca.calibration-differs`, `qca.calibration-cases`,
        `qca.calibration-column`, `executors.cancelled`.

    Limits
    ------
    The share is of the choices given, not a probability: it depends on what is thought
    defensible. A choice that gives no solution counts as one in which nothing survives.

    Examples
    --------
    >>> from localvision.analysis.qca.truth import truth_table
    >>> data = {"A": [0.9, 0.8, 0.2, 0.1], "B": [0.9, 0.1, 0.8, 0.3], "Y": [0.8, 0.9, 0.3, 0.1]}
    >>> table = truth_table(data, "Y", consistency_cut=0.9)
    >>> grid = robustness_grid(table, "parsimonious", consistency_cuts=[0.8, 0.95])
    >>> [(one.term, one.in_every, one.choices) for one in grid.terms]
    [('A', 2, 3), ('A*~B', 1, 3)]
    """
    analysis = Analysis.of(table, solution, directional_expectations, calibrations)
    choices = all_choices(analysis, consistency_cuts, frequency_cuts, pri_cuts)
    batches = [
        Batch(analysis, tuple(choices[place] for place in batch))
        for batch in batches_of(len(choices), CHOICES_PER_BATCH)
    ]
    answers = (executor or InProcess()).map(
        solve_batch, batches, seed=0, progress=progress, cancelled=cancelled
    )
    cells = tuple(
        _cell(choice, one)
        for choice, one in zip(choices, (one for batch in answers for one in batch), strict=True)
    )
    settings = analysis.settings
    own = Choice(
        tuple(
            (name, tuple(map(float, one.thresholds))) for name, one in analysis.calibrations.items()
        ),
        settings.cuts[0],
        settings.frequency_cut,
        settings.pri_cut,
    )
    call = call_text(
        "robustness_grid",
        solution=solution,
        consistency_cuts=list(consistency_cuts),
        frequency_cuts=list(frequency_cuts),
        pri_cuts=list(pri_cuts),
        calibrations={name: list(map(list, one.alternatives))
                      for name, one in analysis.calibrations.items()} or None,
    )  # fmt: skip
    about = Provenance(call, table.n, table.missing, (*table.warnings, *_warnings(cells)))
    terms = _survivals(cells, own, table)
    return RobustnessGrid(table.outcome, solution, cells, terms, own, about, table.conditions)


def _cell(choice: Choice, one: Answer) -> Cell:
    return Cell(choice, tuple(sorted(tuple(sorted(model)) for model in one.models)), one.failed)


def _warnings(cells: Sequence[Cell]) -> list[Problem]:
    failed = [cell.failed for cell in cells if cell.failed]
    if not failed:
        return []
    reasons = ", ".join(f"{code} ({failed.count(code)})" for code in dict.fromkeys(failed))
    return [say.CHOICES_FAILED.problem(failed=len(failed), choices=len(cells), reasons=reasons)]


def _survivals(cells: Sequence[Cell], own: Choice, table: TruthTable) -> tuple[Survival, ...]:
    levels = table.source.levels
    mine = next(cell for cell in cells if cell.choice == own)
    own_terms = {term for model in mine.models for term in model}
    texts = {term for cell in cells for model in cell.models for term in model}
    read = {text: read_expression(text, levels).terms[0] for text in texts}
    wider = {text: {other for other in texts if implies(read[text], read[other])} for text in texts}
    found: list[Survival] = []
    for text in texts:
        every = some = enough = 0
        for cell in cells:
            if not cell.models:
                continue
            has = [text in model for model in cell.models]
            every += all(has)
            some += any(has)
            enough += all(not wider[text].isdisjoint(model) for model in cell.models)
        found.append(Survival(text, every, some, enough, len(cells), text in own_terms))
    return tuple(
        sorted(found, key=lambda one: (not one.own, -one.in_every, -one.in_some, one.term))
    )
