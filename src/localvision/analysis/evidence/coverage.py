"""How far the evidence reaches: the people, places, roles and sources behind a claim.

Every count stands with its denominator, for and against alike. What is not known (who spoke,
from where) is counted apart and never guessed; who is silent is named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

from localvision.analysis.evidence.rows import Denominators, EvidenceRow
from localvision.errors.analysis import evidence as messages

BEARINGS = ("for", "against")


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of those asked bear on a claim.

    Parameters
    ----------
    unit : "people", "places", "roles", "sources".
    count : distinct units with evidence, 0..asked.
    asked : units that were asked and heard: the denominator.
    not_asked : units that were never asked.
    no_answer : units that were asked and never heard.
    unattributed : passages whose unit is not known; they could add to the count, or not.

    Examples
    --------
    >>> places = Share(unit="places", count=2, asked=21, not_asked=4)
    >>> places.total, round(places.share, 3), places.words
    (25, 0.095, '2 of 21 places')
    """

    unit: str
    count: int
    asked: int
    not_asked: int = 0
    no_answer: int = 0
    unattributed: int = 0

    @property
    def total(self) -> int:
        """All units that there are: asked, not asked, and asked without an answer."""
        return self.asked + self.not_asked + self.no_answer

    @property
    def silent(self) -> int:
        """Units that were asked and say nothing either way that is counted here."""
        return self.asked - self.count

    @property
    def share(self) -> float | None:
        """Count by asked, 0 to 1; None where nobody was asked."""
        return self.count / self.asked if self.asked else None

    @property
    def most(self) -> int:
        """The most that the count could be, were every unknown speaker somebody new."""
        return min(self.asked, self.count + self.unattributed)

    @property
    def words(self) -> str:
        """The fraction as a reader says it."""
        return f"{self.count:,} of {self.asked:,} {self.unit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The evidence on one side of a claim."""

    bearing: str
    passages: int
    people: Share
    places: Share
    roles: Share
    sources: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleSplit:
    """What one role says: passages and distinct known people, for and against."""

    role: str
    passages_for: int
    passages_against: int
    people_for: int
    people_against: int
    unattributed: int
    heard: int | None

    @property
    def divided(self) -> bool:
        """Whether people in this role bear both ways."""
        return bool(self.passages_for and self.passages_against)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Everything that must stay beside a claim wherever it is used.

    Parameters
    ----------
    supporting, contrary : the two sides, on the same denominators.
    by_role : one split for each expected role, in their order, then for others with evidence.
    silent_here : expected roles that were heard, with nothing on this claim.
    never_heard : expected roles of which no word is held at all.
    used_once : roles with evidence here that are used once in the programme: perhaps one person.
    unexpected : roles with evidence here that the programme did not set out to hear.
    divided_people, divided_places : units that bear both ways, and count on both sides.
    quotations : passages held in the whole frame; None where they were not counted.
    """

    supporting: Side
    contrary: Side
    by_role: tuple[RoleSplit, ...]
    silent_here: tuple[str, ...]
    never_heard: tuple[str, ...]
    used_once: tuple[str, ...]
    unexpected: tuple[str, ...]
    divided_people: int
    divided_places: int
    quotations: int | None

    @property
    def disagreement(self) -> bool:
        """Whether some roles bear only for and others only against, or one bears both ways."""
        sides = {(bool(s.passages_for), bool(s.passages_against)) for s in self.by_role}
        return (True, True) in sides or {(True, False), (False, True)} <= sides


def coverage(rows: Iterable[EvidenceRow], denominators: Denominators) -> Coverage:
    """Tell how many people, places, roles and sources stand behind and against a claim.

    Parameters
    ----------
    rows : one for each passage that bears on the claim; none is an answer too.
    denominators : of how many. Somebody who speaks here counts as asked and heard even where
        the denominators leave them out, so that no count exceeds its denominator.

    Returns
    -------
    Coverage, frozen.

    Raises
    ------
    LocalVisionError `evidence.bearing` for a bearing that is neither "for" nor "against".

    Limits
    ------
    Counts say how widely something was said, not whether it is so. Where speakers are not
    known (`unattributed`), people and places are lower bounds.

    Examples
    --------
    >>> rows = [EvidenceRow("P1", "Ashmere", "enabler", "for", "S1"),
    ...         EvidenceRow("P2", "Ashmere", "partner", "for", "S2"),
    ...         EvidenceRow("P3", "Fenbridge", "partner", "against", "S3"),
    ...         EvidenceRow(None, None, "partner", "for", "R1")]
    >>> base = Denominators(people_heard={"P1", "P2", "P3", "P4"}, sources=5,
    ...     places_heard={"Ashmere", "Fenbridge"}, places={"Ashmere", "Fenbridge", "Kestle"},
    ...     expected_roles=("enabler", "partner", "citizen"), role_uses={"partner": 9})
    >>> found = coverage(rows, base)
    >>> found.supporting.people.words, found.supporting.people.unattributed
    ('2 of 4 people', 1)
    >>> found.contrary.places.words, found.contrary.places.not_asked
    ('1 of 2 places', 1)
    >>> found.never_heard, found.disagreement
    (('citizen',), True)
    """
    held = list(rows)
    for number, row in enumerate(held, start=1):
        if row.bearing not in BEARINGS:
            raise messages.BEARING.error(bearing=row.bearing, number=number)
    asked = _Asked.of(held, denominators)
    sides = {bearing: _side(bearing, held, asked) for bearing in BEARINGS}
    roles = {row.role for row in held if row.role}
    heard = roles | _roles_heard(denominators)
    expected = denominators.expected_roles
    uses = Counter(row.role for row in held)
    return Coverage(
        supporting=sides["for"],
        contrary=sides["against"],
        by_role=_by_role(held, denominators),
        silent_here=tuple(role for role in expected if role in heard - roles),
        never_heard=tuple(role for role in expected if role not in heard),
        used_once=_in_order(
            {role for role in roles if max(denominators.role_uses.get(role, 0), uses[role]) == 1},
            expected,
        ),
        unexpected=_in_order(roles - set(expected), expected),
        divided_people=len(_units(held, "for", "person") & _units(held, "against", "person")),
        divided_places=len(_units(held, "for", "place") & _units(held, "against", "place")),
        quotations=denominators.quotations,
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """The denominators of one claim, as numbers: asked, not asked, no answer."""

    people: tuple[int, int, int]
    places: tuple[int, int, int]
    roles: tuple[int, int, int]
    sources: tuple[int, int, int]

    @classmethod
    def of(cls, rows: Sequence[EvidenceRow], base: Denominators) -> _Asked:
        speak = {row.person for row in rows} - {None}
        here = {row.place for row in rows} - {None}
        people_heard = set(base.people_heard) | speak
        people_asked = people_heard if base.people_asked is None else base.people_asked
        asked = (people_heard & set(people_asked)) | speak
        places_heard = set(base.places_heard) | here
        places_asked = places_heard if base.places_asked is None else base.places_asked
        visited = (places_heard & set(places_asked)) | here
        roles_heard = _roles_heard(base) | ({row.role for row in rows} - {""})
        sources = max(base.sources, len({row.source for row in rows}))
        return cls(
            people=(
                len(asked),
                len(people_heard - asked),
                len(set(base.people_invited or ()) - people_heard),
            ),
            places=(len(visited), len((set(base.places) | places_heard) - visited), 0),
            roles=(len(roles_heard), len(set(base.expected_roles) - roles_heard), 0),
            sources=(sources, 0, 0),
        )


def _side(bearing: str, rows: Sequence[EvidenceRow], asked: _Asked) -> Side:
    def share(unit: str, field: str, base: tuple[int, int, int]) -> Share:
        values = [getattr(row, field) for row in rows if row.bearing == bearing]
        known = {value for value in values if value not in (None, "")}
        return Share(
            unit=unit,
            count=len(known),
            asked=base[0],
            not_asked=base[1],
            no_answer=base[2],
            unattributed=sum(value in (None, "") for value in values),
        )

    return Side(
        bearing=bearing,
        passages=sum(row.bearing == bearing for row in rows),
        people=share("people", "person", asked.people),
        places=share("places", "place", asked.places),
        roles=share("roles", "role", asked.roles),
        sources=share("sources", "source", asked.sources),
    )


def _by_role(rows: Sequence[EvidenceRow], base: Denominators) -> tuple[RoleSplit, ...]:
    order = _in_order({*base.expected_roles, *(row.role for row in rows)}, base.expected_roles)
    return tuple(
        _split(role, [r for r in rows if r.role == role], base.people_by_role.get(role))
        for role in order
    )


def _split(role: str, rows: Sequence[EvidenceRow], heard: int | None) -> RoleSplit:
    speak = _units(rows, "for", "person") | _units(rows, "against", "person")
    return RoleSplit(
        role=role,
        passages_for=sum(row.bearing == "for" for row in rows),
        passages_against=sum(row.bearing == "against" for row in rows),
        people_for=len(_units(rows, "for", "person")),
        people_against=len(_units(rows, "against", "person")),
        unattributed=sum(row.person is None for row in rows),
        heard=None if heard is None else max(heard, len(speak)),
    )


def _units(rows: Iterable[EvidenceRow], bearing: str, field: str) -> set[Hashable]:
    return {getattr(row, field) for row in rows if row.bearing == bearing} - {None}


def _roles_heard(base: Denominators) -> set[str]:
    """Roles of which anything is held: a passage, or a person who spoke."""
    return {
        role for held in (base.role_uses, base.people_by_role) for role, n in held.items() if n
    } - {""}


def _in_order(roles: Iterable[str], expected: Sequence[str]) -> tuple[str, ...]:
    """Expected roles in their own order, then the others by name, then the unknown."""
    place = {role: number for number, role in enumerate(expected)}
    return tuple(sorted(roles, key=lambda role: (role == "", place.get(role, len(place)), role)))
