"""The example's own report at its real size: quick, complete, and without anybody's name."""

from __future__ import annotations

import html
import io
import re
import time
import zipfile

import pytest

from localvision.workbench.claims.models import Claim
from localvision.workbench.example_filling import fill_with_example
from localvision.workbench.programmes.models import Identity, Locality, Organisation
from localvision.workbench.reporting import building, queries
from localvision.workbench.reporting.composing import thaw
from localvision.workbench.reporting.models import EditionFile

pytestmark = pytest.mark.django_db
SECONDS = 10


@pytest.fixture
def example(account, tmp_path):
    return fill_with_example(
        by=account("Owner"), folder=tmp_path, seed=2015, localities=25, waves=3,
        progress=lambda *said: None,
    )  # fmt: skip


def _words(files: dict[str, bytes]) -> dict[str, str]:
    from pypdf import PdfReader

    with zipfile.ZipFile(io.BytesIO(files["docx"])) as package:
        parts = [package.read(n).decode() for n in package.namelist() if n.endswith(".xml")]
    pages = PdfReader(io.BytesIO(files["pdf"])).pages
    tags = re.compile(r"<[^>]*>")
    texts = {
        "html": html.unescape(tags.sub("", files["html"].decode())),
        "docx": html.unescape(tags.sub("", "\n".join(parts))),
        "pdf": "\n".join(page.extract_text() for page in pages),
    }
    return {format_: " ".join(text.split()) for format_, text in texts.items()}


def _named(text: str, names: set[str]) -> set[str]:
    """Names of several words as they stand; single ones as whole words."""
    return {n for n in names if n in text and re.search(rf"(?<!\w){re.escape(n)}(?!\w)", text)}


@pytest.mark.requirement("R325", "R334")
def test_the_example_is_built_in_time_with_every_claim_and_no_name(example):
    report = queries.report_for(example, "interim")
    started = time.process_time()
    edition = building.build_edition(by=example, report=report)
    assert time.process_time() - started < SECONDS
    files = {f.format: building.bytes_of(f) for f in EditionFile.objects.filter(edition=edition)}
    people = set(Identity.objects.values_list("name", flat=True))
    places = set(Locality.objects.values_list("name", flat=True))
    organisations = set(Organisation.objects.values_list("name", flat=True))
    assert len(people) > 200
    for format_, text in _words(files).items():
        for claim in Claim.objects.all():
            assert claim.sentence in text, f"claim {claim.number} is not in the {format_}"
        assert not _named(text, people), format_
        assert not _named(text, places), format_
        assert not _named(text, organisations), format_
    content = thaw(edition.content["report"])
    codes = {problem["code"] for problem in edition.problems}
    assert not {p["code"] for p in edition.problems if p["severity"] == "error"}
    assert "outputs.section-without-sources" not in codes
    assert content.invented
    assert content.notice
