"""Sources, their immutable text, who speaks where, and the passages cut from them.

Offsets are code points of `SourceText.text`; an end is exclusive.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from localvision.workbench.documents.enums import (
    EditKind,
    InvitationOutcome,
    PassageKind,
    SourceKind,
)
from localvision.workbench.platform.privacy import PERSONAL, SAFE, Privacy
from localvision.workbench.programmes.models import (
    Locality,
    Person,
    Programme,
    Project,
    Wave,
)


class Intake(models.Model):
    """One bringing-in of files: what came, and the one list of what was wrong."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="intakes")
    started_at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)
    origin = models.CharField(max_length=300)
    problems = models.JSONField(default=list)

    privacy = Privacy.all_safe(
        except_for={"by": PERSONAL, "origin": PERSONAL, "problems": PERSONAL}
    )

    class Meta:
        ordering = ["-started_at"]

    def __str__(self) -> str:
        return self.origin


class Source(models.Model):
    """One interview, document, story...: where it comes from and what it may be used for."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="sources")
    intake = models.ForeignKey(
        Intake, models.SET_NULL, null=True, blank=True, related_name="sources"
    )
    key = models.CharField(max_length=64)
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=16, choices=SourceKind.choices)
    locality = models.ForeignKey(
        Locality, models.SET_NULL, null=True, blank=True, related_name="sources"
    )
    project = models.ForeignKey(
        Project, models.SET_NULL, null=True, blank=True, related_name="sources"
    )
    wave = models.ForeignKey(Wave, models.SET_NULL, null=True, blank=True, related_name="sources")
    dated = models.DateField(null=True, blank=True)
    role = models.CharField(max_length=64, blank=True)
    permitted_uses = models.JSONField(default=list)
    file_name = models.CharField(max_length=300, blank=True)
    file_format = models.CharField(max_length=16, blank=True)
    file_sha256 = models.CharField(max_length=64, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)

    privacy = Privacy.all_safe(
        except_for={
            "title": PERSONAL,
            "file_name": PERSONAL,
            "added_by": PERSONAL,
            "file_sha256": PERSONAL,
        }
    )

    class Meta:
        ordering = ["programme", "key"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "key"], name="one_source_per_key")
        ]
        indexes = [models.Index(fields=["programme", "file_sha256"])]

    def __str__(self) -> str:
        return self.title


class SourceText(models.Model):
    """One version of a source's words. Never changed; a correction is the next version."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="texts")
    version = models.PositiveIntegerField(default=1)
    text = models.TextField()
    length = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    encoding = models.CharField(max_length=32, blank=True)
    turns_confirmed = models.BooleanField(default=False)
    made_at = models.DateTimeField(auto_now_add=True)

    privacy = Privacy.all_safe(except_for={"text": PERSONAL, "sha256": PERSONAL})

    class Meta:
        ordering = ["source", "version"]
        constraints = [
            models.UniqueConstraint(fields=["source", "version"], name="one_text_per_version")
        ]

    def __str__(self) -> str:
        return f"{self.source_id} v{self.version}"


class Speaker(models.Model):
    """A label in a transcript, and who it stands for."""

    text = models.ForeignKey(SourceText, models.CASCADE, related_name="speakers")
    label = models.CharField(max_length=200)
    role = models.CharField(max_length=64, blank=True)
    interviewer = models.BooleanField(default=False)
    person = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="speakers"
    )

    privacy = Privacy.all_personal(except_for={"id": SAFE, "text": SAFE, "interviewer": SAFE})

    class Meta:
        ordering = ["text", "id"]
        constraints = [
            models.UniqueConstraint(fields=["text", "label"], name="one_speaker_per_label")
        ]

    def __str__(self) -> str:
        return self.label


class Turn(models.Model):
    """One turn of speech; `words_start` is where the words begin after the label."""

    text = models.ForeignKey(SourceText, models.CASCADE, related_name="turns")
    number = models.PositiveIntegerField()
    speaker = models.ForeignKey(Speaker, models.SET_NULL, null=True, blank=True)
    start = models.PositiveIntegerField()
    words_start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    starts_s = models.FloatField(null=True, blank=True)
    ends_s = models.FloatField(null=True, blank=True)

    privacy = Privacy.all_safe()

    class Meta:
        ordering = ["text", "number"]
        constraints = [
            models.UniqueConstraint(fields=["text", "number"], name="one_turn_per_number")
        ]

    def __str__(self) -> str:
        return f"turn {self.number}"


class Section(models.Model):
    """A headed section of a document."""

    text = models.ForeignKey(SourceText, models.CASCADE, related_name="sections")
    number = models.CharField(max_length=32, blank=True)
    title = models.CharField(max_length=300)
    level = models.PositiveIntegerField(default=1)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    privacy = Privacy.all_safe()

    class Meta:
        ordering = ["text", "start", "level"]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()


class Passage(models.Model):
    """Some words of a source, with whose they are. `quote` holds the words themselves.

    `role` is the normalised key and `raw_role` the form found in the source; `person` is
    known only where the source says whose words these are.
    """

    text = models.ForeignKey(SourceText, models.CASCADE, related_name="passages")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    kind = models.CharField(
        max_length=16, choices=PassageKind.choices, default=PassageKind.VERBATIM
    )
    attributed = models.BooleanField(default=False)
    role = models.CharField(max_length=64, blank=True)
    raw_role = models.CharField(max_length=200, blank=True)
    person = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="passages"
    )
    section = models.ForeignKey(
        Section, models.SET_NULL, null=True, blank=True, related_name="passages"
    )

    privacy = Privacy.all_safe(
        except_for={"quote": PERSONAL, "raw_role": PERSONAL, "person": PERSONAL, "role": PERSONAL}
    )

    class Meta:
        ordering = ["text", "start", "end", "id"]
        constraints = [
            models.UniqueConstraint(fields=["text", "start", "end"], name="one_passage_per_span"),
            models.CheckConstraint(
                condition=models.Q(start__lt=models.F("end")), name="passage_has_words"
            ),
        ]
        indexes = [models.Index(fields=["role"])]

    def __str__(self) -> str:
        return f"{self.text_id}:{self.start}-{self.end}"


class PassageEdit(models.Model):
    """A marked edit over an untouched original: what is shown instead, and why (R227, R228).

    `start` and `end` are offsets in the source text; an insertion has them equal.
    """

    passage = models.ForeignKey(Passage, models.CASCADE, related_name="edits")
    kind = models.CharField(max_length=16, choices=EditKind.choices)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    shown = models.CharField(max_length=300, blank=True)
    reason = models.TextField(blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT)

    privacy = Privacy.all_safe(except_for={"made_by": PERSONAL, "reason": PERSONAL})

    class Meta:
        ordering = ["passage", "start", "id"]

    def __str__(self) -> str:
        return f"{self.kind} at {self.start}"


class Invitation(models.Model):
    """Somebody was asked once, and what came of it: so that n has its denominator (R236)."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="invitations")
    person = models.ForeignKey(Person, models.CASCADE, related_name="invitations")
    wave = models.ForeignKey(Wave, models.SET_NULL, null=True, blank=True)
    instrument = models.CharField(max_length=16, choices=SourceKind.choices)
    invited_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=16, choices=InvitationOutcome.choices)
    reason = models.TextField(blank=True)
    source = models.ForeignKey(
        Source, models.SET_NULL, null=True, blank=True, related_name="invitations"
    )

    privacy = Privacy.all_safe(except_for={"person": PERSONAL, "reason": PERSONAL})

    class Meta:
        ordering = ["programme", "invited_on", "id"]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.outcome}"
