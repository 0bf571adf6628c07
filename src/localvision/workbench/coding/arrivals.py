"""Reports that come in coded: a quotation under a theme's heading is evidence on that theme.

Only quotations that carry their speaker's role are taken, and only where the heading is the
theme's own label; anything else waits for a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.coding.actions.imports import NewCoding, import_codings
from localvision.workbench.documents.arrivals import Arrival
from localvision.workbench.documents.enums import SourceKind
from localvision.workbench.programmes.models import FrameItem
from localvision.workbench.programmes.viewers import Viewer


def code_by_heading(by: Viewer, arrivals: list[Arrival]) -> None:
    """Code the quotations of reports by the heading under which they stand."""
    reports = [each for each in arrivals if each.source.kind == SourceKind.REPORT]
    if not reports or not by.may(Capability.CODE):
        return
    codings = list(_codings(by, reports))
    if codings:
        import_codings(by=by, codings=codings)


def _codings(by: Viewer, reports: list[Arrival]) -> Iterator[NewCoding]:
    items = FrameItem.objects.filter(
        frame__programme=by.programme, frame__key="themes", retired_in=None
    )
    themes = {plain(item.label): item for item in items}
    for report in reports:
        for passage in report.passages.values():
            item = passage.section and themes.get(plain(passage.section.title))
            if item and passage.attributed:
                yield NewCoding(passage, item, by.account)


def plain(heading: str) -> str:
    """Return a heading without its number, case or punctuation.

    >>> plain("5.3.2. Networks and relationships")
    'networks and relationships'
    """
    return " ".join(re.findall(r"[^\W\d_]+", heading.casefold()))
