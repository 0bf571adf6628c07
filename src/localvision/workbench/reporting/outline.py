"""What arrives at a report: blocks as plain records, from a form or from an outline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from localvision.workbench.reporting.enums import BlockKind


@dataclass(frozen=True, slots=True)
class NewBlock:
    """A block, ready to be stored.

    Parameters
    ----------
    kind : a `BlockKind`.
    text : the words of a heading, text or note, which cite claims as `{claim:KEY}`; the opening
        of a summary; the caption of a figure or table (empty: one that says what it shows).
    settings : what the block shows, in plain values; see `rules.SETTINGS`.
    claim_id, passage_id : what a claim or quotation block shows.
    """

    kind: str
    text: str = ""
    settings: Mapping[str, Any] = field(default_factory=dict)
    claim_id: int | None = None
    passage_id: int | None = None

    @property
    def fields(self) -> dict[str, Any]:
        """Fields of the stored block."""
        return {
            "kind": BlockKind(self.kind).value,
            "text": self.text,
            "settings": dict(self.settings),
            "claim_id": self.claim_id,
            "passage_id": self.passage_id,
        }
