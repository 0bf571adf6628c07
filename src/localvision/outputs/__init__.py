"""The way out: results become tables, charts, and reports as HTML, DOCX and PDF.

Pure: blocks in, bytes out. No database, no clock, no network. `blocks` is what a report is
made of, `charts` draws, `build` checks a report and makes the files.
"""

from localvision.outputs.build import REPORT_FORMATS, build

__all__ = ["REPORT_FORMATS", "build"]
