"""From stored blocks to a report without a format: every number counted here and now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils import timezone

from localvision.errors import Problem
from localvision.errors import workbench_reporting as messages
from localvision.outputs import blocks as out
from localvision.outputs.guards import problems_in
from localvision.workbench.programmes.viewers import Viewer
from localvision.workbench.reporting.composing import claims, evidence, figures, methods, themes
from localvision.workbench.reporting.composing.insights import insights
from localvision.workbench.reporting.composing.links import Links, links_of
from localvision.workbench.reporting.composing.material import Material, gather
from localvision.workbench.reporting.composing.sections import with_sources
from localvision.workbench.reporting.composing.written import check_written, narrative_blocks, said
from localvision.workbench.reporting.enums import BlockKind, ChartShows, ReportForm, TableShows
from localvision.workbench.reporting.models import Report, ReportBlock
from localvision.workbench.reporting.queries import works_of

Made = Iterator[out.Block]
#: Blocks that carry a caption; `text` of the stored block may replace it.
_CAPTIONED = (
    out.TableBlock,
    out.ChartBlock,
    out.MatrixBlock,
    out.ThemeMapBlock,
    out.VoicesBlock,
    out.MethodsBlock,
    out.InsightsBlock,
)
TABLES: dict[str, Callable[[Material], out.TableBlock | None]] = {
    TableShows.CLAIMS: claims.claims_table,
    TableShows.RESPONSE: methods.response_table,
    TableShows.BALANCE: themes.balance_table,
    TableShows.ROLES: methods.roles_table,
    TableShows.CO_OCCURRENCE: themes.co_occurrence_table,
}
CHARTS: dict[str, Callable[[Material, dict[str, Any]], out.Chart | None]] = {
    ChartShows.BALANCE: figures.balance_chart,
    ChartShows.VOICES: figures.voices_chart,
    ChartShows.RESPONSE: figures.response_chart,
    ChartShows.PLACES: figures.places_chart,
    ChartShows.STAGES: figures.stages_chart,
}
NOTHING_CODED = "no passage is coded yet"


@dataclass(frozen=True, slots=True)
class Composed:
    """A report ready for any format, its ways back into the workbench, and what to look at."""

    report: out.Report
    links: Links
    problems: tuple[Problem, ...]


def compose(
    viewer: Viewer,
    report: Report,
    blocks: Sequence[ReportBlock],
    *,
    edition: str,
    today: date | None = None,
) -> Composed:
    """Return the report as its blocks and the evidence have it now.

    Parameters
    ----------
    blocks : in order, without removed ones.
    edition : "Edition 2", or "Draft".
    today : the day that stands as as-at where the report has none of its own.

    Returns
    -------
    The block model and the list of problems: each says what was left out or wants a
    person's judgement. Words that may not leave are in neither.
    """
    material = gather(viewer, report, blocks)
    pieces = [(block, list(_composed(material, block))) for block in blocks]
    check_written(material)
    programme = viewer.programme
    made = out.Report(
        title=report.title,
        subtitle=report.subtitle,
        programme=programme.name,
        as_at=report.as_at or today or timezone.localdate(),
        edition=edition,
        status=out.Status(report.status),
        invented=programme.invented,
        authors=tuple(a.strip() for a in report.authors_line.split(";") if a.strip()),
        references=_references(viewer, report, blocks),
        cover=report.form == ReportForm.REPORT,
        summary_line=report.summary_line,
        blocks=tuple(with_sources(material, pieces)),
    )
    return Composed(
        made,
        links_of(material, [block for block, made in pieces for _ in made]),
        (*material.problems, *problems_in(made)),
    )


def _composed(material: Material, block: ReportBlock) -> Made:
    kind = BlockKind(block.kind)
    found = [_captioned(made, block) for made in _COMPOSERS[kind](material, block)]
    if not found and kind in _WHY_NOT:
        material.warn(messages.NOTHING_TO_SHOW, block, kind=kind.label.lower(), why=_WHY_NOT[kind])
    yield from found


def _captioned(made: out.Block, block: ReportBlock) -> out.Block:
    """Return a computed figure or table under the caption that a person wrote for it, if any."""
    caption = block.text.strip()
    if not caption or not isinstance(made, _CAPTIONED):
        return made
    if isinstance(made, out.ChartBlock):
        return replace(made, chart=replace(made.chart, caption=caption))
    return replace(made, caption=caption)


def _heading(material: Material, block: ReportBlock) -> Made:
    yield out.Heading(
        text=block.text.strip(),
        level=block.settings.get("level", 1),
        sources=block.settings.get("sources", ""),
        numbered=block.settings.get("numbered", True),
    )


def _text(material: Material, block: ReportBlock) -> Made:
    yield from narrative_blocks(material, block)


def _note(material: Material, block: ReportBlock) -> Made:
    kind = block.settings.get("note", "plain")
    title = block.settings.get("title", "") or {
        "caveat": "Caveat",
        "unknown": "What we cannot yet say",
        "lesson": "Lesson",
    }.get(kind, "Note")
    yield out.Note(title=title, text=said(material, block), kind=kind)


def _claim(material: Material, block: ReportBlock) -> Made:
    claim = material.claims.get(block.claim_id or 0)
    if claim is None:
        material.warn(messages.CLAIM_GONE, block)
        return
    first = next(b for b in material.blocks if b.claim_id == claim.pk and b.kind == block.kind)
    if first.pk != block.pk:
        material.warn(messages.CLAIM_REPEATED, block, key=claim.key)
        return
    if claim.status == out.Status.WITHDRAWN:
        material.warn(messages.CLAIM_WITHDRAWN, block, key=claim.key)
    yield claims.claim_block(material, material.numbers[claim.pk], claim)


def _quotation(material: Material, block: ReportBlock) -> Made:
    pk = block.passage_id or 0
    passage = material.quotable(pk)
    if passage is None:
        material.warn(_why_not_quoted(material, pk), block)
        return
    words = material.words_of(passage)
    yield out.QuotationBlock(
        segments=words.segments,
        role=material.role_of(passage),
        kind=words.kind,
        passage=evidence.mark(pk),
        claim=evidence.warrants(material, block),
    )


def _why_not_quoted(material: Material, pk: int) -> messages.Message:
    passage = material.passages.get(pk)
    if passage is None:
        return messages.QUOTE_GONE
    return messages.QUOTE_NOT_ALLOWED if material.role_of(passage) else messages.QUOTE_NO_ROLE


def _table(material: Material, block: ReportBlock) -> Made:
    made = TABLES[block.settings["shows"]](material)
    if made:
        yield made


def _chart(material: Material, block: ReportBlock) -> Made:
    made = CHARTS[block.settings["shows"]](material, block.settings)
    if made:
        yield out.ChartBlock(chart=made, show_table=block.settings.get("show_table", False))


def _matrix(material: Material, block: ReportBlock) -> Made:
    made = themes.matrix(material, block.settings)
    if made:
        yield made


def _theme_map(material: Material, block: ReportBlock) -> Made:
    made = themes.theme_map(material)
    if made:
        yield made


def _voices(material: Material, block: ReportBlock) -> Made:
    made = themes.voices(material)
    if made:
        yield made


def _methods(material: Material, block: ReportBlock) -> Made:
    if material.collected.rows:
        yield methods.methods(material)


def _insights(material: Material, block: ReportBlock) -> Made:
    made = insights(material)
    if made:
        yield made


def _summary(material: Material, block: ReportBlock) -> Made:
    if material.numbers:
        yield claims.summary(material, said(material, block), block)


def _one_page(material: Material, block: ReportBlock) -> Made:
    if material.numbers:
        yield claims.one_page(material, said(material, block), block)


def _evidence(material: Material, block: ReportBlock) -> Made:
    if material.numbers:
        yield evidence.appendix(material)


def _references(
    viewer: Viewer, report: Report, blocks: Sequence[ReportBlock]
) -> tuple[out.Reference, ...]:
    return tuple(
        out.Reference(
            key=work.key,
            cited_as=work.cited_as,
            entry=work.entry,
            url=work.url,
            accessed=work.accessed,
            archived=work.archived,
        )
        for work in works_of(viewer, report)
    )


_COMPOSERS: dict[BlockKind, Callable[[Material, ReportBlock], Made]] = {
    BlockKind.HEADING: _heading,
    BlockKind.TEXT: _text,
    BlockKind.NOTE: _note,
    BlockKind.CLAIM: _claim,
    BlockKind.QUOTATION: _quotation,
    BlockKind.TABLE: _table,
    BlockKind.CHART: _chart,
    BlockKind.MATRIX: _matrix,
    BlockKind.THEME_MAP: _theme_map,
    BlockKind.VOICES: _voices,
    BlockKind.METHODS: _methods,
    BlockKind.INSIGHTS: _insights,
    BlockKind.SUMMARY: _summary,
    BlockKind.ONE_PAGE: _one_page,
    BlockKind.READING_KEY: lambda material, block: iter([out.ReadingKeyBlock()]),
    BlockKind.EVIDENCE: _evidence,
    BlockKind.PAGE_BREAK: lambda material, block: iter([out.PageBreak()]),
}
#: Kinds that may come out empty, and why.
_WHY_NOT: dict[BlockKind, str] = {
    BlockKind.TABLE: "there is nothing to count for it yet",
    BlockKind.CHART: "there is nothing to count for it yet",
    BlockKind.MATRIX: NOTHING_CODED,
    BlockKind.THEME_MAP: NOTHING_CODED,
    BlockKind.VOICES: NOTHING_CODED,
    BlockKind.METHODS: "no source was brought in yet",
    BlockKind.INSIGHTS: "no enabler, outcome or challenge is coded yet, and none is made up",
    BlockKind.SUMMARY: "the report has no claim yet",
    BlockKind.ONE_PAGE: "the report has no claim yet",
    BlockKind.EVIDENCE: "the report has no claim yet",
}
