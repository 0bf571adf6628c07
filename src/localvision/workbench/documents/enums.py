"""Fixed lists of the documents app."""

from __future__ import annotations

from django.db import models


class SourceKind(models.TextChoices):
    """What a source is."""

    INTERVIEW = "interview", "Interview"
    FOCUS_GROUP = "focus_group", "Focus group"
    SURVEY_TEXT = "survey_text", "Survey free text"
    DOCUMENT = "document", "Document"
    REPORT = "report", "Report with attributed quotations"
    OBSERVATION = "observation", "Observation"
    STORY = "story", "Story"
    LOG = "log", "Log"


class PassageKind(models.TextChoices):
    """How near a passage is to what was said; only verbatim and edited take quotation marks."""

    VERBATIM = "verbatim", "Verbatim"
    EDITED = "edited", "Edited, with marks"
    PARAPHRASE = "paraphrase", "Paraphrase"


class EditKind(models.TextChoices):
    """What a marked edit does to the words when they leave the workspace."""

    REDACTION = "redaction", "Redaction"
    INSERTION = "insertion", "Insertion"
    ELLIPSIS = "ellipsis", "Words left out"


class InvitationOutcome(models.TextChoices):
    """What came of asking somebody."""

    ANSWERED = "answered", "Answered"
    DECLINED = "declined", "Declined"
    NO_REPLY = "no_reply", "No reply"
    POST_VACANT = "post_vacant", "Post vacant"
    NOT_REACHED = "not_reached", "Not reached"
