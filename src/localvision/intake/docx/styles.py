"""Which paragraph styles of a Word document are headings, and which are bold throughout."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml.ns import qn

BUILT_IN = re.compile(r"^heading ([1-9])$", re.IGNORECASE)
DEEPEST_CHAIN = 12  # styles are based on one another; a damaged file may do so in a ring


def heading_levels(document: Any) -> dict[str, int]:
    """Return style id to heading level, by Word's own names or by outline level."""
    levels = {}
    for style in document.styles.element.findall(qn("w:style")):
        level = _level(document.styles.element, style)
        if level:
            levels[style.get(qn("w:styleId"))] = level
    return levels


def bold_styles(document: Any) -> set[str]:
    """Return ids of styles that make a whole paragraph bold: there, bold names nobody."""
    return {
        style.get(qn("w:styleId"))
        for style in document.styles.element.findall(qn("w:style"))
        if style.find(f"{qn('w:rPr')}/{qn('w:b')}") is not None
    }


def outline_level(setting: Any) -> int:
    """Turn an outline setting (0 to 8; 9 is body text) into a heading level, 0 for none."""
    value = setting.get(qn("w:val"), "")
    return int(value) + 1 if re.fullmatch(r"[0-8]", value) else 0


def _level(styles: Any, style: Any) -> int:
    for _ in range(DEEPEST_CHAIN):
        if style is None:
            break
        name = style.find(qn("w:name"))
        match = BUILT_IN.match(name.get(qn("w:val"), "")) if name is not None else None
        if match:
            return int(match[1])
        outline = style.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
        if outline is not None:
            return outline_level(outline)
        based_on = style.find(qn("w:basedOn"))
        style = None if based_on is None else _style_by_id(styles, based_on.get(qn("w:val")))
    return 0


def _style_by_id(styles: Any, style_id: str) -> Any:
    return next(
        (s for s in styles.findall(qn("w:style")) if s.get(qn("w:styleId")) == style_id), None
    )
