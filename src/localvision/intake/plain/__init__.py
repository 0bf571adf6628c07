"""Plain text."""

from localvision.intake.draft import Draft
from localvision.intake.encodings import decode
from localvision.intake.reader import Reader

__all__ = ["FORMAT", "read"]


def read(content: bytes, file_name: str) -> Draft:
    """Read plain text: nothing is changed but line ends."""
    decoded = decode(content, file_name)
    return Draft(decoded.text, decoded.encoding, problems=decoded.problems(file_name))


FORMAT = Reader("text", "plain text", (".txt", ".text"), lambda content: False, read)
