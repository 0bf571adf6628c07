"""The shapes of texts, and of what evaluators made of them.

Offsets are code points into `ExampleSource.text` (Python string indices), lines end with `\\n`,
and `text[start:end]` is exactly the words meant.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class ExampleTurn:
    """One speaker's turn: `start:end` are the spoken words, without the label before them.

    `label_start` is where the line with the label begins; `person` is empty for the interviewer.
    """

    speaker: str
    person: str
    label_start: int
    start: int
    end: int
    is_interviewer: bool


@dataclass(frozen=True, slots=True)
class ExamplePassage:
    """Words planted with a known meaning.

    themes : keys of the theme frame (one or two).
    hypothesis : key of a hypothesis of the template, or empty.
    stance : `supports` or `contradicts` the hypothesis; `neutral` where none is meant.
    truth : `true` (what is said is so in this place), `dissent` (an honest other view),
        `talk` (change is claimed and nothing on the ground bears it out).
    condition, present : which start-up condition the words speak of, and whether they say that it
        is there; empty and None where they speak of none.
    tags : further keys, e.g. a change tag, a mechanism, an inhibitor or a behaviour.
    """

    key: str
    source: str
    person: str
    turn: int
    start: int
    end: int
    themes: tuple[str, ...]
    hypothesis: str
    stance: str
    truth: str
    condition: str
    present: bool | None
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExampleSource:
    """One invented text: interview, focus group, survey free text, Enabler's log or story.

    `locality` and `project` are empty for national interviews. `people` holds the codes of all who
    speak in it. `consent` lists the uses that were agreed to (take_part, record, quote_with_role,
    share_with_commissioner, archive).
    """

    key: str
    title: str
    kind: str  # interview, focus_group, survey_text, log, story
    locality: str
    project: str
    wave: str
    held_on: date
    people: tuple[str, ...]
    role: str  # role key of the one person, or "" where several speak
    text: str
    turns: tuple[ExampleTurn, ...]
    passages: tuple[ExamplePassage, ...]
    consent: tuple[str, ...]

    @property
    def words(self) -> int:
        """How many words the text has."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class ExampleCoding:
    """One coder's decision: these words of this source speak of this theme."""

    source: str
    passage: str  # the planted passage it falls on; empty where the coder saw one more
    coder: str  # coder_a, coder_b
    code: str  # theme key
    start: int
    end: int
    coded_on: date


@dataclass(frozen=True, slots=True)
class ExampleMemo:
    """An evaluator's note; `about` is a key of a theme, locality, passage or claim."""

    key: str
    title: str
    about: str
    written_by: str  # coder_a, coder_b
    written_on: date
    text: str


@dataclass(frozen=True, slots=True)
class ExampleClaim:
    """A finding in one sentence, with the passages for it and against it.

    `quantifier` is the word in the sentence that says how much; `quantifier_fits` is the known
    truth about it: False where the word says more, or less, than the evidence bears.
    """

    key: str
    sentence: str
    status: str  # emerging, interim, final, revised, withdrawn
    strength: str  # tentative, moderate, strong
    hypothesis: str
    themes: tuple[str, ...]
    supporting: tuple[str, ...]
    contrary: tuple[str, ...]
    caveat: str
    quantifier: str
    quantifier_fits: bool


@dataclass(frozen=True, slots=True)
class ExampleBlock:
    """One block of the example report, in order.

    kind : heading, text, claim, quotation, table, chart, matrix, theme_map, voices, methods.
    level : 1 to 3 for headings, else 0.
    text : heading or narrative; narrative cites claims as `{claim:KEY}` and passages as
        `{passage:KEY}`.
    ref : key of the claim or passage that a block shows, else empty.
    settings : what a table or chart shows, in plain values.
    """

    kind: str
    level: int
    text: str
    ref: str
    settings: dict[str, Any]


@dataclass(frozen=True, slots=True)
class ExampleReport:
    """The outline of an example interim report."""

    title: str
    subtitle: str
    as_at: date
    notice: str
    blocks: tuple[ExampleBlock, ...]
