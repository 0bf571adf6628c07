"""A weighed claim as the pages say it: bars, flags, limits of the count, and role by role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from localvision.workbench.claims.bridge import QuantifierCheck, Side, Verdict, WeighedClaim
from localvision.workbench.claims.queries.passages import NONE_RECORDED
from localvision.workbench.coding.rules import is_withheld

UNITS = (("places", "Places"), ("people", "People"), ("roles", "Roles"), ("sources", "Sources"))
#: Units that the "against" bar may count by, the first that is known.
AGAINST = ("places", "people", "sources")


@dataclass(frozen=True, slots=True)
class Bar:
    """One fraction with its denominator; `count` None where nothing can be counted."""

    label: str
    count: int | None
    asked: int
    total: int
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """A loose word on which a person should decide; `at` is its place in the sentence."""

    words: str
    proposal: str
    at: int


@dataclass(frozen=True, slots=True)
class RoleLine:
    """What one role says of a claim; None where people are not known.

    `withheld`: the counts are too small for a reader who may not read the words.
    """

    key: str
    label: str
    heard: int | None
    people_for: int | None
    people_against: int | None
    passages_for: int
    passages_against: int
    said: str
    withheld: bool

    @property
    def silent(self) -> bool:
        """Whether nothing of this role bears on the claim."""
        return not (self.passages_for or self.passages_against)


@dataclass(frozen=True, slots=True)
class ShownClaim:
    """A claim ready for a page."""

    weighed: WeighedClaim
    bars: tuple[Bar, ...]
    flags: tuple[Flag, ...]
    uncounted: tuple[str, ...]
    limits: tuple[str, ...]
    roles: tuple[RoleLine, ...]


def shown(weighed: WeighedClaim, *, every_unit: bool = False, reads: bool = True) -> ShownClaim:
    """Return a claim as pages say it; in a list the bars are few, on its own page all.

    `reads` says whether the reader may read the words too; small counts by role are withheld
    from others.
    """
    number = weighed.claim.number
    units = UNITS if every_unit else UNITS[:2]
    known = [_bar(weighed.coverage.supporting, unit, label) for unit, label in units]
    return ShownClaim(
        weighed=weighed,
        bars=(*known, against_bar(weighed.coverage.contrary)),
        flags=tuple(
            Flag(flag_words(check, f"Claim {number}"), check.proposal, check.found.start)
            for check in weighed.flagged
        ),
        uncounted=tuple(
            check.found.words
            for check in weighed.checks
            if check.verdict is Verdict.NOT_COUNTED and not check.thin
        ),
        limits=count_limits(weighed),
        roles=tuple(_role_line(weighed, at, reads) for at in range(len(weighed.coverage.by_role))),
    )


def flag_words(check: QuantifierCheck, subject: str) -> str:
    """Say what a loose word claims beside what was counted."""
    said = f'{subject} says "{check.found.words.lower()}".'
    if not check.fraction:
        return f"{said} It rests on fewer than three people."
    thin = " It rests on little." if check.thin and check.verdict is not Verdict.DISAGREES else ""
    return f"{said} The evidence is {check.fraction}.{thin}"


def against_bar(side: Side) -> Bar:
    """Return the bar of the evidence against, by places where they are known."""
    for unit in AGAINST:
        if getattr(side, unit).asked:
            bar = _bar(side, unit, "Against")
            return Bar("Against", bar.count, bar.asked, bar.total, "against")
    return Bar("Against", None, 0, 0, "against")


def count_limits(weighed: WeighedClaim) -> tuple[str, ...]:
    """Say what the counts themselves cannot: who is not known, who did not answer, praise."""
    side, other = weighed.coverage.supporting, weighed.coverage.contrary
    people = side.people
    unknown = people.unattributed + other.people.unattributed
    said = [
        (unknown, f"{_passages(unknown)} not say who speaks, so people are counted too low."),
        (people.no_answer, f"{_invited(people.no_answer)} invited and did not answer."),
        (
            weighed.coverage.divided_places,
            f"In {_many(weighed.coverage.divided_places, 'place')} there is evidence both ways.",
        ),
        (weighed.praise, f"{_many(weighed.praise, 'passage')} of praise only: in no fraction."),
        (
            weighed.doubtful,
            f"In {_many(weighed.doubtful, 'passage')} the speaker doubts it themselves.",
        ),
        (side.sources.count == 1, "All evidence for it comes from one source."),
    ]
    once = [f"{name} is used once in the programme: it may be one person."
            for name in weighed.used_once]  # fmt: skip
    return (*(words for holds, words in said if holds), *once)


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence lists them.

    >>> listed(["a"]), listed(["a", "b", "c"])
    ('a', 'a, b and c')
    """
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _bar(side: Side, unit: str, label: str) -> Bar:
    share = getattr(side, unit)
    known = share.asked and (share.count or share.unattributed < side.passages or not side.passages)
    return Bar(label, share.count if known else None, share.asked, share.asked + share.not_asked)


def _role_line(weighed: WeighedClaim, at: int, reads: bool) -> RoleLine:
    split = weighed.coverage.by_role[at]
    passages = split.passages_for + split.passages_against
    unknown = bool(passages) and split.unattributed == passages
    return RoleLine(
        key=split.role or NONE_RECORDED,
        label=weighed.labels.get(split.role, split.role) or "No role recorded",
        heard=split.heard,
        people_for=None if unknown else split.people_for,
        people_against=None if unknown else split.people_against,
        passages_for=split.passages_for,
        passages_against=split.passages_against,
        said=_said(weighed, at),
        withheld=is_withheld(passages, reads_words=reads),
    )


def _said(weighed: WeighedClaim, at: int) -> str:
    split = weighed.coverage.by_role[at]
    if split.divided:
        return "divided"
    if split.passages_for:
        return "for"
    if split.passages_against:
        return "against"
    return "never heard" if split.role in weighed.coverage.never_heard else "silent on it"


def _many(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def _passages(n: int) -> str:
    return f"{_many(n, 'passage')} do{'es' if n == 1 else ''}"


def _invited(n: int) -> str:
    return "1 person was" if n == 1 else f"{n:,} people were"
