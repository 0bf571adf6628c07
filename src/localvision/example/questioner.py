"""The interviewer: asks without repeating, and takes up what was just said."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from localvision.example.bank import Line, bank, expand
from localvision.example.records import ExamplePerson
from localvision.example.talk import Conversation

# What an interviewer may take up when it was just named; `{it}` is the word itself.
ECHOES = (
    "You mentioned {it}. ", "We'll come back to {it}. ", "Thanks, and I'll ask others about {it}. ",
    "I've heard of {it} from somebody else as well. ", "I've made a note of {it}. ",
    "Let me leave {it} there for now. ", "That's helpful, on {it}. ", "{it} comes up a good deal. ",
    "I must get to {it} one of these days. ", "You're the second today to speak of {it}. ",
    "I was told to ask you about {it}, so thank you. ", "Noted, on {it}. ",
)  # fmt: skip
TAKEN_UP = ("With {it}, ", "And with {it}, ", "On {it}, ", "Just on {it}, ", "And {it}, ")
CAN_BE_ECHOED = ("woman", "man", "helper", "estate", "village", "centre", "practice", "cllr")
SHORT_JOINS = ("And ", "So ", "Then ")
JOINS = (
    "And ", "So ", "Can I ask, ", "Going on from that, ", "On another tack, ", "And then, ",
    "Okay, ", "Then ", "Tell me, ", "Moving on a little, ", "In {town}, ", "In your view, ",
    "Here in {place}, ", "Thinking about {issue}, ", "And in {place}, ", "For you as {job}, ",
    "Staying with {place}, ", "If we come to {town}, ", "From what you've seen in {place}, ",
    "As somebody who knows {town}, ", "Speaking for {org} if you can, ",
)  # fmt: skip
ECHO_SHARE, JOIN_SHARE, TAKE_UP_SHARE = 0.22, 0.75, 0.5
SMALL = ("What", "Who", "How", "Was", "Were", "Did", "Do", "Does", "Is", "Are", "Has", "Have",
         "Where", "When", "Would", "Could", "If", "Had", "Whose", "Which")  # fmt: skip
PLAIN_ASKS = ("intro", "close", "national_intro", "national_close", "national")


@dataclass(slots=True)
class Questioner:
    """One interviewer in one interview."""

    talk: Conversation
    person: ExamplePerson
    rng: random.Random
    asked: set[int] = field(default_factory=set)

    def question(self, ask: str, heard: str, story: str = "") -> str:
        """Return the next question of a kind, given what was heard last."""
        line = self._fresh(ask)
        slots = {**self.talk.slots(self.person), "story": story}
        words = expand(line.text, slots, self.rng)
        if ask in PLAIN_ASKS:
            return words
        if ask.startswith("probe"):
            return self._taken_up(heard, words)
        echo = self._echo(heard, ECHO_SHARE)
        return echo + words if echo else self._joined(words)

    def _fresh(self, ask: str) -> Line:
        """Return a question that this place has heard least, and this interview not at all."""
        lines = bank().where(ask=ask)
        fresh = [line for line in lines if line.number not in self.asked] or list(lines)
        unheard = [line for line in fresh if line.number not in self.talk.used] or fresh
        line = self.rng.choice(self._fitting(unheard) or unheard)
        self.asked.add(line.number)
        self.talk.used.add(line.number)
        return line

    def _fitting(self, lines: list[Line]) -> list[Line]:
        """Leave out questions that would ask people about themselves by name."""
        own = []
        if self.person == self.talk.roster.lead:
            own.append("lead")
        if self.person == self.talk.roster.enabler:
            own += ["enabler", "org"]
            lines = [line for line in lines if "your own" not in line.text]
            lines = [line for line in lines if "your organisation" not in line.text]
        if self.person == self.talk.roster.member:
            own.append("cllr")
        return [line for line in lines if not any(line.speaks_of(name) for name in own)]

    def _echo(self, heard: str, share: float) -> str:
        named = self._named(heard)
        if not named or self.rng.random() >= share:
            return ""
        words = self.rng.choice(ECHOES).replace("{it}", self.rng.choice(named))
        return words[0].upper() + words[1:]

    def _taken_up(self, heard: str, probe: str) -> str:
        """Ask after one thing that was named, where one was."""
        named = self._named(heard)
        if not named or self.rng.random() >= TAKE_UP_SHARE:
            join = self.rng.choice(("", "", *SHORT_JOINS))
            small = probe.split(" ", 1)[0].split("'")[0] in SMALL
            return join + probe[0].lower() + probe[1:] if join and small else probe
        start = self.rng.choice(TAKEN_UP).replace("{it}", self.rng.choice(named))
        rest = probe if probe.startswith("I ") else probe[0].lower() + probe[1:]
        return start[0].upper() + start[1:] + rest

    def _named(self, heard: str) -> list[str]:
        slots = self.talk.setting.slots
        return [str(slots[name]) for name in CAN_BE_ECHOED if str(slots[name]) in heard]

    def _joined(self, question: str) -> str:
        """Put a small word or a place before a question that bears one."""
        first = question.split(" ", 1)[0].split("'")[0]
        if first not in SMALL or question.startswith("When I") or self.rng.random() >= JOIN_SHARE:
            return question
        slots = self.talk.slots(self.person)
        join = expand(self.rng.choice(JOINS), slots, self.rng)
        # A place named twice in one breath sounds like a form.
        names = (str(slots["place"]), str(slots["town"]), str(slots.get("org", "")))
        if any(name and name in join and name in question for name in names):
            join = self.rng.choice(SHORT_JOINS)
        return join + question[0].lower() + question[1:]
