"""Which model is meant: never the first only, where there are several."""

from __future__ import annotations

from localvision.analysis.qca.expression import Expression, Floats
from localvision.analysis.qca.notation import conditions_in, read_expression
from localvision.analysis.qca.solution import Model, Solution
from localvision.analysis.qca.truth import TruthTable
from localvision.errors.analysis import qca as say
from localvision.errors.analysis import qca_checks as checks


def chosen_model(solution: Solution, model: int | str | Model | None) -> Model:
    """The model that is meant: by number (from 1), by expression, or the only one.

    Raises
    ------
    LocalVisionError : `qca.choose-model`, `qca.unknown-model`.
    """
    if isinstance(model, Model):
        return model
    if model is None:
        if len(solution.models) != 1:
            raise checks.CHOOSE_MODEL.error(kind=solution.kind, models=len(solution.models))
        return solution.models[0]
    if isinstance(model, int):
        if not 1 <= model <= len(solution.models):
            raise checks.UNKNOWN_MODEL.error(model=model, models=len(solution.models))
        return solution.models[model - 1]
    wanted = same_terms(read_expression(model, solution.problem.table.source.levels))
    for one in solution.models:
        if same_terms(read_expression(str(one), solution.problem.table.source.levels)) == wanted:
            return one
    raise checks.UNKNOWN_MODEL.error(model=model, models=len(solution.models))


def same_terms(expression: Expression) -> frozenset[frozenset[tuple[str, tuple[int, ...]]]]:
    """Terms as sets of literals: equal for equal terms in any order."""
    return frozenset(
        frozenset((literal.condition, literal.values) for literal in term)
        for term in expression.terms
    )


def term_memberships(
    expression: str | Model, table: TruthTable
) -> tuple[tuple[str, ...], list[Floats]]:
    """The terms of an expression with their memberships, in the cases of a truth table.

    A model brings the memberships of its own calibration with it.
    """
    if isinstance(expression, Model):
        frame = expression.problem.frame
        return expression.terms, [frame.memberships(cube) for cube in expression.cubes]
    source = table.source
    for name in conditions_in(str(expression)):
        if name not in source.columns:
            raise say.UNKNOWN_COLUMN.error(column=name, columns=", ".join(source.columns))
    stated = read_expression(str(expression), source.levels)
    names = tuple(str(Expression((term,))) for term in stated.terms)
    return names, source.memberships(stated)
