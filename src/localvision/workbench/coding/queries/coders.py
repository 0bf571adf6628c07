"""Who coded what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Max

from localvision.workbench.coding.enums import Origin
from localvision.workbench.coding.queries.reach import codings_for
from localvision.workbench.programmes.viewers import Viewer


@dataclass(frozen=True, slots=True)
class CoderLine:
    """One coder in one round: how much they coded, where from, and when last."""

    coder: str
    round: int
    origin: str
    codings: int
    passages: int
    sources: int
    last_at: datetime


def who_coded_what(viewer: Viewer, frame_key: str = "themes") -> list[CoderLine]:
    """Return, by coder, round and origin, how many codings, passages and sources."""
    found = (
        codings_for(viewer)
        .filter(item__frame__key=frame_key)
        .values("round", "origin", name=F("coder__name"))
        .annotate(
            codings=Count("id"),
            passages=Count("passage", distinct=True),
            sources=Count("text__source", distinct=True),
            last_at=Max("coded_at"),
        )
        .order_by("name", "round", "origin")
    )
    return [
        CoderLine(
            row["name"],
            row["round"],
            Origin(row["origin"]).label,
            row["codings"],
            row["passages"],
            row["sources"],
            row["last_at"],
        )
        for row in found
    ]
