"""Every route declares who may enter, and means it."""

import pytest
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

from localvision.workbench.platform.doors import Door

#: Routes that need no door of ours, with the reason.
WITHOUT_A_DOOR: dict[str, str] = {}
#: A value for every captured argument: none of these things exists.
NOWHERE = {"programme": "better-together", "number": 1, "key": "nothing", "slug": "nothing"}


def routes(resolver=None, prefix="", space=""):
    for entry in (resolver or get_resolver()).url_patterns:
        pattern = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from routes(entry, pattern, inner)
        elif isinstance(entry, URLPattern):
            yield pattern, f"{space}{entry.name}", entry


ROUTES = list(routes())
BEHIND_A_PROGRAMME = [route for route in ROUTES if "<slug:programme>" in route[0]]


@pytest.mark.parametrize(("pattern", "name", "entry"), ROUTES, ids=[r[0] for r in ROUTES])
def test_every_route_has_a_door(pattern, name, entry):
    assert isinstance(getattr(entry.callback, "door", None), Door) or pattern in WITHOUT_A_DOOR


def address(name, entry):
    wanted = entry.pattern.converters.keys() | {"programme"}
    values = {
        key: NOWHERE.get(key, 1 if "int" in str(type(conv)).lower() else "nothing")
        for key, conv in [*entry.pattern.converters.items(), ("programme", None)]
        if key in wanted
    }
    try:
        return reverse(name, kwargs=values)
    except NoReverseMatch:
        pytest.fail(f"{name} cannot be addressed with {values}")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("pattern", "name", "entry"), BEHIND_A_PROGRAMME, ids=[r[0] for r in BEHIND_A_PROGRAMME]
)
def test_strangers_and_neighbours_learn_nothing(pattern, name, entry, viewer, other_client):
    url = address(name, entry)
    real, unreal = url, url.replace("better-together", "no-such-programme")
    for method in ("get", "post"):
        for client, codes in ((Client(), {302, 401}), (other_client, {404})):
            answers = [getattr(client, method)(u) for u in (real, unreal)]
            assert {answer.status_code for answer in answers} <= codes
            assert len({answer.status_code for answer in answers}) == 1
            bodies = {a.content.replace(b"better-together", b"no-such-programme") for a in answers}
            assert client is not other_client or len(bodies) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["commissioner", "assessor", "enabler", "locality_lead", "reader"])
def test_no_role_enters_without_its_capability(role, viewer_as):
    from localvision.workbench.accounts.rules import capabilities_of

    member = viewer_as(role)
    client = Client()
    client.force_login(member.account)
    held = {f"member:{capability.value}" for capability in capabilities_of([role])}
    for _, name, entry in BEHIND_A_PROGRAMME:
        door = getattr(entry.callback, "door", None)
        if door is not None and door.key.startswith("member:") and door.key not in held:
            assert client.get(address(name, entry)).status_code == 403, name
