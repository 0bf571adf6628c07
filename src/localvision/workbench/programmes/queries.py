"""Reading a programme: its places, stages, frames and people, always from the viewer."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Prefetch, QuerySet

from localvision.workbench.accounts.enums import Capability
from localvision.workbench.accounts.models import Account
from localvision.workbench.platform.audit import Thing, record
from localvision.workbench.platform.models import AuditEvent
from localvision.workbench.programmes.models import (
    Frame,
    FrameItem,
    FrameItemWording,
    Identity,
    Locality,
    Membership,
    Person,
    Programme,
    Project,
    Wave,
)
from localvision.workbench.programmes.viewers import Viewer


def programmes_for(account: Account) -> QuerySet[Programme]:
    """Return the programmes in which the person has a role."""
    return Programme.objects.filter(memberships__account=account).distinct()


def waves_of(viewer: Viewer) -> QuerySet[Wave]:
    """Return the waves of the programme."""
    return Wave.objects.filter(programme=viewer.programme)


def localities_for(viewer: Viewer) -> QuerySet[Locality]:
    """Return the places that the viewer may see, by name."""
    places = Locality.objects.filter(programme=viewer.programme).order_by("name")
    if not viewer.may(Capability.SEE_PROGRAMME):
        return places.none()
    return places if viewer.locality_ids is None else places.filter(pk__in=viewer.locality_ids)


def places_with_stages(viewer: Viewer) -> QuerySet[Locality]:
    """Return places with their projects and stages, in a fixed number of queries."""
    projects = Project.objects.prefetch_related("stages")
    return localities_for(viewer).prefetch_related(Prefetch("projects", projects))


def place_story(viewer: Viewer, key: str) -> Locality | None:
    """Return one place with all that is dated about its projects."""
    projects = Project.objects.prefetch_related(
        "stages", "framings__person", "levels", "partnerships__organisation"
    )
    return (
        localities_for(viewer)
        .prefetch_related("boundaries", Prefetch("projects", projects))
        .filter(key=key)
        .first()
    )


def frames_of(viewer: Viewer) -> QuerySet[Frame]:
    """Return the frames of the programme."""
    return Frame.objects.filter(programme=viewer.programme)


def items_of(viewer: Viewer, frame_key: str, *, with_retired: bool = False) -> QuerySet[FrameItem]:
    """Return the items of a frame in their order, with their wordings."""
    items = FrameItem.objects.filter(frame__programme=viewer.programme, frame__key=frame_key)
    if not with_retired:
        items = items.filter(retired_in=None)
    wordings = FrameItemWording.objects.order_by("version")
    return items.select_related("parent", "frame").prefetch_related(Prefetch("wordings", wordings))


def wording_at(item: FrameItem, version: int) -> FrameItemWording:
    """Return what an item said in a version of its frame: what a coding made then meant."""
    said = [w for w in item.wordings.all() if w.version <= version]
    return max(said, key=lambda w: w.version)


def role_labels(viewer: Viewer) -> dict[str, str]:
    """Return the programme's words for its roles, by key."""
    roles = FrameItem.objects.filter(frame__programme=viewer.programme, frame__key="roles")
    return dict(roles.values_list("key", "label"))


def role_synonyms(viewer: Viewer) -> dict[str, str]:
    """Return every raw label that a role goes by, with the role's key."""
    found: dict[str, str] = {}
    for item in FrameItem.objects.filter(frame__programme=viewer.programme, frame__key="roles"):
        labels = [item.key, item.label, *item.attributes.get("synonyms", ())]
        found.update(dict.fromkeys(labels, item.key))
    return found


def people_for(viewer: Viewer) -> QuerySet[Person]:
    """Return people by code; who may read sources may see roles and codes, never names."""
    people = Person.objects.filter(programme=viewer.programme)
    return people if viewer.may(Capability.READ_SOURCES) else people.none()


@transaction.atomic
def read_identity(viewer: Viewer, person: Person) -> Identity | None:
    """Return who a code stands for, and log that it was read and by whom."""
    viewer.check(Capability.READ_IDENTITIES)
    found = Identity.objects.filter(person=person, person__programme=viewer.programme).first()
    record(
        by=viewer.account,
        verb="identity.read",
        thing=Thing("person", str(person.pk)),
        summary="An identity was read.",
        programme_key=str(viewer.programme.pk),
    )
    return found


def members_of(viewer: Viewer) -> QuerySet[Membership]:
    """Return who has which role."""
    members = Membership.objects.filter(programme=viewer.programme)
    if not viewer.may(Capability.MANAGE_PROGRAMME):
        return members.none()
    return members.select_related("account", "locality").order_by("account__name", "role")


def audit_for(viewer: Viewer) -> QuerySet[AuditEvent]:
    """Return what was done in the programme, newest first."""
    if not viewer.may(Capability.READ_AUDIT):
        return AuditEvent.objects.none()
    return AuditEvent.objects.filter(programme_key=str(viewer.programme.pk)).order_by("-id")
