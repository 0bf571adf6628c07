"""Claims, what they said before, their evidence, and everything that must stay beside them.

Nothing here is overwritten: an earlier sentence, status or strength is kept as a revision with
who changed it, when and why (R174), and evidence that is taken out stays as taken out.
"""

from __future__ import annotations

from typing import TypeAlias

from django.conf import settings
from django.db import models

from localvision.workbench.claims.enums import Bearing, Confidence, Relation, Status, Strength
from localvision.workbench.documents.models import Passage
from localvision.workbench.platform.privacy import PERSONAL, Privacy
from localvision.workbench.programmes.models import FrameItem, Programme

LIVE = models.Q(removed_at__isnull=True)


class Claim(models.Model):
    """One sentence that the evaluation stands for, with how settled and how strong it is.

    `number` is what people call it; `key` is how reports and imports name it. `hypothesis_key`
    names the hypothesis of the template that it speaks to.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="claims")
    number = models.PositiveIntegerField()
    key = models.SlugField(max_length=64)
    sentence = models.TextField()
    status = models.CharField(max_length=16, choices=Status.choices, default=Status.EMERGING)
    strength = models.CharField(
        max_length=16, choices=Strength.choices, default=Strength.NOT_JUDGED, blank=True
    )
    strength_reason = models.TextField(blank=True)
    theme = models.ForeignKey(
        FrameItem, models.SET_NULL, null=True, blank=True, related_name="claims"
    )
    hypothesis_key = models.CharField(max_length=64, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    privacy = Privacy.all_safe(except_for={"made_by": PERSONAL})

    class Meta:
        ordering = ["programme", "number"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "number"], name="one_claim_per_number"),
            models.UniqueConstraint(fields=["programme", "key"], name="one_claim_per_key"),
        ]

    def __str__(self) -> str:
        return f"Claim {self.number}"


class ClaimRevision(models.Model):
    """What a claim said, and how settled and strong it was, until it was changed; and why."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="revisions")
    sentence = models.TextField()
    status = models.CharField(max_length=16, choices=Status.choices)
    strength = models.CharField(max_length=16, choices=Strength.choices, blank=True)
    strength_reason = models.TextField(blank=True)
    why = models.TextField()
    changed_at = models.DateTimeField(auto_now_add=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    privacy = Privacy.all_safe(except_for={"changed_by": PERSONAL})

    class Meta:
        ordering = ["claim", "-id"]

    def __str__(self) -> str:
        return f"claim {self.claim_id} until {self.changed_at:%Y-%m-%d}"


class ClaimEvidence(models.Model):
    """One passage that bears on a claim, for or against (R238, R239).

    `praise` marks words that only say that somebody was pleased: they are shown and counted
    apart, as praise is no evidence of change (R332). Evidence that is taken out is kept out
    of every count, and can be put back.
    """

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="evidence")
    passage = models.ForeignKey(Passage, models.CASCADE, related_name="claim_evidence")
    bearing = models.CharField(max_length=8, choices=Bearing.choices)
    note = models.TextField(blank=True)
    confidence = models.CharField(
        max_length=16, choices=Confidence.choices, default=Confidence.NOT_SAID, blank=True
    )
    praise = models.BooleanField(default=False)
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)

    privacy = Privacy.all_safe(
        except_for={"added_by": PERSONAL, "note": PERSONAL, "confidence": PERSONAL}
    )

    class Meta:
        ordering = ["claim", "bearing", "id"]
        verbose_name_plural = "evidence"
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "passage", "bearing"],
                condition=LIVE,
                name="one_live_evidence_per_passage_and_bearing",
            )
        ]
        indexes = [
            models.Index(
                fields=["claim", "bearing", "passage"], condition=LIVE, name="live_evidence"
            )
        ]

    def __str__(self) -> str:
        return f"passage {self.passage_id} {self.bearing} claim {self.claim_id}"


class ContrarySearch(models.Model):
    """A search for contrary evidence: where somebody looked, also when nothing was found."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="searches")
    note = models.TextField()
    searched_at = models.DateTimeField(auto_now_add=True)
    searched_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    privacy = Privacy.all_safe(except_for={"searched_by": PERSONAL})

    class Meta:
        ordering = ["claim", "id"]
        verbose_name_plural = "contrary searches"

    def __str__(self) -> str:
        return f"search against claim {self.claim_id}"


class Caveat(models.Model):
    """What limits a claim; shown wherever the claim is shown (R302)."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="caveats")
    text = models.TextField()
    made_at = models.DateTimeField(auto_now_add=True)

    privacy = Privacy.all_safe()

    class Meta:
        ordering = ["claim", "id"]

    def __str__(self) -> str:
        return f"caveat on claim {self.claim_id}"


class Dissent(models.Model):
    """Who sees it otherwise, and why: words and a role, never a name (R248)."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="dissents")
    role = models.CharField(max_length=64)
    words = models.TextField()
    made_at = models.DateTimeField(auto_now_add=True)

    privacy = Privacy.all_safe(except_for={"role": PERSONAL, "words": PERSONAL})

    class Meta:
        ordering = ["claim", "id"]

    def __str__(self) -> str:
        return f"dissent on claim {self.claim_id}"


class Rival(models.Model):
    """Another explanation of the same evidence, and how it was weighed; empty: still standing."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="rivals")
    explanation = models.TextField()
    considered = models.TextField(blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    privacy = Privacy.all_safe()

    class Meta:
        ordering = ["claim", "id"]

    def __str__(self) -> str:
        return f"rival of claim {self.claim_id}"


class EarlierFinding(models.Model):
    """A finding of earlier work, and what this claim does to it; both are kept (R174, R204)."""

    claim = models.ForeignKey(Claim, models.CASCADE, related_name="earlier_findings")
    work = models.CharField(max_length=300)
    finding = models.TextField()
    relation = models.CharField(max_length=16, choices=Relation.choices)
    made_at = models.DateTimeField(auto_now_add=True)

    privacy = Privacy.all_safe()

    class Meta:
        ordering = ["claim", "id"]

    def __str__(self) -> str:
        return f"{self.get_relation_display()} {self.work}"


#: What stays beside a claim and may be taken back.
Limit: TypeAlias = Caveat | Dissent | Rival | EarlierFinding
