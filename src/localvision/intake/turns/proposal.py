"""Propose who speaks when, from labels at the start of lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from localvision.intake.document import Turn
from localvision.intake.turns.labels import (
    HEAD_KEYS,
    Label,
    accepted_labels,
    first_word,
    has_label_shape,
    is_generic,
    label_at,
)
from localvision.intake.words import count_words

# Turns must open at least this share of the paragraphs after the first of them: a report
# that says "Process:" and "Context:" a few times is no conversation.
LEAST_SHARE = 0.25
LEAST_SHARE_GENERIC = 0.04  # "Interviewer:" can be nothing else, however long the answers


NEXT_LINES = re.compile(r"\s*")
HEAD_ENDS_BEFORE = 2000  # characters; no transcript has a longer head


@dataclass(frozen=True, slots=True)
class SpeakerLabel:
    """One label as written, in how many turns, with how many words."""

    label: str
    turns: int
    words: int


@dataclass(frozen=True, slots=True)
class TurnProposal:
    """Turns for a person to confirm.

    `speakers` by first appearance; `confidence` from 0 (no turns found) to 1, a rule of
    thumb for sorting what to look at first, no probability; `reasons` say what was seen.
    `text` is what the offsets point into.
    """

    turns: tuple[Turn, ...]
    speakers: tuple[SpeakerLabel, ...]
    confidence: float
    reasons: tuple[str, ...]
    confirmed: bool = False
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class _Candidate:
    label: Label
    start: int
    text_start: int


def propose_turns(text: str, bold_leads: Sequence[tuple[int, int]] = ()) -> TurnProposal:
    r"""Find speaker turns in a transcript.

    Parameters
    ----------
    text : a whole document.
    bold_leads : spans at the start of paragraphs that were bold, where the format says.

    Returns
    -------
    TurnProposal; no turns and confidence 0 where the text is no conversation. What
    stands before the first turn belongs to none.

    Limits
    ------
    A name used once in a short text, or labels that begin with a small letter, are missed.

    Examples
    --------
    >>> proposal = propose_turns("INTERVIEWER: How did it go?\nP1: Slowly: trust takes time.")
    >>> [(turn.speaker_raw, turn.text_start) for turn in proposal.turns]
    [('INTERVIEWER', 13), ('P1', 32)]
    >>> propose_turns("Note: nobody came.\nNote: it rained.").turns
    ()
    """
    candidates = _candidates(text, bold_leads)
    timed = sum(c.label.starts_s is not None for c in candidates) >= 2
    accepted = accepted_labels(Counter(c.label.name for c in candidates), timed=timed)
    chosen = [c for c in candidates if c.label.name in accepted]
    if len(chosen) < 2:
        return TurnProposal((), (), 0.0, ("no speaker labels were found",), text=text)
    share = len(chosen) / max(1, _paragraphs(text, chosen[0].start))
    generic = sum(is_generic(c.label.name) for c in chosen) / len(chosen)
    if share < (LEAST_SHARE_GENERIC if generic > 0.4 or timed else LEAST_SHARE):
        reason = "some lines begin like speaker labels, but too few for a conversation"
        return TurnProposal((), (), 0.0, (reason,), text=text)
    turns = _turns(text, chosen)
    return TurnProposal(
        turns,
        speakers_of(text, turns),
        _confidence(turns, share, generic, timed),
        _reasons(turns, generic, timed),
        text=text,
    )


def speakers_of(text: str, turns: Sequence[Turn]) -> tuple[SpeakerLabel, ...]:
    """Count turns and words for each label, in order of first appearance."""
    labels = list(dict.fromkeys(turn.speaker_raw for turn in turns))
    counted = Counter(turn.speaker_raw for turn in turns)
    words: Counter[str] = Counter()
    for turn in turns:
        words[turn.speaker_raw] += count_words(text[turn.text_start : turn.end])
    return tuple(SpeakerLabel(label, counted[label], words[label]) for label in labels)


def _candidates(text: str, bold_leads: Sequence[tuple[int, int]]) -> list[_Candidate]:
    bold = dict(bold_leads)
    lines = list(_lines(text))
    head_ends = _end_of_head(lines)
    found = []
    for start, line in lines:
        if start < head_ends:
            continue
        label = label_at(line) or _bold_label(text, line, start, bold)
        if label:
            words_at = start + label.words_at
            if label.own_line:
                words_at = NEXT_LINES.match(text, words_at).end()  # type: ignore[union-attr]
            found.append(_Candidate(label, start, words_at))
    return found


def _bold_label(text: str, line: str, start: int, bold: dict[int, int]) -> Label | None:
    end = bold.get(start)
    if end is None or end > start + len(line):
        return None
    name = text[start:end].strip().rstrip(":").strip()
    if not has_label_shape(name):
        return None
    rest = text[end : start + len(line)]
    return Label(name, end - start + len(rest) - len(rest.lstrip(" \t:")), None)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    position = 0
    for line in text.split("\n"):
        yield position, line
        position += len(line) + 1


def _end_of_head(lines: Sequence[tuple[int, str]]) -> int:
    """Return where the head of a transcript ends: `Date: ...`, `Interviewee: ...` and so on.

    The head is the run of `Key: value` lines at the top up to the last key that only a
    head has; short values right under it (a name, not a sentence) still belong to it.
    """
    end, in_head = 0, False
    for start, line in lines:
        if start > HEAD_ENDS_BEFORE:
            break
        label = label_at(line)
        if label is None and not line.strip():
            continue
        if label is None:
            if in_head or start > 400:
                break
            continue
        words = line[label.words_at :].strip()
        is_key = first_word(label.name) in HEAD_KEYS
        short = 0 < len(words.split()) <= 4 and not words.endswith((".", "?", "!"))
        if is_key:
            in_head = True
        if not is_key and not (in_head and short):
            if in_head:
                break
            continue
        end = start + len(line)
    return end if in_head else 0


def _paragraphs(text: str, start: int) -> int:
    separator = "\n\n" if "\n\n" in text[start:] else "\n"
    return sum(1 for part in text[start:].split(separator) if part.strip())


def _turns(text: str, chosen: Sequence[_Candidate]) -> tuple[Turn, ...]:
    ends = [c.start for c in chosen[1:]] + [len(text)]
    turns = []
    for number, (candidate, limit) in enumerate(zip(chosen, ends, strict=True), 1):
        first = min(candidate.text_start, limit)
        end = first + len(text[first:limit].rstrip())
        if end == first:  # a label without words
            first = end = candidate.start + len(text[candidate.start : limit].rstrip())
        turns.append(
            Turn(
                number, candidate.label.name, candidate.start, end, first, candidate.label.starts_s
            )
        )
    return tuple(turns)


def _confidence(turns: Sequence[Turn], share: float, generic: float, timed: bool) -> float:
    pairs = list(pairwise(turns))
    alternating = sum(a.speaker_raw != b.speaker_raw for a, b in pairs) / len(pairs)
    sure = 1.0 if timed else generic
    return round(0.25 + 0.25 * sure + 0.25 * min(1.0, share / 0.5) + 0.25 * alternating, 2)


def _reasons(turns: Sequence[Turn], generic: float, timed: bool) -> tuple[str, ...]:
    reasons = [f"{len(turns)} turns by {len({t.speaker_raw for t in turns})} labels"]
    if timed:
        reasons.append("labels carry times")
    if generic:
        reasons.append(f"{generic:.0%} of turns have a label that only speakers have")
    return tuple(reasons)
