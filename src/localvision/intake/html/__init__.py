"""Web pages."""

from __future__ import annotations

import re

from localvision.intake.html.read import read
from localvision.intake.reader import Reader

__all__ = ["FORMAT", "read"]

BEGINNING = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def _recognises(content: bytes) -> bool:
    return bool(
        BEGINNING.match(content[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe"))
    )


FORMAT = Reader("html", "HTML", (".html", ".htm", ".xhtml"), _recognises, read)
