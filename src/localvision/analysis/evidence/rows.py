"""What goes in: who said what for or against a claim, and of how many."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Bearing = Literal["for", "against"]


class EvidenceRow(NamedTuple):
    """One passage that bears on a claim.

    Parameters
    ----------
    person : key of whoever said it; None where the speaker is not known.
    place : key of the place that it speaks of; None where it belongs to none, or is not known.
    role : key of the speaker's role; empty where it is not known.
    bearing : "for" or "against".
    source : key of the document or interview that holds it.
    """

    person: Hashable | None
    place: Hashable | None
    role: str
    bearing: str
    source: Hashable


@dataclass(frozen=True, slots=True, kw_only=True)
class Denominators:
    """Of how many: everything that a count of evidence is set against.

    Parameters
    ----------
    people_heard : keys of everybody whose words are held.
    places_heard : keys of the places from which somebody was heard.
    places : keys of all places of the programme.
    sources : number of sources held, 0 or more.
    people_invited : keys of everybody who was invited to speak; None where that was not
        recorded. Who was invited and never heard counts as "no answer".
    people_asked, places_asked : those of the heard who were asked about this very subject;
        None where that was not recorded: then all who were heard count as asked.
    expected_roles : roles that the programme set out to hear, in its own order.
    role_uses : passages for each role in the whole programme, however they bear.
    people_by_role : distinct people heard in each role; a role left out is not counted.
    quotations : passages held in the whole frame; None where they were not counted.
    """

    people_heard: Collection[Hashable] = frozenset()
    places_heard: Collection[Hashable] = frozenset()
    places: Collection[Hashable] = frozenset()
    sources: int = 0
    people_invited: Collection[Hashable] | None = None
    people_asked: Collection[Hashable] | None = None
    places_asked: Collection[Hashable] | None = None
    expected_roles: tuple[str, ...] = ()
    role_uses: Mapping[str, int] = field(default_factory=dict)
    people_by_role: Mapping[str, int] = field(default_factory=dict)
    quotations: int | None = None
