"""Charts of a report, drawn from the counts when an edition is built."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from localvision.outputs.blocks import Base, Chart, Fraction
from localvision.outputs.charts import (
    DotGroup,
    FractionBars,
    Grade,
    PlaceDots,
    StackedBars,
    StackedRow,
    draw_fraction_bars,
    draw_place_dots,
    draw_stacked_bars,
)
from localvision.outputs.charts.palette import Tone
from localvision.workbench.documents.enums import InvitationOutcome
from localvision.workbench.programmes.enums import Stage
from localvision.workbench.reporting.composing.claims import fractions
from localvision.workbench.reporting.composing.material import Material
from localvision.workbench.reporting.composing.themes import voices_base
from localvision.workbench.reporting.queries.collected import Asked
from localvision.workbench.reporting.queries.stages import stage_lengths

Settings = Mapping[str, Any]
#: Bands of months in which a stage was done: up to so many, and what that is called.
BANDS = ((3, "Up to 3 months"), (6, "4 to 6 months"), (9, "7 to 9 months"), (12, "10 to 12 months"))
LONGER = "More than a year"


def balance_chart(material: Material, settings: Settings) -> Chart | None:
    """Return how much of the evidence speaks of each theme (R224)."""
    found = material.links
    if found is None or not found.passages:
        return None
    return draw_stacked_bars(
        StackedBars(
            grades=(Grade(label="passages", tone="some"),),
            rows=tuple(
                StackedRow(label=node.label, counts=(node.passages,)) for node in found.nodes
            ),
            caption="How the evidence is spread over the themes",
            base=Base(
                n=found.passages,
                unit="passages",
                missing="a passage that speaks of two themes counts in both",
            ),
        )
    )


def voices_chart(material: Material, settings: Settings) -> Chart | None:
    """Return the passages of each role by cluster."""
    found = material.voices
    heard = [role for role in found.roles if role.total.passages] if found else []
    if found is None or not heard:
        return None
    tones = ("mixed", "some", "strong")
    grades = tuple(
        Grade(label=label, tone=tones[i % 3])  # type: ignore[arg-type]
        for i, (_, label) in enumerate(found.clusters)
    )
    return draw_stacked_bars(
        StackedBars(
            grades=grades,
            rows=tuple(
                StackedRow(label=role.label, counts=tuple(v.passages or 0 for v in role.voices))
                for role in heard
            ),
            caption="Whose words the evidence is made of, by role and cluster",
            base=voices_base(found),
        )
    )


#: What came of asking somebody, as it is drawn: those who could not be asked look missing.
OUTCOMES: tuple[tuple[str, Tone, tuple[str, ...]], ...] = (
    ("answered", "strong", (InvitationOutcome.ANSWERED,)),
    ("declined", "mixed", (InvitationOutcome.DECLINED,)),
    ("no reply", "none", (InvitationOutcome.NO_REPLY,)),
    (
        "not reached, or post vacant",
        "unknown",
        (InvitationOutcome.NOT_REACHED, InvitationOutcome.POST_VACANT),
    ),
)


def response_chart(material: Material, settings: Settings) -> Chart | None:
    """Return what came of each invitation, by wave and method (R236)."""
    found = material.collected
    rows = [row for row in found.rows if row.asked and row.asked.invited]
    if not rows:
        return None
    return draw_stacked_bars(
        StackedBars(
            grades=tuple(Grade(label=label, tone=tone) for label, tone, _ in OUTCOMES),
            rows=tuple(
                StackedRow(label=row.label, counts=_outcomes(row.asked))
                for row in rows
                if row.asked
            ),
            caption="What came of each invitation, by wave and method",
            base=Base(n=found.answered, of=found.invited, unit="invitations answered"),
        )
    )


def _outcomes(asked: Asked) -> tuple[int, ...]:
    return tuple(
        sum(asked.outcomes.get(outcome, 0) for outcome in outcomes) for _, _, outcomes in OUTCOMES
    )


def places_chart(material: Material, settings: Settings) -> Chart | None:
    """Return in how many places each claim of the report was heard."""
    made = []
    for number, claim in material.numbered:
        first = fractions(claim, against=False)[0]
        made.append(
            Fraction(
                label=f"Claim {number}", count=first.count, asked=first.asked, total=first.total
            )
        )
    if not made:
        return None
    drawn = draw_fraction_bars(
        FractionBars(
            fractions=tuple(made), caption="In how many places each claim was heard", key=True
        )
    )
    base = Base(n=len(made), unit="claims")
    return replace(drawn, base=base, table=replace(drawn.table, base=base))


def stages_chart(material: Material, settings: Settings) -> Chart | None:
    """Return how long a stage took: a dot for each place, in bands of months, no place named."""
    stage = Stage(settings.get("stage", Stage.DIAGNOSIS))
    found = stage_lengths(material.viewer, stage)
    done = list(found.months)
    if not done:
        return None
    groups = [DotGroup(label=label, count=n) for label, n in _banded(done) if n]
    if found.going_on:
        groups.append(DotGroup(label="Still in it", count=found.going_on, kind="unclear"))
    unknown = found.places - len(done) - found.going_on
    if unknown:
        groups.append(DotGroup(label="Not reached, or no dates", count=unknown, kind="open"))
    return draw_place_dots(
        PlaceDots(
            caption=f"How long {stage.label.lower()} took: each dot is a place",
            groups=tuple(groups),
            base=Base(
                n=len(done),
                of=found.places,
                unit="places",
                missing=f"{unknown} with no dates of it" if unknown else "",
            ),
        )
    )


def _banded(months: list[float]) -> list[tuple[str, int]]:
    """Return how many lengths fall into each band.

    >>> _banded([2.0, 3.0, 14.0])
    [('Up to 3 months', 2), ('4 to 6 months', 0), ('7 to 9 months', 0), ('10 to 12 months', 0), \
('More than a year', 1)]
    """
    counts = dict.fromkeys([*(label for _, label in BANDS), LONGER], 0)
    for length in months:
        counts[next((label for most, label in BANDS if round(length) <= most), LONGER)] += 1
    return list(counts.items())
