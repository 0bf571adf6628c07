"""Fixed lists of the claims app."""

from __future__ import annotations

from django.db import models


class Status(models.TextChoices):
    """How settled a claim is (R191)."""

    EMERGING = "emerging", "Emerging"
    INTERIM = "interim", "Interim"
    FINAL = "final", "Final"
    REVISED = "revised", "Revised"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Strength(models.TextChoices):
    """How much a claim can bear, as a person judges it, with the reason."""

    NOT_JUDGED = "", "Not judged yet"
    WEAK = "weak", "Weak"
    MODERATE = "moderate", "Moderate"
    STRONG = "strong", "Strong"


class Bearing(models.TextChoices):
    """Which way a passage bears on a claim."""

    FOR = "for", "For"
    AGAINST = "against", "Against"


class Confidence(models.TextChoices):
    """How sure the speakers are themselves of what they report (R235)."""

    NOT_SAID = "", "Not said"
    SURE = "sure", "Sure of it"
    DOUBTFUL = "doubtful", "Doubtful of it"


class Relation(models.TextChoices):
    """What a claim does to a finding of earlier work (R204)."""

    CONFIRMS = "confirms", "Confirms"
    EXTENDS = "extends", "Extends"
    CONTRADICTS = "contradicts", "Contradicts"
