"""The styles that an editor of the report will find in Word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from localvision.outputs import fonts
from localvision.outputs.charts.palette import BRAND, INK, SOFT
from localvision.outputs.docx.embedding import SERIF_HEAD
from localvision.outputs.docx.xml import border, element, shade

NOTE_INK = "#5a4708"
NOTE_TINT = "#fbf3dc"
NOTE_EDGE = "#8a6d1a"
BRAND_TINT = "#e9f1f0"
CARD = "#fcfbf8"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    size: float
    colour: str = INK
    serif: bool = False
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 6
    line: float = 1.15
    next_stays: bool = False
    level: int | None = None
    left_mm: float = 0


_LOOKS: dict[str, _Look] = {
    "Normal": _Look(size=10.5, line=1.25, after=7),
    "Title": _Look(size=32, colour=BRAND, serif=True, bold=True, before=150, after=14, line=1.05),
    "Subtitle": _Look(size=15, colour=SOFT, after=40),
    "Heading 1": _Look(
        size=20, colour=BRAND, serif=True, bold=True, after=10, next_stays=True, line=1.1
    ),
    "Heading 2": _Look(size=13.5, bold=True, before=18, after=6, next_stays=True),
    "Heading 3": _Look(size=11, bold=True, before=12, after=4, next_stays=True),
    "Caption": _Look(size=10, bold=True, before=4, after=2),
    "Quote": _Look(size=11.5, serif=True, before=8, after=0, line=1.3, next_stays=True, left_mm=4),
    "Lead": _Look(size=13, line=1.25, after=9),
    "Quotation Role": _Look(size=9, colour=SOFT, after=12, left_mm=4),
    "Base": _Look(size=9, colour=SOFT, after=6),
    "Sources": _Look(size=9, colour=SOFT, after=10, next_stays=True),
    "Claim Status": _Look(size=9, bold=True, before=14, after=2, next_stays=True, left_mm=4),
    "Claim": _Look(size=12, bold=True, after=4, next_stays=True, level=2, left_mm=4),
    "Claim Detail": _Look(size=9.5, after=3, next_stays=True, left_mm=4),
    "Claim Basis": _Look(size=9.5, colour=SOFT, after=14, left_mm=4),
    "Note": _Look(size=10.5, after=4, left_mm=4),
    "Notice": _Look(size=8.5, colour=NOTE_INK, after=0),
    "Figure": _Look(size=10.5, before=12, after=4, next_stays=True, line=1.0),
    "Table Text": _Look(size=9.3, before=1.5, after=2, line=1.1),
    "Evidence": _Look(size=9.5, serif=True, after=0, line=1.2, next_stays=True),
    "Evidence Role": _Look(size=8.8, colour=SOFT, after=8),
    "Reference": _Look(size=10, after=6),
    "TOC Heading": _Look(size=20, colour=BRAND, serif=True, bold=True, after=10),
    "TOC 1": _Look(size=10.5, bold=True, before=4, after=2),
    "TOC 2": _Look(size=10.5, after=2, left_mm=5),
    "List Bullet": _Look(size=10.5, line=1.25, after=4),
    "List Number": _Look(size=10.5, line=1.25, after=4),
}


def set_styles(document: Any) -> None:
    """Define every style of the report in an otherwise plain document."""
    for name, look in _LOOKS.items():
        _set(_style(document, name), look)
    _hyperlink(document)
    border(document.styles["Quote"].element.get_or_add_pPr(), BRAND)
    border(document.styles["Quotation Role"].element.get_or_add_pPr(), BRAND)
    shade(document.styles["Notice"].element.get_or_add_pPr(), NOTE_TINT)
    for name in ("Heading 1", "TOC Heading"):
        document.styles[name].paragraph_format.page_break_before = True
    reference = document.styles["Reference"].paragraph_format
    reference.left_indent, reference.first_line_indent = Mm(6), Mm(-6)
    _language(document)


def _style(document: Any, name: str) -> Any:
    known = {s.name for s in document.styles}
    if name in known:
        return document.styles[name]
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    return style


def _set(style: Any, look: _Look) -> None:
    font = style.font
    family = (SERIF_HEAD if look.bold else fonts.SERIF) if look.serif else fonts.SANS
    properties = style.element.get_or_add_rPr()
    for tag in ("w:rFonts", "w:spacing", "w:kern"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    properties.insert(0, element("rFonts", ascii=family, hAnsi=family, cs=family, eastAsia=family))
    font.size, font.bold, font.italic = Pt(look.size), look.bold and not look.serif, look.italic
    font.color.rgb = RGBColor.from_string(look.colour.lstrip("#").upper())
    if style.name == "Title":
        _unruled(style)
    _paragraph(style, look)


def _paragraph(style: Any, look: _Look) -> None:
    form = style.paragraph_format
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.line_spacing_rule = WD_LINE_SPACING.MULTIPLE
    form.line_spacing = look.line
    form.keep_with_next = look.next_stays
    form.widow_control = True
    form.keep_together = look.next_stays or style.name in ("Quotation Role", "Claim Basis")
    if look.left_mm:
        form.left_indent = Mm(look.left_mm)
    if look.level is not None:
        style.element.get_or_add_pPr().append(element("outlineLvl", val=str(look.level)))


def _unruled(style: Any) -> None:
    """Take away the rule that the built-in Title brings."""
    rule = style.element.get_or_add_pPr().find(qn("w:pBdr"))
    if rule is not None:
        rule.getparent().remove(rule)


def _hyperlink(document: Any) -> None:
    style = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    style.font.color.rgb = RGBColor.from_string(BRAND.lstrip("#").upper())
    style.font.underline = True


def _language(document: Any) -> None:
    """Set British English for the whole document, so that the speller does too."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    properties.append(element("lang", val="en-GB", eastAsia="en-GB", bidi="ar-SA"))
