"""What intake hands over: one document, read once, with everything found in its text.

All offsets are code points into `Document.text`, half open: `text[start:end]`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from localvision.errors import Problem

MarkKind = Literal["redaction", "insertion", "ellipsis", "event", "interruption"]
QuotationKind = Literal["verbatim", "paraphrase", "joined"]


@dataclass(frozen=True, slots=True)
class Turn:
    """One person's uninterrupted speech.

    `start..end` is the whole turn, label included; the words begin at `text_start`.
    `speaker_raw` is the label as written ("" where the document names nobody);
    `speaker` is what a person confirmed, None until then. Times are seconds from the
    start of the recording, None where the document gives none.
    """

    number: int
    speaker_raw: str
    start: int
    end: int
    text_start: int
    starts_s: float | None = None
    ends_s: float | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, deeper sections included.

    `number` is as written, without a closing full stop ("5.2.1"), or "" where headings
    carry no number; `level` is 1 for the outermost.
    """

    number: str
    title: str
    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """An editor's trace inside a quotation.

    "redaction": something taken out ([X], [our Enabler]); "insertion": the editor's words
    ([What was important was], (localities)); "ellipsis": words left out; "event":
    [laughs]; "interruption": a footnote or page number that fell between the words.
    Redaction and insertion are proposals: both look alike on the page.
    """

    kind: MarkKind
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class AttributedQuotation:
    """Quoted words followed by the role of whoever said them in brackets.

    Parameters
    ----------
    start, end : the words inside the quotation marks.
    text : `document.text[start:end]`.
    words : number of words, as `count_words` counts, interruptions left out.
    raw_role, role : the label as printed, and its normalised key.
    section : the innermost section it stands in, or None; `section_path` from the outside in.
    theme_hint : title of `section`, "" without one.
    kind, kind_reason : a proposal for a person to confirm; "verbatim" needs no reason.
    notes : what was odd about it ("closing quotation mark missing").
    """

    start: int
    end: int
    text: str
    words: int
    raw_role: str
    role: str
    section: Section | None
    section_path: tuple[Section, ...]
    theme_hint: str
    marks: tuple[Mark, ...]
    kind: QuotationKind
    kind_reason: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: immutable, and the same for the same bytes and name.

    `format` is a key of `intake.formats.FORMATS`; `sha256` is of the bytes as sent;
    `encoding` is how characters were read ("" where the format settles it); `title` is ""
    where the document has none. `problems` are warnings: what is an error is raised.
    """

    file_name: str
    format: str
    sha256: str
    encoding: str
    title: str
    text: str
    turns: tuple[Turn, ...]
    sections: tuple[Section, ...]
    quotations: tuple[AttributedQuotation, ...]
    problems: tuple[Problem, ...]
