"""A text as it grows, turn by turn, with offsets that are right by construction."""

from __future__ import annotations

from dataclasses import dataclass, field

from localvision.example.talk import Saying, meaning
from localvision.example.texts import ExamplePassage, ExampleTurn


@dataclass(slots=True)
class Transcript:
    """Collects turns; sayings among their words become passages."""

    source: str
    parts: list[str] = field(default_factory=list)
    length: int = 0
    turns: list[ExampleTurn] = field(default_factory=list)
    passages: list[ExamplePassage] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text so far, ending in one line end."""
        return "".join(self.parts).rstrip("\n") + "\n"

    def turn(self, speaker: str, person: str, pieces: list[str | Saying]) -> None:
        """Add a turn; without a person it is the interviewer's."""
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
        asking = not person
        self.turns.append(ExampleTurn(speaker, person, label_start, start, self.length, asking))
        self._add("\n\n")

    def _add(self, words: str) -> None:
        self.parts.append(words)
        self.length += len(words)

    def _plant(self, saying: Saying, person: str) -> None:
        themes, hypothesis, stance, condition, present, tags = meaning(saying)
        start = self.length
        self._add(saying.text)
        self.passages.append(
            ExamplePassage(
                key=f"{self.source}#{len(self.passages) + 1:02d}",
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
