"""The outline of the example report: narrative that cites claims, and quotations that fit them."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from localvision.example.texts import (
    ExampleBlock,
    ExampleClaim,
    ExamplePassage,
    ExampleReport,
    ExampleSource,
)

if TYPE_CHECKING:
    from localvision.example.programme import ExampleProgramme

FEWEST_WORDS, MOST_WORDS = 14, 75
"""Length of a quotation that a reader will follow."""


def report_of(programme: ExampleProgramme) -> ExampleReport:
    """Return the outline, with figures counted and quotations chosen from the texts."""
    outline = tomllib.loads(
        files("localvision.example").joinpath("report.toml").read_text(encoding="utf-8")
    )
    sources = programme._first_sources
    chooser = _Chooser(sources, programme.claims)
    numbers = _numbers(programme, sources)
    blocks = tuple(_block(facts, numbers, chooser) for facts in outline["blocks"])
    return ExampleReport(
        outline["title"],
        outline["subtitle"],
        programme.as_at,
        programme.invented_notice,
        tuple(block for block in blocks if block is not None),
    )


def _numbers(programme: ExampleProgramme, sources: tuple[ExampleSource, ...]) -> dict[str, int]:
    interviews = [source for source in sources if source.kind == "interview"]
    return {
        "places": len({source.locality for source in interviews if source.locality}),
        "interviews": len(interviews),
        "people": len({person for source in interviews for person in source.people}),
        "waves": len(programme.waves),
    }


def _block(
    facts: dict[str, Any], numbers: dict[str, int], chooser: _Chooser
) -> ExampleBlock | None:
    """Return one block; a quotation for which no words are free is left out."""
    kind, settings = facts["kind"], facts.get("settings", {})
    ref, text = facts.get("ref", ""), facts.get("text", "")
    for name, number in numbers.items():
        text = text.replace(f"{{{name}}}", str(number))
    if kind == "quotation":
        passage = chooser.passage_for(ref, settings["roles"])
        if passage is None:
            return None
        settings, ref = {"claim": ref}, passage.key
    return ExampleBlock(kind, facts.get("level", 0), text, ref, settings)


class _Chooser:
    """Chooses words for a claim: agreed to be quoted, not too long, nobody quoted twice."""

    def __init__(
        self, sources: tuple[ExampleSource, ...], claims: tuple[ExampleClaim, ...]
    ) -> None:
        self.claims = {claim.key: claim for claim in claims}
        self.free: dict[str, tuple[ExampleSource, ExamplePassage]] = {
            passage.key: (source, passage)
            for source in sources
            if "quote_with_role" in source.consent and source.kind == "interview"
            for passage in source.passages
        }
        self.quoted_people: set[str] = set()
        self.quoted_places: list[str] = []

    def passage_for(self, claim: str, roles: list[str]) -> ExamplePassage | None:
        """Return words of one of these roles in the order given, from a place not yet quoted."""
        found = [self.free[key] for key in self.claims[claim].supporting if key in self.free]
        fitting = [
            (source, passage)
            for source, passage in found
            if source.role in roles
            and passage.person not in self.quoted_people
            and FEWEST_WORDS <= len(source.text[passage.start : passage.end].split()) <= MOST_WORDS
        ]
        if not fitting:
            return None
        source, passage = min(
            fitting,
            key=lambda pair: (
                self.quoted_places.count(pair[0].locality),
                roles.index(pair[0].role),
                pair[1].key,
            ),
        )
        self.quoted_people.add(passage.person)
        self.quoted_places.append(source.locality)
        return passage
