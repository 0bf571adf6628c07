"""Read one document: tell its format, take its text, and find what stands in it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from localvision.errors import Problem, Where
from localvision.errors.intake import (
    EMPTY_FILE,
    NO_WORDS,
    QUOTATION_NOT_CLOSED,
    QUOTATION_NOT_OPENED,
    TOO_LARGE,
)
from localvision.intake.document import AttributedQuotation, Document, Section
from localvision.intake.draft import Draft
from localvision.intake.formats import name_disagreement, sniff
from localvision.intake.quotations.attributed import NOT_CLOSED, NOT_OPENED, attributed_quotations
from localvision.intake.sections import recognise_sections, sections_from_headings
from localvision.intake.turns import propose_turns

MEBIBYTE = 1024 * 1024
LARGEST_DOCUMENT = 200 * MEBIBYTE
NOTE_MESSAGES = {NOT_CLOSED: QUOTATION_NOT_CLOSED, NOT_OPENED: QUOTATION_NOT_OPENED}


def read_document(
    content: bytes, file_name: str, roles: Mapping[str, str] | None = None
) -> Document:
    r"""Read a DOCX, ODT, RTF, PDF, text, Markdown, HTML, VTT or SRT document.

    Parameters
    ----------
    content : the bytes of the file. file_name : its name, for messages and as a hint.
    roles : role labels or aliases to keys, as for `attributed_quotations`.

    Returns
    -------
    Document: the text with `\n` line ends and every other character as it was; speaker
    turns, sections and attributed quotations as proposals; warnings in `problems`. The
    same bytes and name always give an equal document.

    Raises
    ------
    LocalVisionError : with one problem that names the file: `intake.empty-file`,
        `intake.too-large`, `intake.unknown-format`, `intake.unreadable`,
        `intake.encrypted`, `intake.pdf-no-text`, `intake.hostile-xml`, `intake.not-text`,
        `intake.no-words`, `intake.old-or-locked-office`.

    Examples
    --------
    >>> document = read_document("Ann: Café?\r\nBo: Yes.\r\nAnn: Good.".encode(), "talk.txt")
    >>> document.text
    'Ann: Café?\nBo: Yes.\nAnn: Good.'
    >>> [(turn.number, turn.speaker_raw) for turn in document.turns]
    [(1, 'Ann'), (2, 'Bo'), (3, 'Ann')]
    """
    where = Where(file=file_name)
    if not content:
        raise EMPTY_FILE.error(where=where, file=file_name)
    if len(content) > LARGEST_DOCUMENT:
        sizes = {"size_mb": len(content) // MEBIBYTE, "limit_mb": LARGEST_DOCUMENT // MEBIBYTE}
        raise TOO_LARGE.error(where=where, file=file_name, **sizes)
    reader = sniff(content, file_name)
    draft = reader.read(content, file_name)
    if not draft.text.strip():
        raise NO_WORDS.error(where=where, file=file_name, format=reader.name)
    sections = _sections(draft)
    quotations = attributed_quotations(draft.text, sections, roles)
    turns = draft.turns
    if turns is None:
        turns = propose_turns(draft.text, draft.bold_leads).turns
    disagreement = name_disagreement(reader, file_name)
    return Document(
        file_name=file_name,
        format=reader.key,
        sha256=hashlib.sha256(content).hexdigest(),
        encoding=draft.encoding,
        title=draft.title,
        text=draft.text,
        turns=turns,
        sections=sections,
        quotations=quotations,
        problems=(
            *((disagreement,) if disagreement else ()),
            *draft.problems,
            *_quotation_problems(quotations, file_name),
        ),
    )


def _sections(draft: Draft) -> tuple[Section, ...]:
    """Trust a format's own headings where it has several, else the numbers in the text."""
    if len(draft.headings) >= 2:
        return sections_from_headings(draft.text, draft.headings)
    return recognise_sections(draft.text) or sections_from_headings(draft.text, draft.headings)


def _quotation_problems(
    quotations: tuple[AttributedQuotation, ...], file_name: str
) -> list[Problem]:
    return [
        NOTE_MESSAGES[note].problem(
            where=Where(file=file_name),
            file=file_name,
            role=" ".join(quotation.raw_role.split()),
            words=" ".join(quotation.text.split()[:8]),
        )
        for quotation in quotations
        for note in quotation.notes
    ]
