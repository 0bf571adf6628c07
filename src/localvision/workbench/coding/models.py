"""Codings, and what coders noted while they read."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from localvision.workbench.coding.enums import About, Origin
from localvision.workbench.documents.models import Passage, Source, SourceText
from localvision.workbench.platform.privacy import PERSONAL, Privacy
from localvision.workbench.programmes.models import FrameItem, Programme

LIVE = models.Q(removed_at__isnull=True)


class Coding(models.Model):
    """One person read these words as this item of a frame, in this round (R237).

    `frame_version` is the frame's version when it was coded, so that an old coding still says
    what it meant (R347). A coding is never deleted: `removed_at` takes it out of every count.
    `text` and `start` repeat the passage's, which never change: a million codings can then be
    read in the order of the transcripts from one index.
    """

    passage = models.ForeignKey(Passage, models.CASCADE, related_name="codings")
    text = models.ForeignKey(
        SourceText, models.CASCADE, related_name="codings", db_index=False, editable=False
    )
    start = models.PositiveIntegerField(editable=False)
    item = models.ForeignKey(FrameItem, models.PROTECT, related_name="codings", db_index=False)
    frame_version = models.PositiveIntegerField()
    coder = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="codings", db_index=False
    )
    round = models.PositiveSmallIntegerField(default=1)
    origin = models.CharField(max_length=16, choices=Origin.choices, default=Origin.PERSON)
    request_key = models.UUIDField(null=True, blank=True, unique=True)
    coded_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True, blank=True)
    removed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    privacy = Privacy.all_safe(except_for={"coder": PERSONAL, "removed_by": PERSONAL})

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["passage", "item", "coder", "round"],
                condition=LIVE,
                name="one_live_coding_per_coder_and_round",
            ),
        ]
        indexes = [
            models.Index(
                fields=["item", "text", "start", "passage"], condition=LIVE, name="live_by_item"
            ),
            models.Index(fields=["text", "start"], condition=LIVE, name="live_by_text"),
            models.Index(fields=["coder", "item"], condition=LIVE, name="live_by_coder"),
        ]

    def __str__(self) -> str:
        return f"passage {self.passage_id} as item {self.item_id}"


class Memo(models.Model):
    """A coder's note on a passage, a code, a source or the whole programme."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="memos")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="memos")
    about = models.CharField(max_length=16, choices=About.choices)
    passage = models.ForeignKey(
        Passage, models.CASCADE, null=True, blank=True, related_name="memos"
    )
    item = models.ForeignKey(FrameItem, models.CASCADE, null=True, blank=True, related_name="memos")
    source = models.ForeignKey(Source, models.CASCADE, null=True, blank=True, related_name="memos")
    text = models.TextField()
    written_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    privacy = Privacy.all_safe(except_for={"written_by": PERSONAL, "text": PERSONAL})

    class Meta:
        ordering = ["-written_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=(
                    models.Q(about="passage", passage__isnull=False, item=None, source=None)
                    | models.Q(about="item", item__isnull=False, passage=None, source=None)
                    | models.Q(about="source", source__isnull=False, passage=None, item=None)
                    | models.Q(about="programme", passage=None, item=None, source=None)
                ),
                name="memo_is_about_one_thing",
            )
        ]
        indexes = [models.Index(fields=["programme", "about", "-written_at"])]

    def __str__(self) -> str:
        return f"memo {self.pk} on a {self.get_about_display().lower()}"
