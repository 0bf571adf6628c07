"""Reading sources and passages: only what the viewer may read, always from the viewer."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.documents.models import (
    Intake,
    Invitation,
    Passage,
    PassageEdit,
    Section,
    Source,
    SourceText,
    Speaker,
    Turn,
)
from localvision.workbench.programmes.viewers import Viewer


def sources_for(viewer: Viewer) -> QuerySet[Source]:
    """Return the sources whose words the viewer may read."""
    if not viewer.may(Capability.READ_SOURCES):
        return Source.objects.none()
    return _of_their_places(viewer, Source.objects.filter(programme=viewer.programme))


def sources_to_count(viewer: Viewer) -> QuerySet[Source]:
    """Return the sources that the viewer may count, though perhaps not read."""
    if not viewer.may(Capability.SEE_COUNTS):
        return Source.objects.none()
    return _of_their_places(viewer, Source.objects.filter(programme=viewer.programme))


def _of_their_places(viewer: Viewer, sources: QuerySet[Source]) -> QuerySet[Source]:
    if viewer.locality_ids is None:
        return sources
    return sources.filter(locality_id__in=viewer.locality_ids)


#: What a list of sources may be filtered by, and the field that it means.
SOURCE_FILTERS = {
    "place": "locality__key",
    "wave": "wave__number",
    "kind": "kind",
    "role": "role",
}


def source_list(viewer: Viewer, *, words: str = "", **asked: str) -> QuerySet[Source]:
    """Return the sources by key with their passages counted, filtered by `SOURCE_FILTERS`."""
    found = sources_for(viewer).filter(**{SOURCE_FILTERS[name]: v for name, v in asked.items()})
    if words:
        found = found.filter(Q(title__icontains=words) | Q(key__iexact=words))
    passages = Passage.objects.filter(text__source=OuterRef("pk")).order_by()
    counted = passages.values("text__source").annotate(n=Count("pk")).values("n")
    return (
        found.select_related("locality", "wave")
        .annotate(passage_count=Coalesce(Subquery(counted), 0))
        .order_by("key")
    )


def text_for(viewer: Viewer, source_key: str, version: int | None = None) -> SourceText | None:
    """Return the newest text of a source (or one version) with its turns, sections, source."""
    texts = SourceText.objects.filter(source__in=sources_for(viewer), source__key=source_key)
    if version is not None:
        texts = texts.filter(version=version)
    return (
        texts.order_by("-version")
        .select_related("source__locality", "source__wave", "source__project")
        .prefetch_related(
            Prefetch("turns", Turn.objects.select_related("speaker")),
            Prefetch("speakers", Speaker.objects.annotate(turn_count=Count("turn"))),
            Prefetch("sections", Section.objects.all()),
        )
        .first()
    )


def passages_for(viewer: Viewer) -> QuerySet[Passage]:
    """Return the passages whose words the viewer may read, with source, place and edits."""
    return (
        Passage.objects.filter(text__source__in=sources_for(viewer))
        .select_related("text__source__locality", "text__source__wave", "section")
        .prefetch_related(Prefetch("edits", PassageEdit.objects.order_by("start")))
    )


def passages_to_count(viewer: Viewer) -> QuerySet[Passage]:
    """Return the passages that the viewer may count."""
    return Passage.objects.filter(text__source__in=sources_to_count(viewer))


@dataclass(frozen=True, slots=True)
class Response:
    """How many were asked and how many answered."""

    invited: int
    answered: int

    @property
    def share(self) -> float | None:
        """Share that answered; None where nobody was asked."""
        return self.answered / self.invited if self.invited else None


def response(viewer: Viewer, *, wave_number: int | None = None) -> Response:
    """Return invitations and answers, of one wave or of all."""
    asked = Invitation.objects.filter(programme=viewer.programme)
    if not viewer.may(Capability.SEE_COUNTS):
        asked = asked.none()
    if wave_number is not None:
        asked = asked.filter(wave__number=wave_number)
    counts = asked.aggregate(
        invited=Count("id"), answered=Count("id", filter=Q(outcome="answered"))
    )
    return Response(**counts)


def known_hashes(viewer: Viewer) -> dict[str, str]:
    """Return which files are here already: their hash and the key of their source."""
    return dict(sources_for(viewer).exclude(file_sha256="").values_list("file_sha256", "key"))


def intake_for(viewer: Viewer, number: int) -> Intake | None:
    """Return one bringing-in, with its problems."""
    found = Intake.objects.filter(programme=viewer.programme, pk=number).select_related("by")
    if not viewer.may(Capability.ADD_SOURCES):
        found = found.none()
    return found.first()


def quotations_of(viewer: Viewer, text: SourceText) -> QuerySet[Passage]:
    """Return the quotations that came attributed in a source."""
    return passages_for(viewer).filter(text=text, attributed=True)
