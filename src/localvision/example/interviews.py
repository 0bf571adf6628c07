"""Holds one interview: which topics come up, and how an answer is put together."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from localvision.example.bank import bank, expand
from localvision.example.fieldwork import Meeting
from localvision.example.questioner import Questioner
from localvision.example.records import CONDITIONS, ExamplePerson
from localvision.example.talk import Conversation, Saying
from localvision.example.texts import ExampleSource
from localvision.example.transcript import Transcript

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
LENGTHS = (6, 7, 8, 9, 9, 10, 10, 11, 11, 12, 13)
"""How many topics come up after the first two."""
PROBES = (
    *("probe_example",) * 5, *("probe_when", "probe_who", "probe_others", "probe_feel") * 2,
    "probe_many",
)  # fmt: skip
CONSENT = ("take_part", "record", "quote_with_role", "share_with_commissioner", "archive")
OPEN_SHARE, BRIDGE_SHARE, AFTER_SHARE, TAIL_SHARE = 0.12, 0.13, 0.05, 0.07
SECOND_SHARE, PROBE_SHARE, NOISE_SHARE, AGREE_TO_QUOTE = 0.25, 0.26, 0.05, 0.87
SAME, OTHER = ("And ", "Also, ", "And "), ("Mind you, ", "Then again, ", "But ", "All the same, ")
JOINABLE = ("It ", "They ", "There ", "We ", "You ", "I ", "I'", "It'", "There'", "We'", "They'")


@dataclass(slots=True)
class Interview:
    """One interview in the making."""

    talk: Conversation
    meeting: Meeting
    stories: tuple[str, ...]
    rng: random.Random
    transcript: Transcript = field(init=False)
    questioner: Questioner = field(init=False)
    heard: str = ""

    def __post_init__(self) -> None:
        self.transcript = Transcript(self.meeting.key)
        self.questioner = Questioner(self.talk, self.person, self.rng)

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
        self._exchange("intro", [self._small("intro")])
        told = iter(self.rng.sample(self.stories, len(self.stories)))
        for topic in self.topics():
            if topic == "story":
                self._story(next(told, ""))
            else:
                self._topic(topic)
        self._exchange("close", [self._small("close")])
        return self.transcript

    def topics(self) -> list[str]:
        """Tell what comes up, in which order: the first two are fixed, the rest as it falls."""
        voice = self.person.voice
        if voice in ("citizen", "member"):
            topics = list(CITIZEN_TOPICS if voice == "citizen" else MEMBER_TOPICS)
            if voice == "citizen" and self.wave >= 3:
                topics.insert(2, "served_later")
            return topics
        plan = {1: FIRST_WAVE, 2: SECOND_WAVE}.get(self.wave, LATER_WAVES)
        first, rest = list(plan[:2]), list(plan[2:])
        self.rng.shuffle(rest)
        return first + rest[: self.rng.choice(LENGTHS)]

    def _small(self, part: str) -> str:
        return self.talk.small_talk(part, self.person, self.wave)

    def _answer(self, topic: str) -> Callable[[], Saying | None]:
        person, wave = self.person, self.wave
        if topic in CONDITIONS:
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
        # What an issue looks like is told in several glimpses; other things in one, at times two.
        more = 0.95 if topic == "issue" else SECOND_SHARE
        second = answer() if self.rng.random() < more else None
        question = topic
        if topic == "lasting" and self.person.voice == "enabler":
            question = "lasting_enabler"
        if self.person.voice == "citizen" and topic == "problem_framing":
            question = "issue"
        self._exchange(question, self._around(first, second))
        share = PROBE_SHARE * (2 if self.person.voice in ("citizen", "member") else 1)
        if self.rng.random() < share:
            self._probe()

    def _around(self, first: Saying, second: Saying | None) -> list[str | Saying]:
        """Put an opening before what is said, and a second thought and a tail after it."""
        chance = self.rng.random
        pieces: list[str | Saying] = []
        if chance() < BRIDGE_SHARE:
            pieces.append(self._small("bridge"))
        elif chance() < OPEN_SHARE:
            pieces.append(self._small("open"))
        pieces.append(first)
        if chance() < NOISE_SHARE:
            pieces.append(self.rng.choice(bank().where(part="noise")).text)
        if second is not None:
            pieces.append(self._joined(first, second))
        if chance() < AFTER_SHARE:
            pieces.append(self._small("after"))
        elif chance() < TAIL_SHARE:
            pieces.append(self._small("tail"))
        return [piece for piece in pieces if piece]

    def _joined(self, first: Saying, second: Saying) -> Saying:
        """Say a second thing as people do: also, or on the other hand."""
        stances = {first.line.block.facts.get("stance"), second.line.block.facts.get("stance")}
        turn = len(stances) > 1 or first.truth != second.truth
        if not second.text.startswith(JOINABLE) or (not turn and self.rng.random() < 0.5):
            return second
        join = self.rng.choice(OTHER if turn else SAME)
        own = second.text.startswith(("I ", "I'"))
        rest = second.text if own else second.text[0].lower() + second.text[1:]
        return Saying(join + rest, second.line, second.truth)

    def _probe(self) -> None:
        """Ask after what was said: when, who, an example, whether others agree."""
        probe = self.rng.choice(PROBES)
        reply = self._small(probe.replace("probe", "reply"))
        self._exchange(probe, [reply])

    def _story(self, story: str) -> None:
        if not story:
            return
        saying = self.talk.of_story(story, self.person, self.wave)
        if saying is None:
            return
        name = next(each.name for each in bank().stories if each.key == story)
        words = expand(name, self.talk.slots(self.person), self.rng)
        words = words[0].lower() + words[1:]
        question = "story" if self.wave == 1 else "story_later"
        self._exchange(question, self._around(saying, None), words)

    def _exchange(self, question: str, answer: list[str | Saying], story: str = "") -> None:
        """Ask and answer; where there is nothing to answer, nothing was asked."""
        if not any(answer):
            return
        asked = self.questioner.question(question, self.heard, story)
        self.transcript.turn("Interviewer", "", [asked])
        self.transcript.turn(self.person.key, self.person.key, answer)
        self.heard = " ".join(p.text if isinstance(p, Saying) else p for p in answer)


def source_of(talk: Conversation, meeting: Meeting, stories: tuple[str, ...]) -> ExampleSource:
    """Hold one interview and return it as a source."""
    rng = random.Random(f"{talk.seed}/{meeting.key}")
    person = meeting.person
    label = {"citizen": "resident", "member": "elected member"}.get(person.voice, person.job_title)
    place, wave = talk.setting.slots["place"], meeting.wave.name.split(":")[0].lower()
    return as_source(
        Interview(talk, meeting, stories, rng).hold(),
        meeting,
        f"Interview, {label}, {place}, {wave}",
        CONSENT if rng.random() < AGREE_TO_QUOTE else ("take_part", "record", "archive"),
    )


def as_source(
    transcript: Transcript, meeting: Meeting, title: str, consent: tuple[str, ...]
) -> ExampleSource:
    """Return an interview as a source; national people have no locality."""
    person = meeting.person
    return ExampleSource(
        key=meeting.key,
        title=title,
        kind="interview",
        locality=person.locality,
        project=f"{person.locality}-P1" if person.locality else "",
        wave=meeting.wave.key,
        held_on=meeting.held_on,
        people=(person.key,),
        role=person.role,
        text=transcript.text,
        turns=tuple(transcript.turns),
        passages=tuple(transcript.passages),
        consent=consent,
    )
