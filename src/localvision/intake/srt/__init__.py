"""SubRip transcripts."""

from __future__ import annotations

import io
import re

import webvtt
from webvtt.errors import MalformedCaptionError, MalformedFileError

from localvision.errors import Where
from localvision.errors.intake import NO_WORDS, UNREADABLE
from localvision.intake.cues import (
    Cue,
    cue_problems,
    draft_from_cues,
    seconds,
    speakers_from_labels,
)
from localvision.intake.draft import Draft
from localvision.intake.encodings import decode
from localvision.intake.reader import Reader

__all__ = ["FORMAT", "read"]

TAG = re.compile(r"</?(?:i|b|u|font)\b[^<>]*>|\{\\[^{}]*\}", re.IGNORECASE)
BEGINNING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*[0-9]+[ \t]*\r?\n[0-9]{1,2}:[0-9]{2}:[0-9]{2}[,.][0-9]{1,3}[ \t]*-->"
)


def read(content: bytes, file_name: str) -> Draft:
    """Read a SubRip transcript; speakers come from `NAME:` at the start of a line.

    Raises
    ------
    LocalVisionError : `intake.unreadable`, `intake.no-words`, `intake.not-text`.
    """
    where = Where(file=file_name)
    decoded = decode(content, file_name)
    try:
        captions = webvtt.from_buffer(io.StringIO(decoded.text), format="srt").captions
    except (MalformedFileError, MalformedCaptionError, ValueError) as error:
        raise UNREADABLE.error(where=where, file=file_name, format="SRT", detail=error) from error
    cues = [
        Cue("", TAG.sub("", caption.raw_text).strip(), seconds(caption.start), seconds(caption.end))
        for caption in captions
    ]
    problems = [*decoded.problems(file_name), *cue_problems(decoded.text, cues, file_name)]
    cues = speakers_from_labels(cues)
    if not any(cue.words.strip() for cue in cues):
        raise NO_WORDS.error(where=where, file=file_name, format="SRT")
    return draft_from_cues(cues, decoded.encoding, problems)


FORMAT = Reader(
    "srt", "SRT", (".srt",), lambda content: bool(BEGINNING.match(content[:4096])), read
)
