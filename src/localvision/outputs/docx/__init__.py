"""A report as a Word document that an evaluator can go on editing."""

from localvision.outputs.docx.document import render_docx

__all__ = ["render_docx"]
