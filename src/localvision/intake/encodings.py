"""How the bytes of a text file become characters, and whether that was a guess."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from localvision.errors import Problem, Where
from localvision.errors.intake import ENCODING_GUESSED, NOT_TEXT

# UTF-32 first: its little-endian mark begins with that of UTF-16.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the encoding that gave them, and whether it was only a guess."""

    text: str
    encoding: str
    guessed: bool

    def problems(self, file_name: str) -> tuple[Problem, ...]:
        """Return the warning that goes with a guess."""
        if not self.guessed:
            return ()
        where = Where(file=file_name)
        return (ENCODING_GUESSED.problem(where=where, file=file_name, encoding="Windows-1252"),)


def decode(content: bytes, file_name: str = "") -> Decoded:
    r"""Read bytes as text: by byte-order mark, else UTF-8, else Windows-1252 as a guess.

    Parameters
    ----------
    content : the bytes of a text file.
    file_name : named in the error.

    Returns
    -------
    Decoded; line ends become `\n`, no other character is changed.

    Raises
    ------
    LocalVisionError : `intake.not-text` where no reading is possible.

    Limits
    ------
    Any single-byte text can be read as Windows-1252: a file written on an old Mac or in a
    Central European encoding comes out with wrong accents, hence `guessed`.

    Examples
    --------
    >>> decode("café\r\n".encode("utf-8"))
    Decoded(text='café\n', encoding='utf-8', guessed=False)
    >>> decode("£5".encode("cp1252")).guessed
    True
    """
    encoding, guessed = _sniff(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        detail = f"byte {error.start + 1} fits no encoding that is known here"
        raise NOT_TEXT.error(where=Where(file=file_name), file=file_name, detail=detail) from error
    if "\x00" in text:
        detail = "it holds zero bytes, as programs and pictures do"
        raise NOT_TEXT.error(where=Where(file=file_name), file=file_name, detail=detail)
    return Decoded(unix_line_ends(text), encoding, guessed)


def unix_line_ends(text: str) -> str:
    r"""Turn `\r\n` and lone `\r` into `\n`; nothing else changes."""
    return re.sub(r"\r\n?", "\n", text)


def _sniff(content: bytes) -> tuple[str, bool]:
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return encoding, False
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252", True
    return "utf-8", False
