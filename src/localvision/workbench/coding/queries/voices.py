"""Whose voices stand behind each cluster, and which roles are silent (R221)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, F

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.coding.enums import Rows
from localvision.workbench.coding.matrix import Heard
from localvision.workbench.coding.queries.counting import (
    FIGURES,
    cluster_of,
    standing_codings,
)
from localvision.workbench.coding.queries.frames import frame_now
from localvision.workbench.coding.queries.heard import as_heard, heard_by_row
from localvision.workbench.coding.rules import is_withheld
from localvision.workbench.coding.selections import NONE_RECORDED, Selection
from localvision.workbench.programmes.queries import role_labels
from localvision.workbench.programmes.viewers import Viewer


@dataclass(frozen=True, slots=True)
class Voice:
    """How many passages, known people and places of a role speak of a cluster.

    None in every figure means missing: nobody of the role was heard, or the figure is withheld.
    """

    passages: int | None
    people: int | None
    places: int | None
    selection: Selection


@dataclass(frozen=True, slots=True)
class RoleLine:
    """One role with a voice a cluster and one for all of them."""

    key: str
    label: str
    expected: bool
    heard: Heard
    voices: tuple[Voice, ...]
    total: Voice

    @property
    def silent(self) -> bool:
        """Whether the programme promised to hear this role and no passage of it is coded."""
        return self.expected and not self.total.passages

    @property
    def once(self) -> bool:
        """Whether the role is used once only: it may be one person (R220)."""
        return self.total.passages == 1


@dataclass(frozen=True, slots=True)
class Voices:
    """Roles by clusters, with the roles that are silent named."""

    clusters: tuple[tuple[str, str], ...]
    roles: tuple[RoleLine, ...]

    @property
    def silent_roles(self) -> tuple[str, ...]:
        """Labels of the roles that the programme expected to hear and that no coding holds."""
        return tuple(role.label for role in self.roles if role.silent)


Rowset = Iterable[Mapping[str, Any]]
Figures = dict[tuple[str, str | None], Mapping[str, Any]]


def voices_table(
    viewer: Viewer, frame_key: str = "themes", wave: int | None = None
) -> Voices | None:
    """Return whose voices stand behind each cluster; None where there is no such frame."""
    now = frame_now(viewer, frame_key)
    if now is None:
        return None
    codings = standing_codings(viewer, now)
    if wave is not None:
        codings = codings.filter(text__source__wave__number=wave)
    figures = {
        **{name: FIGURES[name] for name in ("passages", "people")},
        "places": Count("text__source__locality", distinct=True),
    }
    role = F("passage__role")
    by_cluster: Rowset = codings.values(role=role, cluster=cluster_of(now)).annotate(**figures)
    in_all: Rowset = codings.values(role=role).annotate(**figures)
    found: Figures = {(row["role"], row["cluster"]): row for row in by_cluster}
    found |= {(row["role"], None): row for row in in_all}
    heard = heard_by_row(viewer, codings, Rows.ROLE, wave=wave, role=None)
    sources = {str(key): as_heard(read) for key, read in heard.items()}
    clusters = tuple(now.cluster_labels.items())
    base = Selection(wave=str(wave or ""), frame=frame_key)
    return Voices(clusters, tuple(_lines(viewer, found, sources, [k for k, _ in clusters], base)))


def _lines(
    viewer: Viewer, found: Figures, heard: dict[str, Heard], clusters: list[str], base: Selection
) -> list[RoleLine]:
    labels = role_labels(viewer)
    expected = viewer.programme.expected_roles
    others = sorted({role for role, _ in found} | set(heard) - {""})
    reads = viewer.may(Capability.READ_SOURCES)
    lines = []
    for role in dict.fromkeys([*expected, *filter(None, others), *([""] if "" in others else [])]):
        here = base.but(role=role or NONE_RECORDED)
        silent = not heard.get(role, Heard()).sources
        lines.append(
            RoleLine(
                key=role or NONE_RECORDED,
                label=labels.get(role, role) or "No role recorded",
                expected=role in expected,
                heard=heard.get(role, Heard()),
                voices=tuple(
                    _voice(found.get((role, key)), here.but(cluster=key), silent, reads)
                    for key in clusters
                ),
                total=_voice(found.get((role, None)), here, silent, reads),
            )
        )
    return lines


def _voice(
    figures: Mapping[str, Any] | None, selection: Selection, silent: bool, reads: bool
) -> Voice:
    if figures is None:
        zero = None if silent else 0
        return Voice(zero, zero, zero, selection)
    if is_withheld(figures["passages"], reads_words=reads):
        return Voice(None, None, None, selection)
    return Voice(figures["passages"], figures["people"], figures["places"], selection)
