"""What a claim rests on: coverage and silence, loose words beside true fractions, strength."""

from localvision.analysis.evidence.checking import (
    QuantifierCheck,
    TextCheck,
    Verdict,
    check_text,
    quantifier_check,
    reworded,
)
from localvision.analysis.evidence.coverage import Coverage, RoleSplit, Share, Side, coverage
from localvision.analysis.evidence.quantifiers import QUANTIFIERS, Quantifier, Range
from localvision.analysis.evidence.reading import LooseWords, hide_quotations, loose_words
from localvision.analysis.evidence.rows import Denominators, EvidenceRow
from localvision.analysis.evidence.strength import Gate, Strength, StrengthProposal, strength

__all__ = [
    "QUANTIFIERS",
    "Coverage",
    "Denominators",
    "EvidenceRow",
    "Gate",
    "LooseWords",
    "Quantifier",
    "QuantifierCheck",
    "Range",
    "RoleSplit",
    "Share",
    "Side",
    "Strength",
    "StrengthProposal",
    "TextCheck",
    "Verdict",
    "check_text",
    "coverage",
    "hide_quotations",
    "loose_words",
    "quantifier_check",
    "reworded",
    "strength",
]
