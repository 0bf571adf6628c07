"""The fonts inside the Word file, so that it looks the same where they are not installed.

Word keeps an embedded font with its first 32 bytes crossed with a key that stands beside it
(ECMA-376, part 4, section 4.2): no secret, only a mark that the font came with a document.
"""

from __future__ import annotations

import uuid
from typing import Any
from xml.sax.saxutils import quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn

from localvision.outputs import fonts
from localvision.outputs.docx.xml import element

SERIF_HEAD = f"{fonts.SERIF} Semibold"

_FACES: tuple[tuple[str, str, dict[str, str]], ...] = (
    (
        fonts.SANS,
        "Calibri",
        {
            "embedRegular": "SourceSans3-Regular.ttf",
            "embedBold": "SourceSans3-Bold.ttf",
            "embedItalic": "SourceSans3-It.ttf",
        },
    ),
    (fonts.SERIF, "Cambria", {"embedRegular": "SourceSerif4-Regular.ttf"}),
    (SERIF_HEAD, "Cambria", {"embedRegular": "SourceSerif4-Semibold.ttf"}),
)
"""Family, the family to fall back to, and the file of each face."""

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
_KIND = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


def embed_fonts(document: Any) -> None:
    """Put the fonts into the document, and ask Word to keep them and to add no names."""
    table = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    families = []
    count = 0
    for family, other, files in _FACES:
        faces = ""
        for tag, file in files.items():
            count += 1
            key = uuid.uuid5(uuid.NAMESPACE_URL, f"localvision/{file}")
            name = PackURI(f"/word/fonts/font{count}.odttf")
            part = Part(name, _KIND, crossed(fonts.read(file), key), table.package)
            relation = table.relate_to(part, _RELATION)
            faces += f'<w:{tag} r:id="{relation}" w:fontKey="{{{str(key).upper()}}}"/>'
        families.append(
            f"<w:font w:name={quoteattr(family)}><w:altName w:val={quoteattr(other)}/>"
            f'<w:charset w:val="00"/><w:family w:val="auto"/><w:pitch w:val="variable"/>{faces}'
            "</w:font>"
        )
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts {_SPACES}>'
    table._blob = (xml + "".join(families) + "</w:fonts>").encode()
    _settings(document)


def crossed(font: bytes, key: uuid.UUID) -> bytes:
    """Return the font with its first 32 bytes crossed with the key; doing it twice undoes it."""
    mask = key.bytes[::-1] * 2
    return bytes(a ^ b for a, b in zip(font[:32], mask, strict=True)) + font[32:]


def _settings(document: Any) -> None:
    settings = document.settings.element
    zoom = settings.find(qn("w:zoom"))
    at = 0 if zoom is None else list(settings).index(zoom) + 1
    for i, tag in enumerate(("removePersonalInformation", "embedTrueTypeFonts")):
        settings.insert(at + i, element(tag))
