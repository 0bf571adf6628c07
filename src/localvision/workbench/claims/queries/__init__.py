"""Reading claims: only what the viewer may read, always from the viewer."""

from localvision.workbench.claims.queries.counting import (
    EvidenceLine,
    Heard,
    evidence_lines,
    heard,
    passages_for_each,
)
from localvision.workbench.claims.queries.passages import (
    EvidencePassage,
    PassageToPick,
    Picking,
    evidence_passages,
    passages_to_pick,
)
from localvision.workbench.claims.queries.register import (
    Limits,
    Wanted,
    claim_for,
    claims_for,
    evidence_for,
    limit_for,
    limits_of,
)

__all__ = [
    "EvidenceLine",
    "EvidencePassage",
    "Heard",
    "Limits",
    "PassageToPick",
    "Picking",
    "Wanted",
    "claim_for",
    "claims_for",
    "evidence_for",
    "evidence_lines",
    "evidence_passages",
    "heard",
    "limit_for",
    "limits_of",
    "passages_for_each",
    "passages_to_pick",
]
