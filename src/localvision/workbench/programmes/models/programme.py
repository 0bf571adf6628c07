"""The programme itself, its waves, its aims, what it promised, and who belongs to it."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from localvision.workbench.accounts.enums import Role
from localvision.workbench.platform.privacy import PERSONAL, Privacy


class Programme(models.Model):
    """A place-based programme. `invented` marks an example on every page and output."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    purpose = models.TextField(blank=True)
    core_aim = models.TextField(blank=True)
    template_key = models.CharField(max_length=64, blank=True)
    owner_name = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    invented = models.BooleanField(default=False)
    invented_notice = models.CharField(max_length=300, blank=True)
    award_cap_gbp = models.PositiveIntegerField(null=True, blank=True)
    local_commitment_gbp = models.PositiveIntegerField(null=True, blank=True)
    expected_roles = models.JSONField(default=list)
    made_at = models.DateTimeField(auto_now_add=True)

    privacy = Privacy.all_safe()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Wave(models.Model):
    """One round of evidence."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="waves")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)

    privacy = Privacy.all_safe()

    class Meta:
        ordering = ["programme", "number"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="one_wave_per_number")
        ]

    def __str__(self) -> str:
        return self.name


class Aim(models.Model):
    """A stated aim of the programme, or an aim of its evaluation."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="aims")
    kind = models.CharField(
        max_length=16, choices=[("stated", "Stated aim"), ("evaluation", "Evaluation aim")]
    )
    number = models.PositiveIntegerField()
    text = models.TextField()

    privacy = Privacy.all_safe()

    class Meta:
        ordering = ["programme", "-kind", "number"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "kind", "number"], name="one_aim_number")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"


class OpenQuestion(models.Model):
    """A question that the programme cannot answer yet."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="open_questions")
    key = models.CharField(max_length=64)
    text = models.TextField()
    answered_on = models.DateField(null=True, blank=True)

    privacy = Privacy.all_safe()

    class Meta:
        ordering = ["programme", "id"]

    def __str__(self) -> str:
        return self.text[:80]


class Promise(models.Model):
    """Something that a report or a person said would be done."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="promises")
    key = models.CharField(max_length=64)
    text = models.TextField()
    said_in = models.CharField(max_length=200, blank=True)
    due_on = models.DateField(null=True, blank=True)
    kept_on = models.DateField(null=True, blank=True)

    privacy = Privacy.all_safe()

    class Meta:
        ordering = ["programme", "id"]

    def __str__(self) -> str:
        return self.text[:80]


class Membership(models.Model):
    """One role of one person in one programme, for one place or for all of them."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="memberships")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships"
    )
    role = models.CharField(max_length=32, choices=Role.choices)
    locality = models.ForeignKey(
        "programmes.Locality", models.CASCADE, null=True, blank=True, related_name="memberships"
    )
    given_at = models.DateTimeField(auto_now_add=True)

    privacy = Privacy.all_safe(except_for={"account": PERSONAL})

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "account", "role", "locality"],
                name="one_membership_per_role_and_place",
                nulls_distinct=False,
            )
        ]

    def __str__(self) -> str:
        return f"{self.account_id} is {self.role} of {self.programme_id}"
