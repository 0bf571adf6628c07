"""The example programme in the store: what was generated is what stands there."""

import pytest
from django.test import Client

from localvision import example
from localvision.workbench.accounts.actions import make_laptop_owner
from localvision.workbench.claims.models import Claim
from localvision.workbench.coding.models import Coding
from localvision.workbench.documents.models import Invitation, Passage, Source
from localvision.workbench.example_filling import SLUG, fill_with_example, is_filled
from localvision.workbench.platform.audit import first_break
from localvision.workbench.programmes.models import Identity, Locality, Person

PLACES = 2


@pytest.fixture
def filled(db, tmp_path):
    return fill_with_example(
        by=make_laptop_owner(),
        folder=tmp_path,
        seed=2015,
        localities=PLACES,
        waves=3,
        progress=lambda words, done, total: None,
    )


def test_all_that_was_generated_is_stored(filled):
    made = example.generate(localities=PLACES)
    assert is_filled()
    assert Locality.objects.count() == PLACES
    sources = list(made.sources())
    assert Source.objects.count() == len(sources)
    texts = dict(Source.objects.values_list("key", "texts__text"))
    assert texts == {source.key: source.text for source in sources}
    assert Coding.objects.count() == len(
        {(c.source, c.start, c.end, c.coder, c.code) for c in made.codings()}
    )
    assert Claim.objects.count() == len(made.claims)
    assert Identity.objects.count() == Person.objects.count()
    assert Invitation.objects.filter(outcome="answered").exists()
    assert first_break() is None


def test_every_passage_is_what_its_source_says(filled):
    for passage in Passage.objects.select_related("text"):
        assert passage.quote == passage.text.text[passage.start : passage.end]
        assert passage.person_id


@pytest.mark.parametrize(
    "path",
    [
        "",
        "places/",
        "places/L001/",
        "about/",
        "sources/",
        "sources/L001-W1-01/",
        "search/?q=bus",
        "coding/",
        "coding/codes/",
        "coding/codes/timing/",
        "coding/sources/L001-W1-01/",
        "claims/",
        "claims/1/",
        "reports/",
        "reports/interim/",
        "reports/interim/preview/",
        "reports/interim/edit/",
        "members/",
        "log/",
    ],
)
def test_every_page_opens_and_says_that_it_is_invented(filled, path):
    client = Client()
    client.force_login(filled.account)
    answer = client.get(f"/{SLUG}/{path}")
    assert answer.status_code == 200
    assert "Invented example." in answer.content.decode()
