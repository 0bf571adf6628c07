"""A ZIP archive of documents, judged before anything in it is unpacked."""

from __future__ import annotations

import io
import re
import stat
import zipfile
from collections.abc import Iterator
from functools import partial

from localvision.errors import Problem, Where
from localvision.errors.intake import (
    ARCHIVE_BOMB,
    ARCHIVE_ESCAPES,
    ARCHIVE_LINK,
    ARCHIVE_TOO_LARGE,
    ARCHIVE_TOO_MANY,
    ENCRYPTED,
    NAME_TWICE,
    NOT_AN_ARCHIVE,
    TOO_LARGE,
    UNREADABLE,
)
from localvision.intake.batches.records import Batch, IntakeRecord, Progress, gathered
from localvision.intake.batches.stream import Entry, is_litter, stream_records
from localvision.intake.office_package import DAMAGED, UNOPENABLE
from localvision.intake.reading import LARGEST_DOCUMENT, MEBIBYTE

MOST_MEMBERS = 20_000
LARGEST_UNPACKED = 4096 * MEBIBYTE
# Text packs to a tenth, rarely to a fiftieth; only a bomb does better, above this size.
HIGHEST_RATIO = 100
RATIO_COUNTS_ABOVE = 10 * MEBIBYTE
DRIVE = re.compile(r"^[A-Za-z]:")
UTF8_NAME = 0x800
LOCKED = 0x1


def read_archive(content: bytes, progress: Progress | None = None) -> Batch:
    """Read every document in a ZIP archive, with its manifest if there is one.

    Parameters
    ----------
    content : the bytes of the ZIP. progress : as in `read_folder`.

    Returns
    -------
    Batch, as `read_folder` gives it. A locked member, or an archive inside the archive, is
    listed as a problem and stops no other.

    Raises
    ------
    LocalVisionError : the whole archive is refused, with nothing of it read, where it is
        hostile: `intake.archive-escapes` (absolute paths or ..), `intake.archive-link`,
        `intake.archive-bomb`, `intake.archive-too-large`, `intake.archive-too-many`; or
        damaged: `intake.not-an-archive`.
    """
    return gathered(iter_archive(content, progress))


def iter_archive(
    content: bytes, progress: Progress | None = None
) -> Iterator[IntakeRecord | Problem]:
    """Stream an archive: judged at once, then unpacked one document at a time.

    The warnings of a single document are in `record.document.problems`.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except UNOPENABLE as error:
        raise NOT_AN_ARCHIVE.error(detail=error) from error
    members = [member for member in archive.infolist() if not member.is_dir()]
    check_members(archive.infolist())
    return _stream(archive, members, progress)


def check_members(members: list[zipfile.ZipInfo]) -> None:
    """Raise where the list of an archive shows that it is hostile; nothing is unpacked.

    Declared sizes can be trusted for this: Python unpacks no more than what is declared.
    """
    if len(members) > MOST_MEMBERS:
        raise ARCHIVE_TOO_MANY.error(members=len(members), limit=MOST_MEMBERS)
    for member in members:
        file = member_name(member)
        where = Where(file=file)
        if _escapes(file) or _escapes(member.orig_filename):
            raise ARCHIVE_ESCAPES.error(where=where, file=file)
        mode = member.external_attr >> 16
        if stat.S_IFMT(mode) not in {0, stat.S_IFREG, stat.S_IFDIR}:
            raise ARCHIVE_LINK.error(where=where, file=file)
        packed, size = max(1, member.compress_size), member.file_size
        if size > RATIO_COUNTS_ABOVE and size / packed > HIGHEST_RATIO:
            facts = {"size_mb": size // MEBIBYTE, "packed_kb": packed // 1024}
            raise ARCHIVE_BOMB.error(where=where, file=file, **facts)
    total = sum(member.file_size for member in members)
    if total > LARGEST_UNPACKED:
        limit = LARGEST_UNPACKED // MEBIBYTE
        raise ARCHIVE_TOO_LARGE.error(size_mb=total // MEBIBYTE, limit_mb=limit)
    _check_total_ratio(members, total)


def member_name(member: zipfile.ZipInfo) -> str:
    """Return a member's path, mending names that were UTF-8 without saying so."""
    if member.flag_bits & UTF8_NAME:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return member.filename


def _check_total_ratio(members: list[zipfile.ZipInfo], total: int) -> None:
    packed = max(1, sum(member.compress_size for member in members))
    if total > 10 * RATIO_COUNTS_ABOVE and total / packed > HIGHEST_RATIO:
        raise ARCHIVE_BOMB.error(
            file="all of it", size_mb=total // MEBIBYTE, packed_kb=packed // 1024
        )


def _escapes(name: str) -> bool:
    parts = re.split(r"[\\/]", name)
    return (
        name.startswith(("/", "\\"))
        or bool(DRIVE.match(name))
        or ".." in parts
        or any(ord(character) < 32 for character in name)
    )


def _stream(
    archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], progress: Progress | None
) -> Iterator[IntakeRecord | Problem]:
    entries: dict[str, Entry] = {}
    for member in members:
        file = member_name(member)
        if is_litter(file):
            continue
        if file in entries:
            yield NAME_TWICE.problem(where=Where(file=file), file=file)
            continue
        entries[file] = Entry(file, partial(_bytes, archive, member, file))
    yield from stream_records(list(entries.values()), progress)


def _bytes(archive: zipfile.ZipFile, member: zipfile.ZipInfo, file: str) -> bytes:
    where = Where(file=file)
    if member.flag_bits & LOCKED:
        raise ENCRYPTED.error(where=where, file=file)
    if member.file_size > LARGEST_DOCUMENT:
        sizes = {"size_mb": member.file_size // MEBIBYTE, "limit_mb": LARGEST_DOCUMENT // MEBIBYTE}
        raise TOO_LARGE.error(where=where, file=file, **sizes)
    try:
        return archive.read(member)
    except DAMAGED as error:
        raise UNREADABLE.error(
            where=where, file=file, format="a file in a ZIP", detail=error
        ) from error
