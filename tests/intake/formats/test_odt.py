"""OpenDocument text."""

from __future__ import annotations

import pytest

from localvision.intake import read_document

HEAD = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">'
    '<office:automatic-styles><style:style style:name="B"><style:text-properties '
    'fo:font-weight="bold"/></style:style></office:automatic-styles><office:body><office:text>'
)
TAIL = "</office:text></office:body></office:document-content>"
MEDIA_TYPE = b"application/vnd.oasis.opendocument.text"


@pytest.fixture
def odt_bytes(zipped):
    def build(body: str, **parts: bytes) -> bytes:
        content = (HEAD + body + TAIL).encode()
        return zipped({"mimetype": MEDIA_TYPE, "content.xml": content, **parts}, compression=0)

    return build


def test_runs_of_space_tabs_and_line_breaks(odt_bytes):
    body = '<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d\n e</text:p>'
    assert read_document(odt_bytes(body), "a.odt").text == "a   b\tc\nd  e"


def test_notes_and_deleted_words_are_left_out_and_said(odt_bytes):
    body = (
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
        "<text:p>Kept<text:note><text:note-body><text:p>foot</text:p></text:note-body></text:note>"
        " on.</text:p>"
    )
    document = read_document(odt_bytes(body), "a.odt")
    assert document.text == "Kept on."
    assert {p.code for p in document.problems} == {
        "intake.tracked-changes", "intake.parts-left-out",
    }  # fmt: skip


def test_bold_spans_are_speakers(odt_bytes):
    body = "".join(
        f'<text:p><text:span text:style-name="B">{name}</text:span> {words}</text:p>'
        for name, words in [("Ann", "Why?"), ("Bo", "So."), ("Ann", "Oh."), ("Bo", "Yes.")]
    )
    document = read_document(odt_bytes(body), "a.odt")
    assert [turn.speaker_raw for turn in document.turns] == ["Ann", "Bo", "Ann", "Bo"]


def test_a_file_that_asks_for_a_million_spaces_gets_one(odt_bytes):
    body = '<text:p>a<text:s text:c="99999999"/>b</text:p>'
    assert read_document(odt_bytes(body), "a.odt").text == "a b"


@pytest.mark.parametrize(
    ("content_xml", "code"),
    [
        (b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', "intake.hostile-xml"),
        (b"<x>", "intake.unreadable"),
        (b"<x/>", "intake.unreadable"),
        ((HEAD + "<text:p> </text:p>" + TAIL).encode(), "intake.no-words"),
    ],
)
def test_hostile_damaged_and_empty(content_xml, code, zipped, refused):
    content = zipped({"mimetype": MEDIA_TYPE, "content.xml": content_xml}, compression=0)
    assert refused(content, "a.odt").code == code


def test_locked(zipped, refused):
    manifest = b"<manifest:encryption-data/>"
    content = zipped(
        {"mimetype": MEDIA_TYPE, "content.xml": b"\x01", "META-INF/manifest.xml": manifest}, 0
    )
    assert refused(content, "a.odt").code == "intake.encrypted"
