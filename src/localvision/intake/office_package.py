"""Opening DOCX and ODT packages without trusting them: they are ZIP archives of XML."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from xml.etree.ElementTree import Element, ParseError

import defusedxml.ElementTree
from defusedxml.common import DefusedXmlException

from localvision.errors import Where
from localvision.errors.intake import ENCRYPTED, HOSTILE_XML, TOO_LARGE, UNREADABLE

MEBIBYTE = 1024 * 1024
LARGEST_PART = 64 * MEBIBYTE  # one XML part, unpacked
LARGEST_PACKAGE = 1024 * MEBIBYTE  # all parts, unpacked; pictures included

# What Python's zipfile raises for a package that is no package, or too new, or damaged.
UNOPENABLE = (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, struct.error)
DAMAGED = (*UNOPENABLE, zlib.error, EOFError)


def member_names(content: bytes) -> set[str]:
    """Return the names inside a package, none where it is not a readable ZIP archive."""
    if not content.startswith(b"PK\x03\x04"):
        return set()
    try:
        return set(zipfile.ZipFile(io.BytesIO(content)).namelist())
    except UNOPENABLE:
        return set()


def open_package(content: bytes, file_name: str, format_name: str) -> zipfile.ZipFile:
    """Open a package after checking its size unpacked and that it is not locked.

    Raises
    ------
    LocalVisionError : `intake.too-large`, `intake.encrypted` or `intake.unreadable`.
    """
    where = Where(file=file_name)
    try:
        package = zipfile.ZipFile(io.BytesIO(content))
    except UNOPENABLE as error:
        raise UNREADABLE.error(
            where=where, file=file_name, format=format_name, detail=error
        ) from error
    members = package.infolist()
    if any(member.flag_bits & 0x1 for member in members):
        raise ENCRYPTED.error(where=where, file=file_name)
    total = sum(member.file_size for member in members)
    largest = max(
        (m.file_size for m in members if m.filename.endswith((".xml", ".rels"))), default=0
    )
    if total > LARGEST_PACKAGE or largest > LARGEST_PART:
        limit = (LARGEST_PACKAGE if total > LARGEST_PACKAGE else LARGEST_PART) // MEBIBYTE
        raise TOO_LARGE.error(
            where=where, file=file_name, size_mb=total // MEBIBYTE, limit_mb=limit
        )
    return package


def read_part(package: zipfile.ZipFile, part: str, file_name: str, format_name: str) -> bytes:
    """Unpack one part; damage is `intake.unreadable`."""
    facts = {"file": file_name, "format": format_name}
    where = Where(file=file_name, field=part)
    try:
        return package.read(part)
    except KeyError as error:
        detail = f"its part {part} is missing"
        raise UNREADABLE.error(where=where, **facts, detail=detail) from error
    except DAMAGED as error:
        raise UNREADABLE.error(where=where, **facts, detail=error) from error


def parse_part(package: zipfile.ZipFile, part: str, file_name: str, format_name: str) -> Element:
    """Parse one XML part; a document type or entity of its own is refused.

    Raises
    ------
    LocalVisionError : `intake.hostile-xml` or `intake.unreadable`.
    """
    where = Where(file=file_name, field=part)
    content = read_part(package, part, file_name, format_name)
    try:
        root: Element = defusedxml.ElementTree.fromstring(content, forbid_dtd=True)
    except DefusedXmlException as error:
        raise HOSTILE_XML.error(where=where, file=file_name) from error
    except (ParseError, ValueError, LookupError) as error:
        raise UNREADABLE.error(
            where=where, file=file_name, format=format_name, detail=error
        ) from error
    return root
