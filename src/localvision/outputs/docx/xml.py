"""What python-docx has no word for: fields, bookmarks, links, borders, shading."""

from __future__ import annotations

import hashlib
import itertools
import re
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_UNSAFE = re.compile(r"[^A-Za-z0-9_]")
_LONGEST = 40  # Word cuts longer bookmark names


def element(tag: str, **attributes: str) -> Any:
    """Return a `w:` element; attribute names are those of the format."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def bookmark_name(anchor: str) -> str:
    """Return the anchor as Word takes it: letters, digits, underscores, at most 40.

    >>> bookmark_name("evidence-4")
    'lv_evidence_4'
    """
    name = "lv_" + _UNSAFE.sub("_", anchor)
    if len(name) <= _LONGEST and "__" not in name:
        return name
    return name[:28] + "_" + hashlib.sha256(anchor.encode()).hexdigest()[:11]


class Bookmarks:
    """Gives every bookmark of one document its own number, and sets each name once."""

    def __init__(self) -> None:
        self._ids = itertools.count(1)
        self._set: set[str] = set()

    def put(self, paragraph: Any, anchor: str) -> None:
        """Mark the start of a paragraph as the place that links lead to."""
        name = bookmark_name(anchor)
        if not anchor or name in self._set:
            return
        self._set.add(name)
        number = str(next(self._ids))
        end = element("bookmarkEnd", id=number)
        start = element("bookmarkStart", id=number, name=name)
        at = 1 if paragraph._p.pPr is not None else 0
        paragraph._p.insert(at, start)
        paragraph._p.insert(at + 1, end)


def add_field(paragraph: Any, instruction: str, shown: str = "") -> None:
    """Add a field with the result that is shown until Word works it out again."""
    for kind, text in (("begin", instruction), ("separate", shown), ("end", "")):
        run = paragraph.add_run()
        run._r.append(element("fldChar", fldCharType=kind))
        if kind == "begin":
            code = element("instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = f" {text} "
            paragraph.add_run()._r.append(code)
        elif text:
            paragraph.add_run(text)


def add_link(paragraph: Any, text: str, href: str) -> Any:
    """Add a link, within the document for "#anchor"; returns its run for more formatting."""
    if href.startswith("#"):
        link = element("hyperlink", anchor=bookmark_name(href[1:]), history="1")
    else:
        relation = paragraph.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link = element("hyperlink", history="1")
        link.set(qn("r:id"), relation)
    run = paragraph.add_run(text)
    run._r.style = "Hyperlink"
    paragraph._p.append(link)
    link.append(run._r)
    return run


def border(
    paragraph: Any, colour: str, side: str = "left", eighths: int = 24, gap: int = 9
) -> None:
    """Draw a rule at one side of a paragraph (or of a style's paragraphs)."""
    properties = paragraph._p.get_or_add_pPr() if hasattr(paragraph, "_p") else paragraph
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = element("pBdr")
        properties.insert_element_before(
            borders,
            *(
                "w:shd",
                "w:tabs",
                "w:suppressAutoHyphens",
                "w:spacing",
                "w:ind",
                "w:contextualSpacing",
                "w:jc",
            ),
            *("w:outlineLvl", "w:rPr"),
        )
    line = element(side, val="single", sz=str(eighths), space=str(gap), color=colour.lstrip("#"))
    borders.append(line)


def shade(holder: Any, colour: str) -> None:
    """Lay a ground under a cell's or paragraph's properties (`tcPr` or `pPr`)."""
    ground = element("shd", val="clear", color="auto", fill=colour.lstrip("#"))
    if holder.tag == qn("w:pPr"):
        holder.insert_element_before(
            ground,
            *(
                "w:tabs",
                "w:suppressAutoHyphens",
                "w:spacing",
                "w:ind",
                "w:contextualSpacing",
                "w:jc",
            ),
            *("w:outlineLvl", "w:rPr"),
        )
    else:
        holder.append(ground)
