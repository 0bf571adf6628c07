"""Every format that can be read, each registered once, and how to tell which one it is."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePosixPath

from localvision.errors import LocalVisionError, Problem, Where
from localvision.errors.intake import (
    EXTENSION_DISAGREES,
    NOT_TEXT,
    OLD_OR_LOCKED_OFFICE,
    UNKNOWN_FORMAT,
)
from localvision.intake.docx import FORMAT as DOCX
from localvision.intake.encodings import decode
from localvision.intake.html import FORMAT as HTML
from localvision.intake.markdown import FORMAT as MARKDOWN
from localvision.intake.odt import FORMAT as ODT
from localvision.intake.office_package import UNOPENABLE
from localvision.intake.pdf import FORMAT as PDF
from localvision.intake.plain import FORMAT as PLAIN
from localvision.intake.reader import Reader
from localvision.intake.rtf import FORMAT as RTF
from localvision.intake.srt import FORMAT as SRT
from localvision.intake.vtt import FORMAT as VTT

FORMATS: tuple[Reader, ...] = (PDF, RTF, DOCX, ODT, VTT, SRT, HTML, MARKDOWN, PLAIN)

OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Beginnings of files that people send by mistake, and what to call them.
FOREIGN_SIGNATURES = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"ID3", "an MP3 recording"),
    (b"\xff\xfb", "an MP3 recording"),
    (b"RIFF", "a sound or video recording"),
    (b"OggS", "a sound or video recording"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
)
CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def sniff(content: bytes, file_name: str) -> Reader:
    r"""Tell the format from the content; the name only settles which kind of plain text.

    Raises
    ------
    LocalVisionError : `intake.unknown-format`, `intake.old-or-locked-office` or
        `intake.not-text`.

    Examples
    --------
    >>> sniff(b"WEBVTT\n\n", "talk.txt").key
    'vtt'
    >>> sniff(b"Some words.", "notes.md").key
    'markdown'
    """
    for reader in FORMATS:
        if reader.recognises(content):
            return reader
    _refuse_foreign(content, file_name)
    text = decode(content, file_name).text
    if len(CONTROL_CHARACTERS.findall(text)) > len(text) / 1000:
        detail = "it is full of control characters"
        raise NOT_TEXT.error(where=Where(file=file_name), file=file_name, detail=detail)
    if extension_of(file_name) in MARKDOWN.extensions:
        return MARKDOWN
    if extension_of(file_name) in HTML.extensions and re.search(r"<[a-zA-Z][^<>]*>", text):
        return HTML
    return PLAIN


def extension_of(file_name: str) -> str:
    """Return the extension in lower case with its dot, or ""."""
    return PurePosixPath(file_name).suffix.lower()


def name_disagreement(reader: Reader, file_name: str) -> Problem | None:
    """Return a warning where the name promises another format than the content is."""
    extension = extension_of(file_name)
    promised = {e for other in FORMATS if other is not reader for e in other.extensions}
    if extension in reader.extensions or extension not in promised | {".doc", ".zip", ".xlsx"}:
        return None
    return EXTENSION_DISAGREES.problem(
        where=Where(file=file_name), file=file_name, extension=extension, format=reader.name
    )


def _refuse_foreign(content: bytes, file_name: str) -> None:
    where = Where(file=file_name)
    if content.startswith(OLE_SIGNATURE):
        raise OLD_OR_LOCKED_OFFICE.error(where=where, file=file_name)
    for signature, seen in FOREIGN_SIGNATURES:
        # A text may begin with "MZ" or "ID3"; only a program or recording holds zero bytes.
        if content.startswith(signature) and (b"\x00" in content[:4096] or signature[0] > 0x7E):
            raise UNKNOWN_FORMAT.error(where=where, file=file_name, seen=seen)
    if content.startswith(b"PK\x03\x04"):
        raise _unknown_package(content, file_name)


def _unknown_package(content: bytes, file_name: str) -> LocalVisionError:
    seen = "a ZIP archive or a package of another program"
    try:
        names = set(zipfile.ZipFile(io.BytesIO(content)).namelist())
    except UNOPENABLE:
        names, seen = set(), "a damaged ZIP archive or office document"
    if any(name.startswith("xl/") for name in names):
        seen = "an Excel workbook"
    if any(name.startswith("ppt/") for name in names):
        seen = "a PowerPoint presentation"
    return UNKNOWN_FORMAT.error(where=Where(file=file_name), file=file_name, seen=seen)
