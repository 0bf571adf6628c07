"""Frames: the versioned vocabularies of a programme (R347).

An item never changes its meaning in place. Its wording is kept per version; a coding keeps
the version in which it was made, so it still says what it meant. What happened between two
versions (added, reworded, split, merged, retired) is a record of its own.
"""

from __future__ import annotations

from django.db import models

from localvision.workbench.platform.privacy import Privacy
from localvision.workbench.programmes.enums import ChangeKind
from localvision.workbench.programmes.models.programme import Programme


class Frame(models.Model):
    """A vocabulary: themes, skills, behaviours, inhibitors..."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="frames")
    key = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    version = models.PositiveIntegerField(default=1)

    privacy = Privacy.all_safe()

    class Meta:
        ordering = ["programme", "name"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "key"], name="one_frame_per_key")
        ]

    def __str__(self) -> str:
        return self.name


class FrameItem(models.Model):
    """One word of a vocabulary, with the versions in which it stood.

    `label`, `cluster` and `retired_in` mirror the latest wording, so that lists need no join.
    """

    frame = models.ForeignKey(Frame, models.CASCADE, related_name="items")
    key = models.CharField(max_length=64)
    position = models.PositiveIntegerField(default=0)
    parent = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="children"
    )
    label = models.CharField(max_length=200)
    cluster = models.CharField(max_length=64, blank=True)
    attributes = models.JSONField(default=dict)
    added_in = models.PositiveIntegerField(default=1)
    retired_in = models.PositiveIntegerField(null=True, blank=True)

    privacy = Privacy.all_safe()

    class Meta:
        ordering = ["frame", "position", "id"]
        constraints = [models.UniqueConstraint(fields=["frame", "key"], name="one_item_per_key")]

    def __str__(self) -> str:
        return self.label


class FrameItemWording(models.Model):
    """What an item said from one version of the frame on."""

    item = models.ForeignKey(FrameItem, models.CASCADE, related_name="wordings")
    version = models.PositiveIntegerField()
    label = models.CharField(max_length=200)
    definition = models.TextField(blank=True)
    use_when = models.TextField(blank=True)
    not_when = models.TextField(blank=True)
    example = models.TextField(blank=True)

    privacy = Privacy.all_safe()

    class Meta:
        ordering = ["item", "version"]
        constraints = [
            models.UniqueConstraint(fields=["item", "version"], name="one_wording_per_version")
        ]

    def __str__(self) -> str:
        return f"{self.label} (version {self.version})"


class FrameChange(models.Model):
    """What happened when a frame went to a new version, and why."""

    frame = models.ForeignKey(Frame, models.CASCADE, related_name="changes")
    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=16, choices=ChangeKind.choices)
    before = models.ManyToManyField(FrameItem, related_name="changes_after")
    after = models.ManyToManyField(FrameItem, related_name="changes_before")
    reason = models.TextField(blank=True)
    changed_at = models.DateTimeField(auto_now_add=True)

    privacy = Privacy.all_safe()

    class Meta:
        ordering = ["frame", "version", "id"]

    def __str__(self) -> str:
        return f"{self.frame_id} v{self.version}: {self.kind}"
