"""What paper needs and a screen does not: the numbers behind each figure, at the end."""

from __future__ import annotations

import dataclasses

from localvision.outputs.plan.parts import HeadingPart, ParagraphPart, Part, Plan, Run

BACK_MATTER = ("evidence", "references")


def for_paper(plan: Plan) -> Plan:
    """Return the plan with an annex of tables for figures whose table is not beside them."""
    hidden = [figure for figure in plan.figures if not figure.beside]
    if not hidden:
        return plan
    annex: list[Part] = [
        HeadingPart(
            level=1, number="", text="The numbers behind the figures", anchor="figure-numbers"
        ),
        ParagraphPart(runs=(Run("Every figure as a table, for those who cannot see it."),)),
    ]
    annex += [figure.table for figure in hidden]
    at = next(
        (i for i, p in enumerate(plan.parts) if getattr(p, "anchor", "") in BACK_MATTER),
        len(plan.parts),
    )
    return dataclasses.replace(plan, parts=(*plan.parts[:at], *annex, *plan.parts[at:]))
