"""Changing what the store holds of claims: the only writers."""

from localvision.workbench.claims.actions.imports import import_claims
from localvision.workbench.claims.actions.limits import (
    add_caveat,
    add_dissent,
    add_earlier_finding,
    add_rival,
    take_back,
    weigh_rival,
)
from localvision.workbench.claims.actions.weighing import (
    add_evidence,
    record_search,
    remove_evidence,
    restore_evidence,
)
from localvision.workbench.claims.actions.wording import (
    add_claim,
    change_status,
    judge_strength,
    place_in_frame,
    reword_claim,
)

__all__ = [
    "add_caveat",
    "add_claim",
    "add_dissent",
    "add_earlier_finding",
    "add_evidence",
    "add_rival",
    "change_status",
    "import_claims",
    "judge_strength",
    "place_in_frame",
    "record_search",
    "remove_evidence",
    "restore_evidence",
    "reword_claim",
    "take_back",
    "weigh_rival",
]
