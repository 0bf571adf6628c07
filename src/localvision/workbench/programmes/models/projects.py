"""Projects: the issue, who framed it how, its stages, level and partners."""

from __future__ import annotations

from django.db import models

from localvision.workbench.platform.privacy import PERSONAL, Privacy
from localvision.workbench.programmes.enums import Framing, Level, Stage
from localvision.workbench.programmes.models.people import Organisation, Person
from localvision.workbench.programmes.models.places import Locality
from localvision.workbench.programmes.models.programme import Programme


class Project(models.Model):
    """What a locality took on."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="projects")
    locality = models.ForeignKey(Locality, models.CASCADE, related_name="projects")
    key = models.SlugField(max_length=64)
    title = models.CharField(max_length=200)
    issue = models.CharField(max_length=64, blank=True)
    sensitive = models.BooleanField(default=False)
    chosen_how = models.TextField(blank=True)

    privacy = Privacy.all_safe()

    class Meta:
        ordering = ["locality", "title"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "key"], name="one_project_per_key")
        ]

    def __str__(self) -> str:
        return self.title


class StagePeriod(models.Model):
    """One stage of a project; no end while it lasts, no start where it is not known."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="stages")
    stage = models.CharField(max_length=16, choices=Stage.choices)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    privacy = Privacy.all_safe()

    class Meta:
        ordering = ["project", "started_on", "id"]

    def __str__(self) -> str:
        return f"{self.project_id}: {self.stage}"


class IssueFraming(models.Model):
    """How one person, or a group, framed the issue on a day (R63: never the issue itself)."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="framings")
    person = models.ForeignKey(Person, models.CASCADE, null=True, blank=True)
    group = models.CharField(max_length=200, blank=True)
    framed_on = models.DateField(null=True, blank=True)
    framing = models.CharField(max_length=16, choices=Framing.choices)
    words = models.TextField(blank=True)

    privacy = Privacy.all_safe(except_for={"person": PERSONAL, "words": PERSONAL})

    class Meta:
        ordering = ["project", "framed_on", "id"]

    def __str__(self) -> str:
        return f"{self.project_id}: {self.framing}"


class InterventionLevel(models.Model):
    """Level of the intervention on a day, with its evidence; 0 community, 1 strategic."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="levels")
    judged_on = models.DateField(null=True, blank=True)
    label = models.CharField(max_length=16, choices=Level.choices, default=Level.NOT_KNOWN)
    level = models.FloatField(null=True, blank=True)
    evidence = models.TextField(blank=True)

    privacy = Privacy.all_safe(except_for={"evidence": PERSONAL})

    class Meta:
        ordering = ["project", "judged_on", "id"]

    def __str__(self) -> str:
        return f"{self.project_id}: {self.label}"


class Partnership(models.Model):
    """An organisation's time at the table."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="partnerships")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="partnerships")
    joined_on = models.DateField(null=True, blank=True)
    invited_by = models.CharField(max_length=200, blank=True)
    why_joined = models.TextField(blank=True)
    left_on = models.DateField(null=True, blank=True)
    why_left = models.TextField(blank=True)

    privacy = Privacy.all_safe(except_for={"invited_by": PERSONAL, "why_left": PERSONAL})

    class Meta:
        ordering = ["project", "joined_on", "id"]

    def __str__(self) -> str:
        return f"{self.organisation_id} in {self.project_id}"
