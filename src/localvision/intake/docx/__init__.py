"""Word documents."""

from localvision.intake.docx.read import read
from localvision.intake.office_package import member_names
from localvision.intake.reader import Reader

__all__ = ["FORMAT", "read"]

FORMAT = Reader(
    "docx",
    "DOCX",
    (".docx", ".docm"),
    lambda content: "word/document.xml" in member_names(content),
    read,
)
