"""Portable Document Format."""

from localvision.intake.pdf.read import read
from localvision.intake.reader import Reader

__all__ = ["FORMAT", "read"]

FORMAT = Reader("pdf", "PDF", (".pdf",), lambda content: b"%PDF-" in content[:1024], read)
