import dataclasses
import datetime as dt
import time

import pytest

from localvision.errors import LocalVisionError
from localvision.outputs import REPORT_FORMATS, build
from localvision.outputs.blocks import (
    Base,
    Bullets,
    ClaimBlock,
    ClaimEvidence,
    Column,
    EvidenceAppendix,
    EvidencePassage,
    Fraction,
    Heading,
    InsightsBlock,
    MethodsBlock,
    MethodsSource,
    Note,
    PageBreak,
    QuotationBlock,
    QuotationKind,
    Report,
    Status,
    TableBlock,
    Text,
    VoicesBlock,
    Words,
)
from tests.outputs.sample.words import REMOVED, SAID

HOSTILE = '<script>alert("x")</script> #set page(fill: red) $x$ *[a] \\ `raw` @cite =1+1 &amp; {}'


@pytest.mark.requirement("R215")
def test_removed_words_are_in_no_file(report, built, unpacked):
    assert sum(name in text for name in REMOVED for text in SAID) >= 2
    for name, data in built.items():
        laid_open = unpacked(name, data)
        for removed in REMOVED:
            for word in removed.split():
                for encoding in ("utf-8", "utf-16-be", "utf-16-le"):
                    assert word.encode(encoding) not in laid_open, (name, word)
        if name != "pdf":  # in a PDF words are glyphs; its text is read in the next test
            assert b"[name removed]" in laid_open


def test_removed_words_are_not_in_the_text_of_the_pdf(built):
    import io

    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(built["pdf"]))
    text = " ".join(page.extract_text() for page in reader.pages)
    assert "[name removed]" in text
    assert "[hospital removed]" in text
    for removed in REMOVED:
        for word in removed.split():
            assert word not in text


def hostile_report() -> Report:
    base = Base(n=1, unit=HOSTILE, missing=HOSTILE)
    passage = EvidencePassage(
        passage='P1"><b>', role=HOSTILE, segments=(Words(HOSTILE + "\x07"),), wave=HOSTILE
    )
    return Report(
        title=HOSTILE,
        subtitle=HOSTILE,
        programme=HOSTILE,
        as_at=dt.date(2026, 3, 12),
        edition=HOSTILE,
        status=Status.INTERIM,
        invented=True,
        authors=(HOSTILE,),
        blocks=(
            Heading(text=HOSTILE, sources=HOSTILE),
            Text(text=HOSTILE + "\n\n[claim:1] [words](https://example.org/?a=1&b=2)"),
            Bullets(items=(HOSTILE,), ordered=True),
            Note(title=HOSTILE, text=HOSTILE, kind="caveat"),
            PageBreak(),
            ClaimBlock(
                number=1,
                sentence=HOSTILE,
                status=Status.EMERGING,
                strength=HOSTILE,
                fractions=(Fraction(label=HOSTILE, count=1, asked=1, total=2),),
                sources=1,
                silent=(HOSTILE,),
                caveats=(HOSTILE,),
                theme=HOSTILE,
            ),
            QuotationBlock(
                segments=(Words(HOSTILE),), role=HOSTILE, kind=QuotationKind.PARAPHRASE, claim=1
            ),
            TableBlock(
                caption=HOSTILE,
                base=base,
                columns=(Column(label=HOSTILE),),
                rows=((HOSTILE,),),
                notes=(HOSTILE,),
            ),
            EvidenceAppendix(claims=(ClaimEvidence(claim=1, passages=(passage,)),)),
        ),
    )


def test_hostile_text_is_printed_and_nothing_more(unpacked):
    import io

    import docx
    from pypdf import PdfReader

    files = build(hostile_report())
    page = files["html"].decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert page.count("<b>") == page.count("</b>")
    paragraphs = [p.text for p in docx.Document(io.BytesIO(files["docx"])).paragraphs]
    assert any(HOSTILE.replace("*[a]", "*[a]") in text for text in paragraphs)
    words = "".join(PdfReader(io.BytesIO(files["pdf"])).pages[0].extract_text().split())
    assert "".join(HOSTILE.split()) in words.replace("\u00ad", "")


def test_an_unknown_format_is_refused(report):
    with pytest.raises(LocalVisionError) as raised:
        build(report, formats=("html", "odt"))
    assert raised.value.code == "outputs.format-unknown"
    assert "docx" in str(raised.value)


def test_only_what_is_asked_for_is_built(report):
    assert set(build(report, formats=("html",))) == {"html"}
    assert set(REPORT_FORMATS) == {"html", "docx", "pdf"}


@pytest.mark.requirement("R325")
def test_a_whole_report_is_built_within_ten_seconds(report, built):
    start = time.process_time()
    build(report)
    assert time.process_time() - start < 10


def test_an_almost_empty_report_is_built():
    report = dataclasses.replace(
        hostile_report(), blocks=(Text(text="Nothing yet."),), authors=(), subtitle="", edition=""
    )
    assert all(build(report).values())


@pytest.mark.requirement("R329")
def test_a_learning_note_needs_no_cover(report):
    import io

    from pypdf import PdfReader

    note = dataclasses.replace(
        report,
        title="What two places tried",
        cover=False,
        references=(),
        blocks=(Text(text="They tried it in one street.", lead=True), Bullets(items=("One.",))),
    )
    files = build(note)
    pages = PdfReader(io.BytesIO(files["pdf"])).pages
    assert len(pages) == 1
    assert "Contents" not in pages[0].extract_text()
    assert b"Contents" not in files["html"].split(b"</style>")[1]


def test_blocks_without_content_still_say_so():
    base = Base(n=0, unit="places")
    report = dataclasses.replace(
        hostile_report(),
        blocks=(
            InsightsBlock(base=base),
            VoicesBlock(base=base, clusters=("process",), rows=(), silent=("citizens",)),
            MethodsBlock(
                base=base, sources=(MethodsSource(kind="Interviews", n=0, unit="people"),)
            ),
        ),
    )
    page = build(report)["html"].decode()
    assert page.count("Nothing coded yet") == 3
    assert "○ not heard" in page
    assert "not recorded" in page


@pytest.mark.requirement("R221", "R224")
def test_silence_is_shown(built):
    page = built["html"].decode()
    assert "Elected members" in page
    assert page.count("○ not heard") == 11
    assert "(used once: may be one person)" in page


@pytest.mark.requirement("R331")
def test_each_chapter_says_what_it_rests_on(built):
    assert built["html"].decode().count("Rests on: ") == 6


@pytest.mark.requirement("R236")
def test_response_and_who_is_missing_are_shown(built):
    page = built["html"].decode()
    assert "83%" in page
    assert "not known" in page
    assert "187 did not reply" in page


@pytest.mark.requirement("R328")
def test_links_say_when_they_were_seen(built):
    assert b"(seen 1 March 2026)" in built["html"]
