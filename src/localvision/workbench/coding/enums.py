"""Fixed lists of the coding app."""

from __future__ import annotations

from django.db import models


class Origin(models.TextChoices):
    """Where a coding came from."""

    PERSON = "person", "Coded by a person"
    IMPORT = "import", "Came with the source"
    SUGGESTION = "suggestion", "Suggested by a model, accepted by a person"
    EXAMPLE = "example", "Made for the example"


class About(models.TextChoices):
    """What a memo is about."""

    PASSAGE = "passage", "Passage"
    ITEM = "item", "Code"
    SOURCE = "source", "Source"
    PROGRAMME = "programme", "Programme"


class Rows(models.TextChoices):
    """What the rows of the matrix are."""

    LOCALITY = "locality", "Places"
    ROLE = "role", "Roles"
    WAVE = "wave", "Waves"
