"""What changed in the claims between two editions of a report, for those who read the first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from localvision.outputs.blocks import ClaimBlock, Fraction, Report


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is otherwise than it was: the claim's number, what, before and after."""

    claim: int
    what: str
    before: str = ""
    after: str = ""


def changes_between(earlier: Report, later: Report) -> list[Change]:
    """Return how the later edition's claims differ from the earlier one's, by number.

    Claims keep their number from edition to edition, so what was said of claim 4 is compared
    with what is said of claim 4 now, in words, status, strength and fractions.
    """
    old, new = _claims(earlier), _claims(later)
    return [
        change
        for number in sorted({*old, *new})
        for change in _changes(number, old.get(number), new.get(number))
    ]


def _claims(report: Report) -> dict[int, ClaimBlock]:
    return {block.number: block for block in report.blocks if isinstance(block, ClaimBlock)}


def _changes(number: int, old: ClaimBlock | None, new: ClaimBlock | None) -> Iterator[Change]:
    if old is None or new is None:
        claim = new or old
        assert claim is not None
        yield Change(number, "new" if old is None else "left out", after=claim.sentence)
        return
    pairs = (
        ("words", old.sentence, new.sentence),
        ("status", old.status.value, new.status.value),
        ("strength", old.strength, new.strength),
        ("against", _said(old.against), _said(new.against)),
        *_fractions(old, new),
    )
    for what, before, after in pairs:
        if before != after:
            yield Change(number, what, before or "none", after or "none")


def _fractions(old: ClaimBlock, new: ClaimBlock) -> Iterator[tuple[str, str, str]]:
    before = {f.label: f.words for f in old.fractions}
    after = {f.label: f.words for f in new.fractions}
    for label in dict.fromkeys([*before, *after]):
        yield label.lower(), before.get(label, ""), after.get(label, "")


def _said(fractions: tuple[Fraction, ...]) -> str:
    return "; ".join(fraction.words for fraction in fractions)
