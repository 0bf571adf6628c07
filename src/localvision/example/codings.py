"""What two coders made of the texts, with honest disagreement; and a few memos."""

from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import timedelta

from localvision.example.texts import (
    ExampleClaim,
    ExampleCoding,
    ExampleMemo,
    ExamplePassage,
    ExampleSource,
)

CLUSTERS = (
    ("enabler_role", "problem_framing", "timing"),
    ("structures_priorities", "networks_relationships", "political_support"),
    ("mindset", "culture", "behaviours"),
)
SHARE_DOUBLE_CODED = 0.25
MISSED = {"coder_a": 0.03, "coder_b": 0.08}
OTHER_THEME = {"coder_a": 0.02, "coder_b": 0.13}
OTHER_SPAN = {"coder_a": 0.05, "coder_b": 0.25}


def codings_of(seed: int, source: ExampleSource) -> tuple[ExampleCoding, ...]:
    """Return the codings of one source: coder A always, coder B on about a quarter of sources.

    Where the two differ it is as people differ: another theme of the same cluster, a longer or
    shorter stretch of words, a passage passed over, one more seen.
    """
    rng = random.Random(f"{seed}/{source.key}/codings")
    twice = rng.random() < SHARE_DOUBLE_CODED
    coders = ("coder_a", "coder_b") if twice else ("coder_a",)
    return tuple(coding for coder in coders for coding in _coded_by(coder, source, rng))


def _coded_by(coder: str, source: ExampleSource, rng: random.Random) -> list[ExampleCoding]:
    made = [
        _coding(coder, source, passage, theme, rng)
        for passage in source.passages
        for theme in passage.themes
        if rng.random() >= MISSED[coder]
    ]
    if coder == "coder_b" and source.turns and rng.random() < 0.5:
        made.append(_one_more(coder, source, rng))
    return made


def _coding(
    coder: str, source: ExampleSource, passage: ExamplePassage, theme: str, rng: random.Random
) -> ExampleCoding:
    code = _neighbour(theme, rng) if rng.random() < OTHER_THEME[coder] else theme
    start, end = passage.start, passage.end
    if rng.random() < OTHER_SPAN[coder]:
        start, end = _other_span(source, passage, rng)
    later = 20 if coder == "coder_a" else 34
    day = source.held_on + timedelta(days=later)
    return ExampleCoding(source.key, passage.key, coder, code, start, end, day)


def _neighbour(theme: str, rng: random.Random) -> str:
    cluster = next(each for each in CLUSTERS if theme in each)
    return rng.choice([other for other in cluster if other != theme])


def _other_span(
    source: ExampleSource, passage: ExamplePassage, rng: random.Random
) -> tuple[int, int]:
    """Take in the whole answer, or leave the first sentence out."""
    turn = source.turns[passage.turn]
    first_stop = source.text.find(". ", passage.start, passage.end)
    if rng.random() < 0.5 or first_stop < 0:
        return turn.start, turn.end
    return first_stop + 2, passage.end


def _one_more(coder: str, source: ExampleSource, rng: random.Random) -> ExampleCoding:
    """Code an answer in which nothing was planted, as a careful reader might."""
    turn = rng.choice([turn for turn in source.turns if not turn.is_interviewer])
    code = rng.choice(CLUSTERS[rng.randrange(3)])
    day = source.held_on + timedelta(days=34)
    return ExampleCoding(source.key, "", coder, code, turn.start, turn.end, day)


MEMOS = (
    ("M01", "Who is not in the room", "claim:C09",
     "Everything we have on residents' part comes from people who are paid to be there, but for a "
     "handful. Before this goes further: ask the three places with a story to let us hear a second "
     "resident each, and say in the report how many we asked and how many answered."),
    ("M02", "Slow is two things", "theme:timing",
     "Some say slow and mean that nothing happened; others say slow and mean that they were let "
     "in. I code both under timing. If the second grows I would split the theme."),
    ("M03", "'Embedded' without an object", "claim:C11",
     "I have started to underline 'embedded' wherever nobody names what is embedded in what. It "
     "gathers in interviews with leads, in places where the closing return is warmest. Look at the "
     "checks on site before believing it, and before disbelieving it."),
    ("M04", "Mindset or behaviour?", "theme:mindset",
     "Disagreement with the other coder is mostly here. A person says 'I now ask'. Is that how she "
     "sees, or what she does? We agreed: if somebody else could have seen it, behaviours."),
    ("M05", "The Enabler's own account", "theme:enabler_role",
     "Enablers tell us of their failures more readily than partners tell us of the Enabler's. That "
     "is to their credit, and it will make the role look worse in places with a candid Enabler."),
    ("M06", "Two accounts of one thing", "theme:networks_relationships",
     "The running stories are worth more than the opinions. Statutory people tell how it was "
     "decided, others tell where they were standing. Keep both side by side; do not average."),
    ("M07", "Backing, twice", "theme:political_support",
     "Political and organisational support are one theme in the frame and two things in the talk. "
     "I note in each coding which is meant. If they go different ways, that will matter."),
    ("M08", "What would change my mind", "claim:C01",
     "A dedicated lead looks decisive. It is also what the people who agree to be interviewed "
     "would say. Look for a place with a lead and nothing to show, and for one that kept going "
     "with none."),
)  # fmt: skip


def memos_of(
    sources: Iterable[ExampleSource], claims: Iterable[ExampleClaim]
) -> tuple[ExampleMemo, ...]:
    """Return the memos, dated after the last text was coded, by the two coders in turn."""
    last = max(source.held_on for source in sources)
    known = {claim.key for claim in claims}
    return tuple(
        ExampleMemo(
            key=key,
            title=title,
            about=about,
            written_by="coder_a" if number % 2 == 0 else "coder_b",
            written_on=last + timedelta(days=7 + number * 3),
            text=text,
        )
        for number, (key, title, about, text) in enumerate(MEMOS)
        if not about.startswith("claim:") or about.removeprefix("claim:") in known
    )
