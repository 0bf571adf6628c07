"""What a writer may choose from: claims, and passages that may be quoted."""

from __future__ import annotations

from dataclasses import dataclass

from localvision.workbench.claims.models import ClaimEvidence
from localvision.workbench.claims.queries import claims_for
from localvision.workbench.documents.models import Passage
from localvision.workbench.documents.queries import passages_for
from localvision.workbench.programmes.queries import role_labels
from localvision.workbench.programmes.viewers import Viewer
from localvision.workbench.reporting.rules import may_quote

MOST = 30
#: How many passages are looked at for those that may be quoted.
LOOKED_AT = 200


@dataclass(frozen=True, slots=True)
class Quotable:
    """A passage that may be quoted, with the role that it will stand under."""

    pk: int
    words: str
    role: str
    wave: str


@dataclass(frozen=True, slots=True)
class ClaimChoice:
    """A claim that may be shown or cited."""

    pk: int
    key: str
    words: str


def claims_to_choose(viewer: Viewer) -> list[ClaimChoice]:
    """Return the claims of the programme by number, each with its sentence and status."""
    return [
        ClaimChoice(
            claim.pk,
            claim.key,
            f"{claim.number}. {claim.sentence} ({claim.get_status_display().lower()})",
        )
        for claim in claims_for(viewer)
    ]


def passages_to_quote(
    viewer: Viewer, *, words: str = "", claim: int | None = None
) -> list[Quotable]:
    """Return passages that may be quoted: those behind a claim, or those that hold some words.

    With neither, nothing: a list of every passage helps nobody.
    """
    if not words and claim is None:
        return []
    found = passages_for(viewer)
    if words:
        found = found.filter(quote__icontains=words)
    if claim is not None:
        evidence = ClaimEvidence.objects.filter(claim=claim, removed_at=None)
        found = found.filter(pk__in=evidence.values("passage"))
    roles = role_labels(viewer)
    looked_at = found.defer("text__text").order_by("text_id", "start")[:LOOKED_AT]
    usable = [_quotable(p, roles) for p in looked_at if may_quote(p)]
    return [each for each in usable if each.role][:MOST]


def _quotable(passage: Passage, roles: dict[str, str]) -> Quotable:
    source = passage.text.source
    return Quotable(
        pk=passage.pk,
        words=passage.quote,
        role=roles.get(passage.role or source.role, ""),
        wave=source.wave.name if source.wave else "",
    )
