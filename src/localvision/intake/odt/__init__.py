"""OpenDocument text, as LibreOffice writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from localvision.errors import Problem, Where
from localvision.errors.intake import (
    ENCRYPTED,
    NO_WORDS,
    PARTS_LEFT_OUT,
    TRACKED_CHANGES,
    UNREADABLE,
)
from localvision.intake.draft import Block, Draft, draft_from_blocks
from localvision.intake.office_package import open_package, parse_part, read_part
from localvision.intake.reader import Reader

__all__ = ["FORMAT", "read"]

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
META_TITLE = "{http://purl.org/dc/elements/1.1/}title"

LEFT_OUT = {
    TEXT + "tracked-changes": "tracked changes",
    TEXT + "note": "footnotes",
    OFFICE + "annotation": "comments",
    DRAW + "frame": "text boxes or pictures",
}


def read(content: bytes, file_name: str) -> Draft:
    """Read the body of an OpenDocument text: headings, paragraphs, lists and tables.

    Raises
    ------
    LocalVisionError : `intake.unreadable`, `intake.hostile-xml`, `intake.too-large`,
        `intake.encrypted`, `intake.no-words`.

    Limits
    ------
    Headers and footers are not words of the document; footnotes, comments and text boxes
    are left out with a warning; deleted words of tracked changes are left out.
    """
    where = Where(file=file_name)
    package = open_package(content, file_name, "ODT")
    names = set(package.namelist())
    if "META-INF/manifest.xml" in names and b"encryption-data" in read_part(
        package, "META-INF/manifest.xml", file_name, "ODT"
    ):
        raise ENCRYPTED.error(where=where, file=file_name)
    root = parse_part(package, "content.xml", file_name, "ODT")
    body = root.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        detail = "it has no text body"
        raise UNREADABLE.error(where=where, file=file_name, format="ODT", detail=detail)
    blocks = list(_blocks(body, _bold_styles(root)))
    if not any(block.text.strip() for block in blocks):
        raise NO_WORDS.error(where=where, file=file_name, format="ODT")
    title = ""
    if "meta.xml" in names:
        title = parse_part(package, "meta.xml", file_name, "ODT").findtext(f".//{META_TITLE}") or ""
    return draft_from_blocks(blocks, title=title.strip(), problems=_problems(body, file_name))


def _bold_styles(root: Element) -> set[str]:
    return {
        style.get(STYLE + "name", "")
        for style in root.iter(STYLE + "style")
        if any(p.get(FO + "font-weight") == "bold" for p in style.iter(STYLE + "text-properties"))
    }


def _blocks(parent: Element, bold: set[str]) -> Iterator[Block]:
    for element in parent:
        if element.tag == TEXT + "h":
            yield Block(_text(element), level=_whole_number(element.get(TEXT + "outline-level")))
        elif element.tag == TEXT + "p":
            yield _paragraph(element, bold)
        elif element.tag == TABLE + "table":
            for number, row in enumerate(element.iter(TABLE + "table-row")):
                cells = (_cell_text(cell) for cell in row if cell.tag == TABLE + "table-cell")
                yield Block("\t".join(cells), tight=number > 0)
        elif element.tag not in LEFT_OUT:
            yield from _blocks(element, bold)


def _paragraph(element: Element, bold: set[str]) -> Block:
    text = _text(element)
    length = 0
    if not (element.text or "").strip():
        for child in element:
            if child.tag != TEXT + "span" or child.get(TEXT + "style-name") not in bold:
                break
            length += len(_text(child)) + len(child.tail or "")
            if (child.tail or "").strip():
                length -= len(child.tail or "")
                break
    return Block(text, bold=0 if length >= len(text.rstrip()) else length)


def _text(element: Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    # White space of the XML file is one space in OpenDocument; real runs are text:s.
    yield _spaces(element.text)
    for child in element:
        if child.tag == TEXT + "s":
            yield " " * _whole_number(child.get(TEXT + "c"))
        elif child.tag == TEXT + "tab":
            yield "\t"
        elif child.tag == TEXT + "line-break":
            yield "\n"
        elif child.tag not in LEFT_OUT:
            yield from _pieces(child)
        yield _spaces(child.tail)


def _whole_number(value: str | None) -> int:
    # One where it is missing or senseless; a damaged file must not ask for a million spaces.
    return int(value) if value and re.fullmatch(r"[0-9]{1,3}", value) else 1


def _spaces(text: str | None) -> str:
    return (text or "").replace("\r", " ").replace("\n", " ").replace("\t", " ")


def _cell_text(cell: Element) -> str:
    lines = (_text(p) for p in cell.iter() if p.tag in {TEXT + "p", TEXT + "h"})
    return "\n".join(line for line in lines if line.strip())


def _problems(body: Element, file_name: str) -> list[Problem]:
    where = Where(file=file_name)
    seen = [name for tag, name in LEFT_OUT.items() if next(body.iter(tag), None) is not None]
    problems = []
    if "tracked changes" in seen:
        seen.remove("tracked changes")
        problems.append(TRACKED_CHANGES.problem(where=where, file=file_name))
    if seen:
        parts = " and ".join(seen)
        problems.append(PARTS_LEFT_OUT.problem(where=where, file=file_name, parts=parts))
    return problems


def _recognises(content: bytes) -> bool:
    # The standard puts the uncompressed media type at the very start of the package.
    return content.startswith(b"PK\x03\x04") and (
        b"application/vnd.oasis.opendocument.text" in content[:200]
    )


FORMAT = Reader("odt", "ODT", (".odt",), _recognises, read)
