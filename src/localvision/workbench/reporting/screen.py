"""An edition on the screen: the same plan as the files, with ways into the workbench."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from localvision.outputs.blocks import Report
from localvision.outputs.plan import Plan, lay_out
from localvision.outputs.plan.numbering import number_blocks
from localvision.outputs.plan.parts import HeadingPart, Part
from localvision.workbench.programmes.viewers import Viewer
from localvision.workbench.reporting.composing import Links
from localvision.workbench.reporting.ways import claim_ways, figure_ways, passage_ways


@dataclass(frozen=True, slots=True)
class Shown:
    """One part and the template that draws it."""

    template: str
    part: Part


@dataclass(frozen=True, slots=True)
class OnScreen:
    """A report laid out for a person: its parts, its contents, and where its evidence opens."""

    plan: Plan
    parts: tuple[Shown, ...]
    contents: tuple[HeadingPart, ...]
    claims: Mapping[int, str]
    passages: Mapping[str, str]
    figures: Mapping[str, str]


def on_screen(viewer: Viewer, report: Report, links: Links) -> OnScreen:
    """Lay a report out for the screen; raises what the outputs floor raises for broken links."""
    plan = lay_out(report)
    return OnScreen(
        plan=plan,
        parts=tuple(Shown(f"reporting/parts/{_name(part)}.html", part) for part in plan.parts),
        contents=tuple(p for p in plan.parts if isinstance(p, HeadingPart) and p.level == 1),
        claims=claim_ways(viewer, links),
        passages=passage_ways(viewer, links),
        figures=figure_ways(viewer, links, number_blocks(report).anchors),
    )


def _name(part: Part) -> str:
    """Return the name of a part's template.

    >>> from localvision.outputs.plan.parts import BreakPart
    >>> _name(BreakPart())
    'break'
    """
    words = re.findall(r"[A-Z][a-z]+", type(part).__name__.removesuffix("Part"))
    return "_".join(words).lower()
