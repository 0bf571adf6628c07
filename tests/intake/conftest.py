"""Invented documents in every format, made by the libraries that write them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest

from localvision.errors import LocalVisionError
from localvision.intake import read_document

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture(scope="session")
def intake_fixture():
    """Return the bytes of a stored fixture by name."""
    return lambda name: (FIXTURES / name).read_bytes()


@pytest.fixture
def refused():
    """Read what must be refused; return the one problem."""

    def read(content: bytes, name: str):
        with pytest.raises(LocalVisionError) as caught:
            read_document(content, name)
        (problem,) = caught.value.problems
        assert problem.where.file == name
        assert problem.severity == "error"
        return problem

    return read


@pytest.fixture
def docx_bytes():
    """Build a Word document: a function gets python-docx's document, bytes come back."""

    def build(write) -> bytes:
        document = docx.Document()
        write(document)
        buffer = io.BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    return build


@pytest.fixture
def repacked():
    """Write a package anew with some parts replaced (None leaves a part out)."""

    def repack(content: bytes, parts: dict[str, bytes | None]) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
            for name in dict.fromkeys([*old.namelist(), *parts]):
                part = parts.get(name, old.read(name) if name in old.namelist() else None)
                if part is not None:
                    new.writestr(name, part)
        return buffer.getvalue()

    return repack


@pytest.fixture
def zipped():
    """Make a ZIP archive of names and contents."""

    def build(members: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", compression) as archive:
            for name, content in members.items():
                archive.writestr(name, content)
        return buffer.getvalue()

    return build
