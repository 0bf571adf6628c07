"""Setting loose words beside the true fraction: what agrees, what does not, what is not counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from localvision.analysis.evidence.coverage import Coverage, Share
from localvision.analysis.evidence.reading import LooseWords, loose_words

#: Strong words on fewer people, or on a smaller share of quotations, are flagged (R222).
#: A convention of this project.
THIN_PEOPLE = 3
THIN_SHARE = 0.1
FALLBACKS = ("places", "people", "quotations")


class Verdict(StrEnum):
    """What a count says about a word."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    NOT_COUNTED = "not counted"


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantifierCheck:
    """One loose word beside the true fraction.

    Parameters
    ----------
    found : the word, where it stands and what it counts.
    verdict : agrees, disagrees, or not counted.
    thin : a strong word on thin evidence: fewer than 3 people, or a tenth of the quotations.
    fraction : the count with its denominator, "2 of 21 places"; empty where nothing is counted.
    assumed : what is counted was not said and is taken from the table.
    means : the range that the word stands for, in words.
    proposal : what to write instead, "in 2 of 21 places", or "not counted".
    note : why it is not counted, or thin; empty otherwise.
    """

    found: LooseWords
    verdict: Verdict
    thin: bool
    fraction: str
    assumed: bool
    means: str
    proposal: str
    note: str = ""

    @property
    def wants_judgement(self) -> bool:
        """Whether a person should look: the count disagrees, or the evidence is thin."""
        return self.verdict is Verdict.DISAGREES or self.thin


@dataclass(frozen=True, slots=True, kw_only=True)
class TextCheck:
    """Every loose word of a text, and how often each is used outside quotation marks (R223)."""

    checks: tuple[QuantifierCheck, ...]
    uses: Mapping[str, int]


def quantifier_check(
    sentence: str,
    coverage: Coverage | None,
    *,
    role_words: Mapping[str, str] | None = None,
    others: Sequence[int] = (),
) -> tuple[QuantifierCheck, ...]:
    """Set each loose word of a claim beside the true fraction of what it counts.

    Parameters
    ----------
    sentence : the claim, in our own words; words in quotation marks are left alone.
    coverage : what stands behind it; None where nothing is known: all is then "not counted".
    role_words : nouns that stand for a role and the key of that role ({"enablers": "enabler"}).
    others : passages behind comparable claims or themes, against which "the most widely
        cited" is held; without them a ranking is not counted.

    Returns
    -------
    tuple of checks in the order of the words.

    Limits
    ------
    Counts the evidence for; what bears against is in the coverage. Where a speaker is not
    known, a word is judged only if every possible count gives the same verdict.

    Source
    ------
    Ranges: see `quantifiers`. On counting in qualitative research: Maxwell (2010), Using
    Numbers in Qualitative Research, Qualitative Inquiry 16(6), 475-482.

    Examples
    --------
    >>> from localvision.analysis.evidence import Denominators, EvidenceRow, coverage
    >>> rows = [EvidenceRow(f"P{n}", f"L{n}", "partner", "for", f"S{n}") for n in range(2)]
    >>> found = coverage(rows, Denominators(places_heard={f"L{n}" for n in range(21)}))
    >>> check, = quantifier_check("Most places put trust before money.", found)
    >>> check.verdict.value, check.fraction, check.proposal
    ('disagrees', '2 of 21 places', 'in 2 of 21 places')
    """
    found = loose_words(sentence, role_words)
    return tuple(_check(words, coverage, others) for words in found)


def check_text(
    text: str, coverage: Coverage | None = None, *, role_words: Mapping[str, str] | None = None
) -> TextCheck:
    """Find every loose word in a whole text, set each beside the count, and say how often.

    Parameters are those of `quantifier_check`; without coverage each word is "not counted".

    Examples
    --------
    >>> text = 'Many said so. Often it was hard. "Many!" said one.'
    >>> dict(check_text(text).uses)
    {'many': 1, 'often': 1}
    """
    checks = quantifier_check(text, coverage, role_words=role_words)
    uses = Counter(check.found.quantifier.words.lower() for check in checks)
    return TextCheck(checks=checks, uses=dict(uses.most_common()))


def reworded(sentence: str, check: QuantifierCheck) -> str:
    """Return the sentence with the loose word made a fraction, for a person to finish.

    Examples
    --------
    >>> from localvision.analysis.evidence import Denominators, EvidenceRow, coverage
    >>> rows = [EvidenceRow("P1", "L1", "partner", "for", "S1")]
    >>> found = coverage(rows, Denominators(places_heard=set(range(20))))
    >>> for claim in ("In most places trust came first.", "Trust often came first."):
    ...     print(reworded(claim, quantifier_check(claim, found)[0]))
    In 1 of 21 places trust came first.
    Trust, in 1 of 21 places, came first.
    """
    words, before = check.found, sentence[: check.found.start]
    after = sentence[words.end :]
    if not check.fraction:
        return sentence
    if words.quantifier.superlative:
        return f"{sentence.rstrip('. ')} ({check.fraction})."
    if words.quantifier.kind != "determiner" or not words.noun:
        if not before.strip():
            return f"In {check.fraction},{after}"
        return f"{before.rstrip()}, {check.proposal}, {after.lstrip()}"
    number = check.fraction.rpartition(" ")[0] if words.base == check.fraction.split()[-1] else ""
    tail = after.lstrip()
    for filler in ("of the ", "of these ", "of those ", "of our ", "the "):
        tail = tail.removeprefix(filler)
    if number and tail.lower().startswith(words.noun):
        return f"{before}{number} {tail}"
    return f"{before}{words.words}{after.rstrip('. ')} ({check.fraction})."


def _check(words: LooseWords, coverage: Coverage | None, others: Sequence[int]) -> QuantifierCheck:
    share, note = _share(words, coverage)
    usable = share if share is not None and share.asked else None
    verdict = Verdict.NOT_COUNTED
    if usable and words.counted:
        verdict = _ranked(usable, others) if words.quantifier.superlative else _judged(
            words, usable
        )  # fmt: skip
    if not words.counted:
        note = f'what "{words.words}" counts here is not counted'
    elif verdict is Verdict.NOT_COUNTED and not note:
        note = _why_not(words, usable)
    thin = _thin(words, coverage)
    fraction = usable.words if usable else ""
    return QuantifierCheck(
        found=words,
        verdict=verdict,
        thin=thin,
        fraction=fraction,
        assumed=words.counted and not words.noun and not words.quantifier.superlative,
        means="the largest of its kind" if words.quantifier.superlative
        else str(words.quantifier.means),
        proposal=_proposal(fraction),
        note=note or (f"strong words on thin evidence: {fraction}" if thin else ""),
    )  # fmt: skip


def _proposal(fraction: str) -> str:
    if not fraction:
        return "not counted"
    return f"by {fraction}" if fraction.split()[-1] not in ("places", "quotations") else (
        f"in {fraction}"
    )  # fmt: skip


def _share(words: LooseWords, coverage: Coverage | None) -> tuple[Share | None, str]:
    """Return the fraction that the words speak of, or the next best with a note."""
    if coverage is None:
        return None, "nothing is counted behind these words"
    if words.role:
        return _role_share(words, coverage)
    first = _base_share(words.base, coverage)
    if first.asked or words.noun:
        return first, "" if first.asked else f"no {words.base} are known to have been asked"
    for base in FALLBACKS:
        share = _base_share(base, coverage)
        if share.asked:
            return share, f"{words.base} are not known: counted by {base}"
    return None, "nothing is counted behind these words"


def _base_share(base: str, coverage: Coverage) -> Share:
    if base == "places":
        return coverage.supporting.places
    if base == "people":
        return coverage.supporting.people
    passages = coverage.supporting.passages
    total = 0 if coverage.quotations is None else max(coverage.quotations, passages)
    return Share(unit="quotations", count=passages if total else 0, asked=total)


def _role_share(words: LooseWords, coverage: Coverage) -> tuple[Share | None, str]:
    for split in coverage.by_role:
        if split.role == words.role and split.heard:
            unknown = min(split.unattributed, split.passages_for)
            return Share(
                unit=words.noun, count=split.people_for, asked=split.heard, unattributed=unknown
            ), ""  # fmt: skip
    return None, f"how many {words.noun} were heard is not known"


def _judged(words: LooseWords, share: Share) -> Verdict:
    """Agree or disagree only if every count that is possible says the same."""
    means = words.quantifier.means
    # A stated denominator may be those asked, or all that there are.
    bases = {share.asked, share.total} if words.exact else {share.asked}
    verdicts = {
        any(means.holds(count, of) for of in bases) for count in range(share.count, share.most + 1)
    }
    if len(verdicts) > 1:
        return Verdict.NOT_COUNTED
    return Verdict.AGREES if verdicts.pop() else Verdict.DISAGREES


def _ranked(share: Share, others: Sequence[int]) -> Verdict:
    if not others:
        return Verdict.NOT_COUNTED
    return Verdict.AGREES if share.count >= max(others) else Verdict.DISAGREES


def _why_not(words: LooseWords, share: Share | None) -> str:
    if share is None:
        return "nobody is known to have been asked"
    if words.quantifier.superlative:
        return "what it is compared with is not counted"
    return f"who said {share.unattributed} of the passages is not known"


def _thin(words: LooseWords, coverage: Coverage | None) -> bool:
    quantifier = words.quantifier
    strong = quantifier.superlative or (quantifier.means.strong and quantifier.ground != "count")
    if coverage is None or not strong or not words.counted:
        return False
    side = coverage.supporting
    few = side.people.count + side.people.unattributed < THIN_PEOPLE
    quotations = coverage.quotations or 0
    small = bool(quotations) and side.passages / quotations < THIN_SHARE
    return few or (quantifier.superlative and small)
