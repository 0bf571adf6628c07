"""Each part of a report in Word's own styles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from docx.enum.text import WD_BREAK
from docx.shared import Pt, RGBColor, Twips

from localvision.outputs.blocks import Chart
from localvision.outputs.charts.palette import BRAND, SOFT, colour
from localvision.outputs.docx.styles import (
    BRAND_TINT,
    CARD,
    NOTE_EDGE,
    NOTE_INK,
    NOTE_TINT,
)
from localvision.outputs.docx.tables import TEXT_WIDTH, add_table
from localvision.outputs.docx.words import Writer
from localvision.outputs.docx.xml import border, shade
from localvision.outputs.plan import Plan
from localvision.outputs.plan.parts import (
    BreakPart,
    ClaimPart,
    EvidencePart,
    FigurePart,
    HeadingPart,
    KeyPart,
    ListPart,
    NotePart,
    OnePagePart,
    ParagraphPart,
    Part,
    QuotePart,
    ReferencesPart,
    SummaryLine,
    SummaryPart,
    TablePart,
)


def add_part(writer: Writer, part: Part) -> None:
    """Add one part to the document."""
    _RENDERERS[type(part)](writer, part)


def charts_of(plan: Plan) -> Iterator[Chart]:
    """Yield every drawing that the document will hold."""
    for part in plan.parts:
        if isinstance(part, FigurePart):
            yield part.chart
        elif isinstance(part, ClaimPart):
            yield part.wide
        elif isinstance(part, KeyPart):
            yield part.bar
            yield part.dots
        elif isinstance(part, OnePagePart) and part.chart:
            yield part.chart


def _rgb(hex_: str) -> RGBColor:
    return RGBColor.from_string(hex_.lstrip("#").upper())


def _heading(w: Writer, p: HeadingPart) -> None:
    text = f"{p.number}\u2002{p.text}" if p.number else p.text
    w.paragraph(f"Heading {p.level}", text, p.anchor)
    if p.sources:
        w.paragraph("Sources", f"Rests on: {p.sources}.")


def _paragraph(w: Writer, p: ParagraphPart) -> None:
    styles = {"body": "Normal", "lead": "Lead", "small": "Base"}
    w.runs(w.paragraph(styles[p.style]), p.runs)


def _list(w: Writer, p: ListPart) -> None:
    for item in p.items:
        w.runs(w.paragraph("List Number" if p.ordered else "List Bullet"), item)


def _note(w: Writer, p: NotePart) -> None:
    warns = p.kind in ("caveat", "unknown")
    ground, edge = (NOTE_TINT, NOTE_EDGE) if warns else (BRAND_TINT, BRAND)
    lines = [w.paragraph("Note")]
    lines[0].add_run(p.title).bold = True
    for runs in p.paragraphs:
        line = w.paragraph("Note", "– " if p.kind == "unknown" else "")
        w.runs(line, runs)
        lines.append(line)
    _card(w, lines, edge, ground)
    lines[-1].paragraph_format.space_after = Pt(12)


def _card(w: Writer, lines: list[Any], edge: str, ground: str) -> None:
    """Tie paragraphs into one box: a rule at the left, a ground, kept on one page.

    Word joins the rules of neighbouring paragraphs whose indents are equal, so every other
    box is set in by a hair more.
    """
    w.boxes += 1
    for line in lines:
        line.paragraph_format.left_indent = Twips(227 + 3 * (w.boxes % 2))
        border(line, edge)
        shade(line._p.get_or_add_pPr(), ground)
        line.paragraph_format.keep_together = True
    for line in lines[:-1]:
        line.paragraph_format.keep_with_next = True


def _whose(q: QuotePart) -> str:
    words = q.role + (f", {q.wave}" if q.wave else "") + (f"; {q.kind}" if q.kind else "")
    return f"[{words}]"


def _quote(w: Writer, q: QuotePart) -> None:
    w.said(w.paragraph("Quote"), q)
    foot = w.paragraph("Quotation Role", _whose(q))
    if q.href:
        foot.add_run(" ")
        w.link(foot, q.passage or "evidence", q.href)


def _figure(w: Writer, p: FigurePart) -> None:
    w.picture(w.paragraph("Figure"), p.chart, p.label, TEXT_WIDTH)
    w.caption(p.label, p.caption, p.anchor)
    base = w.paragraph("Base", f"{p.base}. ")
    if p.beside:
        add_table(w, p.table)
    else:
        w.link(base, "Its numbers as a table", f"#{p.table.anchor}")
        base.paragraph_format.space_after = Pt(14)


def _claim(w: Writer, p: ClaimPart) -> None:
    edge = colour(p.cluster)
    status = w.paragraph("Claim Status", anchor=p.anchor)
    head = status.add_run(f"CLAIM {p.number} · {p.status} · {p.strength}")
    head.font.color.rgb = _rgb(edge)
    if p.belongs:
        belongs = status.add_run(f" · {p.belongs}")
        belongs.bold = False
        belongs.font.color.rgb = _rgb(SOFT)
    withdrawn = "Withdrawn: " if p.status == "withdrawn" else ""
    lines = [status, w.paragraph("Claim", withdrawn + p.sentence)]
    bars = w.paragraph("Claim Detail")
    w.picture(bars, p.wide, f"Claim {p.number}", TEXT_WIDTH - 6)
    lines.append(bars)
    for detail in p.details:
        line = w.paragraph("Claim Detail")
        line.add_run(f"{detail.label}: ").bold = True
        words = line.add_run(" ".join(detail.lines))
        if detail.kind == "flag":
            words.font.color.rgb = _rgb(NOTE_INK)
        lines.append(line)
    basis = w.paragraph("Claim Basis", f"{p.basis} ")
    w.runs(basis, p.evidence)
    _card(w, [*lines, basis], edge, CARD)


def _summary_line(w: Writer, line: SummaryLine) -> None:
    paragraph = w.paragraph("Normal")
    paragraph.paragraph_format.keep_together = True
    w.link(paragraph, f"Claim {line.number}", line.href)
    paragraph.add_run(f"  {line.sentence} ")
    fraction = f" {line.fraction}." if line.fraction else ""
    note = paragraph.add_run(f"{line.standing}.{fraction}")
    note.font.color.rgb, note.font.size = _rgb(SOFT), Pt(9)


def _summary(w: Writer, p: SummaryPart) -> None:
    for line in p.lines:
        _summary_line(w, line)


def _one_page(w: Writer, p: OnePagePart) -> None:
    w.paragraph("Heading 1", p.title, p.anchor)
    headline = w.paragraph("Lead", p.headline)
    headline.runs[0].bold = True
    if p.numbers:
        numbers = w.paragraph("Normal")
        for i, n in enumerate(p.numbers):
            big = numbers.add_run(("     " if i else "") + n.value)
            big.bold, big.font.size, big.font.color.rgb = True, Pt(15), _rgb(BRAND)
            numbers.add_run(f" {n.of} {n.label}".replace("  ", " "))
    for line in p.lines:
        _summary_line(w, line)
    if p.chart:
        w.picture(w.paragraph("Figure"), p.chart, p.title, TEXT_WIDTH * 0.62)
    if p.unknowns:
        _note(w, NotePart(title="What we cannot yet say", kind="unknown", paragraphs=p.unknowns))
    if p.silent:
        silent = w.paragraph("Normal")
        silent.add_run("Not heard: ").bold = True
        silent.add_run(", ".join(p.silent))
    w.paragraph("Base", f"{p.base}.")


def _evidence(w: Writer, p: EvidencePart) -> None:
    w.paragraph("Heading 2", f"Claim {p.number}", p.anchor)
    sentence = w.paragraph("Normal", f"{p.sentence} ")
    w.link(sentence, "Back to the claim", p.back)
    sentence.paragraph_format.keep_with_next = True
    if p.note:
        w.runs(w.paragraph("Base"), p.note)
    for title, quotes in (("For", p.supporting), ("Against", p.opposing)):
        if quotes:
            count = f"{title}: {len(quotes)} passage{'s' * (len(quotes) != 1)}"
            w.paragraph("Heading 3", count)
        for q in quotes:
            w.said(w.paragraph("Evidence", anchor=q.anchor), q)
            foot = w.paragraph("Evidence Role")
            foot.add_run(q.passage).bold = True
            foot.add_run(f" {_whose(q)}" + (", " if q.also else ""))
            w.runs(foot, q.also)


def _key(w: Writer, p: KeyPart) -> None:
    title = w.paragraph("Heading 3", p.title, p.anchor)
    title.paragraph_format.keep_with_next = True
    w.picture(w.paragraph("Figure"), p.bar, "How to read a bar", TEXT_WIDTH)
    w.picture(w.paragraph("Figure"), p.dots, "How to read dots", TEXT_WIDTH)
    for term, words in p.terms:
        line = w.paragraph("Normal")
        line.paragraph_format.space_after = Pt(2)
        line.add_run(f"{term}: ").bold = True
        line.add_run(words)


def _references(w: Writer, p: ReferencesPart) -> None:
    for entry in p.entries:
        w.runs(w.paragraph("Reference", anchor=entry.anchor), entry.runs)


def _break(w: Writer, p: BreakPart) -> None:
    w.paragraph("Normal").add_run().add_break(WD_BREAK.PAGE)


_RENDERERS: dict[type, Callable[[Writer, Any], None]] = {
    HeadingPart: _heading,
    ParagraphPart: _paragraph,
    ListPart: _list,
    NotePart: _note,
    QuotePart: _quote,
    TablePart: add_table,
    FigurePart: _figure,
    ClaimPart: _claim,
    SummaryPart: _summary,
    OnePagePart: _one_page,
    EvidencePart: _evidence,
    KeyPart: _key,
    ReferencesPart: _references,
    BreakPart: _break,
}
