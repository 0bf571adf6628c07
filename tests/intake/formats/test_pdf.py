"""PDF: text, paragraphs, scans, passwords."""

from __future__ import annotations

import io

import pypdf
import pytest
import typst

from localvision.intake import read_document

PAGE = '#set page(width: 10cm, height: 8cm, margin: 1cm)\n#set document(title: "Invented")\n'


@pytest.fixture(scope="module")
def pdf_bytes():
    return lambda source: typst.compile((PAGE + source).encode())


def test_paragraphs_are_parted_and_lines_are_kept(pdf_bytes):
    source = (
        "One paragraph that is long enough to run over more than a single line of page.\n\n"
        '"It went well for all of us here, and we would surely do it again soon." [HF Guide]\n\n'
        "Another paragraph that is long enough to run over more than one line of a page."
    )
    document = read_document(pdf_bytes(source), "a.pdf")
    assert document.title == "Invented"
    first, second, third = document.text.split("\n\n")
    assert first.startswith("One paragraph")
    assert "\n" in first
    assert second.startswith("“It went well")
    assert third.startswith("Another")
    (quotation,) = document.quotations
    assert quotation.role == "guide"
    assert quotation.words == 16


def test_pages_without_text_are_named(pdf_bytes):
    document = read_document(
        pdf_bytes("One.\n#pagebreak()\n#circle()\n#pagebreak()\nThree."), "a.pdf"
    )
    assert document.text == "One.\n\nThree."
    (problem,) = document.problems
    assert problem.code == "intake.pdf-pages-without-text"
    assert "page(s) 2;" in problem.what


def test_a_scan_is_said_to_hold_no_text(pdf_bytes, refused):
    problem = refused(pdf_bytes("#rect(width: 5cm)\n#pagebreak()\n#circle()"), "scan.pdf")
    assert problem.code == "intake.pdf-no-text"
    assert "2 page(s)" in problem.what


def test_a_password_is_said(pdf_bytes, refused):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf_bytes("Secret.")))
    writer.encrypt("secret")
    buffer = io.BytesIO()
    writer.write(buffer)
    assert refused(buffer.getvalue(), "a.pdf").code == "intake.encrypted"


@pytest.mark.parametrize("content", [b"%PDF-1.7\nnonsense", b"%PDF-"])
def test_damaged(content, refused):
    assert refused(content, "a.pdf").code == "intake.unreadable"
