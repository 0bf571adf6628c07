"""Fixed lists of the reporting app."""

from __future__ import annotations

from django.db import models


class ReportForm(models.TextChoices):
    """How long and how formal a report is."""

    REPORT = "report", "Report, with cover and contents"
    LEARNING_NOTE = "learning_note", "Learning note of a page or two"


class ReportStatus(models.TextChoices):
    """How settled a report is; printed on every page of it (R191)."""

    EMERGING = "emerging", "Emerging"
    INTERIM = "interim", "Interim"
    FINAL = "final", "Final"
    REVISED = "revised", "Revised"
    WITHDRAWN = "withdrawn", "Withdrawn"


class BlockKind(models.TextChoices):
    """What a block is. Words are written by people; all others are computed when built."""

    HEADING = "heading", "Heading"
    TEXT = "text", "Text"
    NOTE = "note", "Note in a box"
    CLAIM = "claim", "Claim with its evidence"
    QUOTATION = "quotation", "Quotation"
    TABLE = "table", "Table"
    CHART = "chart", "Chart"
    MATRIX = "matrix", "Cases by themes"
    THEME_MAP = "theme_map", "Theme map"
    VOICES = "voices", "Voices heard and silent"
    METHODS = "methods", "Methods and n"
    INSIGHTS = "insights", "Enablers, outcomes and challenges"
    SUMMARY = "summary", "Summary of claims"
    ONE_PAGE = "one_page", "The evaluation on one page"
    READING_KEY = "reading_key", "How to read this report"
    EVIDENCE = "evidence", "Evidence appendix"
    PAGE_BREAK = "page_break", "Page break"


#: Blocks whose words a person writes.
WRITTEN = frozenset({BlockKind.HEADING, BlockKind.TEXT, BlockKind.NOTE})


class TableShows(models.TextChoices):
    """What a table block shows."""

    CLAIMS = "claims", "Claims by status and strength"
    RESPONSE = "response", "Invited and answered, by wave and instrument"
    BALANCE = "balance", "Passages by theme: the balance of the evidence"
    ROLES = "roles", "Interviews by role and wave"
    CO_OCCURRENCE = "co_occurrence", "Themes that share passages"


class ChartShows(models.TextChoices):
    """What a chart block shows."""

    BALANCE = "balance", "Passages by theme: the balance of the evidence"
    VOICES = "voices", "Passages by role and cluster"
    RESPONSE = "response", "Invited and answered, by wave"
    PLACES = "places", "Places behind each claim"
    STAGES = "stages", "How long a stage took, in places"


class NoteKind(models.TextChoices):
    """What a note in a box is for."""

    CAVEAT = "caveat", "Caveat"
    UNKNOWN = "unknown", "What we cannot yet say"
    LESSON = "lesson", "Lesson"
    PLAIN = "plain", "Plain note"


class CaseLabels(models.TextChoices):
    """How places are called in a table that leaves the workspace."""

    LETTERS = "letters", "Place A, Place B..."
    NAMES = "names", "By name, with small counts withheld"


class MatrixRows(models.TextChoices):
    """What the rows of a matrix are."""

    LOCALITY = "locality", "Places"
    ROLE = "role", "Roles"
    WAVE = "wave", "Waves"


class Format(models.TextChoices):
    """The formats that an edition is built in."""

    HTML = "html", "Web page (HTML)"
    DOCX = "docx", "Word (DOCX)"
    PDF = "pdf", "PDF"
