"""What a person in a place would say: chooses lines of the bank by what is so there."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from functools import lru_cache

from localvision.example.bank import Bank, Line, Slots, bank, expand
from localvision.example.design import LocalityDesign
from localvision.example.records import CONDITIONS, ExamplePerson
from localvision.example.roster import Roster
from localvision.example.setting import Setting
from localvision.example.speech import spoken

DISSENT_SHARE = 0.1
"""How often somebody sees a condition otherwise than it is."""

# How likely people are to speak this way where the named thing is so, and where it is not.
# Key: topic, hypothesis, stance. `talk` counts as lasting for what people say of themselves.
LEANINGS: dict[tuple[str, str, str], tuple[str, float, float]] = {
    ("enabler_role", "H08", "supports"): ("enabler_fit", 0.9, 0.3),
    ("enabler_role", "H09", "supports"): ("enabler_fit", 0.8, 0.4),
    ("enabler_role", "H10", "supports"): ("enabler_fit", 0.15, 0.8),
    ("enabler_role", "H08", "contradicts"): ("enabler_fit", 0.1, 0.4),
    ("problem_framing", "H07", "supports"): ("lasting", 0.9, 0.6),
    ("problem_framing", "H07", "contradicts"): ("lasting", 0.1, 0.4),
    ("timing", "H06", "supports"): ("partnership_history", 0.6, 0.9),
    ("timing", "H06", "contradicts"): ("partnership_history", 0.3, 0.05),
    ("timing", "H25", "supports"): ("culture", 0.5, 0.5),
    ("structures_priorities", "H13", "supports"): ("alignment", 0.6, 0.95),
    ("structures_priorities", "H13", "contradicts"): ("alignment", 0.4, 0.05),
    ("networks_relationships", "H24", "supports"): ("partnership_history", 0.9, 0.5),
    ("networks_relationships", "H24", "contradicts"): ("partnership_history", 0.15, 0.5),
    ("political_support", "H20", "supports"): ("organisational_support", 0.6, 0.9),
    ("political_support", "H21", "supports"): ("political_support", 0.1, 0.7),
    ("political_support", "H21", "contradicts"): ("political_support", 0.5, 0.05),
    ("mindset", "H14", "supports"): ("lasting_or_said", 0.85, 0.5),
    ("mindset", "H14", "contradicts"): ("lasting_or_said", 0.15, 0.5),
    ("culture", "H17", "supports"): ("culture", 0.25, 0.9),
    ("culture", "H16", "supports"): ("culture", 0.2, 0.7),
    ("culture", "H16", "contradicts"): ("culture", 0.8, 0.15),
    ("behaviours", "H18", "supports"): ("lasting", 0.9, 0.35),
    ("behaviours", "H18", "contradicts"): ("lasting", 0.1, 0.6),
    ("citizens", "H19", "supports"): ("lasting", 0.6, 0.3),
    ("citizens", "H19", "contradicts"): ("lasting", 0.35, 0.7),
    ("served", "H19", "supports"): ("lasting", 0.8, 0.3),
    ("served", "H19", "contradicts"): ("lasting", 0.25, 0.8),
    ("ward", "H03", "supports"): ("political_support", 0.95, 0.1),
    ("ward", "H03", "contradicts"): ("political_support", 0.05, 0.8),
    ("ward", "H21", "supports"): ("political_support", 0.1, 0.8),
}
GOLDEN = 0.618034
"""Steps of this length fall evenly on a circle, however many are taken."""
RARE = 0.35
"""A way of speaking rarer than this where it is heard is somebody's dissent."""

STATUTORY = ("council", "nhs", "member")


@dataclass(frozen=True, slots=True)
class Saying:
    """Words ready to be said, and what they mean."""

    text: str
    line: Line
    truth: str


@dataclass(slots=True)
class Conversation:
    """All that is said in one place: remembers what has been said, so that nobody repeats it."""

    seed: int
    index: int
    design: LocalityDesign
    setting: Setting
    roster: Roster
    rng: random.Random
    used: set[int] = field(default_factory=set)
    told: set[tuple[str, str]] = field(default_factory=set)

    def slots(self, person: ExamplePerson | None = None, more: Slots | None = None) -> Slots:
        """Return what fills the slots of a line when this person speaks."""
        enabler = self.roster.enabler
        woman = enabler.key in self.roster.women
        slots: dict[str, str | tuple[str, ...]] = {
            **self.setting.slots,
            "lead": self.roster.first_names[self.roster.lead.key],
            "enabler": self.roster.first_names[enabler.key],
            "she": "she" if woman else "he",
            "her": "her" if woman else "him",
            "hers": "her" if woman else "his",
            **(more or {}),
        }
        if person is not None:
            slots["job"] = person.job_title
            slots["self"] = self.roster.first_names[person.key]
            slots["org"] = _employer(person, self.setting)
        return slots

    def of_condition(self, condition: str, person: ExamplePerson, wave: int) -> Saying | None:
        """Say something of a start-up condition: mostly what is so, at times otherwise."""
        so = self.design.conditions[condition]
        dissent = self.rng.random() < DISSENT_SHARE
        said = so != dissent
        lines = [
            line
            for line in bank().where(cond=condition, voice=person.voice)
            if (line.block.facts["present"] == "yes") == said
            and self._odd_line_fits(line, condition, dissent)
            # The bank says "she" of a lead with time, "he" of one without: not across.
            and not (dissent and line.speaks_of("lead"))
        ]
        return self._say(lines, person, wave, "dissent" if dissent else "true")

    def of_topic(self, topic: str, person: ExamplePerson, wave: int) -> Saying | None:
        """Say something of a topic, leaning as people here would."""
        groups: dict[tuple[str, str], list[Line]] = {}
        for line in bank().where(topic=topic, voice=person.voice):
            facts = line.block.facts
            groups.setdefault((facts["hyp"], facts["stance"]), []).append(line)
        while groups:
            weights = [self._leaning(topic, *group) for group in groups]
            group = self.rng.choices(list(groups), weights)[0]
            truth = "dissent" if self._leaning(topic, *group) < RARE else "true"
            saying = self._say(groups.pop(group), person, wave, truth)
            if saying is not None:
                return saying
        return None

    def of_lasting(self, person: ExamplePerson, wave: int, topic: str = "lasting") -> Saying | None:
        """Say what became of it after the Enabler had gone."""
        truth = self._truth_of_lasting(person)
        lines = bank().where(topic=topic, voice=person.voice, truth=truth)
        return self._say(list(lines), person, wave, truth if truth != "faded" else "true")

    def of_issue(self, person: ExamplePerson, wave: int) -> Saying | None:
        """Say what the issue looks like in this place."""
        lines = bank().where(issue=self.setting.issue)
        return self._say(list(lines), person, wave, "true")

    def of_story(self, story: str, person: ExamplePerson, wave: int) -> Saying | None:
        """Tell a running story from this person's side, as it stood in this wave."""
        side = "ground"
        if person.voice in STATUTORY:
            side = "statutory"
        elif person.voice == "enabler":
            side = "enabler"
        if wave >= 3:
            side = "good" if self.design.lasting else "bad"
        chapter = str(min(wave, 3))
        if (story, chapter + side) in self.told:
            return None
        lines = bank().where(story=story, wave=chapter, side=side)
        facts = next(each.facts for each in bank().stories if each.key == story)
        fixed = random.Random(f"{self.seed}/{self.index}/{story}")
        more = {name: fixed.choice(values) for name, values in facts.items()}
        saying = self._say(list(lines), person, wave, "true", more)
        if saying is not None:
            self.told.add((story, chapter + side))
        return saying

    def small_talk(self, part: str, person: ExamplePerson, wave: int) -> str:
        """Say something that carries no evidence; empty when there is nothing left to say."""
        lines = list(bank().where(part=part, voice=person.voice))
        saying = self._say(lines, person, wave, "")
        return saying.text if saying else ""

    def _truth_of_lasting(self, person: ExamplePerson) -> str:
        design, quiet = self.design, not self.design.said
        if design.lasting:
            return "dissent" if quiet and person == self.roster.lead else "true"
        if design.talk and (person.voice in (*STATUTORY, "enabler") or self.rng.random() < 0.6):
            return "talk"
        return "faded"

    def _odd_line_fits(self, line: Line, condition: str, dissent: bool) -> bool:
        """A line that goes against what one would expect is only said where that came about."""
        expected = "contradicts" if condition == "organisational_support" else "supports"
        if condition == "organisational_support" and line.block.facts["present"] == "no":
            expected = "supports"
        odd = len(line.block.many("voice")) >= 4 and (
            line.block.facts["stance"] != expected or condition == "organisational_support"
        )
        unexpected = self.design.favourable(condition) != self.design.lasting
        return not odd or (unexpected and not dissent)

    def _leaning(self, topic: str, hypothesis: str, stance: str) -> float:
        what, where_so, where_not = LEANINGS.get((topic, hypothesis, stance), ("", 0.5, 0.5))
        so = {
            **self.design.conditions,
            "lasting": self.design.lasting,
            "lasting_or_said": self.design.lasting or self.design.said,
        }.get(what, True)
        return where_so if so else where_not

    def _say(
        self,
        lines: list[Line],
        person: ExamplePerson,
        wave: int,
        truth: str,
        more: Slots | None = None,
    ) -> Saying | None:
        line = self._next(lines, person, wave)
        if line is None:
            return None
        self.used.add(line.number)
        words = expand(line.text, self.slots(person, more), self.rng)
        # Small talk takes no asides: it is one.
        words = spoken(words, person.voice, self.rng, asides=bool(truth))
        return Saying(words, line, truth)

    def _next(self, lines: list[Line], person: ExamplePerson, wave: int) -> Line | None:
        """Take turns through a shuffled pack, a different start in each place.

        So a line comes back only after the others have had their turn elsewhere.
        """
        free = [
            line
            for line in lines
            if line.number not in self.used
            and line.since <= wave
            and not any(line.speaks_of(name) for name in self._own_names(person))
        ]
        if not free:
            return None
        ranks = _ranks(self.seed, tuple(line.number for line in lines))
        start = (self.index * GOLDEN) % 1.0
        return min(free, key=lambda line: (ranks[line.number] - start) % 1.0)

    def _own_names(self, person: ExamplePerson) -> list[str]:
        """Names that this person would not use of himself or herself."""
        own = []
        if person == self.roster.enabler:
            own += ["enabler", "she", "her", "hers"]
        if person == self.roster.lead:
            own.append("lead")
        if person == self.roster.member:
            own.append("cllr")
        return own


@lru_cache(maxsize=4096)
def _ranks(seed: int, numbers: tuple[int, ...]) -> dict[int, float]:
    """Shuffle a pack of lines, the same way for every place of a programme."""
    pack = list(numbers)
    random.Random(f"{seed}/{numbers[0]}").shuffle(pack)
    return {number: place / len(pack) for place, number in enumerate(pack)}


def _employer(person: ExamplePerson, setting: Setting) -> str:
    by_title = {"housing officer": "landlord", "tenancy warden": "landlord"}
    default = {"council": "council", "nhs": "trust", "voluntary": "charity", "member": "council"}
    slot = by_title.get(person.job_title, default.get(person.voice, "trust"))
    return str(setting.slots[slot])


def meaning(saying: Saying) -> tuple[tuple[str, ...], str, str, str, bool | None, tuple[str, ...]]:
    """Return themes, hypothesis, stance, condition, present and tags of what was said."""
    block = saying.line.block
    facts = block.facts
    condition = facts.get("cond", "")
    present = facts["present"] == "yes" if condition else None
    assert not condition or condition in CONDITIONS
    return (
        block.many("themes"),
        facts.get("hyp", ""),
        facts.get("stance", "neutral"),
        condition,
        present,
        block.many("tags"),
    )


__all__ = ["Bank", "Conversation", "Saying", "meaning"]
