"""WebVTT transcripts, as Teams and Zoom write them."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator

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

VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]*)>")
TAG = re.compile(r"</?[a-z0-9:.][^<>]*>", re.IGNORECASE)


def read(content: bytes, file_name: str) -> Draft:
    """Read a WebVTT transcript: a turn for each voice, with its first and last second.

    Raises
    ------
    LocalVisionError : `intake.unreadable`, `intake.no-words`, `intake.not-text`.
    """
    where = Where(file=file_name)
    decoded = decode(content, file_name)
    try:
        captions = webvtt.from_buffer(io.StringIO(decoded.text)).captions
        cues = [cue for caption in captions for cue in _cues(caption)]
    except (MalformedFileError, MalformedCaptionError, ValueError) as error:
        raise UNREADABLE.error(where=where, file=file_name, format="VTT", detail=error) from error
    problems = [*decoded.problems(file_name), *cue_problems(decoded.text, cues, file_name)]
    cues = speakers_from_labels(cues)
    if not any(cue.words.strip() for cue in cues):
        raise NO_WORDS.error(where=where, file=file_name, format="VTT")
    return draft_from_cues(cues, decoded.encoding, problems)


def _cues(caption: webvtt.Caption) -> Iterator[Cue]:
    starts_s, ends_s = seconds(caption.start), seconds(caption.end)
    before, *voiced = VOICE.split(caption.raw_text)
    if _words(before):
        yield Cue("", _words(before), starts_s, ends_s)
    for name, words in zip(voiced[::2], voiced[1::2], strict=True):
        yield Cue(html.unescape(name).strip(), _words(words), starts_s, ends_s)


def _words(marked: str) -> str:
    return html.unescape(TAG.sub("", marked)).strip()


SIGNATURE = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?"
    rb"\x00?W\x00?E\x00?B\x00?V\x00?T\x00?T\x00?[ \t\r\n]"
)


def _recognises(content: bytes) -> bool:
    return bool(SIGNATURE.match(content))


FORMAT = Reader("vtt", "VTT", (".vtt",), _recognises, read)
