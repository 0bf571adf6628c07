"""Read HTML: cleaned of everything that is not text, then block by block."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

import nh3

from localvision.errors import Where
from localvision.errors.intake import NO_WORDS, NOT_TEXT
from localvision.intake.draft import Block, Draft, draft_from_blocks
from localvision.intake.encodings import BYTE_ORDER_MARKS, Decoded, decode, unix_line_ends
from localvision.intake.words import word_set

BLOCKS = word_set(
    "address article aside blockquote dd details div dl dt figcaption figure footer form h1 h2 h3 "
    "h4 h5 h6 header hr li main nav ol p pre section table tbody td th thead tfoot tr ul "
    "summary caption"
)
INLINE = word_set("a b strong em i u s q cite span br sup sub small mark code abbr wbr")
DROPPED = word_set("script style template noscript title head svg math object iframe")
HTML_SPACE = re.compile(r"[ \t\n\r\f]+")
CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([a-zA-Z0-9_:.-]+)", re.IGNORECASE)
TITLE = re.compile(r"<title[^>]*>(.*?)</title\s*>", re.IGNORECASE | re.DOTALL)


def read(content: bytes, file_name: str) -> Draft:
    """Read a web page: headings, paragraphs, lists and table rows; no script ever runs.

    Runs of white space are one space, as a browser shows them, save inside `<pre>`;
    no-break spaces stay.

    Raises
    ------
    LocalVisionError : `intake.not-text`, `intake.no-words`.
    """
    decoded = _decode(content, file_name)
    cleaned = nh3.clean(
        decoded.text, tags=set(BLOCKS | INLINE), clean_content_tags=set(DROPPED), attributes={}
    )
    parser = _BlockParser()
    parser.feed(cleaned)
    parser.close()
    parser.end_block()
    if not any(block.text.strip() for block in parser.blocks):
        raise NO_WORDS.error(where=Where(file=file_name), file=file_name, format="HTML")
    return draft_from_blocks(
        parser.blocks,
        title=_title(decoded.text),
        encoding=decoded.encoding,
        problems=decoded.problems(file_name),
    )


def _decode(content: bytes, file_name: str) -> Decoded:
    named = CHARSET.search(content[:2048])
    if named is None or any(content.startswith(mark) for mark, _ in BYTE_ORDER_MARKS):
        return decode(content, file_name)
    try:
        encoding = codecs.lookup(named[1].decode("ascii")).name
        # Browsers take these two names to mean Windows-1252, and so do the writers.
        encoding = "cp1252" if encoding in {"iso8859-1", "ascii"} else encoding
        return Decoded(unix_line_ends(content.decode(encoding)), encoding, guessed=False)
    except LookupError:
        return decode(content, file_name)
    except UnicodeDecodeError as error:
        detail = f"it says that it is {encoding}, but byte {error.start + 1} is not"
        raise NOT_TEXT.error(where=Where(file=file_name), file=file_name, detail=detail) from error


def _title(text: str) -> str:
    match = TITLE.search(text)
    if match is None:
        return ""
    parser = _BlockParser()
    parser.feed(match[1])
    parser.close()
    parser.end_block()
    return " ".join(block.text for block in parser.blocks)


@dataclass
class _Row:
    """A table row being read; `cell` is None between cells."""

    cells: list[str] = field(default_factory=list)
    cell: list[str] | None = None


class _BlockParser(HTMLParser):
    """Gathers text between block tags; cells of one row are joined by tabs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._rows: list[_Row] = []  # a stack, for tables in cells
        self._rows_seen = 0
        self._pre = self._bold_depth = 0
        self._start_block()

    def _start_block(self) -> None:
        self._text: list[str] = []
        self._last = ""
        self._level = self._bold = 0
        self._plain_seen = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, a row, a cell, a bold run or a new line."""
        if tag == "br":
            self._take("\n")
        elif tag in {"b", "strong"}:
            self._bold_depth += 1
        elif tag in BLOCKS:
            self.end_block()
            self._pre += tag == "pre"
            self._level = int(tag[1]) if re.fullmatch(r"h[1-6]", tag) else 0
            self._start_table_part(tag)

    def _start_table_part(self, tag: str) -> None:
        if tag == "table":
            self._rows_seen = 0
        elif tag == "tr":
            self._rows.append(_Row())
        elif tag in {"td", "th"} and self._rows:
            self._rows[-1].cell = []

    def handle_endtag(self, tag: str) -> None:
        """End a block, a row, a cell or a bold run."""
        if tag in {"b", "strong"}:
            self._bold_depth = max(0, self._bold_depth - 1)
        elif tag in BLOCKS:
            self.end_block()
            self._pre = max(0, self._pre - (tag == "pre"))
            if tag in {"td", "th"} and self._rows:
                row = self._rows[-1]
                row.cells.append("\n".join(row.cell or []))
                row.cell = None
            elif tag == "tr" and self._rows:
                self._put(Block("\t".join(self._rows.pop().cells), tight=self._rows_seen > 0))
                self._rows_seen += 1

    def handle_data(self, data: str) -> None:
        """Take words, collapsing white space as a browser does."""
        words = data if self._pre else HTML_SPACE.sub(" ", data)
        if not self._pre and self._last in {"", " ", "\n"}:
            words = words.removeprefix(" ")
        if not words:
            return
        if self._bold_depth and not self._plain_seen:
            self._bold += len(words)
        elif words.strip():
            self._plain_seen = True
        self._take(words)

    def _take(self, words: str) -> None:
        self._text.append(words)
        self._last = words[-1]

    def end_block(self) -> None:
        """Close the block that is open, into the cell where there is one."""
        text = "".join(self._text)
        text = text.strip("\n") if self._pre else re.sub(r" *\n *", "\n", text).strip(" \n")
        if text.strip():
            bold = self._bold if self._bold < len(text) else 0
            self._put(Block(text, level=self._level, bold=bold))
        self._start_block()

    def _put(self, block: Block) -> None:
        if self._rows and self._rows[-1].cell is not None:
            self._rows[-1].cell.append(block.text)
        else:
            self.blocks.append(block)
