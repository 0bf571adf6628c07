"""Changing what the store holds of sources and passages: the only writers."""

from localvision.workbench.documents.actions.passages import (
    cut_passage,
    mark_edit,
    set_passage_kind,
    unmark_edit,
)
from localvision.workbench.documents.actions.sources import add_invitations, add_sources
from localvision.workbench.documents.actions.turns import confirm_turns

__all__ = [
    "add_invitations",
    "add_sources",
    "confirm_turns",
    "cut_passage",
    "mark_edit",
    "set_passage_kind",
    "unmark_edit",
]
