import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from localvision.workbench.documents.models import Intake, Source, Speaker
from localvision.workbench.platform.search import find

pytestmark = pytest.mark.django_db
LIST = "/better-together/sources/"
TALK = (
    "Interviewer: How did it begin?\n\n"
    "Partner: We argued all summer. 👩‍👩‍👧 came on the bus.\n\n"
    "Interviewer: And then?\n\n"
    "Partner: We met on Tuesdays, and it helped.\n"
)


def upload(client, name, content):
    return client.post(LIST + "add/", {"file": SimpleUploadedFile(name, content)})


def test_a_transcript_comes_in_by_page(viewer, evaluator_client):
    answer = upload(evaluator_client, "talk.txt", TALK.encode())
    intake = Intake.objects.get()
    assert answer.headers["Location"] == f"{LIST}came-in/{intake.pk}/"
    source = Source.objects.get()
    assert source.texts.get().text == TALK
    assert {s.label for s in Speaker.objects.all()} == {"Interviewer", "Partner"}
    page = evaluator_client.get(f"{LIST}{source.key}/").content.decode()
    assert "We argued all summer. 👩‍👩‍👧 came on the bus." in page


def test_who_speaks_is_confirmed_by_a_person(viewer, evaluator_client):
    upload(evaluator_client, "talk.txt", TALK.encode())
    source = Source.objects.get()
    page = evaluator_client.get(f"{LIST}{source.key}/").content.decode()
    assert "recognised by machine" in page
    fields = {
        f"speaker_{s.pk}": "partner" if s.label == "Partner" else "interviewer"
        for s in Speaker.objects.all()
    }
    evaluator_client.post(f"{LIST}{source.key}/speakers/", fields)
    assert Speaker.objects.get(label="Partner").role == "partner"
    assert Speaker.objects.get(label="Interviewer").interviewer
    page = evaluator_client.get(f"{LIST}{source.key}/").content.decode()
    assert "recognised by machine" not in page


def test_a_zip_comes_in_with_its_problems_listed(viewer, evaluator_client):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("talk.txt", TALK)
        archive.writestr("broken.pdf", b"%PDF-1.7 not really")
        archive.writestr("manifest.csv", "file,place,role\ntalk.txt,,Partner\ngone.txt,,Enabler\n")
    answer = upload(evaluator_client, "all.zip", packed.getvalue())
    page = evaluator_client.get(answer.headers["Location"]).content.decode()
    assert Source.objects.count() == 1
    assert "broken.pdf" in page
    assert "gone.txt" in page


def test_a_name_that_the_programme_lacks_is_a_problem_with_its_row(viewer, evaluator_client):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("talk.txt", TALK)
        archive.writestr("manifest.csv", "file,place\ntalk.txt,Nowhere\n")
    upload(evaluator_client, "all.zip", packed.getvalue())
    (problem,) = Intake.objects.get().problems
    assert (problem["code"], problem["row"], problem["field"]) == (
        "intake.unknown-name",
        2,
        "place",
    )
    assert Source.objects.count() == 0


def test_the_same_bytes_come_in_once(viewer, evaluator_client):
    upload(evaluator_client, "talk.txt", TALK.encode())
    upload(evaluator_client, "again.txt", TALK.encode())
    assert Source.objects.count() == 1
    assert Intake.objects.first().problems[0]["code"] == "intake.already-here"


def test_a_file_that_cannot_be_read_says_why_and_stores_nothing(viewer, evaluator_client):
    answer = upload(evaluator_client, "broken.pdf", b"%PDF-1.7 not really")
    assert answer.status_code == 422
    assert "intake." in answer.content.decode()
    assert Intake.objects.count() == Source.objects.count() == 0


@pytest.mark.parametrize("path", ["", "add/", "S0001/", "S0001/speakers/"])
def test_three_people_at_every_page(
    viewer, make_source, evaluator_client, commissioner_client, other_client, stranger_client, path
):
    make_source()
    assert evaluator_client.get(LIST + path).status_code == 200
    assert commissioner_client.get(LIST + path).status_code == 403
    assert other_client.get(LIST + path).status_code == 404
    assert stranger_client.get(LIST + path).status_code == 302


def test_the_list_costs_the_same_with_one_and_with_three(
    viewer, make_source, make_passage, evaluator_client, django_assert_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    make_passage(make_source(), 0, 5)
    with CaptureQueriesContext(connection) as one:
        assert evaluator_client.get(LIST).status_code == 200
    for _ in range(2):
        make_passage(make_source(), 0, 5)
    with django_assert_num_queries(len(one)):
        evaluator_client.get(LIST)


def test_an_empty_list_says_what_to_do_first(viewer, evaluator_client):
    assert "Bring in the first sources" in evaluator_client.get(LIST).content.decode()


@pytest.mark.requirement("R340")
def test_a_commissioner_finds_nothing_that_was_said(viewer, viewer_as, evaluator_client):
    upload(evaluator_client, "talk.txt", TALK.encode())
    assert find("summer", viewer.scope)
    assert find("summer", viewer_as("commissioner").scope) == []
