"""Read DOCX: paragraphs, headings and tables in the order of the page.

python-docx opens the package and knows its styles. The words are taken from the XML
itself, because `Paragraph.text` drops whatever stands in tracked insertions, links inside
fields and content controls, as forms and transcripts have.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile, ZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from localvision.errors import Problem, Where
from localvision.errors.intake import NO_WORDS, PARTS_LEFT_OUT, TRACKED_CHANGES, UNREADABLE
from localvision.intake.docx.styles import bold_styles, heading_levels, outline_level
from localvision.intake.draft import Block, Draft, draft_from_blocks
from localvision.intake.office_package import open_package, parse_part

WRAPPERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:moveTo"), qn("w:customXml")}
# Deleted words, the old place of moved words, and second copies of drawings.
LEFT_OUT = {
    qn("w:del"),
    qn("w:moveFrom"),
    qn("w:pPr"),
    qn("w:rPr"),
    qn("w:drawing"),
    qn("w:pict"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent",
}
SIGNS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}


def read(content: bytes, file_name: str) -> Draft:
    """Read a Word document.

    Headings come from outline levels, so any language of Word will do; table cells are
    joined by tabs, one row a line; tracked changes are read as accepted.

    Raises
    ------
    LocalVisionError : `intake.unreadable`, `intake.hostile-xml`, `intake.too-large`,
        `intake.encrypted`, `intake.no-words`.

    Limits
    ------
    Headers, footers and numbers that Word counts itself are not words of the document;
    footnotes, comments and text boxes are left out with a warning.
    """
    where = Where(file=file_name)
    package = open_package(content, file_name, "DOCX")
    for part in package.namelist():
        if part.endswith((".xml", ".rels")):
            parse_part(package, part, file_name, "DOCX")
    document, title = _opened(content, file_name)
    blocks = list(_blocks(document))
    if not any(block.text.strip() for block in blocks):
        raise NO_WORDS.error(where=where, file=file_name, format="DOCX")
    return draft_from_blocks(
        blocks,
        title=title,
        problems=_problems(package, document.element.body, file_name),
    )


def _opened(content: bytes, file_name: str) -> tuple[Any, str]:
    try:
        document = docx.Document(io.BytesIO(content))
        if document.element.body is None or document.styles.element is None:
            raise ValueError("it has no body or no styles")
        return document, document.core_properties.title.strip()
    # python-docx takes the order of a package on trust, and meets disorder with any of these.
    except (
        PackageNotFoundError,
        SyntaxError,  # of the XML: lxml derives its own from it
        BadZipFile,
        KeyError,
        ValueError,
        AttributeError,
        TypeError,
    ) as error:
        raise UNREADABLE.error(
            where=Where(file=file_name), file=file_name, format="DOCX", detail=error
        ) from error


def _blocks(document: Any) -> Iterator[Block]:
    levels, bold = heading_levels(document), bold_styles(document)
    for element in _unwrapped(document.element.body):
        if element.tag == qn("w:p"):
            yield _paragraph(element, levels, bold)
        elif element.tag == qn("w:tbl"):
            for number, row in enumerate(_unwrapped(element, qn("w:tr"))):
                cells = (_cell_text(cell) for cell in _unwrapped(row, qn("w:tc")))
                yield Block("\t".join(cells), tight=number > 0)


def _unwrapped(parent: Any, *tags: str) -> Iterator[Any]:
    wanted = set(tags) or {qn("w:p"), qn("w:tbl")}
    for child in parent:
        if child.tag in wanted:
            yield child
        elif child.tag in WRAPPERS:
            yield from _unwrapped(child, *tags)


def _paragraph(element: Any, levels: dict[str, int], bold_names: set[str]) -> Block:
    named = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    style = "" if named is None else named.get(qn("w:val"), "")
    outline = element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    level = levels.get(style, 0) if outline is None else outline_level(outline)
    text = _text(element)
    bold = 0 if style in bold_names else _bold_beginning(element)
    return Block(text, level=level, bold=0 if bold >= len(text.rstrip()) else bold)


def _text(element: Any) -> str:
    return "".join(_pieces(element))


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in SIGNS:
            yield SIGNS[child.tag]
        elif child.tag not in LEFT_OUT:
            yield from _pieces(child)


def _bold_beginning(paragraph: Any) -> int:
    length = 0
    for run in paragraph.iter(qn("w:r")):
        setting = run.find(f"{qn('w:rPr')}/{qn('w:b')}")
        words = _text(run)
        off = setting is None or setting.get(qn("w:val")) in {"0", "false", "off"}
        if words.strip() and off:
            break
        length += len(words)
    return length


def _cell_text(cell: Any) -> str:
    parts = (_text(p) for p in cell.iter(qn("w:p")))
    return "\n".join(part for part in parts if part.strip())


def _problems(package: ZipFile, body: Any, file_name: str) -> list[Problem]:
    where, problems, parts = Where(file=file_name), [], []
    names = set(package.namelist())
    for part, plural in (
        ("footnotes", "footnotes"),
        ("endnotes", "endnotes"),
        ("comments", "comments"),
    ):
        name = f"word/{part}.xml"
        if name in names and _has_words(package.read(name)):
            parts.append(plural)
    if next(body.iter(qn("w:txbxContent")), None) is not None:
        parts.append("text boxes")
    if parts:
        problems.append(
            PARTS_LEFT_OUT.problem(where=where, file=file_name, parts=" and ".join(parts))
        )
    if next(body.iter(qn("w:ins"), qn("w:del"), qn("w:moveFrom")), None) is not None:
        problems.append(TRACKED_CHANGES.problem(where=where, file=file_name))
    return problems


def _has_words(part: bytes) -> bool:
    return b"<w:t>" in part or b"<w:t " in part
