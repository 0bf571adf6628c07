"""What reports add to the home page: withdrawn claims that still stand, and the newest edition."""

from __future__ import annotations

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.programmes.panels import Judgement
from localvision.workbench.programmes.viewers import Viewer
from localvision.workbench.reporting import queries


def judgements(viewer: Viewer) -> list[Judgement]:
    """Return a line for each report whose draft shows a claim that was withdrawn."""
    if not viewer.may(Capability.BUILD_REPORTS):
        return []
    found = queries.withdrawn_in_reports(viewer)
    return [
        Judgement(
            words=f"The report “{title}” shows a withdrawn claim: {number}.",
            detail="Take its block out, or say in the text why it was withdrawn.",
            url_name="reporting:edit",
            link_words="Edit the report",
            url_arguments={"slug": slug},
        )
        for slug, title, number in found
    ]


def headlines(viewer: Viewer) -> list[str]:
    """Return how many editions there are to read, for the line under the programme's name."""
    n = queries.edition_count(viewer)
    return [f"{n:,} report edition{'' if n == 1 else 's'}"] if n else []
