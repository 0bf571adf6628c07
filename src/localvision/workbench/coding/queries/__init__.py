"""Reading codings: only what the viewer may read, always from the viewer."""

from localvision.workbench.coding.queries.cells import CodedPassage, passages_in_cell
from localvision.workbench.coding.queries.coders import who_coded_what
from localvision.workbench.coding.queries.frames import FrameNow, frame_now
from localvision.workbench.coding.queries.matrix import case_theme_matrix, counts_by_theme
from localvision.workbench.coding.queries.memos import memos_for
from localvision.workbench.coding.queries.reach import (
    codings_for,
    codings_to_count,
    codings_to_read,
)
from localvision.workbench.coding.queries.themes import theme_links
from localvision.workbench.coding.queries.transcripts import transcript_for
from localvision.workbench.coding.queries.voices import voices_table

__all__ = [
    "CodedPassage",
    "FrameNow",
    "case_theme_matrix",
    "codings_for",
    "codings_to_count",
    "codings_to_read",
    "counts_by_theme",
    "frame_now",
    "memos_for",
    "passages_in_cell",
    "theme_links",
    "transcript_for",
    "voices_table",
    "who_coded_what",
]
