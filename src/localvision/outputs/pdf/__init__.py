"""A report as PDF/UA-1: tagged, in British English, with links that lead there and back."""

from __future__ import annotations

import json
from pathlib import Path

import typst

from localvision.outputs import fonts
from localvision.outputs.plan import Plan, as_json, for_paper

TEMPLATE = Path(__file__).parent / "report.typ"


def render_pdf(plan: Plan) -> bytes:
    """Return the report as a PDF file.

    The report's words go to the typesetter as JSON values, never as source, so nothing that
    a person said can be read as a command. The compiler itself checks PDF/UA-1: a figure
    without alt text is an error. The file holds no date but the report's own.
    """
    payload = json.dumps(as_json(for_paper(plan)), ensure_ascii=False)
    return typst.compile(
        TEMPLATE,
        format="pdf",
        font_paths=[fonts.FOLDER],
        sys_inputs={"plan": payload},
        pdf_standards="ua-1",
    )
