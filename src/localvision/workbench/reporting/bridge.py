"""The bridge to the workshop: strong words of the narrative beside what was counted (R223)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from localvision.analysis.evidence import Coverage, QuantifierCheck, Verdict, quantifier_check

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+|\n|$)(?:\s*\{claim:[^}\s]+\})*")
_CITED = re.compile(r"\{(?:claim|evidence):(?P<key>[^}\s]+)\}")


@dataclass(frozen=True, slots=True)
class LooseWord:
    """A loose word of the narrative; `fraction` is empty where nothing is counted behind it."""

    word: str
    fraction: str


def loose_narrative(text: str, coverages: Mapping[str, Coverage]) -> list[LooseWord]:
    """Return strong words that no count bears out.

    Parameters
    ----------
    text : narrative with claims cited as `{claim:KEY}`.
    coverages : what stands behind each claim, by key.

    Returns
    -------
    Words of sentences that cite a claim whose fraction says otherwise, and strong words of
    sentences that cite none.

    Examples
    --------
    >>> loose_narrative("Most places began late. Eleven of 21 places began late.", {})
    [LooseWord(word='Most', fraction='')]
    """
    return [word for sentence in _sentences(text) for word in _loose(sentence, coverages)]


def _sentences(text: str) -> Iterator[str]:
    """Yield sentences, each with the citations that follow its full stop."""
    for found in _SENTENCE.finditer(text):
        if found.group().strip():
            yield found.group()


def _loose(sentence: str, coverages: Mapping[str, Coverage]) -> Iterator[LooseWord]:
    cited = [coverages[m["key"]] for m in _CITED.finditer(sentence) if m["key"] in coverages]
    plain = _CITED.sub("", sentence)
    if cited:
        for checks in zip(*(quantifier_check(plain, each) for each in cited), strict=True):
            if all(check.wants_judgement for check in checks):
                yield LooseWord(checks[0].found.words, checks[0].fraction)
        return
    for check in quantifier_check(plain, None):
        if _strong(check):
            yield LooseWord(check.found.words, "")


def _strong(check: QuantifierCheck) -> bool:
    found = check.found
    counted = found.counted and check.verdict is Verdict.NOT_COUNTED and not found.exact
    return counted and (found.quantifier.means.strong or found.quantifier.superlative)
