"""Every coding as one flat line, for files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from localvision.workbench.coding.models import Coding
from localvision.workbench.coding.queries.frames import FrameNow, frame_now
from localvision.workbench.coding.queries.reach import codings_to_read
from localvision.workbench.programmes.queries import role_labels, wording_at
from localvision.workbench.programmes.viewers import Viewer

#: Code points of context on either side of the words.
CONTEXT = 120


@dataclass(frozen=True, slots=True)
class CodingLine:
    """One coding with its words, what stands round them, and where all of it comes from."""

    source: str
    place: str
    wave: str
    role: str
    label: str
    key: str
    cluster: str
    meant: str
    frame_version: int
    words: str
    before: str
    after: str
    start: int
    end: int
    text_version: int
    coder: str
    round: int
    origin: str
    at: datetime


def coding_lines(viewer: Viewer, frame_key: str = "themes") -> Iterator[CodingLine]:
    """Yield every coding that the viewer may read, in the order of the texts."""
    now = frame_now(viewer, frame_key)
    if now is None:
        return
    roles = role_labels(viewer)
    codings = (
        codings_to_read(viewer, now)
        .select_related("passage", "coder", "text__source__locality", "text__source__wave")
        .order_by("text_id", "start", "passage_id", "id")
    )
    for coding in codings.iterator(chunk_size=1_000):
        yield _line(now, coding, roles)


def _line(now: FrameNow, coding: Coding, roles: dict[str, str]) -> CodingLine:
    passage, text, source = coding.passage, coding.text.text, coding.text.source
    standing = now.standing_of(coding.item_id, coding.frame_version)
    item = now.items[standing.item_id]
    return CodingLine(
        source=source.key,
        place=source.locality.name if source.locality else "",
        wave=source.wave.name if source.wave else "",
        role=roles.get(passage.role, passage.raw_role or passage.role),
        label=f"{item.label} (to be recoded)" if standing.to_recode else item.label,
        key=item.key,
        cluster=now.cluster_labels.get(item.cluster, item.cluster),
        meant=wording_at(now.items[coding.item_id], coding.frame_version).label,
        frame_version=coding.frame_version,
        words=passage.quote,
        before=text[max(0, passage.start - CONTEXT) : passage.start],
        after=text[passage.end : passage.end + CONTEXT],
        start=passage.start,
        end=passage.end,
        text_version=coding.text.version,
        coder=coding.coder.name,
        round=coding.round,
        origin=coding.get_origin_display(),
        at=coding.coded_at,
    )
