"""Claims, the fractions behind them, and the summaries that repeat them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from localvision.errors.outputs import FRACTION_IMPOSSIBLE
from localvision.outputs.blocks.base import Base
from localvision.outputs.blocks.figures import Chart


class Status(StrEnum):
    """How settled a finding is (R191)."""

    EMERGING = "emerging"
    INTERIM = "interim"
    FINAL = "final"
    REVISED = "revised"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fraction:
    """How many of those asked gave evidence for a claim, and how many were never asked.

    Parameters
    ----------
    label : "Places", "People", "Roles", "Against".
    count : units with evidence, 0..asked; None where it is withheld for being small.
    asked : units that were asked, 0..total; None where nobody wrote down who was asked.
    total : all units there are.
    why_missing : a few words on those not asked.

    Raises
    ------
    LocalVisionError `outputs.fraction-impossible` where count <= asked <= total fails.

    Examples
    --------
    >>> f = Fraction(label="Places", count=11, asked=21, total=25)
    >>> f.silent, f.missing, f.words
    (10, 4, '11 of 21 asked; 4 not asked')
    >>> Fraction(label="People", count=2, asked=None, total=58).words
    '2 of 58; who was asked is not recorded'
    """

    label: str
    count: int | None
    asked: int | None
    total: int
    why_missing: str = ""

    def __post_init__(self) -> None:
        top = self.total if self.asked is None else self.asked
        count = 0 if self.count is None else self.count
        if not 0 <= count <= top <= self.total:
            raise FRACTION_IMPOSSIBLE.error(
                label=self.label, count=self.count, asked=self.asked, total=self.total
            )

    @property
    def silent(self) -> int | None:
        """Asked, and said nothing on it; None where that cannot be known."""
        return None if self.asked is None or self.count is None else self.asked - self.count

    @property
    def missing(self) -> int | None:
        """Not asked; None where nobody wrote down who was asked."""
        return None if self.asked is None else self.total - self.asked

    @property
    def words(self) -> str:
        """The fraction as a reader says it, always with its denominator."""
        count = "withheld" if self.count is None else f"{self.count:,}"
        if self.asked is None:
            return f"{count} of {self.total:,}; who was asked is not recorded"
        missing = f"; {self.missing:,} not asked" if self.missing else ""
        why = f" ({self.why_missing})" if self.missing and self.why_missing else ""
        return f"{count} of {self.asked:,} asked{missing}{why}"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantifierFlag:
    """A loose word in the claim, and what the count says about it (R222, R223).

    `agrees` is False where word and fraction part; None where nothing was counted.
    `advice` is what to write instead, such as "11 of 21 places".
    """

    word: str
    fraction: str
    agrees: bool | None
    advice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimBlock:
    """A numbered claim with all that must stay beside it (R191, R221, R239, R248, R302).

    Parameters
    ----------
    number : the claim's number, unique in the report, from 1.
    sentence : the claim in one sentence, plain text.
    strength : one word or two, such as "strong", "moderate", "limited".
    fractions : evidence for, by people, places, roles; at least one (R236).
    against : evidence against, in the same manner; empty only where none was looked for.
    searched_against : True where contrary evidence was looked for, also when none was found.
    silent : groups not heard on this.
    dissent : who disagrees with the claim and why, one sentence each.
    caveats : what limits it, one sentence each.
    rivals : other explanations still standing, one sentence each.
    sources : number of separate sources behind it.
    passages_for, passages_against : numbers of passages, as listed in the appendix.
    flags : loose words in the sentence and their true fractions.
    cluster, theme : where in the frame it belongs; empty where it spans.
    """

    number: int
    sentence: str
    status: Status
    strength: str
    fractions: tuple[Fraction, ...]
    sources: int
    against: tuple[Fraction, ...] = ()
    searched_against: bool = False
    silent: tuple[str, ...] = ()
    dissent: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    passages_for: int = 0
    passages_against: int = 0
    flags: tuple[QuantifierFlag, ...] = ()
    cluster: str = ""
    theme: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryClaim:
    """A claim as a summary repeats it; the guard holds it to the body's claim (R326)."""

    number: int
    sentence: str
    status: Status
    strength: str
    fraction: Fraction | None = None

    @classmethod
    def of(cls, claim: ClaimBlock, sentence: str = "") -> SummaryClaim:
        """Repeat a body claim, in its own or shorter words, with its first fraction."""
        first = claim.fractions[0] if claim.fractions else None
        return cls(
            number=claim.number,
            sentence=sentence or claim.sentence,
            status=claim.status,
            strength=claim.strength,
            fraction=first,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyNumber:
    """One large number with its denominator: 21 of 25 places heard."""

    value: int
    label: str
    of: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryBlock:
    """The executive summary: a lead, the claims restated, and what cannot yet be said."""

    claims: tuple[SummaryClaim, ...]
    lead: str = ""
    unknowns: tuple[str, ...] = ()
    title: str = "Summary"


@dataclass(frozen=True, slots=True, kw_only=True)
class VisualSummaryBlock:
    """The findings on one page (R213): numbers, claims with their bars, a figure, gaps.

    `chart` is drawn below the claims (a theme map does well). `base` is what it all rests on.
    """

    headline: str
    base: Base
    numbers: tuple[KeyNumber, ...]
    claims: tuple[SummaryClaim, ...]
    unknowns: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    chart: Chart | None = None
    title: str = "The evaluation on one page"
