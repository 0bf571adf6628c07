"""Codes with their counts, their wordings over time, and what happened to them."""

from __future__ import annotations

from dataclasses import dataclass

from localvision.workbench.coding.matrix import Column, Counted
from localvision.workbench.coding.queries.frames import FrameNow, Happened, history_of
from localvision.workbench.coding.queries.matrix import counts_by_theme
from localvision.workbench.programmes.models import FrameItem, FrameItemWording
from localvision.workbench.programmes.viewers import Viewer


@dataclass(frozen=True, slots=True)
class CodeLine:
    """One code of the frame with its present words and its counts."""

    column: Column
    wording: FrameItemWording
    counted: Counted
    in_use: bool


@dataclass(frozen=True, slots=True)
class ClusterLines:
    """A cluster with its codes."""

    key: str
    label: str
    definition: str
    codes: tuple[CodeLine, ...]


@dataclass(frozen=True, slots=True)
class CodeStory:
    """One code with every wording it had, newest first, and what happened to it."""

    item: FrameItem
    wording: FrameItemWording
    earlier: tuple[FrameItemWording, ...]
    happened: tuple[Happened, ...]
    cluster_label: str


def frame_lines(viewer: Viewer, now: FrameNow) -> list[ClusterLines]:
    """Return the codes by cluster: those in use, and others that codings still stand for."""
    counted = counts_by_theme(viewer, now)
    lines = [_line(now, column, counted) for column in now.columns(set(counted))]
    clusters = dict.fromkeys(line.column.cluster for line in lines)
    return [
        ClusterLines(
            key,
            now.cluster_labels.get(key, key.capitalize() or "No cluster"),
            _definition(now, key),
            tuple(line for line in lines if line.column.cluster == key),
        )
        for key in clusters
    ]


def code_story(now: FrameNow, item: FrameItem) -> CodeStory:
    """Return a code with its past."""
    *earlier, last = item.wordings.all()
    mine = tuple(h for h in history_of(now) if item.key in h.keys)
    label = now.cluster_labels.get(item.cluster, item.cluster)
    return CodeStory(item, last, tuple(reversed(earlier)), mine, label)


def _line(now: FrameNow, column: Column, counted: dict[int, Counted]) -> CodeLine:
    item = now.items[abs(column.code)]
    return CodeLine(
        column,
        list(item.wordings.all())[-1],
        counted.get(column.code, Counted()),
        item.retired_in is None and item.pk not in now.heads,
    )


def _definition(now: FrameNow, cluster: str) -> str:
    for pk, item in now.items.items():
        if pk in now.heads and item.cluster == cluster:
            return list(item.wordings.all())[-1].definition
    return ""
