"""Holds one interview: what is asked, what is answered, and where the planted words stand."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from localvision.example.bank import bank, expand
from localvision.example.fieldwork import Meeting
from localvision.example.records import CONDITIONS, ExamplePerson
from localvision.example.talk import Conversation, Saying, meaning
from localvision.example.texts import ExamplePassage, ExampleSource, ExampleTurn

# What partners are asked of, by wave. Conditions stand among the topics under their own key.
FIRST_WAVE = (
    "issue", "problem_framing", "partnership_history", "dedicated_lead", "political_support",
    "organisational_support", "alignment", "culture", "timing", "enabler_fit", "enabler_role",
    "networks_relationships", "story", "story", "mindset",
)  # fmt: skip
SECOND_WAVE = (
    "enabler_role", "turnover", "dedicated_lead", "political_support", "networks_relationships",
    "structures_priorities", "timing", "mindset", "climate", "behaviours", "citizens",
    "political_power", "story", "story", "problem_framing", "organisational_support",
)  # fmt: skip
LATER_WAVES = (
    "lasting", "lasting", "behaviours", "mindset", "climate", "citizens", "turnover",
    "political_support", "structures_priorities", "networks_relationships", "timing", "story",
    "story", "dedicated_lead", "alignment", "enabler_role",
)  # fmt: skip
TOPIC_OF_QUESTION = {"climate": "culture", "political_power": "political_support"}
CITIZEN_TOPICS = ("served", "problem_framing", "served", "story", "served", "issue", "story",
                  "served", "story")  # fmt: skip
MEMBER_TOPICS = ("ward", "issue", "ward", "story", "ward", "story", "ward", "ward", "story")
CONSENT = ("take_part", "record", "quote_with_role", "share_with_commissioner", "archive")
LEAD_INS = (
    "Thinking of {estate}, ", "Going back to the {month}, ", "From where you sit, ",
    "In {town} itself, ", "You said a moment ago that it wasn't simple; ", "Can I ask, then, ",
    "Leaving {hall} aside for a moment, ", "Since you mention {village}, ",
    "Sticking with {place}, ", "Before we leave that, ", "Looking at it now, ", "And for you, ",
    "If we take the {month} as an example, ", "I'm curious, ", "On {street}, say, ",
    "Somebody at {cafe} put this to me: ", "This may be a bit unfair, but ",
    "Apart from {centre}, ", "Coming at it another way, ", "With {hall} in mind, ",
)  # fmt: skip
LEAD_IN_SHARE = 0.55
OPEN_SHARE, TAIL_SHARE, SECOND_SHARE, PROBE_SHARE, NOISE_SHARE = 0.4, 0.22, 0.3, 0.38, 0.12


@dataclass(slots=True)
class Transcript:
    """A text as it grows, turn by turn, with offsets that are right by construction."""

    source: str
    parts: list[str] = field(default_factory=list)
    length: int = 0
    turns: list[ExampleTurn] = field(default_factory=list)
    passages: list[ExamplePassage] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.parts)

    def turn(self, speaker: str, person: str, pieces: list[str | Saying]) -> None:
        """Add a turn made of plain words and of sayings, which become passages."""
        label_start = self.length
        self._add(f"{speaker}: ")
        start = self.length
        for number, piece in enumerate(pieces):
            if number:
                self._add(" ")
            if isinstance(piece, Saying):
                self._plant(piece, person)
            else:
                self._add(piece)
        interviewing = not person
        self.turns.append(
            ExampleTurn(speaker, person, label_start, start, self.length, interviewing)
        )
        self._add("\n\n")

    def _add(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    def _plant(self, saying: Saying, person: str) -> None:
        themes, hypothesis, stance, condition, present, tags = meaning(saying)
        start = self.length
        self._add(saying.text)
        number = len(self.passages) + 1
        self.passages.append(
            ExamplePassage(
                key=f"{self.source}#{number:02d}",
                source=self.source,
                person=person,
                turn=len(self.turns),
                start=start,
                end=self.length,
                themes=themes,
                hypothesis=hypothesis,
                stance=stance,
                truth=saying.truth,
                condition=condition,
                present=present,
                tags=tags,
            )
        )


@dataclass(slots=True)
class Interview:
    """One interview in the making."""

    talk: Conversation
    meeting: Meeting
    stories: tuple[str, ...]
    rng: random.Random
    transcript: Transcript = field(init=False)
    asked: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.transcript = Transcript(self.meeting.key)

    @property
    def person(self) -> ExamplePerson:
        """Who is being interviewed."""
        return self.meeting.person

    @property
    def wave(self) -> int:
        """The number of the wave."""
        return int(self.meeting.wave.key.removeprefix("W"))

    def hold(self) -> Transcript:
        """Hold the whole interview."""
        self._exchange("intro", [self.talk.small_talk("intro", self.person, self.wave)])
        told = iter(self.rng.sample(self.stories, len(self.stories)))
        for topic in self._topics():
            if topic == "story":
                self._story(next(told, ""))
            else:
                self._topic(topic)
        closing = self.talk.small_talk("close", self.person, self.wave)
        if closing:
            self._exchange("close", [closing])
        return self.transcript

    def _topics(self) -> list[str]:
        voice = self.person.voice
        if voice in ("citizen", "member"):
            topics = list(CITIZEN_TOPICS if voice == "citizen" else MEMBER_TOPICS)
            if voice == "citizen" and self.wave >= 3:
                topics.insert(2, "served_later")
            return topics
        plan = {1: FIRST_WAVE, 2: SECOND_WAVE}.get(self.wave, LATER_WAVES)
        first, rest = list(plan[:2]), list(plan[2:])
        self.rng.shuffle(rest)
        length = self.rng.choice((6, 8, 9, 10, 11, 12, 13, 14))
        return first + rest[:length]

    def _answer(self, topic: str) -> Callable[[], Saying | None]:
        person, wave = self.person, self.wave
        if topic in CONDITIONS and topic != "political_support":
            return lambda: self.talk.of_condition(topic, person, wave)
        if topic == "political_support":
            return lambda: self.talk.of_condition(topic, person, wave)
        if topic in ("lasting", "served_later"):
            return lambda: self.talk.of_lasting(person, wave, topic)
        if topic == "issue":
            return lambda: self.talk.of_issue(person, wave)
        return lambda: self.talk.of_topic(TOPIC_OF_QUESTION.get(topic, topic), person, wave)

    def _topic(self, topic: str) -> None:
        answer = self._answer(topic)
        first = answer()
        if first is None:
            return
        second = answer() if self.rng.random() < SECOND_SHARE else None
        question = topic
        if topic == "lasting" and self.person.voice == "enabler":
            question = "lasting_enabler"
        if self.person.voice == "citizen" and topic == "problem_framing":
            question = "issue"
        self._exchange(question, self._around(first, second))
        if self.rng.random() < PROBE_SHARE:
            self._probe(answer)

    def _around(self, first: Saying, second: Saying | None) -> list[str | Saying]:
        """Put an opening before, a second thought and a tail after."""
        pieces: list[str | Saying] = []
        if self.rng.random() < OPEN_SHARE:
            pieces.append(self.talk.small_talk("open", self.person, self.wave))
        pieces.append(first)
        if self.rng.random() < NOISE_SHARE:
            pieces.append(self.rng.choice(bank().where(part="noise")).text)
        if second is not None:
            pieces.append(second)
        if self.rng.random() < TAIL_SHARE:
            pieces.append(self.talk.small_talk("tail", self.person, self.wave))
        return [piece for piece in pieces if piece]

    def _probe(self, answer: Callable[[], Saying | None]) -> None:
        """Ask after what was said: a detail, or a further thought on it."""
        reply = self.talk.small_talk("reply", self.person, self.wave)
        if reply and self.rng.random() < 0.7:
            self._exchange("probe", [reply])
            return
        more = answer()
        if more is not None:
            self._exchange("probe", self._around(more, None))

    def _story(self, story: str) -> None:
        if not story:
            return
        saying = self.talk.of_story(story, self.person, self.wave)
        if saying is None:
            return
        question = "story" if self.wave == 1 else "story_later"
        name = next(each.name for each in bank().stories if each.key == story)
        slots = self.talk.slots(self.person)
        self._exchange(question, self._around(saying, None), expand(name, slots, self.rng))

    def _exchange(self, question: str, answer: list[str | Saying], story: str = "") -> None:
        if not any(answer):
            return
        story = story[0].lower() + story[1:] if story else ""
        self.transcript.turn("Interviewer", "", [self._question(question, story)])
        self.transcript.turn(self.person.key, self.person.key, answer)

    def _question(self, ask: str, story: str) -> str:
        """Return a question not yet asked in this interview, where there is one."""
        lines = list(bank().where(ask=ask))
        fresh = [line for line in lines if line.text not in self.asked] or lines
        line = self.rng.choice(fresh)
        self.asked.add(line.text)
        slots = {**self.talk.slots(self.person), "story": story}
        words = expand(line.text, slots, self.rng)
        if ask in ("intro", "close", "probe") or self.rng.random() >= LEAD_IN_SHARE:
            return words
        return self._led_in(words)

    def _led_in(self, question: str) -> str:
        lead = expand(self.rng.choice(LEAD_INS), self.talk.slots(self.person), self.rng)
        keep = question.startswith(("I ", "I'", "P", str(self.talk.slots()["enabler"])))
        rest = question if keep else question[0].lower() + question[1:]
        return lead + rest


def source_of(talk: Conversation, meeting: Meeting, stories: tuple[str, ...]) -> ExampleSource:
    """Hold one interview and return it as a source."""
    rng = random.Random(f"{talk.seed}/{meeting.key}")
    transcript = Interview(talk, meeting, stories, rng).hold()
    person = meeting.person
    label = {"citizen": "resident", "member": "elected member"}.get(person.voice, person.job_title)
    # Two in every fifteen or so do not agree to be quoted.
    consent = CONSENT if rng.random() < 0.87 else ("take_part", "record", "archive")
    place = str(talk.setting.slots["place"])
    return ExampleSource(
        key=meeting.key,
        title=f"Interview, {label}, {place}, {meeting.wave.name.split(':')[0].lower()}",
        kind="interview",
        locality=person.locality,
        project=f"{person.locality}-P1",
        wave=meeting.wave.key,
        held_on=meeting.held_on,
        people=(person.key,),
        role=person.role,
        text=transcript.text.rstrip("\n") + "\n",
        turns=tuple(transcript.turns),
        passages=tuple(transcript.passages),
        consent=consent,
    )
