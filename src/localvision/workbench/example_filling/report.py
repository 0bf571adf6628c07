"""The example's interim report, through the report room's own reading of the outline."""

from __future__ import annotations

from collections.abc import Mapping

from localvision.example import ExampleProgramme
from localvision.workbench.claims.models import Claim
from localvision.workbench.documents.models import Passage
from localvision.workbench.programmes.viewers import Viewer
from localvision.workbench.reporting.actions import import_report
from localvision.workbench.reporting.from_example import blocks_from_example

SLUG = "interim"


def fill_report(viewer: Viewer, made: ExampleProgramme, passages: Mapping[str, Passage]) -> None:
    """Bring in the example's interim report."""
    given = made.report
    claims = dict(Claim.objects.filter(programme=viewer.programme).values_list("key", "pk"))
    rows = {key: passage.pk for key, passage in passages.items()}
    import_report(
        by=viewer,
        slug=SLUG,
        title=given.title,
        subtitle=given.subtitle,
        as_at=given.as_at,
        status="interim",
        authors_line="The invented evaluation team",
        blocks=blocks_from_example(given, claims=claims, passages=rows).blocks,
    )
