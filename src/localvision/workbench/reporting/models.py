"""Reports made of blocks, and the editions that were built from them."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from localvision.workbench.claims.models import Claim
from localvision.workbench.documents.models import Passage
from localvision.workbench.platform.models import Run
from localvision.workbench.platform.privacy import PERSONAL, Privacy
from localvision.workbench.programmes.models import Programme
from localvision.workbench.reporting.enums import BlockKind, Format, ReportForm, ReportStatus


class Report(models.Model):
    """A report in the making. What others read of it are its editions.

    `as_at` is the day on which the evidence was closed; empty means the day of each build.
    `authors_line` names organisations or teams, never persons.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="reports")
    slug = models.SlugField(max_length=64)
    title = models.CharField(max_length=200)
    subtitle = models.CharField(max_length=300, blank=True)
    authors_line = models.CharField(max_length=300, blank=True)
    summary_line = models.CharField(max_length=300, blank=True)
    form = models.CharField(max_length=16, choices=ReportForm.choices, default=ReportForm.REPORT)
    status = models.CharField(
        max_length=16, choices=ReportStatus.choices, default=ReportStatus.INTERIM
    )
    as_at = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)

    privacy = Privacy.all_safe(except_for={"made_by": PERSONAL, "authors_line": PERSONAL})

    class Meta:
        ordering = ["programme", "title"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "slug"], name="one_report_per_slug")
        ]

    def __str__(self) -> str:
        return self.title


class ReportBlock(models.Model):
    """One block of a report. A removed block waits until it is put back.

    Written blocks cite claims as `{claim:KEY}`, works as `[ref:key]`; everything with a
    number in it is computed when an edition is built, never typed here.
    """

    report = models.ForeignKey(Report, models.CASCADE, related_name="blocks")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=16, choices=BlockKind.choices)
    text = models.TextField(blank=True)
    settings = models.JSONField(default=dict, blank=True)
    claim = models.ForeignKey(Claim, models.SET_NULL, null=True, blank=True)
    passage = models.ForeignKey(Passage, models.SET_NULL, null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    privacy = Privacy.all_safe(except_for={"text": PERSONAL, "passage": PERSONAL})

    class Meta:
        ordering = ["report", "position", "id"]
        indexes = [models.Index(fields=["report", "position"])]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.position}"


class CitedWork(models.Model):
    """A work that a report cites by `[ref:key]`, with its resolved and dated link (R327, R328)."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="works")
    key = models.SlugField(max_length=64)
    cited_as = models.CharField(max_length=200)
    entry = models.TextField()
    url = models.URLField(blank=True)
    accessed = models.DateField(null=True, blank=True)
    archived = models.URLField(blank=True)

    privacy = Privacy.all_safe()

    class Meta:
        ordering = ["report", "cited_as", "id"]
        constraints = [models.UniqueConstraint(fields=["report", "key"], name="one_work_per_key")]

    def __str__(self) -> str:
        return self.cited_as


class Edition(models.Model):
    """A report as it was built on one day, for ever.

    `content` is the frozen block model with the workbench keys of its claims and passages:
    it can be read again, compared with another edition, and made into further formats.
    """

    report = models.ForeignKey(Report, models.CASCADE, related_name="editions")
    number = models.PositiveIntegerField()
    as_at = models.DateField()
    built_at = models.DateTimeField()
    built_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    run = models.OneToOneField(Run, models.SET_NULL, null=True, blank=True, related_name="edition")
    content = models.JSONField()
    problems = models.JSONField(default=list)

    privacy = Privacy.all_safe(
        except_for={"built_by": PERSONAL, "content": PERSONAL, "problems": PERSONAL}
    )

    class Meta:
        ordering = ["report", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="one_edition_per_number")
        ]

    def __str__(self) -> str:
        return f"Edition {self.number}"


class EditionFile(models.Model):
    """One built file: a name that nobody can guess, its hash and its size."""

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="files")
    format = models.CharField(max_length=8, choices=Format.choices)
    stored_as = models.CharField(max_length=100, unique=True)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()

    privacy = Privacy.all_safe(except_for={"stored_as": PERSONAL})

    class Meta:
        ordering = ["edition", "format"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "format"], name="one_file_per_format")
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.format}"
