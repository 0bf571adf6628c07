import io

import pytest
from pypdf import PdfReader

from localvision.outputs.pdf import render_pdf


@pytest.fixture(scope="module")
def pdf(built):
    return PdfReader(io.BytesIO(built["pdf"]))


@pytest.fixture(scope="module")
def pages(pdf):
    return [" ".join(page.extract_text().split()) for page in pdf.pages]


def _kinds(node, found):
    node = node.get_object()
    if isinstance(node, list):
        for kid in node:
            _kinds(kid, found)
    elif hasattr(node, "get"):
        if "/S" in node:
            found.append((node["/S"], node.get("/Alt"), node.get("/T")))
        if "/K" in node and not isinstance(node["/K"], int):
            _kinds(node["/K"], found)
    return found


def test_the_file_is_tagged_named_and_in_british_english(pdf):
    root = pdf.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata.title == "Reframing comes first; relationships carry it"
    assert b"pdfuaid:part" in pdf.trailer["/Root"]["/Metadata"].get_data()


def test_headings_tables_quotations_and_figures_are_what_they_are(pdf):
    found = _kinds(pdf.trailer["/Root"]["/StructTreeRoot"]["/K"], [])
    kinds = {kind for kind, _, _ in found}
    assert {"/H1", "/H2", "/Table", "/TH", "/BlockQuote", "/Figure", "/L", "/Link"} <= kinds
    figures = [alt for kind, alt, _ in found if kind == "/Figure"]
    assert len(figures) >= 20
    assert all(figures)
    assert any("11 of 21 asked; 4 not asked" in alt for alt in figures)


@pytest.mark.requirement("R191")
def test_every_page_says_its_day_and_that_it_is_invented(pages):
    assert "Interim report 1, second draft" in pages[0]
    for page in pages:
        assert "as at 12 March 2026" in page
        assert "every place, person and word in it is invented" in page


@pytest.mark.requirement("R213")
def test_the_summary_of_the_whole_stands_on_one_page(pages):
    about = [p for p in pages if "The evaluation on one page" in p and "places heard" in p]
    assert len(about) == 1
    assert "What we cannot yet say" in about[0]
    assert "Not heard" in about[0]
    assert "n = 21 of 25 places" in about[0]


@pytest.mark.requirement("R214")
def test_insights_stand_side_by_side_with_what_carries_them(pages):
    words = " ".join(pages)
    assert "Key insights on enablers, outcomes and challenges" in words
    assert "A named sponsor in each organisation 9 of 21 places; claim 5" in words


def test_contents_and_figures_carry_page_numbers(pages):
    assert "Contents" in pages[1]
    assert "Figures and tables" in pages[1]
    at = next(i for i, p in enumerate(pages) if i > 1 and "3 Process: how the work is done" in p)
    dots = pages[1].replace(" .", "").replace(".", "")
    assert f"3 Process: how the work is done {at + 1}" in " ".join(dots.split())


def test_links_lead_within_the_file(pdf):
    inner = outer = 0
    for page in pdf.pages:
        for note in page.get("/Annots", []):
            note = note.get_object()
            if note["/Subtype"] == "/Link":
                inner += "/Dest" in note or note.get("/A", {}).get("/S") == "/GoTo"
                outer += note.get("/A", {}).get("/S") == "/URI"
    assert inner > 60
    assert outer >= 2


def test_the_bookmarks_follow_the_chapters(pdf):
    titles = [o.title for o in pdf.outline if not isinstance(o, list)]
    assert "Evidence for each claim" in titles
    assert any("Context" in title for title in titles)


def test_only_our_own_letters_are_used(pdf):
    fonts = {
        font.get_object()["/BaseFont"].split("+")[-1]
        for page in pdf.pages
        for font in page["/Resources"].get("/Font", {}).values()
    }
    assert all(name.startswith("Source") for name in fonts), fonts


def test_the_same_report_gives_the_same_file(plan, built):
    assert render_pdf(plan) == built["pdf"]
