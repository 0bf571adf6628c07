"""A small programme with something to report: four places, two waves, three claims."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest
from django.utils import timezone

from localvision.workbench.claims.models import (
    Caveat,
    Claim,
    ClaimEvidence,
    ContrarySearch,
    Dissent,
    Rival,
)
from localvision.workbench.coding.models import Coding
from localvision.workbench.documents.models import Invitation, PassageEdit
from localvision.workbench.programmes.models import Locality, Organisation, Person, Wave
from localvision.workbench.reporting import actions
from localvision.workbench.reporting.outline import NewBlock

PLACES = ("Ashmere", "Fenbridge", "Kestle", "Thornwick")
SAID = "We rang {name} at Ashmere Borough Council first. After that the two boards met monthly."
SECRET = "Wilhelmina Quartermaine"


@pytest.fixture(autouse=True)
def _own_shelf(settings, tmp_path):
    """Built files of a test stand in its own folder."""
    settings.WORKSPACE = SimpleNamespace(files=tmp_path / "files")


@pytest.fixture
def world(viewer, programme, make_source, make_passage, theme_items):
    """Sources, passages, codings, claims and invitations; `secret` was redacted."""
    places = [
        Locality.objects.create(programme=programme, key=name.lower(), name=name) for name in PLACES
    ]
    Organisation.objects.create(
        programme=programme, key="abc", name="Ashmere Borough Council", locality=places[0]
    )
    waves = [Wave.objects.create(programme=programme, number=n, name=f"Wave {n}") for n in (1, 2)]
    roles = ("enabler", "partner", "partner", "participant", "programme_team", "partner")
    passages, people = [], []
    for n, role in enumerate(roles):
        person = Person.objects.create(
            programme=programme, code=f"P{n:04d}", role=role, locality=places[n % 3]
        )
        source = make_source(
            text=SAID.format(name=SECRET),
            title=f"Talk with {SECRET} {n}",
            locality=places[n % 3],
            wave=waves[n % 2],
            role=role,
            dated=dt.date(2026, 3 + n, 1),
            permitted_uses=["take_part"] if n == 5 else ["take_part", "quote_with_role"],
        )
        text = source.texts.get()
        passage = make_passage(source, 0, text.length, role=role, person=person)
        PassageEdit.objects.create(
            passage=passage,
            kind="redaction",
            start=text.text.index(SECRET),
            end=text.text.index(SECRET) + len(SECRET),
            shown="[name]",
            made_by=viewer.account,
        )
        people.append(person)
        passages.append(passage)
        Invitation.objects.create(
            programme=programme, person=person, wave=waves[n % 2], instrument="interview",
            outcome="answered", source=source,
        )  # fmt: skip
    for n in range(4):
        silent = Person.objects.create(programme=programme, code=f"Q{n:04d}", role="citizen")
        Invitation.objects.create(
            programme=programme, person=silent, wave=waves[n % 2], instrument="interview",
            outcome="declined" if n else "no_reply",
        )  # fmt: skip
    _code(viewer, passages, theme_items)
    claims = _claims(viewer, passages, theme_items)
    return SimpleNamespace(
        places=places, waves=waves, people=people, passages=passages, claims=claims, secret=SECRET
    )


def _code(viewer, passages, theme_items):
    themes = list(theme_items.values())
    leaves = [item for item in themes if item.parent_id]
    for n, passage in enumerate(passages):
        for item in {leaves[n % len(leaves)], leaves[0]}:
            Coding.objects.create(
                passage=passage, text=passage.text, start=passage.start, item=item,
                frame_version=1, coder=viewer.account, coded_at=timezone.now(),
            )  # fmt: skip


def _claims(viewer, passages, theme_items):
    sentences = (
        ("trust-first", "Most places put trust before money.", "interim", "moderate"),
        ("slow-start", "Progress at the start was slow in 2 of 3 places.", "emerging", ""),
        ("leads", "A local lead with time makes a project move faster.", "interim", "strong"),
    )
    made = []
    leaf = next(item for item in theme_items.values() if item.parent_id)
    for number, (key, sentence, status, strength) in enumerate(sentences, start=1):
        claim = Claim.objects.create(
            programme=viewer.programme, number=number, key=key, sentence=sentence, status=status,
            strength=strength, theme=leaf, made_by=viewer.account,
        )  # fmt: skip
        for n, passage in enumerate(passages):
            if n % 3 != number % 3 or n == 5:
                ClaimEvidence.objects.create(
                    claim=claim, passage=passage, bearing="against" if n == 4 else "for",
                    added_by=viewer.account,
                )  # fmt: skip
        made.append(claim)
    Caveat.objects.create(claim=made[0], text="Two waves only.")
    Dissent.objects.create(claim=made[0], role="enabler", words="Money came first here.")
    Rival.objects.create(claim=made[0], explanation="A new law came in the same month.")
    ContrarySearch.objects.create(claim=made[0], note="All.", searched_by=viewer.account)
    return made


@pytest.fixture
def report(viewer, world):
    """A report with one of nearly every block."""
    first, second, _ = world.claims
    return actions.import_report(
        by=viewer,
        slug="interim-report",
        title="Trust comes before money",
        subtitle="What four places have learned",
        status="interim",
        as_at=dt.date(2026, 9, 30),
        authors_line="The evaluation team; Another team",
        blocks=[
            NewBlock("summary", "What this report says.", {"unknowns": ["Whether it lasts."]}),
            NewBlock("reading_key"),
            NewBlock("heading", "How it was done", {"level": 1}),
            NewBlock("methods"),
            NewBlock("table", settings={"shows": "response"}),
            NewBlock("table", settings={"shows": "roles"}),
            NewBlock("voices"),
            NewBlock("heading", "What was found", {"level": 1}),
            NewBlock("text", "Trust came first {claim:trust-first}.\n\n- one\n- two"),
            NewBlock("claim", claim_id=first.pk),
            NewBlock("quotation", passage_id=world.passages[0].pk),
            NewBlock("claim", claim_id=second.pk),
            NewBlock("matrix"),
            NewBlock("theme_map"),
            NewBlock("chart", settings={"shows": "balance"}),
            NewBlock("note", "Nobody knows yet.", {"note": "unknown"}),
            NewBlock("evidence"),
        ],
    )
