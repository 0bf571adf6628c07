"""Web pages."""

from __future__ import annotations

import pytest

from localvision.intake import read_document


def read(html: str):
    return read_document(f"<!doctype html><html><body>{html}</body></html>".encode(), "a.html")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a  b\n c</p><p>d<br>e</p>", "a b c\n\nd\ne"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<p>no&nbsp;break &amp; &lt;tag&gt;</p>", "no\xa0break & <tag>"),
        ("<ul><li>one</li><li><p>two</p></li></ul>", "one\n\ntwo"),
        ("<p>a<script>alert(1)</script><style>p{}</style>b</p>", "ab"),
        ("<table><tr><td>a</td><td><p>b</p><p>c</p></td></tr><tr><td></td><td>d</td></tr></table>",
         "a\tb\nc\n\td"),
        ("<p>open <b>bold<p>next", "open bold\n\nnext"),
        ("<div>loose <p>p</p> tail</div>", "loose\n\np\n\ntail"),
    ],
)  # fmt: skip
def test_blocks(html, text):
    assert read(html).text == text


def test_title_headings_and_bold_speakers():
    document = read_document(
        b"<html><head><title>A &amp; B</title></head><body><h1>One</h1><h2>1.1 Two</h2>"
        b"<p><b>Ann</b> Why?</p><p><b>Bo</b> So.</p><p><b>Ann</b> Oh.</p>"
        b"<p><strong>Bo:</strong> Yes.</p>",
        "a.html",
    )
    assert document.title == "A & B"
    assert [(s.number, s.title) for s in document.sections] == [("", "One"), ("1.1", "Two")]
    assert [turn.speaker_raw for turn in document.turns] == ["Ann", "Bo", "Ann", "Bo"]


def test_the_page_names_its_encoding():
    content = '<html><meta charset="iso-8859-2"><p>Łódź</p>'.encode("iso-8859-2")
    document = read_document(content, "a.html")
    assert document.text == "Łódź"
    assert document.problems == ()


def test_hidden_words_of_a_script_never_become_text():
    document = read('<p onclick="x()">a</p><img src=x onerror="steal()"><iframe>b</iframe>')
    assert document.text == "a"


def test_a_page_without_words_is_refused(refused):
    assert refused(b"<!doctype html><script>1</script>", "a.html").code == "intake.no-words"


def test_a_page_that_lies_about_its_encoding_is_refused(refused):
    content = b'<html><meta charset="utf-8"><p>caf\xe9</p>'
    assert refused(content, "a.html").code == "intake.not-text"
