"""One report, several files, one call."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from localvision.errors.outputs import FORMAT_UNKNOWN
from localvision.outputs.blocks import Report
from localvision.outputs.docx import render_docx
from localvision.outputs.guards import check_report
from localvision.outputs.html import render_page
from localvision.outputs.pdf import render_pdf
from localvision.outputs.plan import Plan, lay_out

REPORT_FORMATS: dict[str, Callable[[Plan], bytes]] = {
    "html": lambda plan: render_page(plan).encode("utf-8"),
    "docx": render_docx,
    "pdf": render_pdf,
}
"""Every format of a report, and what makes it; a new one is registered here only."""


def build(report: Report, formats: Sequence[str] = ("html", "docx", "pdf")) -> dict[str, bytes]:
    """Check a report and return it in each format asked for.

    Parameters
    ----------
    report : the blocks, with who may see them already decided.
    formats : names out of `REPORT_FORMATS`.

    Returns
    -------
    Format name -> bytes of a whole file. The same report gives the same HTML and PDF.

    Raises
    ------
    LocalVisionError with `outputs.format-unknown`, or with every problem that the guard found
    (`outputs.no-n`, `outputs.summary-differs`, ...); no file is made then.

    Examples
    --------
    >>> import datetime as dt
    >>> from localvision.outputs.blocks import Heading, Status, Text
    >>> report = Report(title="What we learned", programme="Example", edition="Draft 1",
    ...     as_at=dt.date(2026, 3, 12), status=Status.EMERGING, invented=True,
    ...     blocks=(Heading(text="Background", sources="two papers"), Text(text="Hello.")))
    >>> files = build(report, formats=("html",))
    >>> b"12 March 2026" in files["html"]
    True
    """
    for name in formats:
        if name not in REPORT_FORMATS:
            raise FORMAT_UNKNOWN.error(name=name, known=", ".join(REPORT_FORMATS))
    check_report(report)
    plan = lay_out(report)
    return {name: REPORT_FORMATS[name](plan) for name in formats}
