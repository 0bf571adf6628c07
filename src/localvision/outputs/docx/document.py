"""The whole Word document: cover, contents, parts, header, footer, properties."""

from __future__ import annotations

import datetime as dt
import io
from itertools import groupby
from typing import Any

import docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Mm

from localvision.outputs.charts.export import png_of
from localvision.outputs.charts.palette import BRAND
from localvision.outputs.docx.embedding import embed_fonts
from localvision.outputs.docx.parts import add_part, charts_of
from localvision.outputs.docx.styles import set_styles
from localvision.outputs.docx.tables import TEXT_WIDTH
from localvision.outputs.docx.words import Writer
from localvision.outputs.docx.xml import add_field, add_link, border, element
from localvision.outputs.plan import Plan, for_paper
from localvision.outputs.plan.parts import EvidencePart, HeadingPart, OnePagePart


def render_docx(plan: Plan) -> bytes:
    """Return the report as a Word document with real styles, captions, bookmarks and links."""
    plan = for_paper(plan)
    charts = list({chart.svg: chart for chart in charts_of(plan)}.values())
    pictures = dict(zip((c.svg for c in charts), png_of(charts), strict=True))
    document = docx.Document()
    _page(document)
    set_styles(document)
    writer = Writer(document, pictures)
    if plan.cover:
        _cover(writer, plan)
        _contents(writer, plan)
    else:
        _title(writer, plan)
    for appendix, parts in groupby(plan.parts, key=lambda p: isinstance(p, EvidencePart)):
        if appendix:
            writer.columns(2)
        for part in parts:
            add_part(writer, part)
        if appendix:
            writer.columns(1)
    _running(document, plan)
    embed_fonts(document)
    _properties(document, plan)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(26)
    section.top_margin, section.bottom_margin = Mm(30), Mm(24)
    section.header_distance, section.footer_distance = Mm(12), Mm(11)


def _title(w: Writer, plan: Plan) -> None:
    title = w.paragraph("Title", plan.title)
    title.paragraph_format.space_before = Mm(0)
    if plan.subtitle:
        w.paragraph("Subtitle", plan.subtitle)


def _cover(w: Writer, plan: Plan) -> None:
    w.document.sections[0].different_first_page_header_footer = True
    w.paragraph("Lead", plan.programme)
    title = w.paragraph("Title", plan.title)
    border(title, BRAND, side="top", eighths=48, gap=24)
    w.paragraph("Subtitle", plan.subtitle)
    if plan.edition:
        w.paragraph("Normal").add_run(plan.edition).bold = True
    w.paragraph("Normal", f"{plan.status.capitalize()} findings, as at {plan.as_at}")
    for author in plan.authors:
        w.paragraph("Normal", author)
    if plan.notice:
        notice = w.paragraph("Notice", plan.notice)
        notice.paragraph_format.space_before = Mm(20)


def _contents(w: Writer, plan: Plan) -> None:
    """Add the contents as a field that Word refreshes, with its entries already in it."""
    w.paragraph("TOC Heading", "Contents")
    entries = [
        (p.level, f"{p.number}\u2002{p.text}" if p.number else p.text, p.anchor)
        if isinstance(p, HeadingPart)
        else (1, p.title, p.anchor)
        for p in plan.parts
        if isinstance(p, OnePagePart) or (isinstance(p, HeadingPart) and p.level <= 2)
    ]
    for i, (level, text, anchor) in enumerate(entries):
        paragraph = w.paragraph(f"TOC {level}")
        if i == 0:
            _open_field(paragraph, 'TOC \\o "1-2" \\h \\z \\u')
        add_link(paragraph, text, f"#{anchor}")
        if i == len(entries) - 1:
            paragraph.add_run()._r.append(element("fldChar", fldCharType="end"))


def _open_field(paragraph: Any, instruction: str) -> None:
    begin = element("fldChar", fldCharType="begin", dirty="true")
    paragraph.add_run()._r.append(begin)
    code = element("instrText")
    code.text = instruction
    paragraph.add_run()._r.append(code)
    paragraph.add_run()._r.append(element("fldChar", fldCharType="separate"))


def _running(document: Any, plan: Plan) -> None:
    """Write edition and notice at the head, standing and page number at the foot, of each page."""
    section = document.sections[0]
    head = section.header.paragraphs[0]
    head.style = "Base"
    head.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    head.add_run(f"{plan.programme}\t{plan.edition}")
    if plan.notice:
        section.header.add_paragraph(plan.notice, style="Notice")
    foot = section.footer.paragraphs[0]
    foot.style = "Base"
    foot.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    standing = f"{plan.status.capitalize()}, as at {plan.as_at}. {plan.notice}"
    foot.add_run(standing.strip() + "\t")
    add_field(foot, "PAGE", "1")


def _properties(document: Any, plan: Plan) -> None:
    """Say what the file is, and name no person."""
    core = document.core_properties
    day = dt.datetime.fromisoformat(plan.as_at_iso)
    core.title, core.subject = plan.title, plan.programme
    core.author = "; ".join(plan.authors)
    core.last_modified_by = ""
    core.comments = " ".join(
        part
        for part in (
            plan.summary_line,
            f"{plan.status.capitalize()}, as at {plan.as_at}.",
            plan.notice,
        )
        if part
    )
    core.keywords, core.category = "", "Evaluation report"
    core.language = plan.language
    core.content_status, core.version = plan.status, plan.edition
    core.created = core.modified = day
    core.revision = 1
