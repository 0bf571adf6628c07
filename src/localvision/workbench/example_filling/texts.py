"""Texts with their turns, the passages planted in them, and what two coders made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from itertools import takewhile

from localvision.example import ExampleProgramme
from localvision.example.texts import ExampleCoding, ExampleSource, ExampleTurn
from localvision.workbench.accounts.actions import make_account
from localvision.workbench.accounts.enums import Role
from localvision.workbench.accounts.models import Account
from localvision.workbench.coding.actions import import_codings
from localvision.workbench.coding.actions.imports import NewCoding
from localvision.workbench.documents.actions import add_sources
from localvision.workbench.documents.arrivals import NewPassage, NewSource, NewSpeaker, NewTurn
from localvision.workbench.documents.models import Passage
from localvision.workbench.programmes.actions import give_role
from localvision.workbench.programmes.models import FrameItem, Person, Wave
from localvision.workbench.programmes.viewers import Viewer

SECOND_CODER = "coder-b@example.invalid"
Span = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Coders:
    """The two who code the example: whoever opened it, and an invented second evaluator."""

    first: Account
    second: Account

    def of(self, key: str) -> Account:
        """Return the account behind `coder_a` or `coder_b`."""
        return self.first if key == "coder_a" else self.second


def second_coder(viewer: Viewer) -> Account:
    """Make the second coder; nobody can sign in as them."""
    account = Account.objects.filter(email=SECOND_CODER).first() or make_account(
        by=viewer.account, email=SECOND_CODER, name="Second coder (invented)"
    )
    give_role(by=viewer, account=account, role=Role.EVALUATOR)
    return account


def national_texts(made: ExampleProgramme) -> Iterator[ExampleSource]:
    """Yield the texts that belong to no place, which come first."""
    return takewhile(lambda source: not source.locality, made.sources())


def fill_texts(
    viewer: Viewer,
    made: ExampleProgramme,
    coders: Coders,
    sources: Iterable[ExampleSource],
    people: Mapping[str, Person],
    ids: Mapping[str, int],
    waves: Mapping[str, Wave],
) -> None:
    """Bring in the texts of one place, and their codings."""
    texts = [(source, made.codings_of(source)) for source in sources]
    add_sources(
        by=viewer,
        origin="Invented example",
        sources=[_source(each, codings, people, ids, waves) for each, codings in texts],
    )
    codings = [coding for _, found in texts for coding in found]
    import_codings(by=viewer, codings=_codings(viewer, coders, codings))


def _source(
    source: ExampleSource,
    codings: Iterable[ExampleCoding],
    people: Mapping[str, Person],
    ids: Mapping[str, int],
    waves: Mapping[str, Wave],
) -> NewSource:
    return NewSource(
        key=source.key,
        title=source.title,
        kind=source.kind,
        text=source.text,
        wave_id=waves[source.wave].pk if source.wave else None,
        dated=source.held_on,
        role=source.role,
        permitted_uses=source.consent,
        turns_confirmed=True,
        speakers=tuple(_speakers(source, people)),
        turns=tuple(NewTurn(t.speaker, t.label_start, t.start, t.end) for t in source.turns),
        passages=tuple(_passages(source, codings, people)),
        locality_id=ids.get("locality_id"),
        project_id=ids.get("project_id"),
    )


def _speakers(source: ExampleSource, people: Mapping[str, Person]) -> Iterator[NewSpeaker]:
    for label, turn in {turn.speaker: turn for turn in source.turns}.items():
        person = people.get(turn.person)
        yield NewSpeaker(
            label,
            role=person.role if person else "",
            interviewer=turn.is_interviewer,
            person_id=person.pk if person else None,
        )


def _passages(
    source: ExampleSource, codings: Iterable[ExampleCoding], people: Mapping[str, Person]
) -> Iterator[NewPassage]:
    """Yield every span that was planted or coded, with whose words it holds."""
    spans = {(each.start, each.end) for each in source.passages}
    spans |= {(each.start, each.end) for each in codings}
    for start, end in sorted(spans):
        turn = _turn_at(source, start)
        person = people.get(turn.person) if turn else people.get(next(iter(source.people), ""))
        yield NewPassage(
            start,
            end,
            role=person.role if person else source.role,
            raw_role=person.raw_role if person else "",
            person_id=person.pk if person else None,
        )


def _turn_at(source: ExampleSource, offset: int) -> ExampleTurn | None:
    return next((turn for turn in source.turns if turn.start <= offset < turn.end), None)


def _codings(viewer: Viewer, coders: Coders, codings: list[ExampleCoding]) -> Iterator[NewCoding]:
    items = FrameItem.objects.filter(frame__programme=viewer.programme, frame__key="themes")
    themes = {item.key: item for item in items}
    found = passages_by_span(viewer, {coding.source for coding in codings})
    for each in codings:
        when = datetime.combine(each.coded_on, time(12), UTC)
        yield NewCoding(
            found[each.source, each.start, each.end],
            themes[each.code],
            coders.of(each.coder),
            origin="example",
            coded_at=when,
        )


def passages_by_span(viewer: Viewer, source_keys: Iterable[str]) -> dict[Span, Passage]:
    """Return the passages of some sources by source key, start and end."""
    found = Passage.objects.filter(
        text__source__programme=viewer.programme, text__source__key__in=list(source_keys)
    ).select_related("text__source")
    return {(each.text.source.key, each.start, each.end): each for each in found}
