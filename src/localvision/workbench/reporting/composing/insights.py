"""Enablers, outcomes and challenges side by side, from coded evidence only (R214)."""

from __future__ import annotations

from localvision.outputs.blocks import Base, Insight, InsightsBlock
from localvision.workbench.coding.matrix import Counted
from localvision.workbench.coding.queries import counts_by_theme, frame_now
from localvision.workbench.reporting.composing.material import Material

#: Frames of the template whose items are enablers, outcomes and challenges.
FRAMES = {
    "enablers": ("ingredients", "mechanisms"),
    "outcomes": ("outcome_families", "change_tags"),
    "challenges": ("inhibitors",),
}
MOST = 6
Found = tuple[str, Counted]


def insights(material: Material) -> InsightsBlock | None:
    """Return what was coded in those frames; None where nothing was.

    An empty column stays empty: nothing is filled in that nobody coded.
    """
    columns = {name: _coded(material, frames) for name, frames in FRAMES.items()}
    total = sum(n.passages for found in columns.values() for _, n in found)
    if not total:
        return None
    empty = [name for name, found in columns.items() if not found]
    return InsightsBlock(
        base=Base(
            n=total,
            unit="codings",
            missing=f"nothing coded as {' or '.join(empty)}" if empty else "",
        ),
        enablers=_shown(columns["enablers"]),
        outcomes=_shown(columns["outcomes"]),
        challenges=_shown(columns["challenges"]),
        notes=(f"At most {MOST} a column, those with most passages first.",),
    )


def _coded(material: Material, frames: tuple[str, ...]) -> list[Found]:
    found: list[Found] = []
    for key in frames:
        now = frame_now(material.viewer, key)
        if now is None:
            continue
        counts = counts_by_theme(material.viewer, now)
        found += [
            (now.items[code].label, n) for code, n in counts.items() if code > 0 and n.passages
        ]
    return sorted(found, key=lambda pair: (-pair[1].passages, pair[0]))


def _shown(found: list[Found]) -> tuple[Insight, ...]:
    return tuple(Insight(text=label, carried_by=_carried(n)) for label, n in found[:MOST])


def _carried(n: Counted) -> str:
    passages = f"{n.passages:,} passage{'' if n.passages == 1 else 's'}"
    people = f", {n.people:,} {'person' if n.people == 1 else 'people'}" if n.people else ""
    return f"{passages}{people}, {n.sources:,} source{'' if n.sources == 1 else 's'}"
