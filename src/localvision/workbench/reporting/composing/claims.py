"""Claims as blocks: the sentence, and everything that must stay beside it (R248)."""

from __future__ import annotations

import re

from localvision.errors import workbench_reporting as messages
from localvision.outputs.blocks import (
    Base,
    Cell,
    ClaimBlock,
    Column,
    Fraction,
    KeyNumber,
    QuantifierFlag,
    Status,
    SummaryBlock,
    SummaryClaim,
    TableBlock,
    VisualSummaryBlock,
)
from localvision.outputs.charts import ThemeMap, draw_theme_map
from localvision.outputs.guards import MOST_CLAIMS_ON_ONE_PAGE
from localvision.workbench.reporting.composing.material import Material
from localvision.workbench.reporting.composing.methods import whole_base
from localvision.workbench.reporting.composing.themes import theme_map
from localvision.workbench.reporting.models import ReportBlock
from localvision.workbench.reporting.queries.used_claims import Counted, UsedClaim

#: The fractions that stand beside every claim, in their order, and what each is called.
UNITS = (("places", "Places"), ("people", "People"), ("roles", "Roles"))


def claim_block(material: Material, number: int, claim: UsedClaim) -> ClaimBlock:
    """Return one claim with fractions, silent groups, flags, caveats, dissent and n."""
    return ClaimBlock(
        number=number,
        sentence=claim.sentence,
        status=Status(claim.status),
        strength=claim.strength,
        fractions=fractions(claim, against=False),
        against=fractions(claim, against=True) if claim.searched_against else (),
        searched_against=claim.searched_against,
        silent=claim.silent,
        dissent=claim.dissent,
        caveats=(*claim.caveats, *_limits(claim)),
        rivals=claim.rivals,
        sources=claim.sources,
        passages_for=claim.count("for"),
        passages_against=claim.count("against"),
        flags=tuple(
            QuantifierFlag(
                word=flag.word, fraction=flag.fraction, agrees=flag.agrees, advice=flag.advice
            )
            for flag in claim.flags
        ),
        cluster=claim.cluster,
        theme=claim.theme,
    )


def fractions(claim: UsedClaim, *, against: bool) -> tuple[Fraction, ...]:
    """Return the fractions of one side; sources alone where no unit could be counted."""
    side = claim.contrary if against else claim.supporting
    units = [(side[unit], label) for unit, label in UNITS if side[unit].total]
    made = [_fraction(counted, label, against=against) for counted, label in units]
    if not made:
        made = [_fraction(side["sources"], "Sources", against=against)]
    # On the other side one line is enough: in how many places somebody saw it otherwise.
    return tuple(made[:1] if against else made)


def summary(material: Material, text: str, block: ReportBlock) -> SummaryBlock:
    """Return the claims restated with the status and strength of the body (R326)."""
    return SummaryBlock(
        claims=tuple(SummaryClaim.of(claim) for claim in _restated(material, block)),
        lead=text,
        unknowns=_unknowns(block),
    )


def one_page(material: Material, text: str, block: ReportBlock) -> VisualSummaryBlock:
    """Return the findings on one page (R213)."""
    found = material.collected
    drawn = theme_map(material)
    numbers = [
        KeyNumber(value=found.sources, label="sources"),
        KeyNumber(value=found.places, label="places heard", of=found.places_in_all),
    ]
    if found.answered is not None:
        numbers.append(
            KeyNumber(value=found.answered, label="invitations answered", of=found.invited)
        )
    return VisualSummaryBlock(
        headline=text or material.report.title,
        base=whole_base(found),
        numbers=tuple(numbers),
        claims=tuple(SummaryClaim.of(claim) for claim in _foremost(_restated(material, block))),
        unknowns=_unknowns(block),
        silent=material.voices.silent_roles if material.voices else (),
        chart=draw_theme_map(ThemeMap(block=drawn)) if drawn else None,
    )


def claims_table(material: Material) -> TableBlock | None:
    """Return the report's claims with status, strength and the places behind each."""
    if not material.numbers:
        return None
    rows: list[tuple[Cell, ...]] = [
        (
            f"[claim:{number}] {plain(claim.sentence)}",
            claim.status.capitalize(),
            claim.strength.capitalize(),
            fractions(claim, against=False)[0].words,
            claim.count("against"),
        )
        for number, claim in material.numbered
    ]
    return TableBlock(
        caption="The claims of this report, how settled they are, and what stands behind them",
        base=Base(n=len(rows), unit="claims", missing=_withdrawn(material)),
        columns=(
            Column(label="Claim", width=4),
            Column(label="Status", width=1.1),
            Column(label="Strength", width=1.2),
            Column(label="Heard in", width=2),
            Column(label="Passages against", numeric=True, width=1.1),
        ),
        rows=tuple(rows),
    )


def plain(text: str) -> str:
    """Return a sentence with the marks of running text taken as they are.

    >>> plain("Trust [first] *always*")
    'Trust \\\\[first\\\\] \\\\*always\\\\*'
    """
    return re.sub(r"([\\*\[\]])", r"\\\1", text)


def _withdrawn(material: Material) -> str:
    n = sum(1 for _, claim in material.numbered if claim.status == Status.WITHDRAWN)
    return f"{n} of them withdrawn" if n else ""


def _restated(material: Material, block: ReportBlock) -> list[ClaimBlock]:
    """Return the claims to restate: those chosen, in that order, or all of them.

    A withdrawn one is said in the body and not summed up.
    """
    chosen = block.settings.get("claims") or [claim.key for _, claim in material.numbered]
    found = {claim.key: (number, claim) for number, claim in material.numbered}
    for key in chosen:
        if key not in found:
            material.warn(messages.CLAIM_UNKNOWN, block, key=key)
    return [
        claim_block(material, *found[key])
        for key in chosen
        if key in found and found[key][1].status != Status.WITHDRAWN
    ]


def _unknowns(block: ReportBlock) -> tuple[str, ...]:
    return tuple(block.settings.get("unknowns", ()))


def _foremost(claims: list[ClaimBlock]) -> list[ClaimBlock]:
    """Return as many claims as one page holds: those in most places first, in their order."""

    def reach(claim: ClaimBlock) -> int:
        return -(claim.fractions[0].count or 0)

    chosen = sorted(claims, key=reach)[:MOST_CLAIMS_ON_ONE_PAGE]
    return sorted(chosen, key=lambda claim: claim.number)


def _fraction(counted: Counted, label: str, *, against: bool) -> Fraction:
    """Return a fraction of those heard; who was invited and never heard stands in the methods."""
    return Fraction(
        label=f"Against ({label.lower()})" if against else label,
        count=counted.count,
        asked=counted.asked,
        total=counted.total - counted.no_answer,
    )


def _limits(claim: UsedClaim) -> tuple[str, ...]:
    """Return what the counts themselves cannot say, or leave out."""
    unknown = claim.supporting["people"].unattributed
    limits = []
    if unknown:
        limits.append(
            f"{_passages(unknown, 'does', 'do')} not say who speaks, so people are counted too low."
        )
    if claim.sources == 1:
        limits.append("All of it comes from one source.")
    limits += [f"{role}: heard once, so it may be one person." for role in claim.used_once]
    if claim.praise:
        limits.append(f"{_passages(claim.praise, 'is', 'are')} praise only, and counted nowhere.")
    if claim.doubtful:
        limits.append(f"In {_passages(claim.doubtful, '', '').strip()} the speakers doubt it.")
    return tuple(limits)


def _passages(n: int, one: str, many: str) -> str:
    """Return a number of passages with its verb.

    >>> _passages(1, "is", "are"), _passages(12, "is", "are")
    ('1 passage is', '12 passages are')
    """
    return f"1 passage {one}" if n == 1 else f"{n:,} passages {many}"
