"""How wide a text will be: advance widths read from the fonts that draw it.

A chart whose labels were guessed at collides in one language or with one long place name.
The widths come from the `cmap` and `hmtx` tables of the shipped files; kerning, which nearly
always narrows a line, is left out.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from functools import cache

from localvision.outputs import fonts

_SAFETY = 1.02  # a browser that lacks the family falls back to one slightly wider
_FILES = {400: "SourceSans3-Regular.ttf", 600: "SourceSans3-Semibold.ttf"}


@cache
def _tables(file: str) -> dict[str, bytes]:
    raw = fonts.read(file)
    found = {}
    for i in range(struct.unpack(">H", raw[4:6])[0]):
        tag, _, at, length = struct.unpack(">4sIII", raw[12 + 16 * i : 28 + 16 * i])
        found[tag.decode("ascii")] = raw[at : at + length]
    return found


def _glyphs(cmap: bytes) -> dict[int, int]:
    """Read the segment map (format 4) of the basic plane: code point -> glyph."""
    count = struct.unpack(">H", cmap[2:4])[0]
    records = [struct.unpack(">HHI", cmap[4 + 8 * i : 12 + 8 * i]) for i in range(count)]
    at = next(o for _, _, o in records if struct.unpack(">H", cmap[o : o + 2])[0] == 4)
    length, _, twice = struct.unpack(">HHH", cmap[at + 2 : at + 8])
    n = twice // 2
    words = struct.unpack(f">{length // 2}H", cmap[at : at + length])
    ends, starts = words[7 : 7 + n], words[8 + n : 8 + 2 * n]
    deltas, offsets = words[8 + 2 * n : 8 + 3 * n], words[8 + 3 * n : 8 + 4 * n]
    glyphs: dict[int, int] = {}
    for i, (start, end) in enumerate(zip(starts, ends, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            if offsets[i] == 0:
                glyphs[code] = (code + deltas[i]) & 0xFFFF
            else:
                glyph = words[8 + 3 * n + i + offsets[i] // 2 + code - start]
                glyphs[code] = (glyph + deltas[i]) & 0xFFFF if glyph else 0
    return glyphs


@cache
def _advances(weight: int) -> tuple[Mapping[str, float], float]:
    """Return advance widths by character in units of the type size, and that of a stranger."""
    tables = _tables(_FILES[weight])
    em = struct.unpack(">H", tables["head"][18:20])[0]
    metrics = struct.unpack(">H", tables["hhea"][34:36])[0]
    hmtx = tables["hmtx"]

    def advance(glyph: int) -> float:
        at = 4 * min(glyph, metrics - 1)
        return float(struct.unpack(">H", hmtx[at : at + 2])[0]) / em

    glyphs = _glyphs(tables["cmap"])
    return {chr(c): advance(g) for c, g in glyphs.items() if g}, 1.0


def text_width(text: str, size: float, weight: int = 400) -> float:
    """Return how wide `text` runs at `size`, in the same unit, a little on the safe side.

    >>> round(text_width("Trust first", 14))
    57
    """
    widths, stranger = _advances(600 if weight >= 600 else 400)
    return _SAFETY * size * sum(widths.get(c, stranger) for c in text)


def wrap(text: str, size: float, width: float, weight: int = 400) -> tuple[str, ...]:
    """Break a text into lines no wider than `width`; a word too long is broken inside.

    >>> wrap("Trust between chief officers", 14, 90)
    ('Trust between', 'chief officers')
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        for piece in _pieces(word, size, width, weight):
            longer = f"{line} {piece}" if line else piece
            if not line or text_width(longer, size, weight) <= width:
                line = longer
            else:
                lines.append(line)
                line = piece
    return (*lines, line) if line or not lines else tuple(lines)


def _pieces(word: str, size: float, width: float, weight: int) -> list[str]:
    pieces = []
    while len(word) > 1 and text_width(word, size, weight) > width:
        keep = len(word) - 1
        while keep > 1 and text_width(word[:keep] + "-", size, weight) > width:
            keep -= 1
        pieces.append(word[:keep] + "-")
        word = word[keep:]
    return [*pieces, word]
