"""Texts that are not interviews: focus group, survey free text, an Enabler's log, a story."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from localvision.example.bank import bank, expand
from localvision.example.calendar import day_within
from localvision.example.interviews import CONSENT
from localvision.example.records import ExampleInvitation, ExamplePerson, ExampleWave
from localvision.example.talk import Conversation, Saying
from localvision.example.texts import ExampleSource
from localvision.example.transcript import Transcript

GROUP_TOPICS = (
    ("citizens", "What part have residents had in this?"),
    ("networks_relationships", "Who do you work with now that you didn't, and how is it?"),
    ("behaviours", "What would somebody see you doing differently, if anything?"),
    ("timing", "How has the pace been, for those of you doing the work?"),
    ("culture", "What happens round here when something goes wrong?"),
    ("mindset", "Has anybody's mind been changed, yours or someone else's?"),
)
LOG_NOTES, TALES = 8, 2
SURVEY_QUESTION = "Is there anything you would like to add, about what has helped or hindered?"


def other_sources(
    talk: Conversation, waves: tuple[ExampleWave, ...], answered: tuple[ExampleInvitation, ...]
) -> Iterator[ExampleSource]:
    """Yield the other texts of one place: not every place has each form."""
    index = talk.index
    for wave in waves:
        if index % 3 == 0:
            people = [i.person for i in answered if i.wave == wave.key]
            yield from _survey(talk, wave, people)
        if wave.key == "W2" and index % 6 == 1:
            yield _focus_group(talk, wave)
        if wave.key == "W2" and index % 5 == 2:
            yield _log(talk, wave)
        if wave.key == "W2" and index % 12 == 4:
            yield _story(talk, wave)


def _source(
    talk: Conversation,
    wave: ExampleWave,
    kind: str,
    title: str,
    people: list[ExamplePerson],
    transcript: Transcript,
    held_on: date,
) -> ExampleSource:
    locality = f"L{talk.index:03d}"
    return ExampleSource(
        key=transcript.source,
        title=f"{title}, {talk.setting.slots['place']}",
        kind=kind,
        locality=locality,
        project=f"{locality}-P1",
        wave=wave.key,
        held_on=held_on,
        people=tuple(person.key for person in people),
        role=people[0].role if len(people) == 1 else "",
        text=transcript.text,
        turns=tuple(transcript.turns),
        passages=tuple(transcript.passages),
        consent=CONSENT,
    )


def _key(talk: Conversation, wave: ExampleWave, letter: str) -> str:
    return f"L{talk.index:03d}-{wave.key}-{letter}1"


def _day(talk: Conversation, wave: ExampleWave, kind: str) -> date:
    rng = random.Random(f"{talk.seed}/{talk.index}/{wave.key}/{kind}")
    return day_within(rng, wave.starts_on, wave.ends_on)


def _focus_group(talk: Conversation, wave: ExampleWave) -> ExampleSource:
    people = [p for p in talk.roster.people if p.voice in ("frontline", "citizen", "voluntary")]
    people = [p for p in people if p.left_on is None][:5]
    transcript = Transcript(_key(talk, wave, "G"))
    for topic, question in GROUP_TOPICS:
        transcript.turn("Moderator", "", [question])
        for person in talk.rng.sample(people, 3):
            asked = "served" if person.voice == "citizen" else topic
            saying = talk.of_topic(asked, person, 2)
            if saying is not None:
                transcript.turn(person.key, person.key, [saying])
    title = "Focus group with those who do the work, and residents"
    return _source(talk, wave, "focus_group", title, people, transcript, _day(talk, wave, "group"))


def _survey(talk: Conversation, wave: ExampleWave, answered: list[str]) -> Iterator[ExampleSource]:
    """Give the free-text answers of those who answered and wrote something; often nobody."""
    lines = list(bank().where(form="survey"))
    talk.rng.shuffle(lines)
    people = [p for p in talk.roster.people if p.key in answered and talk.rng.random() < 0.6]
    transcript = Transcript(_key(talk, wave, "F"))
    for person in people:
        line = next((each for each in lines if each.number not in talk.used), None)
        if line is None or (person == talk.roster.enabler and line.speaks_of("enabler")):
            continue
        talk.used.add(line.number)
        words = expand(line.text, talk.slots(person), talk.rng)
        transcript.turn(person.key, person.key, [Saying(words, line, "true")])
    wrote = {turn.person for turn in transcript.turns}
    if wrote:
        writers = [p for p in people if p.key in wrote]
        title = f"Survey, free text ({SURVEY_QUESTION[:-1].lower()})"
        yield _source(talk, wave, "survey_text", title, writers, transcript, wave.ends_on)


def _log(talk: Conversation, wave: ExampleWave) -> ExampleSource:
    """Give an Enabler's log: dated notes, one voice."""
    lines = list(bank().where(form="log"))
    random.Random(f"{talk.seed}/logs").shuffle(lines)
    # Every place with a log begins elsewhere in the pack.
    turn = talk.index // 5 * LOG_NOTES
    lines = [lines[(turn + step) % len(lines)] for step in range(LOG_NOTES)]
    day = wave.starts_on - timedelta(days=200)
    transcript = Transcript(_key(talk, wave, "E"))
    for line in lines:
        day += timedelta(days=talk.rng.randrange(9, 25))
        words = expand(line.text, talk.slots(talk.roster.enabler), talk.rng)
        label = f"{day.day} {day:%B} {day.year}"
        transcript.turn(label, talk.roster.enabler.key, [Saying(words, line, "true")])
    return _source(talk, wave, "log", "Enabler's log", [talk.roster.enabler], transcript, day)


def _story(talk: Conversation, wave: ExampleWave) -> ExampleSource:
    """Give a resident's story, told at one go."""
    person = next(p for p in talk.roster.people if p.voice == "citizen")
    transcript = Transcript(_key(talk, wave, "T"))
    for line in bank().where(form="tale", number=str(talk.index // 12 % TALES)):
        words = expand(line.text, talk.slots(person), talk.rng)
        transcript.turn(person.key, person.key, [words])
    return _source(
        talk, wave, "story", "A carer's story", [person], transcript, _day(talk, wave, "story")
    )
