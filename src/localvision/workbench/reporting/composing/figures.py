"""Charts of a report, drawn from the counts when an edition is built."""

from __future__ import annotations

from localvision.outputs.blocks import Chart, Fraction
from localvision.outputs.charts import (
    FractionBars,
    Grade,
    StackedBars,
    StackedRow,
    draw_fraction_bars,
    draw_stacked_bars,
)
from localvision.workbench.reporting.composing.claims import fractions
from localvision.workbench.reporting.composing.material import Material
from localvision.workbench.reporting.composing.themes import voices_base


def balance_chart(material: Material) -> Chart | None:
    """Return how much of the evidence speaks of each theme (R224)."""
    found = material.links
    if found is None or not found.passages:
        return None
    return draw_fraction_bars(
        FractionBars(
            fractions=tuple(
                Fraction(
                    label=node.label,
                    count=node.passages,
                    asked=found.passages,
                    total=found.passages,
                )
                for node in found.nodes
            ),
            caption=f"How the {found.passages:,} coded passages are spread over the themes",
        )
    )


def voices_chart(material: Material) -> Chart | None:
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


def response_chart(material: Material) -> Chart | None:
    """Return how many of those invited answered, by wave and method (R236)."""
    rows = [row for row in material.collected.rows if row.asked and row.asked.invited]
    if not rows:
        return None
    return draw_fraction_bars(
        FractionBars(
            fractions=tuple(
                Fraction(
                    label=f"{row.wave_name or 'No wave'}: {row.kind_label.lower()}",
                    count=row.asked.answered,
                    asked=row.asked.invited,
                    total=row.asked.invited,
                )
                for row in rows
                if row.asked
            ),
            caption="How many of those invited answered, by wave and method",
        )
    )


def places_chart(material: Material) -> Chart | None:
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
    return draw_fraction_bars(
        FractionBars(
            fractions=tuple(made), caption="In how many places each claim was heard", key=True
        )
    )
