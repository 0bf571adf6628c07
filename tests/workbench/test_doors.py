"""Every route declares who may enter, and means it."""

import re

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


def without_secrets(content):
    """A page without its one-time tokens and without the address that was asked for."""
    content = content.replace(b"better-together", b"no-such-programme")
    return re.sub(rb"[A-Za-z0-9]{64}", b"", content)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("pattern", "name", "entry"), BEHIND_A_PROGRAMME, ids=[r[0] for r in BEHIND_A_PROGRAMME]
)
def test_strangers_and_neighbours_learn_nothing(pattern, name, entry, viewer, other_client):
    url = address(name, entry)
    real, unreal = url, url.replace("better-together", "no-such-programme")
    for method in ("get", "post", "delete"):
        # 405 says only that the route knows no such method, to everybody alike.
        for client, codes in ((Client(), {302, 401, 405}), (other_client, {404, 405})):
            answers = [getattr(client, method)(u) for u in (real, unreal)]
            assert {answer.status_code for answer in answers} <= codes
            assert len({answer.status_code for answer in answers}) == 1
            if client is other_client:
                assert len({without_secrets(answer.content) for answer in answers}) == 1


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
            url = address(name, entry)
            answers = {getattr(client, m)(url).status_code for m in ("get", "post", "delete")}
            assert 403 in answers, name
            assert answers <= {403, 405}, name
