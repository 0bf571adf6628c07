"""Rich Text Format."""

from __future__ import annotations

import re

from striprtf.striprtf import rtf_to_text

from localvision.errors import Where
from localvision.errors.intake import CHARACTERS_LOST, NO_WORDS, UNREADABLE
from localvision.intake.draft import Draft
from localvision.intake.encodings import unix_line_ends
from localvision.intake.reader import Reader

__all__ = ["FORMAT", "read"]

LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


def read(content: bytes, file_name: str) -> Draft:
    """Read the words of an RTF file, in the order of the page; tables line by line.

    Limits
    ------
    Bold and heading styles are not read: speakers and headings are looked for in the
    text. Headers, footers and footnotes are left out.
    """
    where = Where(file=file_name)
    try:
        # RTF is seven-bit; latin-1 keeps stray bytes one to one so that nothing shifts.
        raw = rtf_to_text(content.decode("latin-1"))
    except (UnicodeError, LookupError, ValueError, IndexError, RecursionError) as error:
        raise UNREADABLE.error(where=where, file=file_name, format="RTF", detail=error) from error
    text, lost = _join_surrogates(unix_line_ends(raw))
    if not text.strip():
        raise NO_WORDS.error(where=where, file=file_name, format="RTF")
    problems = (CHARACTERS_LOST.problem(where=where, file=file_name, count=lost),) if lost else ()
    return Draft(text.strip("\n"), problems=problems)


def _join_surrogates(text: str) -> tuple[str, int]:
    """Join the halves in which RTF writes emoji; a half without its fellow is lost."""
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return joined, len(LONE_SURROGATE.findall(text)) and joined.count("\ufffd") - text.count(
        "\ufffd"
    )


FORMAT = Reader(
    "rtf", "RTF", (".rtf",), lambda content: content.lstrip().startswith(b"{\\rtf"), read
)
