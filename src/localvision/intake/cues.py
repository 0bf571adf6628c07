"""Timed captions become turns: one for each stretch of speech by one voice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from localvision.errors import Problem, Where
from localvision.errors.intake import CUES_NOT_READ, TIMES_RUN_BACKWARDS
from localvision.intake.document import Turn
from localvision.intake.draft import Draft
from localvision.intake.turns.labels import accepted_labels, label_at

ARROW = re.compile(r"-{1,3}>")
CLOCK = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
TIME_LINE = re.compile(rf"^\s*{CLOCK}\s+-->\s+{CLOCK}(?:\s.*)?$")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of one voice with their times; `speaker` is "" where no voice is named."""

    speaker: str
    words: str
    starts_s: float | None
    ends_s: float | None


def seconds(clock: str) -> float:
    """Turn 01:02:03.450, 02:03.450 or 00:02:03,450 into seconds.

    Examples
    --------
    >>> seconds("00:00:04.500")
    4.5
    >>> seconds("01:00,250")
    60.25
    """
    match = re.fullmatch(CLOCK, clock.strip())
    if match is None:
        raise ValueError(f"not a time: {clock!r}")
    hours, minutes, whole, fraction = match.groups()
    past = int(hours or 0) * 3600 + int(minutes) * 60 + int(whole)
    return round(past + int(fraction.ljust(3, "0")) / 1000, 3)


def draft_from_cues(cues: Iterable[Cue], encoding: str, problems: Iterable[Problem]) -> Draft:
    """Join cues into turns: a named voice goes on until another speaks.

    The text has a line `Name: words` for each turn of a named voice; cues that name
    nobody stay one turn each, so that their times are kept.
    """
    parts: list[str] = []
    turns: list[Turn] = []
    position = 0
    for number, cue in enumerate(_merged(cues), 1):
        if parts:
            joint = "\n\n" if cue.speaker or turns[-1].speaker_raw else "\n"
            parts.append(joint)
            position += len(joint)
        label = f"{cue.speaker}: " if cue.speaker else ""
        end = position + len(label) + len(cue.words)
        turns.append(
            Turn(
                number, cue.speaker, position, end, position + len(label), cue.starts_s, cue.ends_s
            )
        )
        parts.append(label + cue.words)
        position = end
    return Draft("".join(parts), encoding, turns=tuple(turns), problems=tuple(problems))


def speakers_from_labels(cues: Sequence[Cue]) -> list[Cue]:
    """Give cues their speaker where captions write `NAME: words` instead of a voice."""
    lines = [(cue, line) for cue in cues for line in cue.words.split("\n")]
    found = [label_at(line) if not cue.speaker else None for cue, line in lines]
    accepted = accepted_labels(Counter(label.name for label in found if label), timed=False)
    labelled: list[Cue] = []
    speaker = ""
    for (cue, line), label in zip(lines, found, strict=True):
        words = line
        if cue.speaker:
            speaker = cue.speaker
        elif label and label.name in accepted:
            speaker, words = label.name, line[label.words_at :]
        same = labelled and labelled[-1].speaker == speaker
        if same and labelled[-1].starts_s == cue.starts_s and labelled[-1].ends_s == cue.ends_s:
            labelled[-1] = replace(labelled[-1], words=f"{labelled[-1].words}\n{words}")
        else:
            labelled.append(replace(cue, speaker=speaker, words=words))
    return labelled


def cue_problems(text: str, cues: Sequence[Cue], file_name: str) -> list[Problem]:
    """List time lines that could not be read, and times that run backwards."""
    bad = [
        row
        for row, line in enumerate(text.split("\n"), 1)
        if ARROW.search(line) and re.match(r"\s*\d", line) and not TIME_LINE.match(line)
    ]
    problems = []
    if bad:
        where = Where(file=file_name, row=bad[0])
        problems.append(
            CUES_NOT_READ.problem(where=where, file=file_name, count=len(bad), row=bad[0])
        )
    for cue in cues:
        if _backwards(cue):
            where = Where(file=file_name)
            problems.append(
                TIMES_RUN_BACKWARDS.problem(
                    where=where, file=file_name, start=cue.starts_s, end=cue.ends_s
                )
            )
    return problems


def _backwards(cue: Cue) -> bool:
    return cue.starts_s is not None and cue.ends_s is not None and cue.ends_s < cue.starts_s


def _merged(cues: Iterable[Cue]) -> list[Cue]:
    merged: list[Cue] = []
    for cue in cues:
        if not cue.words.strip():
            continue
        timed = replace(cue, starts_s=None, ends_s=None) if _backwards(cue) else cue
        if merged and timed.speaker and merged[-1].speaker == timed.speaker:
            before = merged[-1]
            ends = timed.ends_s if timed.ends_s is not None else before.ends_s
            merged[-1] = replace(before, words=f"{before.words} {timed.words}", ends_s=ends)
        else:
            merged.append(timed)
    return merged
