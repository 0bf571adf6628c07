"""The appendix of evidence: each claim's passages, by id and role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from localvision.outputs.blocks.quotations import QuotationKind, Segment


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidencePassage:
    """One passage behind a claim: id, role, words with marked edits, for or against.

    `wave` is a word such as "wave 2", or empty. No place and no person is held (R334).
    """

    passage: str
    role: str
    segments: tuple[Segment, ...]
    kind: QuotationKind = QuotationKind.VERBATIM
    stance: Literal["for", "against"] = "for"
    wave: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEvidence:
    """All passages that one claim rests on; `note` says what was left out and why."""

    claim: int
    passages: tuple[EvidencePassage, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceAppendix:
    """The evidence for every claim; claims link here and each entry links back (R238)."""

    claims: tuple[ClaimEvidence, ...]
    title: str = "Evidence for each claim"
    lead: str = ""
