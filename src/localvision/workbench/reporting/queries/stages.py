"""How long the stages of projects took."""

from __future__ import annotations

from dataclasses import dataclass

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.programmes.models import StagePeriod
from localvision.workbench.programmes.viewers import Viewer

DAYS_A_MONTH = 30.44


@dataclass(frozen=True, slots=True)
class StageLengths:
    """Months that a stage took, one for each place that finished it; and all places there are.

    A place with two projects counts with the longer one.
    """

    months: tuple[float, ...]
    going_on: int
    places: int


def stage_lengths(viewer: Viewer, stage: str) -> StageLengths:
    """Return how long a stage took, in two queries; nothing to those who may not see places."""
    if not viewer.may(Capability.SEE_PROGRAMME):
        return StageLengths((), 0, 0)
    periods = StagePeriod.objects.filter(
        project__programme=viewer.programme, stage=stage, started_on__isnull=False
    ).values_list("project__locality", "started_on", "ended_on")
    done: dict[int, float] = {}
    going_on: set[int] = set()
    for place, start, end in periods:
        if end is None or start is None:
            going_on.add(place)
        else:
            done[place] = max(done.get(place, 0.0), (end - start).days / DAYS_A_MONTH)
    return StageLengths(
        months=tuple(done.values()),
        going_on=len(going_on - set(done)),
        places=viewer.programme.localities.count(),
    )
