"""Keeping the items of the theme frame findable by their words."""

from __future__ import annotations

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.platform.models import SearchEntry
from localvision.workbench.platform.search import EVERYWHERE, forget, remember
from localvision.workbench.programmes.models import Frame, FrameItemWording

KIND = "code"
CODED_WITH = "themes"


def refresh_items(frame: Frame) -> None:
    """Renew the entries of a frame that people code with; retired items are forgotten."""
    if frame.key != CODED_WITH:
        return
    forget(KIND, [str(pk) for pk in frame.items.values_list("pk", flat=True)])
    wordings = FrameItemWording.objects.filter(item__frame=frame, item__retired_in=None)
    newest = {wording.item_id: wording for wording in wordings.order_by("version")}
    remember(
        SearchEntry(
            programme_key=str(frame.programme_id),
            kind=KIND,
            object_key=str(pk),
            capability=Capability.SEE_COUNTS.value,
            locality_key=EVERYWHERE,
            title=said.label,
            body=" ".join(filter(None, (said.definition, said.use_when, said.not_when))),
        )
        for pk, said in newest.items()
    )
