"""The two families that every output is set in: Source Sans 3 (ours) and Source Serif 4 (theirs).

Adobe's own files under the SIL Open Font License 1.1 (see the licences beside them), from the
releases 3.052 (Sans) and 4.005 (Serif). TTF is read by the PDF and picture engine, WOFF2 is
embedded in standalone pages. "Source" is a reserved name, so the files are shipped unchanged.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent

SANS = "Source Sans 3"
SERIF = "Source Serif 4"

WEB_FACES = (
    (SANS, 400, "normal", "SourceSans3-Regular.woff2"),
    (SANS, 400, "italic", "SourceSans3-It.woff2"),
    (SANS, 600, "normal", "SourceSans3-Semibold.woff2"),
    (SERIF, 400, "normal", "SourceSerif4-Regular.woff2"),
    (SERIF, 600, "normal", "SourceSerif4-Semibold.woff2"),
)
"""Family, weight, style and file of each face that a standalone page carries."""


@cache
def read(name: str) -> bytes:
    """Return one font file by its name."""
    return (FOLDER / name).read_bytes()
