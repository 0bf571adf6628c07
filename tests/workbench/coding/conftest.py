"""A small coded programme: two places heard, one not, two coders."""

from __future__ import annotations

import pytest

from localvision.workbench.coding.actions import NewCoding, code_passage, import_codings
from localvision.workbench.documents.models import Speaker, Turn
from localvision.workbench.programmes.actions import (
    add_locality,
    add_people,
    add_wave,
    give_role,
)
from localvision.workbench.programmes.viewers import viewer_of


@pytest.fixture
def places(viewer):
    return {
        key: add_locality(by=viewer, key=key, name=key.capitalize())
        for key in ("ashmere", "brackwell", "corley")
    }


@pytest.fixture
def waves(viewer):
    return {n: add_wave(by=viewer, number=n, name=f"Wave {n}") for n in (1, 2)}


@pytest.fixture
def people(viewer):
    facts = [{"code": "P01", "role": "partner"}, {"code": "P02", "role": "enabler"}]
    return add_people(by=viewer, people=facts)


@pytest.fixture
def second_coder(viewer, account):
    """Another evaluator of the same programme."""
    member = account("Sam Second")
    give_role(by=viewer, account=member, role="evaluator")
    return viewer_of(member, viewer.programme.slug)


@pytest.fixture
def code(viewer):
    """Code words of a source by what they say."""

    def make(source, words, key, by=None, **options):
        text = source.texts.latest("version")
        start = text.text.index(words)
        return code_passage(
            by=by or viewer,
            text=text,
            start=start,
            end=start + len(words),
            item_key=key,
            **options,
        )

    return make


@pytest.fixture
def bring_in(viewer):
    """Bring in codings of passages."""

    def make(*pairs, coder=None, **facts):
        rows = [NewCoding(p, item, coder or viewer.account, **facts) for p, item in pairs]
        return import_codings(by=viewer, codings=rows)

    return make


@pytest.fixture
def interview(make_source, places, waves, people):
    """Two speakers in turns: `[(label, words, role, interviewer, person)]` to a source."""

    def make(*said, place="ashmere", wave=1, **fields):
        text, spans = "", []
        for label, words, *_ in said:
            start = len(text)
            text += f"{label}: {words}\n"
            spans.append((start, start + len(label) + 2, len(text) - 1))
        source = make_source(
            text=text,
            locality=places.get(place),
            wave=waves.get(wave),
            **fields,
        )
        first = source.texts.get()
        speakers = {}
        for number, (span, (label, _, *rest)) in enumerate(zip(spans, said, strict=True), 1):
            role, interviewer, person = (*rest, "", False, None)[:3] if rest else ("", True, None)
            if label not in speakers:
                speakers[label] = Speaker.objects.create(
                    text=first,
                    label=label,
                    role=role,
                    interviewer=interviewer,
                    person=people.get(person),
                )
            Turn.objects.create(
                text=first,
                number=number,
                speaker=speakers[label],
                start=span[0],
                words_start=span[1],
                end=span[2],
            )
        return source

    return make


@pytest.fixture
def ashmere(interview):
    """One interview with a partner in Ashmere, wave 1."""
    return interview(
        ("Interviewer", "How did it begin?"),
        (
            "Partner",
            "We argued all summer. Then the chiefs had breakfast.",
            "partner",
            False,
            "P01",
        ),
        ("Interviewer", "And the Enabler?"),
        ("Partner", "She asked who was missing. I bring a question now.", "partner", False, "P01"),
        role="partner",
        title="A partner in Ashmere",
    )


@pytest.fixture
def brackwell(interview):
    """One interview with the Enabler of Brackwell, wave 2."""
    return interview(
        ("Enabler", "Nobody had time. The board met twice.", "enabler", False, "P02"),
        place="brackwell",
        wave=2,
        role="enabler",
        title="The Enabler of Brackwell",
    )
