import hashlib
import io
import re
import uuid
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from localvision.outputs import fonts
from localvision.outputs.docx.embedding import crossed
from localvision.outputs.docx.xml import bookmark_name


@pytest.fixture(scope="module")
def document(built):
    return docx.Document(io.BytesIO(built["docx"]))


@pytest.fixture(scope="module")
def body(document):
    return document.element.body


def styles_of(document) -> set[str]:
    return {p.style.name for p in document.paragraphs}


@pytest.mark.requirement("R325")
def test_real_styles_are_used(document):
    used = styles_of(document)
    wanted = {"Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Quote", "Caption"}
    assert wanted | {"Claim", "Claim Status", "Evidence", "TOC 1", "List Bullet"} <= used


def test_links_lead_to_bookmarks(body):
    names = [b.get(qn("w:name")) for b in body.iter(qn("w:bookmarkStart"))]
    ids = [b.get(qn("w:id")) for b in body.iter(qn("w:bookmarkStart"))]
    assert len(names) == len(set(names))
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name) for name in names)
    targets = {h.get(qn("w:anchor")) for h in body.iter(qn("w:hyperlink"))} - {None}
    assert len(targets) > 40
    assert targets <= set(names)


@pytest.mark.requirement("R238")
def test_claims_lead_to_their_evidence_and_back(body):
    targets = [h.get(qn("w:anchor")) for h in body.iter(qn("w:hyperlink"))]
    for number in range(1, 13):
        assert bookmark_name(f"evidence-{number}") in targets
        assert targets.count(bookmark_name(f"claim-{number}")) >= 2


def test_pictures_have_words(body):
    pictures = list(body.iter(qn("wp:docPr")))
    assert len(pictures) == 12 + 6 + 2 + 1
    assert all(p.get("descr") and p.get("name") for p in pictures)


def test_captions_are_numbered_by_word(body):
    codes = [c.text.strip() for c in body.iter(qn("w:instrText"))]
    assert sum(c.startswith("SEQ Figure") for c in codes) == 6
    assert sum(c.startswith("SEQ Table") for c in codes) == 5
    assert any(c.startswith("TOC") for c in codes)


def test_fields_are_whole(body):
    depth = 0
    for mark in body.iter(qn("w:fldChar")):
        depth += {"begin": 1, "separate": 0, "end": -1}[mark.get(qn("w:fldCharType"))]
        assert 0 <= depth <= 1
    assert depth == 0


def test_tables_repeat_their_heads_and_keep_their_rows(document):
    assert len(document.tables) == 11
    for table in document.tables:
        first = table.rows[0]._tr.trPr
        assert first.find(qn("w:tblHeader")) is not None
        assert all(r._tr.trPr.find(qn("w:cantSplit")) is not None for r in table.rows)
        properties = table._tbl.tblPr
        assert properties.find(qn("w:tblCaption")).get(qn("w:val"))
        last = len(table.rows) - 1
        for row in table.rows[:last]:
            assert row.cells[0].paragraphs[0].paragraph_format.keep_with_next


def test_the_properties_name_no_person(document):
    core = document.core_properties
    assert core.title == "Reframing comes first; relationships carry it"
    assert core.author == "The evaluation team, Northfield Institute (invented)"
    assert core.last_modified_by == ""
    assert core.language == "en-GB"
    assert "invented" in core.comments
    assert core.created.date().isoformat() == "2026-03-12"
    settings = document.settings.element
    assert settings.find(qn("w:removePersonalInformation")) is not None


@pytest.mark.requirement("R191")
def test_each_page_says_its_day_and_that_it_is_invented(document):
    section = document.sections[0]
    foot = "".join(p.text for p in section.footer.paragraphs)
    assert "Interim, as at 12 March 2026" in foot
    assert "invented" in foot
    assert "invented" in "".join(p.text for p in section.header.paragraphs)
    assert all(s.footer.is_linked_to_previous for s in list(document.sections)[1:])
    cover = [p.text for p in document.paragraphs[:10]]
    assert "Interim findings, as at 12 March 2026" in cover
    assert any("invented" in text for text in cover)


def test_words_are_british(document):
    language = document.styles.element.find(".//" + qn("w:lang"))
    assert language.get(qn("w:val")) == "en-GB"


def test_the_fonts_travel_with_the_file(built):
    with zipfile.ZipFile(io.BytesIO(built["docx"])) as archive:
        names = [n for n in archive.namelist() if n.endswith(".odttf")]
        table = etree.fromstring(archive.read("word/fontTable.xml"))
        links = etree.fromstring(archive.read("word/_rels/fontTable.xml.rels"))
        assert len(names) == len(links) == 5
        faces = [f for f in table.iter() if f.get(qn("w:fontKey"))]
        by_id = {link.get("Id"): link.get("Target") for link in links}
        originals = {hashlib.sha256(p.read_bytes()).hexdigest() for p in fonts.FOLDER.glob("*.ttf")}
        for face in faces:
            key = uuid.UUID(face.get(qn("w:fontKey")))
            data = archive.read(f"word/{by_id[face.get(qn('r:id'))]}")
            assert hashlib.sha256(crossed(data, key)).hexdigest() in originals


@pytest.mark.parametrize(
    "anchor", ["evidence-4", "a" * 60, "a" * 59 + "b", "passage-4-P 12/ü", "section-1-2"]
)
def test_bookmark_names_suit_word(anchor):
    assert re.fullmatch(r"[A-Za-z]\w{0,39}", bookmark_name(anchor), re.ASCII)


def test_bookmark_names_stay_apart():
    anchors = ["a" * 60, "a" * 61, "a_b", "a-b", "a--b", "a__b"]
    distinct = {bookmark_name(a) for a in anchors}
    assert len(distinct) >= len(anchors) - 1


ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens spacing ind contextualSpacing jc "
    "textDirection textAlignment outlineLvl rPr sectPr",
    "tblPr": "tblStyle tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook "
    "tblCaption tblDescription",
    "tcPr": "tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign",
    "sectPr": "headerReference footerReference type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike color spacing w kern position sz szCs "
    "highlight u effect bdr shd vertAlign lang",
    "pBdr": "top left bottom right between bar",
}


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/header1.xml"])
def test_elements_stand_in_the_order_of_the_format(built, part):
    """Word may refuse a file whose properties stand in another order (ECMA-376, part 1)."""
    with zipfile.ZipFile(io.BytesIO(built["docx"])) as archive:
        root = etree.fromstring(archive.read(part))
    for name, order in ORDERS.items():
        known = order.split()
        for node in root.iter(qn(f"w:{name}")):
            tags = [etree.QName(child).localname for child in node]
            found = [known.index(tag) for tag in tags if tag in known]
            assert found == sorted(found), (name, tags)
            single = [tag for tag in tags if not tag.endswith("Reference")]
            assert len(single) == len(set(single)), (name, tags)
