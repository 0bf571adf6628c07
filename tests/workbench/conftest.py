"""Three people and a small programme for every test of the workbench."""

from __future__ import annotations

import hashlib
from itertools import count

import pytest
from django.test import Client

from localvision import programme_templates
from localvision.workbench.accounts.actions import make_account
from localvision.workbench.accounts.models import Account
from localvision.workbench.documents.models import Passage, Source, SourceText
from localvision.workbench.programmes.actions import give_role, make_programme
from localvision.workbench.programmes.models import FrameItem
from localvision.workbench.programmes.viewers import viewer_of


class Founder:
    """Whoever acts before there are accounts."""

    audit_key = "test:founder"
    audit_name = "Test founder"


@pytest.fixture(autouse=True)
def _team_mode(settings):
    """Nobody is signed in without ceremony; cheap password hashing."""
    settings.LAPTOP = False
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = False
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def template():
    return programme_templates.load("local_vision")


@pytest.fixture
def account(db):
    numbers = count(1)

    def make(name="Somebody") -> Account:
        email = f"person{next(numbers)}@example.invalid"
        return make_account(by=Founder(), email=email, name=name, password="long-enough-word")

    return make


@pytest.fixture
def viewer(account, template):
    """The evaluator of the programme under test."""
    return make_programme(
        by=account("Eve Evaluator"),
        template=template,
        slug="better-together",
        name="Better Together",
    )


@pytest.fixture
def programme(viewer):
    return viewer.programme


@pytest.fixture
def other_viewer(account, template):
    """The evaluator of another programme."""
    return make_programme(
        by=account("Otto Other"), template=template, slug="elsewhere", name="Elsewhere"
    )


@pytest.fixture
def viewer_as(viewer, account):
    """Return a viewer of the programme who holds one role (for one place, if given)."""

    def make(role, locality=None):
        member = account(f"The {role}")
        give_role(by=viewer, account=member, role=role, locality=locality)
        return viewer_of(member, viewer.programme.slug)

    return make


def client_of(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


@pytest.fixture
def evaluator_client(viewer):
    return client_of(viewer.account)


@pytest.fixture
def commissioner_client(viewer_as):
    return client_of(viewer_as("commissioner").account)


@pytest.fixture
def reader_client(viewer_as):
    return client_of(viewer_as("reader").account)


@pytest.fixture
def other_client(other_viewer):
    return client_of(other_viewer.account)


@pytest.fixture
def stranger_client(db):
    return Client()


@pytest.fixture
def make_source(viewer):
    """Make a source with its first text."""
    numbers = count(1)

    def make(text="We met on Tuesdays. It helped.", **fields) -> Source:
        facts = {"kind": "interview", "title": "An interview", "key": f"S{next(numbers):04d}"}
        source = Source.objects.create(
            programme=fields.pop("programme", viewer.programme),
            added_by=viewer.account,
            **{**facts, **fields},
        )
        SourceText.objects.create(
            source=source,
            text=text,
            length=len(text),
            sha256=hashlib.sha256(text.encode()).hexdigest(),
        )
        return source

    return make


@pytest.fixture
def make_passage():
    """Cut a passage straight into the store."""

    def make(source, start=0, end=10, **fields) -> Passage:
        text = source.texts.get(version=1)
        return Passage.objects.create(
            text=text, start=start, end=end, quote=text.text[start:end], **fields
        )

    return make


@pytest.fixture
def theme_items(programme):
    items = FrameItem.objects.filter(frame__programme=programme, frame__key="themes")
    return {item.key: item for item in items}
