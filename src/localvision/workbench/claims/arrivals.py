"""Claims as they come in from an example, a template or another workspace."""

from __future__ import annotations

from dataclasses import dataclass

from localvision.workbench.claims.enums import Bearing, Confidence, Relation, Status, Strength
from localvision.workbench.documents.models import Passage
from localvision.workbench.programmes.models import FrameItem


@dataclass(frozen=True, slots=True)
class NewEvidence:
    """One passage that bears on a new claim."""

    passage: Passage
    bearing: Bearing = Bearing.FOR
    note: str = ""
    confidence: Confidence = Confidence.NOT_SAID
    praise: bool = False


@dataclass(frozen=True, slots=True)
class NewClaim:
    """One claim with all that belongs to it.

    `dissent` holds role keys and words, `rivals` explanations and how they were weighed,
    `earlier` works, their findings and what this claim does to them.
    """

    key: str
    sentence: str
    status: Status = Status.EMERGING
    strength: Strength = Strength.NOT_JUDGED
    strength_reason: str = ""
    theme: FrameItem | None = None
    hypothesis_key: str = ""
    evidence: tuple[NewEvidence, ...] = ()
    searches: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    dissent: tuple[tuple[str, str], ...] = ()
    rivals: tuple[tuple[str, str], ...] = ()
    earlier: tuple[tuple[str, str, Relation], ...] = ()
