"""Claims and summaries, laid out with all that must stay beside them."""

from __future__ import annotations

from localvision.outputs.blocks import (
    CLUSTER_NAMES,
    Base,
    ClaimBlock,
    Fraction,
    KeyNumber,
    ReadingKeyBlock,
    SummaryClaim,
    VisualSummaryBlock,
)
from localvision.outputs.charts.fraction_bars import FractionBars, draw_fraction_bars
from localvision.outputs.charts.place_dots import DotGroup, PlaceDots, draw_place_dots
from localvision.outputs.plan.numbering import Numbering
from localvision.outputs.plan.parts import (
    ClaimPart,
    DetailPart,
    KeyPart,
    NumberPart,
    OnePagePart,
    Run,
    Runs,
    SummaryLine,
)

STATUS_TERMS = (
    ("Emerging", "seen in part of the evidence; collection goes on."),
    ("Interim", "seen across what has been collected so far; more is to come."),
    ("Final", "collection is complete, and evidence against it was looked for."),
    ("Revised", "changed since an earlier edition; the change is stated."),
    ("Withdrawn", "no longer held; kept so that earlier readers know."),
)


def claim_part(claim: ClaimBlock, numbering: Numbering) -> ClaimPart:
    """Lay out a claim."""
    caption = f"Claim {claim.number}: the fractions behind it"

    def bars(width: float) -> FractionBars:
        return FractionBars(
            fractions=claim.fractions,
            against=claim.against,
            caption=caption,
            cluster=claim.cluster,
            width=width,
        )

    belongs = [CLUSTER_NAMES.get(claim.cluster, claim.cluster), claim.theme]
    return ClaimPart(
        number=claim.number,
        anchor=f"claim-{claim.number}",
        sentence=claim.sentence,
        status=claim.status.value,
        strength=claim.strength,
        cluster=claim.cluster,
        belongs=", ".join(part for part in belongs if part),
        wide=draw_fraction_bars(bars(600)),
        narrow=draw_fraction_bars(bars(320)),
        fractions=tuple(f"{f.label}: {f.words}" for f in (*claim.fractions, *claim.against)),
        details=tuple(_details(claim)),
        basis=_basis(claim),
        evidence=_evidence(claim, numbering),
    )


def _details(claim: ClaimBlock) -> list[DetailPart]:
    flags = []
    for flag in claim.flags:
        verdict = {True: "agrees with", False: "does not agree with", None: "was not counted:"}
        advice = f" Write “{flag.advice}”." if flag.advice and flag.agrees is not True else ""
        flags.append(f"“{flag.word}” {verdict[flag.agrees]} {flag.fraction}.{advice}")
    details = []
    if claim.silent:
        details.append(
            DetailPart(label="Not heard on this", lines=(", ".join(claim.silent),), kind="silent")
        )
    if claim.dissent:
        details.append(DetailPart(label="Who disagrees", lines=claim.dissent, kind="dissent"))
    if claim.caveats:
        details.append(DetailPart(label="Take care", lines=claim.caveats, kind="caveat"))
    if claim.rivals:
        details.append(
            DetailPart(label="Other explanations still standing", lines=claim.rivals, kind="rival")
        )
    if flags:
        details.append(DetailPart(label="Loose words", lines=tuple(flags), kind="flag"))
    return details


def _basis(claim: ClaimBlock) -> str:
    sources = "1 source only" if claim.sources == 1 else f"{claim.sources:,} sources"
    if claim.against or claim.passages_against:
        return f"From {sources}."
    looked = "looked for and none found" if claim.searched_against else "not yet looked for"
    return f"From {sources}. Evidence against: {looked}."


def _evidence(claim: ClaimBlock, numbering: Numbering) -> Runs:
    words = f"{claim.passages_for:,} passage{'s' * (claim.passages_for != 1)} for"
    words += f", {claim.passages_against:,} against"
    if claim.number not in numbering.evidence:
        return (Run(f"Evidence: {words}"),)
    return (Run(f"Evidence: {words}", href=f"#evidence-{claim.number}"),)


def summary_line(claim: SummaryClaim, width: float) -> SummaryLine:
    """Lay out a claim in a summary, with a small bar where it has a fraction."""
    fraction: Fraction | None = claim.fraction
    bar = None
    if fraction:
        bar = draw_fraction_bars(
            FractionBars(
                fractions=(fraction,), caption=f"Claim {claim.number}, fraction", width=width
            )
        )
    return SummaryLine(
        number=claim.number,
        href=f"#claim-{claim.number}",
        sentence=claim.sentence,
        standing=f"{claim.status.value.capitalize()}, {claim.strength}",
        fraction=f"{fraction.label}: {fraction.words}" if fraction else "",
        bar=bar,
    )


def one_page(block: VisualSummaryBlock, numbering: Numbering) -> OnePagePart:
    """Lay out the whole on one page (R213)."""
    return OnePagePart(
        anchor="one-page",
        title=block.title,
        headline=block.headline,
        base=str(block.base),
        numbers=tuple(_number(n) for n in block.numbers),
        lines=tuple(summary_line(claim, 340) for claim in block.claims),
        chart=block.chart,
        silent=block.silent,
        unknowns=tuple(numbering.runs(text) for text in block.unknowns),
    )


def _number(number: KeyNumber) -> NumberPart:
    of = f"of {number.of:,}" if number.of is not None else ""
    return NumberPart(value=f"{number.value:,}", of=of, label=number.label)


def reading_key(block: ReadingKeyBlock) -> KeyPart:
    """Draw the key to bars and dots, with the words for status."""
    bar = draw_fraction_bars(
        FractionBars(
            fractions=(Fraction(label="Places", count=11, asked=21, total=25),),
            caption="How to read a bar",
            key=True,
        )
    )
    dots = draw_place_dots(
        PlaceDots(
            caption="How to read dots",
            base=Base(n=3, unit="places"),
            groups=(
                DotGroup(label="A place that was heard", count=1),
                DotGroup(label="Heard, and it cannot be told", count=1, kind="unclear"),
                DotGroup(label="Not asked, or not heard", count=1, kind="open"),
            ),
        )
    )
    return KeyPart(anchor="reading-key", title=block.title, bar=bar, dots=dots, terms=STATUS_TERMS)
