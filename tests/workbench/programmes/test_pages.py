import datetime

import pytest

from localvision.workbench.programmes.actions import add_locality, add_people, add_project
from localvision.workbench.programmes.models import Person
from localvision.workbench.programmes.queries import audit_for, read_identity

pytestmark = pytest.mark.django_db
HOME = "/better-together/"
PAGES = [
    HOME,
    HOME + "about/",
    HOME + "places/",
    HOME + "places/ashmere/",
    HOME + "search/?q=bus",
    HOME + "members/",
    HOME + "log/",
]


def make_place(viewer, key="ashmere", name="Ashmere"):
    place = add_locality(
        by=viewer,
        key=key,
        name=name,
        kind="coastal town",
        boundaries=[{"gss_code": "X99000001", "valid_from": datetime.date(2013, 4, 1)}],
    )
    add_project(
        by=viewer,
        locality=place,
        key=f"{key}-p1",
        title="Loneliness in later life",
        parts={
            "stages": [
                {
                    "stage": "bid",
                    "started_on": datetime.date(2013, 4, 1),
                    "ended_on": datetime.date(2013, 9, 1),
                },
                {"stage": "diagnosis", "started_on": datetime.date(2013, 9, 1)},
            ],
            "framings": [
                {"group": "the board", "framing": "tame", "framed_on": datetime.date(2013, 5, 1)}
            ],
        },
    )
    return place


@pytest.mark.parametrize("url", PAGES)
def test_an_insider_reads_every_page(viewer, evaluator_client, url):
    make_place(viewer)
    answer = evaluator_client.get(url)
    assert answer.status_code == 200
    assert b"Better Together" in answer.content


@pytest.mark.parametrize("url", PAGES)
def test_a_neighbour_and_a_stranger_read_none(viewer, other_client, stranger_client, url):
    make_place(viewer)
    assert other_client.get(url).status_code == 404
    assert stranger_client.get(url).headers["Location"].startswith("/accounts/sign-in/")


@pytest.mark.parametrize("url", [HOME, HOME + "places/"])
def test_places_cost_the_same_whatever_their_number(
    viewer, evaluator_client, django_assert_num_queries, url
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    make_place(viewer)
    with CaptureQueriesContext(
        connection,
    ) as one:
        evaluator_client.get(url)
    make_place(viewer, "brack", "Brackenfold")
    make_place(viewer, "calder", "Calderwick")
    with django_assert_num_queries(len(one)):
        evaluator_client.get(url)


@pytest.mark.requirement("R54", "R295")
def test_a_long_diagnosis_is_no_bad_mark(viewer, evaluator_client):
    make_place(viewer)
    page = evaluator_client.get(HOME + "places/ashmere/").content.decode()
    assert "Diagnosis" in page
    for judgement in ("overdue", "late", "red", "amber", "behind"):
        assert f">{judgement}<" not in page.lower()


@pytest.mark.requirement("R63")
def test_framing_stands_per_group_and_date(viewer, evaluator_client):
    make_place(viewer)
    page = evaluator_client.get(HOME + "places/ashmere/").content.decode()
    assert "Framed as tame by the board" in page
    assert "1 May 2013" in page


def test_a_member_for_one_place_sees_that_place(viewer, viewer_as, client):
    place = make_place(viewer)
    make_place(viewer, "brack", "Brackenfold")
    client.force_login(viewer_as("enabler", locality=place).account)
    page = client.get(HOME + "places/").content.decode()
    assert "Ashmere" in page
    assert "Brackenfold" not in page
    assert client.get(HOME + "places/brack/").status_code == 404


@pytest.mark.requirement("R334")
def test_reading_an_identity_is_logged_without_the_name(viewer):
    add_people(
        by=viewer,
        people=[{"code": "P01", "role": "partner"}],
        identities={"P01": {"name": "Ann Example", "email": "ann@example.invalid"}},
    )
    assert read_identity(viewer, Person.objects.get(code="P01")).name == "Ann Example"
    event = audit_for(viewer).first()
    assert event.verb == "identity.read"
    assert "Ann" not in str(event.facts) + event.summary


def test_the_only_programme_opens_at_once(viewer, evaluator_client):
    assert evaluator_client.get("/").headers["Location"] == HOME


def test_somebody_without_a_programme_is_told_what_to_do(account, client):
    client.force_login(account())
    assert "no programme yet" in client.get("/").content.decode()
