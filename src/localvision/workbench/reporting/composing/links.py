"""The ways back from a report into the workbench, for those who may take them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from localvision.workbench.reporting.composing.evidence import mark
from localvision.workbench.reporting.composing.material import Material
from localvision.workbench.reporting.enums import BlockKind


@dataclass(frozen=True, slots=True)
class Links:
    """Claim numbers and passage marks of a report with their keys in the workbench.

    `claims` holds the claim's key by number; `passages` holds source key and passage id by mark.
    Kept beside the report's content and in no file that leaves.
    """

    claims: dict[str, str]
    passages: dict[str, tuple[str, int]]

    def as_json(self) -> dict[str, Any]:
        """Return plain values."""
        return asdict(self)

    @classmethod
    def of_json(cls, content: dict[str, Any]) -> Links:
        """Read them back."""
        passages = {key: (str(s), int(pk)) for key, (s, pk) in content["passages"].items()}
        return cls(claims=dict(content["claims"]), passages=passages)


def links_of(material: Material) -> Links:
    """Return the links of every claim, and of every passage that the report may print."""
    used = {pk for _, claim in material.numbered for pk, _ in claim.evidence}
    used |= {b.passage_id or 0 for b in material.blocks if b.kind == BlockKind.QUOTATION}
    return Links(
        claims={str(number): claim.key for number, claim in material.numbered},
        passages={
            mark(pk): (passage.text.source.key, pk)
            for pk in sorted(used)
            if (passage := material.quotable(pk)) is not None
        },
    )
