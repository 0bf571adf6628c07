"""The whole invented programme: small things held, places and texts streamed one by one."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from localvision.errors.example import EXAMPLE_SIZE, EXAMPLE_UNKNOWN_LOCALITY
from localvision.example import calendar
from localvision.example.bank import bank
from localvision.example.claims import claims_of
from localvision.example.codings import codings_of, memos_of
from localvision.example.design import HYPOTHESES, LAID_OUT, RECIPE, LocalityDesign, design_of
from localvision.example.evidence import embedding_of, outcomes_of, ratings_of
from localvision.example.fieldwork import (
    INTERVIEWS_A_WAVE,
    Meeting,
    how_many,
    invitations_of,
    meetings_of,
    most_interviews,
)
from localvision.example.interviews import source_of
from localvision.example.naming import locality_names
from localvision.example.national import national_roster, national_sources
from localvision.example.other_forms import other_sources
from localvision.example.project import (
    framings_of,
    levels_of,
    locality_of,
    partners_of,
    project_of,
    stages_of,
)
from localvision.example.records import (
    CONDITIONS,
    ExampleIdentity,
    ExampleInvitation,
    ExampleOrganisation,
    ExamplePerson,
    ExampleWave,
    LocalityRecords,
)
from localvision.example.report import report_of
from localvision.example.roster import Roster, roster_of
from localvision.example.setting import Setting, setting_of
from localvision.example.talk import Conversation
from localvision.example.texts import (
    ExampleClaim,
    ExampleCoding,
    ExampleMemo,
    ExampleReport,
    ExampleSource,
)
from localvision.example.truth import ExampleTruth

MOST_LOCALITIES = 2_500
MOST_WAVES = 8
STORIES_A_PLACE = 4
INVENTED_NOTICE = (
    "Invented example. Every place, organisation, person and word in this programme was made up "
    "to show how the software works. None of it is evidence about anything real."
)

Progress = Callable[[int, int], None]
"""Called with places done and places in all."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What the parts of one place are made from."""

    index: int
    name: str
    design: LocalityDesign
    setting: Setting
    roster: Roster
    meetings: tuple[Meeting, ...]
    invitations: tuple[ExampleInvitation, ...]


@dataclass(frozen=True)
class ExampleProgramme:
    """A wholly invented programme with a known truth.

    What belongs to one place is made when it is asked for and not kept: walk `each_locality()`
    and `sources()` once, in order, and memory stays flat whatever the size.

    Examples
    --------
    >>> programme = generate(localities=2)
    >>> [records.locality.name for records in programme.each_locality()]
    ['Ostlebury', 'Corvendale']
    >>> next(programme.sources()).kind
    'interview'
    """

    seed: int
    localities: int
    waves: tuple[ExampleWave, ...]
    rate: float
    name: str = "Shared Ground"
    purpose: str = (
        "Places each take on an issue that none of their bodies owns, with an Enabler beside them."
    )
    template_key: str = "local_vision"
    invented_notice: str = INVENTED_NOTICE

    @property
    def as_at(self) -> date:
        """The day on which everything told here was so."""
        return calendar.as_at(len(self.waves))

    @property
    def started_on(self) -> date:
        """The day on which the call was opened."""
        return calendar.CALL_OPENED

    @property
    def locality_keys(self) -> tuple[str, ...]:
        """Keys of all places, in order."""
        return tuple(f"L{index:03d}" for index in range(1, self.localities + 1))

    @property
    def national_organisations(self) -> tuple[ExampleOrganisation, ...]:
        """Bodies that belong to no place."""
        return national_roster(self.seed).organisations

    @property
    def national_people(self) -> tuple[ExamplePerson, ...]:
        """Steering Group and programme team."""
        return national_roster(self.seed).people

    @property
    def national_identities(self) -> tuple[ExampleIdentity, ...]:
        """Invented names of the national people, held apart."""
        return national_roster(self.seed).identities

    def locality(self, key: str) -> LocalityRecords:
        """Return everything but the texts of one place.

        Raises
        ------
        LocalVisionError
            `example.unknown-locality` when there is no such place.
        """
        return self._records(self._place(self._index(key)))

    def each_locality(self) -> Iterator[LocalityRecords]:
        """Yield everything but the texts, place by place."""
        for index in range(1, self.localities + 1):
            yield self._records(self._place(index))

    def sources(self, progress: Progress | None = None) -> Iterator[ExampleSource]:
        """Yield every text: the national interviews first, then place by place."""
        yield from national_sources(self.seed, self.waves)
        for index in range(1, self.localities + 1):
            yield from self._sources(self._place(index))
            if progress is not None:
                progress(index, self.localities)

    def sources_of(self, key: str) -> Iterator[ExampleSource]:
        """Yield the texts of one place, the same as `sources` gives.

        Raises
        ------
        LocalVisionError
            `example.unknown-locality` when there is no such place.
        """
        return self._sources(self._place(self._index(key)))

    def codings(self) -> Iterator[ExampleCoding]:
        """Yield every coder's codings: coder A everywhere, coder B on a part."""
        for source in self.sources():
            yield from codings_of(self.seed, source)

    def codings_of(self, source: ExampleSource) -> tuple[ExampleCoding, ...]:
        """Return the codings of one source that is already at hand."""
        return codings_of(self.seed, source)

    @cached_property
    def claims(self) -> tuple[ExampleClaim, ...]:
        """The findings, with passages of the first 25 places for and against."""
        return claims_of(self._first_sources)

    @cached_property
    def memos(self) -> tuple[ExampleMemo, ...]:
        """A few notes of the evaluators."""
        return memos_of(self._first_sources, self.claims)

    @cached_property
    def report(self) -> ExampleReport:
        """The outline of an interim report."""
        return report_of(self)

    @cached_property
    def truth(self) -> ExampleTruth:
        """The known truth. The first call goes through all texts once, to count them."""
        rows = tuple(
            design_of(self.seed, index).row(f"L{index:03d}", name)
            for index, name in enumerate(locality_names()[: self.localities], start=1)
        )
        themes: Counter[str] = Counter()
        passages = sources = 0
        for source in self.sources():
            sources += 1
            passages += len(source.passages)
            themes.update(theme for passage in source.passages for theme in passage.themes)
        return ExampleTruth(
            conditions=tuple(CONDITIONS),
            rows=rows,
            recipe=RECIPE,
            noise=tuple(row.locality for row in rows if row.noise),
            merely_said=tuple(row.locality for row in rows if row.said and not row.lasting),
            quietly_lasting=tuple(row.locality for row in rows if row.lasting and not row.said),
            hypotheses=HYPOTHESES,
            theme_passages=dict(sorted(themes.items())),
            passages=passages,
            sources=sources,
        )

    @cached_property
    def _first_sources(self) -> tuple[ExampleSource, ...]:
        """Texts of the national people and of the first 25 places: what claims rest on."""
        few = min(self.localities, len(LAID_OUT))
        made = list(national_sources(self.seed, self.waves))
        for index in range(1, few + 1):
            made += self._sources(self._place(index))
        return tuple(made)

    def _index(self, key: str) -> int:
        if key not in self.locality_keys:
            raise EXAMPLE_UNKNOWN_LOCALITY.error(key=key, last=self.locality_keys[-1])
        return int(key[1:])

    def _place(self, index: int) -> _Place:
        name = locality_names()[index - 1]
        design = design_of(self.seed, index)
        setting = setting_of(self.seed, index, name)
        roster = roster_of(self.seed, index, design, setting)
        count = how_many(self.rate, index)
        meetings = meetings_of(self.seed, index, roster, self.waves, count)
        invitations = invitations_of(self.seed, index, roster, self.waves, meetings)
        return _Place(index, name, design, setting, roster, meetings, invitations)

    def _records(self, place: _Place) -> LocalityRecords:
        seed, index, design = self.seed, place.index, place.design
        return LocalityRecords(
            locality=locality_of(index, place.name, place.setting.kind),
            organisations=place.roster.organisations,
            people=place.roster.people,
            identities=place.roster.identities,
            project=project_of(seed, index, design, place.setting, place.roster),
            stages=stages_of(seed, index, design),
            framings=framings_of(seed, index, design, place.roster),
            levels=levels_of(seed, index, place.setting),
            partners=partners_of(seed, index, design, place.roster),
            invitations=place.invitations,
            ratings=ratings_of(seed, index, design, place.roster, self.waves),
            outcomes=outcomes_of(seed, index, design, place.roster, self.waves),
            embedding=embedding_of(seed, index, design, place.setting),
        )

    def _sources(self, place: _Place) -> Iterator[ExampleSource]:
        talk = Conversation(
            self.seed,
            place.index,
            place.design,
            place.setting,
            place.roster,
            random.Random(f"{self.seed}/{place.index}/talk"),
        )
        stories = _stories_of(place.index)
        for meeting in place.meetings:
            yield source_of(talk, meeting, stories)
        surveyed = tuple(
            each
            for each in place.invitations
            if each.instrument == "survey" and each.outcome == "answered"
        )
        yield from other_sources(talk, self.waves, surveyed)


def _stories_of(index: int) -> tuple[str, ...]:
    """Return the running stories of a place, by turns."""
    keys = [story.key for story in bank().stories]
    return tuple(keys[(index * 5 + step * 3) % len(keys)] for step in range(STORIES_A_PLACE))


def generate(
    *,
    seed: int = 2015,
    localities: int = 25,
    waves: int = 3,
    interviews: int | None = None,
    progress: Progress | None = None,
) -> ExampleProgramme:
    """Make an invented programme with a known truth; the same seed makes the same programme.

    Parameters
    ----------
    seed : any whole number.
    localities : places, 1 to 2500; the first places are the same whatever the number.
    waves : rounds of evidence, 1 to 8; the Enabler has gone from the third on.
    interviews : local interviews in all; by default 1.6 in each place and wave (120 for 25 places
        and three waves). National interviews, groups and other texts come on top.
    progress : called with places done and places in all, while each place is made once to see
        that it can be; without it nothing is made until it is asked for.

    Returns
    -------
    ExampleProgramme
        Streams its places and texts; holds little itself.

    Raises
    ------
    LocalVisionError
        `example.size` when a number is out of range, or more interviews are asked for than the
        people of the places can give.

    Limits
    ------
    The texts are invented from a bank of hand-written lines. In programmes far larger than 25
    places the same lines come round again with other names in them.

    Examples
    --------
    >>> programme = generate(localities=25)
    >>> sum(records.project.award_gbp <= 27_000 for records in programme.each_locality())
    25
    """
    _check("localities", localities, 1, MOST_LOCALITIES)
    _check("waves", waves, 1, MOST_WAVES)
    rate = INTERVIEWS_A_WAVE * waves
    if interviews is not None:
        _check("interviews", interviews, 1, (most_interviews(waves) - 1) * localities)
        rate = interviews / localities
    programme = ExampleProgramme(seed, localities, calendar.waves(waves), rate)
    if progress is not None:
        for done, _ in enumerate(programme.each_locality(), start=1):
            progress(done, localities)
    return programme


def _check(what: str, asked: int, least: int, most: int) -> None:
    if not least <= asked <= most:
        raise EXAMPLE_SIZE.error(asked=asked, what=what, least=least, most=most)
