"""Saying in words what a selection of passages is."""

from __future__ import annotations

from dataclasses import dataclass

from localvision.workbench.coding.queries.frames import FrameNow, frame_now
from localvision.workbench.coding.selections import NONE_RECORDED, Selection
from localvision.workbench.programmes.queries import localities_for, role_labels, waves_of
from localvision.workbench.programmes.viewers import Viewer


@dataclass(frozen=True, slots=True)
class Title:
    """A heading and what narrows it down."""

    heading: str
    cluster: str
    parts: tuple[str, ...]


def title_of(viewer: Viewer, selection: Selection) -> Title | None:
    """Return the words for a selection; None where it names what is not there."""
    now = frame_now(viewer, selection.frame)
    if now is None:
        return None
    heading, cluster = _heading(now, selection)
    parts = [
        _place(viewer, selection.place),
        _wave(viewer, selection.wave),
        _role(viewer, selection.role),
        "Waiting to be recoded" if selection.recode else "",
        _with(now, "The same words also read as", selection.also),
        _with(now, "Overlapping words read as", selection.touching),
    ]
    return Title(heading, cluster, tuple(filter(None, parts)))


def _heading(now: FrameNow, selection: Selection) -> tuple[str, str]:
    item = now.item(selection.theme) if selection.theme else None
    if item is not None:
        return item.label, item.cluster
    if selection.cluster:
        return now.cluster_labels.get(selection.cluster, selection.cluster), selection.cluster
    return "Every theme", ""


def _place(viewer: Viewer, key: str) -> str:
    if not key or key == NONE_RECORDED:
        return "No place recorded" if key else ""
    place = localities_for(viewer).filter(key=key).first()
    return place.name if place else "A place that is not here"


def _wave(viewer: Viewer, number: str) -> str:
    if not number or number == NONE_RECORDED:
        return "No wave recorded" if number else ""
    wave = waves_of(viewer).filter(number=int(number)).first() if number.isdecimal() else None
    return wave.name if wave else "A wave that is not here"


def _role(viewer: Viewer, key: str) -> str:
    if not key or key == NONE_RECORDED:
        return "No role recorded" if key else ""
    return role_labels(viewer).get(key, key)


def _with(now: FrameNow, words: str, key: str) -> str:
    item = now.item(key) if key else None
    return f"{words} {item.label}" if item else ""
