import contextlib
import io
import zipfile
import zlib

import pytest

from localvision.outputs import build
from localvision.outputs.plan import lay_out
from tests.outputs.sample.report import sample_report


@pytest.fixture(scope="session")
def report():
    return sample_report()


@pytest.fixture(scope="session")
def plan(report):
    return lay_out(report)


@pytest.fixture(scope="session")
def built(report):
    return build(report)


@pytest.fixture(scope="session")
def unpacked():
    """All bytes of a file, with everything that was compressed in it laid open."""

    def unpack(name: str, data: bytes) -> bytes:
        if name == "docx":
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                return b"\n".join(archive.read(member) for member in archive.namelist())
        if name == "pdf":
            return data + b"\n".join(_streams(data))
        return data

    return unpack


def _streams(data: bytes):
    at = 0
    while (start := data.find(b"stream\n", at)) >= 0:
        end = data.find(b"endstream", start)
        with contextlib.suppress(zlib.error):
            yield zlib.decompress(data[start + 7 : end].rstrip(b"\r\n"))
        at = end + 9
