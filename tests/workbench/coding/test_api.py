"""The JSON seam: three people, code points, stale texts, requests sent twice, and CSRF."""

from __future__ import annotations

import json
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import get_resolver

from localvision.workbench.coding.models import Coding
from localvision.workbench.platform.doors import Door

pytestmark = pytest.mark.django_db
SOURCE = "/better-together/coding/api/sources/S0001/"
CODINGS = SOURCE + "codings/"


def post(client, address=CODINGS, **fields):
    given = {
        "text_version": 1,
        "start": 0,
        "end": 4,
        "item_key": "timing",
        "request_key": str(uuid4()),
        **fields,
    }
    return client.post(address, json.dumps(given), content_type="application/json")


def calls(client, number=1):
    return {
        "read": lambda: client.get(SOURCE),
        "code": lambda: post(client),
        "take out": lambda: client.delete(f"{CODINGS}{number}"),
        "put back": lambda: client.post(f"{CODINGS}{number}/restore"),
    }


@pytest.mark.parametrize("what", ["read", "code", "take out", "put back"])
def test_three_people(
    what, ashmere, code, evaluator_client, commissioner_client, other_client, stranger_client
):
    number = code(ashmere, "breakfast", "timing").pk
    assert calls(evaluator_client, number)[what]().status_code == 200
    before = Coding.objects.filter(removed_at=None).count()
    assert calls(commissioner_client, number)[what]().status_code == 403
    assert calls(other_client, number)[what]().status_code == 404
    assert calls(stranger_client, number)[what]().status_code == 401
    assert Coding.objects.filter(removed_at=None).count() == before


def test_every_operation_has_its_door():
    def walk(patterns, found):
        for pattern in patterns:
            if hasattr(pattern, "url_patterns"):
                walk(pattern.url_patterns, found)
            elif (pattern.name or "").startswith("api-"):
                found[pattern.name] = getattr(pattern.callback, "door", None)
        return found

    found = walk(get_resolver().url_patterns, {})
    ours = {name: found[name] for name in ("api-source", "api-code", "api-remove", "api-restore")}
    assert all(isinstance(door, Door) for door in ours.values())
    assert ours["api-code"].key == "member:code"


def test_a_forged_request_is_refused(ashmere, viewer):
    client = Client(enforce_csrf_checks=True)
    client.force_login(viewer.account)
    assert post(client).status_code == 403
    assert not Coding.objects.exists()


def test_reading(ashmere, code, evaluator_client, second_coder):
    coding = code(ashmere, "breakfast", "timing")
    code(ashmere, "summer", "mindset", by=second_coder)
    found = evaluator_client.get(SOURCE).json()
    assert found["text_version"] == 1
    assert found["may_code"] is True
    theirs, mine = found["codings"]
    assert mine["id"] == coding.pk
    assert (mine["start"], mine["end"]) == (coding.passage.start, coding.passage.end)
    assert (mine["label"], mine["cluster"], mine["own"]) == ("Timing", "process", True)
    assert (theirs["coder"], theirs["own"], theirs["removable"]) == ("Sam Second", False, False)
    items = {item["key"]: item for item in found["items"]}
    assert [items["enabler_role"][k] for k in ("shortcut", "parent")] == ["1", "process"]
    assert items["timing"]["use_when"]
    assert len(items) == 9


def test_code_points_on_the_wire(make_source, evaluator_client):
    make_source(text="😀😀 café 👩‍👧 end", key="S0001")
    answer = post(evaluator_client, start=3, end=7)
    assert answer.json()["start"] == 3
    assert Coding.objects.get().passage.quote == "café"


def test_sent_twice(ashmere, evaluator_client):
    key = str(uuid4())
    first = post(evaluator_client, request_key=key)
    second = post(evaluator_client, request_key=key)
    assert first.json()["id"] == second.json()["id"]
    assert first.json()["removed"] is second.json()["removed"] is False
    other = post(evaluator_client, request_key=key, item_key="mindset")
    assert other.status_code == 409
    assert other.json()["problems"][0]["code"] == "coding.request-key-used"


def test_a_stale_text_is_a_conflict(ashmere, evaluator_client):
    answer = post(evaluator_client, text_version=2)
    assert answer.status_code == 409
    problem = answer.json()["problems"][0]
    assert problem["code"] == "coding.text-changed"
    assert problem["remedy"]
    assert not Coding.objects.exists()


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"end": 0}, "passage.not-in-text"),
        ({"end": 10**9}, "passage.not-in-text"),
        ({"start": -5}, "passage.not-in-text"),
        ({"item_key": "nothing"}, "frame.no-item"),
    ],
)
def test_what_is_wrong_is_said(ashmere, evaluator_client, fields, code):
    answer = post(evaluator_client, **fields)
    assert answer.status_code == 422
    assert answer.json()["problems"][0]["code"] == code


def test_undo_and_redo(ashmere, evaluator_client):
    number = post(evaluator_client).json()["id"]
    for _ in range(2):
        assert evaluator_client.delete(f"{CODINGS}{number}").json()["removed"] is True
    assert evaluator_client.get(SOURCE).json()["codings"] == []
    for _ in range(2):
        put_back = evaluator_client.post(f"{CODINGS}{number}/restore").json()
        assert put_back["removed"] is False
    assert len(evaluator_client.get(SOURCE).json()["codings"]) == 1


def test_another_persons_coding_stays(ashmere, code, second_coder, evaluator_client):
    number = code(ashmere, "summer", "mindset", by=second_coder).pk
    answer = evaluator_client.delete(f"{CODINGS}{number}")
    assert answer.status_code == 403
    assert answer.json()["problems"][0]["code"] == "coding.of-another"


def test_a_coding_is_reached_through_its_own_source(ashmere, brackwell, code, evaluator_client):
    elsewhere = code(brackwell, "board", "culture").pk
    assert evaluator_client.delete(f"{CODINGS}{elsewhere}").status_code == 404


def test_queries_do_not_grow(ashmere, code, evaluator_client, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    code(ashmere, "summer", "mindset")
    evaluator_client.get(SOURCE)
    with CaptureQueriesContext(connection) as one:
        evaluator_client.get(SOURCE)
    for words in ("argued", "breakfast", "missing"):
        code(ashmere, words, "timing")
    with CaptureQueriesContext(connection) as three:
        evaluator_client.get(SOURCE)
    assert len(one) == len(three) < 25
