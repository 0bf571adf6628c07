"""Quotations and the appendix of evidence, laid out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from localvision.outputs.blocks import (
    ClaimBlock,
    Ellipsis,
    EvidenceAppendix,
    EvidencePassage,
    Insertion,
    QuotationBlock,
    QuotationKind,
    Segment,
    Words,
)
from localvision.outputs.plan.numbering import Numbering, safe_anchor
from localvision.outputs.plan.parts import EvidencePart, Piece, QuotePart, Run, Runs

KIND_WORDS = {
    QuotationKind.VERBATIM: "",
    QuotationKind.EDITED: "edited; changes in brackets",
    QuotationKind.PARAPHRASE: "in our words",
}


def piece(segment: Segment) -> Piece:
    """Print a segment; edits stand in square brackets.

    >>> from localvision.outputs.blocks import Redaction, Words
    >>> piece(Redaction("name")), piece(Words("no"))
    (Piece(text='[name removed]', mark=True), Piece(text='no', mark=False))
    """
    if isinstance(segment, Words):
        return Piece(text=segment.text)
    if isinstance(segment, Insertion):
        return Piece(text=f"[{segment.text}]", mark=True)
    if isinstance(segment, Ellipsis):
        return Piece(text="[…]", mark=True)
    label = "" if segment.label == "removed" else f"{segment.label} "
    return Piece(text=f"[{label}removed]", mark=True)


def _marks(kind: QuotationKind, segments: tuple[Segment, ...]) -> tuple[str, str]:
    """Return the quotation marks: none for a paraphrase, none where the words bring their own."""
    if kind is QuotationKind.PARAPHRASE:
        return "", ""
    if len(segments) == 1 and isinstance(segments[0], Words):
        words = segments[0].text.strip()
        if words[:1] in '“"' and words[-1:] in '”"':
            return "", ""
    return "“", "”"


def quotation(block: QuotationBlock, numbering: Numbering, ids: Mapping[str, str]) -> QuotePart:
    """Lay out a quotation of the running text, linked to its passage or its claim's evidence."""
    opening, closing = _marks(block.kind, block.segments)
    href = ids.get(block.passage, "")
    if not href and block.claim in numbering.evidence:
        href = f"#evidence-{block.claim}"
    return QuotePart(
        pieces=tuple(piece(s) for s in block.segments),
        opening=opening,
        closing=closing,
        role=block.role,
        kind=KIND_WORDS[block.kind],
        passage=block.passage,
        href=href,
    )


def passage_anchors(appendix: EvidenceAppendix) -> dict[str, str]:
    """Return the anchor of each passage at the first claim that lists it."""
    anchors: dict[str, str] = {}
    for claim in appendix.claims:
        for p in claim.passages:
            anchors.setdefault(p.passage, "#" + safe_anchor(f"passage-{claim.claim}-{p.passage}"))
    return anchors


def evidence_parts(
    appendix: EvidenceAppendix, claims: Mapping[int, ClaimBlock], numbering: Numbering
) -> list[EvidencePart]:
    """Lay out the evidence of each claim, with the way back and to other claims it serves."""
    serves: dict[str, list[int]] = defaultdict(list)
    for entry in appendix.claims:
        for p in entry.passages:
            serves[p.passage].append(entry.claim)
    parts = []
    for entry in appendix.claims:
        quotes = [
            (p.stance, _passage(p, entry.claim, tuple(serves[p.passage]))) for p in entry.passages
        ]
        claim = claims.get(entry.claim)
        parts.append(
            EvidencePart(
                number=entry.claim,
                anchor=f"evidence-{entry.claim}",
                sentence=claim.sentence if claim else "",
                back=f"#claim-{entry.claim}",
                supporting=tuple(q for stance, q in quotes if stance == "for"),
                opposing=tuple(q for stance, q in quotes if stance == "against"),
                note=numbering.runs(entry.note),
            )
        )
    return parts


def _passage(p: EvidencePassage, claim: int, serves: tuple[int, ...]) -> QuotePart:
    opening, closing = _marks(p.kind, p.segments)
    also: list[Run] = []
    for other in serves:
        if other != claim:
            also.append(Run(", " if also else "also behind "))
            also.append(Run(f"claim {other}", href=f"#evidence-{other}"))
    runs: Runs = tuple(also)
    return QuotePart(
        pieces=tuple(piece(s) for s in p.segments),
        opening=opening,
        closing=closing,
        role=p.role,
        kind=KIND_WORDS[p.kind],
        passage=p.passage,
        anchor=safe_anchor(f"passage-{claim}-{p.passage}"),
        stance=p.stance,
        wave=p.wave,
        also=runs,
    )
