"""The writer: adds paragraphs, runs, links, captions and pictures to one document."""

from __future__ import annotations

import io
from typing import Any

from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Mm, RGBColor

from localvision.outputs import fonts
from localvision.outputs.blocks import Chart
from localvision.outputs.charts.palette import SOFT
from localvision.outputs.docx.xml import Bookmarks, add_field, add_link
from localvision.outputs.plan.parts import QuotePart, Runs


class Writer:
    """Holds the document, its bookmarks, and the pictures drawn for it."""

    def __init__(self, document: Any, pictures: dict[str, bytes]) -> None:
        self.document = document
        self.bookmarks = Bookmarks()
        self.boxes = 0
        self._pictures = pictures
        self._styles = {style.name: style.style_id for style in document.styles}

    def paragraph(self, style: str, text: str = "", anchor: str = "") -> Any:
        """Add a paragraph in a style, with a bookmark where links lead to it."""
        paragraph = self.document.add_paragraph(text)
        self.dress(paragraph, style)
        self.bookmarks.put(paragraph, anchor)
        return paragraph

    def dress(self, paragraph: Any, style: str) -> None:
        """Give a paragraph its style; looked up once, for a report holds thousands."""
        paragraph._p.style = self._styles[style]

    def runs(self, paragraph: Any, runs: Runs) -> None:
        """Add runs of text, with emphasis and links."""
        for r in runs:
            run = add_link(paragraph, r.text, r.href) if r.href else paragraph.add_run(r.text)
            if r.kind == "em":
                run.italic = True
            elif r.kind == "strong":
                run.bold = True

    def link(self, paragraph: Any, text: str, href: str) -> None:
        """Add one link."""
        add_link(paragraph, text, href)

    def caption(self, label: str, text: str, anchor: str) -> Any:
        """Add a caption whose number Word keeps; a label without a number stays as it is."""
        paragraph = self.paragraph("Caption", anchor=anchor)
        word, _, number = label.partition(" ")
        if number.isdigit():
            paragraph.add_run(f"{word} ")
            add_field(paragraph, f"SEQ {word} \\* ARABIC", number)
        else:
            paragraph.add_run(label)
        paragraph.add_run(f". {text}")
        paragraph.paragraph_format.keep_with_next = True
        return paragraph

    def said(self, paragraph: Any, q: QuotePart) -> None:
        """Add people's words, with edits in our own face and in brackets."""
        paragraph.add_run(q.opening)
        for piece in q.pieces:
            run = paragraph.add_run(piece.text)
            if piece.mark:
                run.font.name = fonts.SANS
                run.font.color.rgb = RGBColor.from_string(SOFT.lstrip("#").upper())
        paragraph.add_run(q.closing)

    def picture(self, paragraph: Any, chart: Chart, name: str, width_mm: float) -> None:
        """Add a drawing with its alternative text."""
        run = paragraph.add_run()
        shape = run.add_picture(io.BytesIO(self._pictures[chart.svg]), width=Mm(width_mm))
        properties = shape._inline.docPr
        properties.set("name", name)
        properties.set("descr", chart.alt)

    def columns(self, count: int) -> None:
        """Start a section of so many columns below what stands here."""
        section = self.document.add_section(WD_SECTION.CONTINUOUS)
        section.different_first_page_header_footer = False
        columns = section._sectPr.find(qn("w:cols"))
        columns.set(qn("w:num"), str(count))
        columns.set(qn("w:space"), "454")
