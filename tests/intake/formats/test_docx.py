"""Word documents: what python-docx alone would lose, and what must be refused."""

from __future__ import annotations

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from localvision.intake import read_document

BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b"<w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
)

EXTERNAL = b'<!DOCTYPE w SYSTEM "http://example.org/w.dtd"><w/>'


def wrap(run, tag: str, inner: str = "") -> None:
    """Put a run inside another element, as tracked changes and content controls do."""
    parent = run.getparent()
    at = parent.index(run)
    outer = OxmlElement(tag)
    outer.set(qn("w:id"), "1")
    holder = outer
    if inner:
        holder = OxmlElement(inner)
        outer.append(holder)
    holder.append(run)
    parent.insert(at, outer)


def test_paragraphs_headings_and_tables_in_order(docx_bytes):
    def write(document):
        document.core_properties.title = "A title"
        document.add_heading("5. Findings", 1)
        document.add_paragraph("Before.")
        table = document.add_table(rows=1, cols=2)
        table.rows[0].cells[0].text, table.rows[0].cells[1].text = "left", "right"
        document.add_paragraph("After\nand\tafter.")

    document = read_document(docx_bytes(write), "a.docx")
    assert document.text == "5. Findings\n\nBefore.\n\nleft\tright\n\nAfter\nand\tafter."
    assert document.title == "A title"
    assert [(s.number, s.title, s.level) for s in document.sections] == [("5", "Findings", 1)]


def test_words_in_insertions_links_and_controls_are_kept(docx_bytes):
    def write(document):
        paragraph = document.add_paragraph("One ")
        for tag, inner in (("w:ins", ""), ("w:sdt", "w:sdtContent"), ("w:hyperlink", "")):
            wrap(paragraph.add_run(tag[2:] + " ")._r, tag, inner)

    document = read_document(docx_bytes(write), "a.docx")
    assert document.text == "One ins sdt hyperlink "
    assert [problem.code for problem in document.problems] == ["intake.tracked-changes"]


@pytest.mark.parametrize(("tag", "inner"), [("w:sdt", "w:sdtContent"), ("w:ins", "")])
def test_whole_paragraphs_in_controls_and_insertions_are_kept(tag, inner, docx_bytes):
    def write(document):
        document.add_paragraph("One.")
        wrap(document.add_paragraph("Two.")._p, tag, inner)

    assert read_document(docx_bytes(write), "a.docx").text == "One.\n\nTwo."


def test_moved_and_deleted_words_are_left_out(docx_bytes):
    def write(document):
        paragraph = document.add_paragraph("Kept. ")
        wrap(paragraph.add_run("Moved away.")._r, "w:moveFrom")
        run = paragraph.add_run("")._r
        deleted = OxmlElement("w:delText")
        deleted.text = "Deleted."
        run.append(deleted)
        wrap(run, "w:del")

    assert read_document(docx_bytes(write), "a.docx").text == "Kept. "


def test_bold_names_are_speakers(docx_bytes):
    def write(document):
        for name, words in [
            ("Ann", " Why?"),
            ("Bo", " Because."),
            ("Ann", " So?"),
            ("Bo", " Yes."),
        ]:
            paragraph = document.add_paragraph()
            paragraph.add_run(name).bold = True
            paragraph.add_run(words)

    document = read_document(docx_bytes(write), "a.docx")
    assert [(t.speaker_raw, document.text[t.text_start : t.end]) for t in document.turns] == [
        ("Ann", "Why?"), ("Bo", "Because."), ("Ann", "So?"), ("Bo", "Yes."),
    ]  # fmt: skip


def test_footnotes_are_named_as_left_out(docx_bytes, repacked):
    content = docx_bytes(lambda document: document.add_paragraph("Body."))
    notes = b"<w:footnotes xmlns:w='x'><w:t>See Smith.</w:t></w:footnotes>"
    document = read_document(repacked(content, {"word/footnotes.xml": notes}), "a.docx")
    (problem,) = document.problems
    assert problem.code == "intake.parts-left-out"
    assert "footnotes" in problem.what


def test_a_document_without_words_is_refused(docx_bytes, refused):
    assert refused(docx_bytes(lambda document: None), "a.docx").code == "intake.no-words"


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"word/document.xml": BOMB}, "intake.hostile-xml"),
        ({"word/document.xml": EXTERNAL}, "intake.hostile-xml"),
        ({"word/document.xml": BOMB.decode().encode("utf-16")}, "intake.hostile-xml"),
        ({"word/styles.xml": BOMB}, "intake.hostile-xml"),
        ({"word/document.xml": b"<w:document"}, "intake.unreadable"),
        ({"word/document.xml": b"<html/>"}, "intake.unreadable"),
        ({"[Content_Types].xml": None}, "intake.unreadable"),
        ({"word/padding.xml": b"<a>" + b" " * (65 * 1024 * 1024) + b"</a>"}, "intake.too-large"),
    ],
)
def test_hostile_and_damaged_packages_are_refused(parts, code, docx_bytes, repacked, refused):
    content = docx_bytes(lambda document: document.add_paragraph("Body."))
    assert refused(repacked(content, parts), "a.docx").code == code


def test_half_a_document_is_refused(docx_bytes, refused):
    content = docx_bytes(lambda document: document.add_paragraph("Body."))
    assert refused(content[: len(content) // 2], "a.docx").code == "intake.unknown-format"


def test_a_locked_or_old_word_file_is_named(refused):
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
    assert refused(locked, "a.docx").code == "intake.old-or-locked-office"
