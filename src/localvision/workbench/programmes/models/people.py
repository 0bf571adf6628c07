"""Organisations, and people by code; who a code stands for is held apart."""

from __future__ import annotations

from django.db import models

from localvision.workbench.platform.privacy import SAFE, Privacy
from localvision.workbench.programmes.models.programme import Programme


class Organisation(models.Model):
    """An organisation with its sector; `locality` is empty for a national body."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="organisations")
    key = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    sector = models.CharField(max_length=64, blank=True)
    locality = models.ForeignKey(
        "programmes.Locality",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="organisations",
    )

    privacy = Privacy.all_safe()

    class Meta:
        ordering = ["programme", "name"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "key"], name="one_organisation_per_key")
        ]

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """Somebody who was heard or invited: a code, a role and a seniority band; no name."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="people")
    code = models.CharField(max_length=64)
    role = models.CharField(max_length=64, blank=True)
    raw_role = models.CharField(max_length=200, blank=True)
    job_title = models.CharField(max_length=200, blank=True)
    seniority = models.CharField(max_length=64, blank=True)
    organisation = models.ForeignKey(
        Organisation, models.SET_NULL, null=True, blank=True, related_name="people"
    )
    locality = models.ForeignKey(
        "programmes.Locality", models.SET_NULL, null=True, blank=True, related_name="people"
    )
    joined_on = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)

    privacy = Privacy.all_personal(except_for={"id": SAFE, "programme": SAFE})

    class Meta:
        ordering = ["programme", "code"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "code"], name="one_person_per_code")
        ]

    def __str__(self) -> str:
        return self.code


class Identity(models.Model):
    """Who a code stands for. Read only through one query, which logs each reading."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="identity")
    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)

    privacy = Privacy.all_personal(except_for={"id": SAFE})

    def __str__(self) -> str:
        return f"identity of {self.person_id}"
