"""Fixed lists of a programme. Vocabularies that a programme may change are frames instead."""

from __future__ import annotations

from django.db import models


class Stage(models.TextChoices):
    """Where a project stands; a stage is a fact, never a score."""

    BID = "bid", "Bid"
    START_UP = "start_up", "Start-up"
    DIAGNOSIS = "diagnosis", "Diagnosis"
    ACTION = "action", "Action"
    EXIT = "exit", "Exit"
    AFTERLIFE = "afterlife", "Afterlife"


class Framing(models.TextChoices):
    """How somebody frames an issue (Grint, after Rittel and Webber)."""

    TAME = "tame", "Tame"
    WICKED = "wicked", "Wicked"
    CRITICAL = "critical", "Critical"


class Level(models.TextChoices):
    """Level of an intervention."""

    COMMUNITY = "community", "Community and grassroots"
    MIXED = "mixed", "Mixed"
    STRATEGIC = "strategic", "Senior and strategic"
    NOT_KNOWN = "not_known", "Not known"


class ChangeKind(models.TextChoices):
    """What happened to items of a frame between two versions."""

    ADDED = "added", "added"
    REWORDED = "reworded", "renamed or reworded"
    SPLIT = "split", "split"
    MERGED = "merged", "merged"
    RETIRED = "retired", "retired"
