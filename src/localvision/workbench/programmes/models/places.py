"""Localities: declared places whose boundary may change and may be fuzzy."""

from __future__ import annotations

from django.db import models

from localvision.workbench.platform.privacy import Privacy
from localvision.workbench.programmes.models.programme import Programme


class Locality(models.Model):
    """A place of the programme."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="localities")
    key = models.SlugField(max_length=64)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=64, blank=True)
    note = models.TextField(blank=True)
    fuzzy_boundary = models.BooleanField(default=False)

    privacy = Privacy.all_safe()

    class Meta:
        ordering = ["programme", "name"]
        verbose_name_plural = "localities"
        constraints = [
            models.UniqueConstraint(fields=["programme", "key"], name="one_locality_per_key")
        ]

    def __str__(self) -> str:
        return self.name


class Boundary(models.Model):
    """One area code that belongs to a locality, for as long as it does."""

    locality = models.ForeignKey(Locality, models.CASCADE, related_name="boundaries")
    gss_code = models.CharField(max_length=9)
    name = models.CharField(max_length=200, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    privacy = Privacy.all_safe()

    class Meta:
        ordering = ["locality", "valid_from", "gss_code"]
        verbose_name_plural = "boundaries"

    def __str__(self) -> str:
        return self.gss_code
