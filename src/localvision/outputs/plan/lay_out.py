"""From blocks to parts: one function for each kind of block, in one register."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from localvision.outputs.blocks import (
    Bullets,
    Chart,
    ChartBlock,
    ClaimBlock,
    EvidenceAppendix,
    Heading,
    InsightsBlock,
    MatrixBlock,
    MethodsBlock,
    Note,
    PageBreak,
    QuotationBlock,
    ReadingKeyBlock,
    Reference,
    Report,
    SummaryBlock,
    TableBlock,
    Text,
    ThemeMapBlock,
    VisualSummaryBlock,
    VoicesBlock,
)
from localvision.outputs.charts.theme_map import ThemeMap, draw_theme_map
from localvision.outputs.inline import paragraphs
from localvision.outputs.plan.claims import claim_part, one_page, reading_key, summary_line
from localvision.outputs.plan.clean import clean
from localvision.outputs.plan.numbering import Numbering, number_blocks, safe_anchor
from localvision.outputs.plan.parts import (
    BreakPart,
    FigurePart,
    HeadingPart,
    ListPart,
    NotePart,
    ParagraphPart,
    Part,
    Plan,
    ReferencePart,
    ReferencesPart,
    Run,
    SummaryPart,
)
from localvision.outputs.plan.quotes import evidence_parts, passage_anchors, quotation
from localvision.outputs.plan.tables import (
    insights_table,
    matrix_table,
    methods_table,
    plain_table,
    voices_table,
)

SUMMARY_BAR = 250.0


@dataclass(slots=True)
class _Desk:
    """What every layout function may look up."""

    numbering: Numbering
    claims: dict[int, ClaimBlock]
    passages: dict[str, str] = field(default_factory=dict)
    label: str = ""
    anchor: str = ""


def lay_out(report: Report) -> Plan:
    """Number a report, resolve its links, draw its bars, and set its parts in order."""
    numbering = number_blocks(report)
    desk = _Desk(numbering, {b.number: b for b in report.blocks if isinstance(b, ClaimBlock)})
    for block in report.blocks:
        if isinstance(block, EvidenceAppendix):
            desk.passages.update(passage_anchors(block))
    parts: list[Part] = []
    for at, block in enumerate(report.blocks):
        desk.label = numbering.labels.get(at, "")
        desk.anchor = numbering.anchors.get(at, "")
        parts.extend(_LAYOUTS[type(block)](block, desk))
    parts.extend(_references(report.references))
    plan = Plan(
        title=report.title,
        subtitle=report.subtitle,
        programme=report.programme,
        as_at=report.as_at_words,
        as_at_iso=report.as_at.isoformat(),
        edition=report.edition,
        status=report.status.value,
        notice=report.notice,
        authors=report.authors,
        summary_line=report.summary_line,
        language=report.language,
        cover=report.cover,
        parts=tuple(parts),
    )
    return clean(plan)


def _heading(block: Heading, desk: _Desk) -> list[Part]:
    return [
        HeadingPart(
            level=block.level,
            number=desk.label,
            text=block.text,
            anchor=desk.anchor,
            sources=block.sources,
        )
    ]


def _text(block: Text, desk: _Desk) -> list[Part]:
    style = "lead" if block.lead else "body"
    return [
        ParagraphPart(runs=desk.numbering.runs(text), style=style)  # type: ignore[arg-type]
        for text in paragraphs(block.text)
    ]


def _bullets(block: Bullets, desk: _Desk) -> list[Part]:
    items = tuple(desk.numbering.runs(item) for item in block.items)
    return [ListPart(items=items, ordered=block.ordered)]


def _note(block: Note, desk: _Desk) -> list[Part]:
    runs = tuple(desk.numbering.runs(text) for text in paragraphs(block.text))
    return [NotePart(title=block.title, kind=block.kind, paragraphs=runs)]


def _figure(chart: Chart, beside: bool, desk: _Desk) -> list[Part]:
    table = plain_table(
        chart.table,
        f"The numbers behind {desk.label}",
        f"{desk.anchor}-numbers",
        desk.numbering,
        back=f"#{desk.anchor}",
    )
    return [
        FigurePart(
            label=desk.label,
            caption=chart.caption,
            base=str(chart.base),
            chart=chart,
            anchor=desk.anchor,
            table=table,
            beside=beside,
        )
    ]


def _chart(block: ChartBlock, desk: _Desk) -> list[Part]:
    return _figure(block.chart, block.show_table, desk)


def _theme_map(block: ThemeMapBlock, desk: _Desk) -> list[Part]:
    return _figure(draw_theme_map(ThemeMap(block=block)), block.show_table, desk)


def _summary(block: SummaryBlock, desk: _Desk) -> list[Part]:
    parts: list[Part] = [HeadingPart(level=1, number="", text=block.title, anchor="summary")]
    parts += [
        ParagraphPart(runs=desk.numbering.runs(text), style="lead")
        for text in paragraphs(block.lead)
    ]
    parts.append(SummaryPart(lines=tuple(summary_line(c, SUMMARY_BAR) for c in block.claims)))
    if block.unknowns:
        unknowns = tuple(desk.numbering.runs(text) for text in block.unknowns)
        parts.append(NotePart(title="What we cannot yet say", kind="unknown", paragraphs=unknowns))
    return parts


def _evidence(block: EvidenceAppendix, desk: _Desk) -> list[Part]:
    parts: list[Part] = [HeadingPart(level=1, number="", text=block.title, anchor=desk.anchor)]
    parts += [ParagraphPart(runs=desk.numbering.runs(t)) for t in paragraphs(block.lead)]
    return [*parts, *evidence_parts(block, desk.claims, desk.numbering)]


def _references(references: tuple[Reference, ...]) -> list[Part]:
    if not references:
        return []
    entries = []
    for r in sorted(references, key=lambda r: r.entry.casefold()):
        runs = [Run(r.entry)]
        if r.url:
            runs += [Run(" "), Run(r.url, href=r.url)]
        if r.accessed:
            day = f"{r.accessed.day} {r.accessed:%B} {r.accessed.year}"
            runs.append(Run(f" (seen {day})"))
        if r.archived:
            runs += [Run(", "), Run("archived copy", href=r.archived)]
        entries.append(ReferencePart(anchor=safe_anchor(f"ref-{r.key}"), runs=tuple(runs)))
    heading = HeadingPart(level=1, number="", text="References", anchor="references")
    return [heading, ReferencesPart(entries=tuple(entries))]


_LAYOUTS: dict[type, Callable[[Any, _Desk], list[Part]]] = {
    Heading: _heading,
    Text: _text,
    Bullets: _bullets,
    Note: _note,
    PageBreak: lambda block, desk: [BreakPart()],
    ReadingKeyBlock: lambda block, desk: [reading_key(block)],
    ClaimBlock: lambda block, desk: [claim_part(block, desk.numbering)],
    QuotationBlock: lambda block, desk: [quotation(block, desk.numbering, desk.passages)],
    TableBlock: lambda b, desk: [plain_table(b, desk.label, desk.anchor, desk.numbering)],
    MatrixBlock: lambda b, desk: [matrix_table(b, desk.label, desk.anchor, desk.numbering)],
    VoicesBlock: lambda b, desk: [voices_table(b, desk.label, desk.anchor, desk.numbering)],
    MethodsBlock: lambda b, desk: [methods_table(b, desk.label, desk.anchor, desk.numbering)],
    InsightsBlock: lambda b, desk: [insights_table(b, desk.label, desk.anchor, desk.numbering)],
    ChartBlock: _chart,
    ThemeMapBlock: _theme_map,
    EvidenceAppendix: _evidence,
    SummaryBlock: _summary,
    VisualSummaryBlock: lambda block, desk: [one_page(block, desk.numbering)],
}
